/**
 * `npm run audit`: what the package brings along. The licence of each dependency that ships is held against the list below (from the lockfile: nothing
 * is fetched); then the registry is asked for known faults, where it answers such questions. Exit 1: something is to be done; 2: the registry did not say.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/platform/package-root.ts';

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
}

const PERMISSIVE =
  /^(MIT|MIT-0|MIT\/X11|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|Zlib|CC0-1\.0|OFL-1\.1)$/;
/** Weak copyleft, as libraries of their own that anybody may replace. */
const LOADED_SEPARATELY: Readonly<Record<string, string>> = {
  '@img/sharp-': 'libvips 是单独的动态库（LGPL），可以自行替换',
};
const { packages } = JSON.parse(readFileSync(join(packageRoot(), 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
const doubtful = shipped.flatMap(([path, { version, license }]) => {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const known = isPermissive(license) || Object.keys(LOADED_SEPARATELY).some((p) => name.startsWith(p));
  return known ? [] : [`${name}@${version}：${license ?? '没有写许可'}`];
});
console.log(`随包带走的依赖 ${shipped.length} 个，许可都在清单里的 ${shipped.length - doubtful.length} 个。`);
for (const line of doubtful) console.log(`  要看一看：${line}`);

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: packageRoot(), encoding: 'utf8' });
const faults = faultsIn(stdout);
if (faults === undefined) console.log('已知的漏洞：这个登记处不回答，换一个能上网的地方运行 npm audit。');
else console.log(`已知的漏洞 ${faults.length} 个${faults.map((line) => `\n  ${line}`).join('')}`);
process.exitCode = doubtful.length > 0 || (faults ?? []).length > 0 ? 1 : faults === undefined ? 2 : 0;

/** `A OR B` needs one of them, `A AND B` both. */
function isPermissive(license = ''): boolean {
  return license
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => PERMISSIVE.test(one)));
}

/** @returns undefined when the registry answers no such question */
function faultsIn(json: string): string[] | undefined {
  try {
    const { vulnerabilities } = JSON.parse(json) as { vulnerabilities?: Record<string, { severity: string }> };
    return vulnerabilities && Object.entries(vulnerabilities).map(([name, { severity }]) => `${name}：${severity}`);
  } catch {
    return undefined;
  }
}
