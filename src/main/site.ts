/** `gongkai site export`: the whole portal as static files, for any web server and for the day the program is away. `site import`: a former site. */
import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type Config, readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/database.ts';
import { openFileStore } from '../platform/files/file-store.ts';
import { filesFolderIn, openShelf } from '../platform/files/open-shelf.ts';
import { openKeyFile } from '../platform/key-file.ts';
import { openLog } from '../platform/log.ts';
import { isUpToDate, readMigrations } from '../platform/migrate.ts';
import { packageRoot } from '../platform/package-root.ts';
import { takeFontsFrom } from '../platform/papers/pdf.ts';
import { formerArticles } from '../publications/store/former-addresses.ts';
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';
import { loadCalendar } from '../statute/store.ts';
import { type Command, type Io, unknownOption } from './command.ts';
import { dataFolderOf, reach } from './reach.ts';
import { openExportFolder } from './site/export-folder.ts';
import { type ExportedSite, exportSite } from './site/export-site.ts';
import { IMPORT_CALL, importFormerSite, importUsage } from './site/import-command.ts';
import { portalOf } from './start/compose.ts';
import { uploadGuard } from './start/upload-guard.ts';

const usage = `用法：gongkai site export 文件夹

把整个门户导出为静态文件：首页、栏目和每一页列表、信息和附件、目录、年报、公示。系统不必停。
每个网页是一个文件夹里的 index.html，链接都是相对的，放在哪个网址下都能看；申请、查询进度、搜索、核对年报、
下载 Word 和 PDF 要由系统回答，链接指向 GONGKAI_PUBLIC_URL。导入旧网站的，旧网址能成为网页文件的，在原处写一个转接页。再导出一次，没有变的文件不重写，撤下的删去；中途断了，再运行一次补齐。
文件夹要是空的，或者是以前导出的；里面有别的东西的不导出。
导出哪一个系统，由启动时的同样设置决定（GONGKAI_DATA、DATABASE_URL、GONGKAI_KEY_FILE、GONGKAI_PUBLIC_URL）。
退出码：0 导出了；1 导出了，但有链接打不开，逐个列出；2 用法不对，或者没有导出。

例：GONGKAI_PUBLIC_URL=https://xxgk.example.gov.cn gongkai site export /srv/site`;

export const site: Command = {
  usage: `${usage}

把旧网站的文章导进来：
${IMPORT_CALL}
说明见 gongkai site import --help。`,
  usageOf: async ([verb]) => (verb === 'import' ? importUsage : undefined),
  run: async ([verb, folder, ...rest], io) => {
    if (verb === 'import') return importFormerSite([...(folder === undefined ? [] : [folder]), ...rest], io);
    const unknown = unknownOption([folder ?? '', ...rest], []);
    if (unknown) {
      io.err(`${unknown}\n\n${usage}`);
      return 2;
    }
    if (verb !== 'export' || folder === undefined || folder.startsWith('-') || rest.length > 0) {
      io.err(`请写 gongkai site export 文件夹，或者 gongkai site import 清单。\n\n${usage}`);
      return 2;
    }
    const done = await exportTo(resolve(folder), io);
    if (isRefusal(done)) {
      io.err(`没有导出（${done.basis}）：${done.says}`);
      return 2;
    }
    io.out(sayDone(folder, done));
    return done.left.length > 0 ? 1 : 0;
  },
};

async function exportTo(path: string, io: Io): Promise<ExportedSite | Refusal> {
  const root = packageRoot();
  const config = readConfig({ env: process.env, packageRoot: root, workingFolder: process.cwd() });
  if (isRefusal(config)) return config;
  if (config.publicUrl === undefined) return NO_ADDRESS;
  const server = await reach(config, root);
  if (isRefusal(server)) return server;
  try {
    if (!(await isUpToDate(server.connectionString, readMigrations(join(root, 'migrations'))))) return NOT_UPGRADED;
    return await exportFrom({ ...config, publicUrl: config.publicUrl }, server.connectionString, path, io);
  } finally {
    await server.stop();
  }
}

async function exportFrom(
  config: Config & { readonly publicUrl: string },
  connectionString: string,
  path: string,
  io: Io,
): Promise<ExportedSite | Refusal> {
  const root = packageRoot();
  const dataFolder = dataFolderOf(config, root);
  const keys = openKeyFile(config.keyFile ?? join(dataFolder, 'identity.key'), { mayCreate: false });
  if (isRefusal(keys)) return keys;
  const folder = openExportFolder(path);
  if (isRefusal(folder)) return folder;
  takeFontsFrom(join(dataFolder, 'fonts'));
  const db = openDatabase({ connectionString, maxConnections: 4 });
  try {
    const { calendar } = await loadCalendar(db);
    const house = { db, now: () => new Date(), newId: randomUUID, calendar };
    const shelf = openShelf(config, dataFolder);
    if (isRefusal(shelf)) return shelf;
    const files = openFileStore(filesFolderIn(dataFolder), keys, { guard: uploadGuard(house, config), shelf });
    const { app } = await portalOf(
      { config, house, keys, files, log: openLog('error'), packageRoot: root },
      { plainPages: true },
    );
    const former = await formerArticles(db);
    return await exportSite(app, {
      folder,
      former: former.map(({ path, documentId }) => ({ path, now: `/documents/${documentId}` })),
      server: config.publicUrl.replace(/\/$/, ''),
      onProgress: (done, known) => io.out(`已看 ${done} 个地址，知道 ${known} 个……`),
    });
  } finally {
    await db.destroy();
  }
}

const NO_ADDRESS = refuse(
  'PRT-81',
  '启动设置 GONGKAI_PUBLIC_URL',
  '导出的页面里，申请、查询、搜索的链接要指向系统的网址。请用 GONGKAI_PUBLIC_URL 写明公众访问门户的网址。',
);
const NOT_UPGRADED = refuse('NOT_UPGRADED', '数据库升级记录', '数据库与这一版程序不一致，请先启动一次系统，再导出。');

const LEFT_SHOWN = 20;

function sayDone(folder: string, { pages, files, written, removed, former, left }: ExportedSite): string {
  return [
    `导出到“${folder}”：${pages} 个网页，${files} 个文件；写了 ${written} 个，其余没有变，删去 ${removed} 个。`,
    ...(former.led > 0 ? [`旧网址的转接页 ${former.led} 个。`] : []),
    ...(former.without > 0
      ? [`另有 ${former.without} 个旧网址带参数，或者不是网页的名称，静态文件转接不了，请由系统或者网站服务器转接。`]
      : []),
    ...(left.length > 0 ? [`有 ${left.length} 个链接打不开，没有导出：`] : []),
    ...left.slice(0, LEFT_SHOWN).map((address) => `  ${address}`),
    ...(left.length > LEFT_SHOWN ? [`  还有 ${left.length - LEFT_SHOWN} 个`] : []),
  ].join('\n');
}
