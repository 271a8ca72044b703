/** `gongkai site import`: the articles of a former site, from a list and a folder of files. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { LookedInto } from '../../desk/publications/look-into.ts';
import { headOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import { readConfig } from '../../platform/config.ts';
import { type Db, openDatabase } from '../../platform/database.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { filesFolderIn, openShelf } from '../../platform/files/open-shelf.ts';
import { openKeyFile } from '../../platform/key-file.ts';
import { isUpToDate, readMigrations } from '../../platform/migrate.ts';
import { packageRoot } from '../../platform/package-root.ts';
import { writeFilled } from '../../platform/papers/sheet.ts';
import { readCells } from '../../platform/papers/xlsx-cells.ts';
import { FORMER_COLUMNS } from '../../publications/former-article.ts';
import { type FormerList, linesOfJson, linesOfSheet } from '../../publications/former-list.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { loadCalendar } from '../../statute/store.ts';
import { type Io, unknownOption } from '../command.ts';
import { readJsonFile } from '../json-file.ts';
import { dataFolderOf, reach } from '../reach.ts';
import { uploadGuard } from '../start/upload-guard.ts';
import { limitedWorker } from '../uploads/limited-worker.ts';
import { type FormerFiles, openFormerFiles } from './former-files.ts';
import { type Imported, importSheet, importText } from './import-report.ts';
import { importSite } from './import-site.ts';

export const IMPORT_CALL =
  'gongkai site import 清单.xlsx|清单.json [--files 文件夹] [--columns 对照表.json] [--dry-run] [--report 报告.xlsx|报告.txt]';

export const importUsage = `用法：${IMPORT_CALL}

把旧网站的文章连同图片、附件导进来，旧网址转到新的网页。系统不必停。
清单  XLSX 第一行是表头；JSON 是数组，每篇文章一个对象，名称同表头。认得这些列：
      ${FORMER_COLUMNS.map(({ head, must }) => (must ? `${head}（必填）` : head)).join('、')}
--files    旧网站的文件夹。正文里的图片、链接，“附件”一列，都按路径在这里找；文件夹以外的不读。
--columns  旧栏目对本站栏目的对照表，例如 {"工作动态":"部门动态"}。
--dry-run  试运行：同样的检查，什么也不写入。
--report   逐行写明没有导入的和要留意的：行、字段、问题、怎么办。
原发布日期作为原网站的事实记下，网页上写“原网站发布于”和移入本站的日期，不当作本系统的发布时间。
附件与上传时一样隔离、识别、查验；正文按本站的规则清理；有个人信息等错误的不导入，写在报告里。
中途断了，或者改好清单，再运行一次：已经导入的按旧网址认出，不会重复。
导入到哪一个系统，由启动时的同样设置决定（GONGKAI_DATA、DATABASE_URL、GONGKAI_KEY_FILE）。
退出码：0 全部导入；1 有没有导入的；2 用法不对，或者清单不能读。

例：gongkai site import 旧网站.json --files /srv/old --columns 栏目.json --dry-run --report 报告.xlsx`;

interface Wanted {
  readonly list: string;
  readonly files?: string;
  readonly columns?: string;
  readonly report?: string;
  readonly dryRun: boolean;
}

export async function importFormerSite(args: readonly string[], io: Io): Promise<number> {
  const unknown = unknownOption(args, ['--files', '--columns', '--report', '--dry-run']);
  if (unknown) {
    io.err(`${unknown}\n\n${importUsage}`);
    return 2;
  }
  const wanted = wantedBy(args);
  if (!wanted) {
    io.err(`请写 gongkai site import 清单，选项见下。\n\n${importUsage}`);
    return 2;
  }
  const done = await imported(wanted, io);
  if (isRefusal(done)) {
    io.err(`没有导入（${done.basis}）：${done.says}`);
    return 2;
  }
  if (wanted.report !== undefined) await writeReport(resolve(wanted.report), done, wanted.dryRun);
  io.out(importText(done, wanted.dryRun, REMARKS_SHOWN));
  return done.refused > 0 ? 1 : 0;
}

const REMARKS_SHOWN = 50;

function wantedBy(args: readonly string[]): Wanted | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        files: { type: 'string' },
        columns: { type: 'string' },
        report: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [list, ...others] = positionals;
    if (list === undefined || others.length > 0 || !/\.(?:xlsx|json)$/i.test(list)) return undefined;
    if (values.report !== undefined && !/\.(?:xlsx|txt)$/i.test(values.report)) return undefined;
    const { files, columns, report } = values;
    return {
      list,
      dryRun: values['dry-run'],
      ...(files && { files }),
      ...(columns && { columns }),
      ...(report && { report }),
    };
  } catch {
    return undefined;
  }
}

const BASIS = '旧网站导入的要求';
const unread = (says: string) => refuse('PUB-91', BASIS, says);

async function imported(wanted: Wanted, io: Io): Promise<Imported | Refusal> {
  const list = await readList(wanted.list, io);
  if ('says' in list) return unread(list.says.join('\n'));
  const columns = await readColumns(wanted.columns, io);
  if (isRefusal(columns)) return columns;
  const folder = openFolder(wanted.files);
  if (isRefusal(folder)) return folder;
  const root = packageRoot();
  const config = readConfig({ env: process.env, packageRoot: root, workingFolder: process.cwd() });
  if (isRefusal(config)) return config;
  const server = await reach(config, root);
  if (isRefusal(server)) return server;
  try {
    if (!(await isUpToDate(server.connectionString, readMigrations(join(root, 'migrations'))))) return NOT_UPGRADED;
    const dataFolder = dataFolderOf(config, root);
    const keys = openKeyFile(config.keyFile ?? join(dataFolder, 'identity.key'), { mayCreate: false });
    if (isRefusal(keys)) return keys;
    const shelf = openShelf(config, dataFolder);
    if (isRefusal(shelf)) return shelf;
    const db = openDatabase({ connectionString: server.connectionString, maxConnections: 2 });
    try {
      const agencies = await listAgencies(db);
      const county = headOf(agencies);
      if (!county) return NO_COUNTY;
      const look = limitedWorker<LookedInto>(join(root, 'dist', 'server', 'look-worker.js'));
      const house = await houseOf(db);
      return await importSite({
        lines: list.lines,
        ground: { countyId: county.id, agencies, columns },
        folder,
        house,
        files: openFileStore(filesFolderIn(dataFolder), keys, { guard: uploadGuard(house, config), shelf }),
        lookInto: (kind, file) => look({ kind, file }),
        dryRun: wanted.dryRun,
        onProgress: (done, so) =>
          io.out(`已看 ${done}/${so.lines} 条：导入 ${so.imported}，以前已有 ${so.before}，没有导入 ${so.refused}……`),
      });
    } finally {
      await db.destroy();
    }
  } finally {
    await server.stop();
  }
}

async function houseOf(db: Db) {
  const { calendar } = await loadCalendar(db);
  return { db, now: () => new Date(), newId: randomUUID, calendar };
}

const NOT_UPGRADED = refuse('NOT_UPGRADED', '数据库升级记录', '数据库与这一版程序不一致，请先启动一次系统，再导入。');
const NO_COUNTY = refuse('NO_COUNTY', '首次设置', '系统还没有设置过。请先启动，完成首次设置，建好机关，再导入。');

const COLUMNS_READ = 100;
const MOST_MEGABYTES = 100;

async function readList(path: string, io: Io): Promise<FormerList> {
  if (/\.json$/i.test(path)) {
    const read = await readJsonFile(path, io, MOST_MEGABYTES);
    return 'says' in read ? { says: [read.says] } : linesOfJson(read.value);
  }
  let file: Buffer;
  try {
    file = await io.read(path);
  } catch {
    return { says: [`读不了文件“${path}”。请检查路径和读取权限。`] };
  }
  const rows = file.length > MOST_MEGABYTES * 1024 * 1024 ? undefined : readCells(file, COLUMNS_READ);
  return rows
    ? linesOfSheet(rows)
    : { says: [`“${path}”不是能读的 XLSX 表格，或者展开以后太大、加了密码。请分成几份，或者改用 JSON。`] };
}

async function readColumns(path: string | undefined, io: Io): Promise<ReadonlyMap<string, string> | Refusal> {
  if (path === undefined) return new Map();
  const read = await readJsonFile(path, io);
  if ('says' in read) return unread(read.says);
  const { value } = read;
  const pairs =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : undefined;
  if (!pairs?.every((pair): pair is [string, string] => typeof pair[1] === 'string'))
    return unread(`对照表“${path}”应当是 {"旧栏目":"本站栏目"} 这样的 JSON。`);
  return new Map(pairs);
}

function openFolder(path: string | undefined): FormerFiles | Refusal {
  try {
    return openFormerFiles(path && resolve(path));
  } catch {
    return unread(`没有“${path}”这个文件夹，或者没有读取权限。`);
  }
}

async function writeReport(path: string, done: Imported, dryRun: boolean): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const text = () => Buffer.from(`${importText(done, dryRun)}\n`);
  writeFileSync(path, /\.txt$/i.test(path) ? text() : await writeFilled(importSheet(done, dryRun)));
}
