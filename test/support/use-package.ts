/**
 * `npm run package`: the package as who installs it gets it. It is packed, installed in an empty folder without its scripts, and used there: the example of
 * docs/library.md word for word, what that page promises of each function, and the command. Without a network the dependencies the package names, and no
 * others, are taken from this folder.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { YEAR_OF_RECORDS } from '../../src/annual-report/year-records.fixture.ts';

const root = process.cwd();
const home = mkdtempSync(join(tmpdir(), 'gongkai-package-'));
const run = (program: string, args: readonly string[], cwd: string) =>
  execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

try {
  run('node', ['test/support/library-types.mjs'], root);
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', home], root);
  const tarball = join(home, readdirSync(home).find((name) => name.endsWith('.tgz'))!);
  const folder = join(home, 'user');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', private: true }));
  const how = install(tarball, folder);
  writeFileSync(join(folder, 'records.json'), JSON.stringify(YEAR_OF_RECORDS));
  writeFileSync(join(folder, 'use.js'), USE());
  console.log(`${how}；${run('node', ['use.js'], folder).trim()}`);
  writeFileSync(join(folder, 'example.js'), exampleOf(readFileSync(join(root, 'docs', 'library.md'), 'utf8')));
  console.log(`docs/library.md 的例子：${run('node', ['example.js'], folder).trim()}`);
  console.log(typed(folder));
  const checked = run(
    'node',
    [join('node_modules', 'gongkai', 'bin', 'gongkai'), 'report', 'read', '年报.pdf'],
    folder,
  );
  if (!checked.includes('示范县人民政府')) throw new Error('the command did not read the report');
  console.log('命令 gongkai report read：读出了同一份报告');
} finally {
  rmSync(home, { recursive: true, force: true });
}

function install(tarball: string, folder: string): string {
  const options = ['--ignore-scripts', '--offline', '--no-audit', '--no-fund', '--silent'];
  const installed = spawnSync('npm', ['install', ...options, tarball], { cwd: folder, stdio: 'ignore' });
  if (installed.status === 0) return 'npm install 装好';
  const modules = join(folder, 'node_modules');
  rmSync(modules, { recursive: true, force: true });
  mkdirSync(join(modules, 'gongkai'), { recursive: true });
  run('tar', ['-xzf', tarball, '--strip-components=1', '-C', join(modules, 'gongkai')], folder);
  const { dependencies } = JSON.parse(readFileSync(join(modules, 'gongkai', 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(resolve(root, 'node_modules', name), join(modules, name));
  }
  return '没有网络，解开压缩包，依赖取自本目录';
}

/** The example of the page under `strict`, with every file of the types looked at, and a wrong use that must be told. */
function typed(folder: string): string {
  const example = exampleOf(readFileSync(join(root, 'docs', 'library.md'), 'utf8'));
  writeFileSync(join(folder, 'example.ts'), example.replace(/\nconsole[^\n]*\n$/, '\n'));
  writeFileSync(
    join(folder, 'wrong.ts'),
    "import { writeReport } from 'gongkai';\nawait writeReport(await Promise.reject(), 'doc');\n",
  );
  const compilerOptions = { strict: true, noEmit: true, module: 'nodenext', target: 'es2022', types: ['node'] };
  const typeRoots = [join(root, 'node_modules', '@types')];
  for (const [name, file] of [
    ['right', 'example.ts'],
    ['wrong', 'wrong.ts'],
  ] as const) {
    const project = { compilerOptions: { ...compilerOptions, typeRoots }, files: [file] };
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(project));
  }
  const check = (name: string) =>
    spawnSync('node', [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', `${name}.json`], { cwd: folder });
  const right = check('right');
  if (right.status !== 0) throw new Error(`the types do not fit the example:\n${right.stdout}`);
  if (!String(check('wrong').stdout).includes(`'"doc"'`)) throw new Error('a wrong kind of file passed the types');
  return '类型：docs/library.md 的例子在 strict 下通过，写错的指得出';
}

/** What the page promises, in the words of who relies on it. */
function USE(): string {
  return `
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { checkReport, compareReports, compileReport, rankReports, readReport, reportSchema, writeReport } from 'gongkai';

const records = JSON.parse(await readFile('records.json', 'utf8'));
const compiled = compileReport('示范县人民政府', 2024, records);
assert.equal(compiled.unit, '示范县人民政府');
assert.equal(compiled.table3.rows['3.7'].length, 7);
assert.throws(() => compileReport('示范县人民政府', 2018, records), RangeError);
assert.deepEqual(checkReport(compiled).filter(({ code }) => /^(T3|T4)_/.test(code)), []);
for (const kind of ['docx', 'pdf', 'xlsx', 'json', 'csv']) {
  const file = await writeReport(compiled, kind);
  await writeFile('年报.' + kind, file);
  const read = await readReport(file, { fileName: '年报.' + kind });
  assert.deepEqual([read.table2, read.table3, read.table4], [compiled.table2, compiled.table3, compiled.table4], kind);
}
const broken = structuredClone(compiled);
broken.table3.rows['3.7'][6] += 1;
const [finding] = checkReport(broken).filter(({ code }) => code === 'T3_COL');
assert.equal(finding.severity, 'error');
assert.ok(finding.where === '/table3/columns/6' && finding.says && finding.basis && finding.advice);
for (const [bytes, code] of [[new Uint8Array(0), 'REPORT_EMPTY'], [Buffer.from('县政府网站今天公布了一条信息。'), 'REPORT_NOT_A_REPORT']])
  assert.equal((await readReport(bytes)).code, code);
const comparison = compareReports([compiled, compileReport('示范县人民政府', 2023, records)]);
assert.equal(comparison.subjects.length, 2);
assert.ok(rankReports(comparison, comparison.tables[0].measures[0].key));
assert.equal(rankReports(comparison, 'nothing'), undefined);
assert.equal(typeof reportSchema, 'object');
console.log('编制、另存为五种文件、读回、核对、比较都照 docs/library.md');
`;
}

function exampleOf(page: string): string {
  const example = /```js\n([\s\S]*?)```/.exec(page)?.[1];
  if (!example) throw new Error('docs/library.md shows no example');
  return `${example}\nconsole.log('读出', report.unit, report.year);\n`;
}
