/**
 * 成批的文件: every file of the folders, archives and paths asked for, in a fixed order, read only when its turn comes. What the system, an
 * office program or a browser left beside the files is named once and not read.
 */
import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BASIS, MAX_BYTES, NOT_OPENED } from '../../annual-report/read/refusals.ts';
import { type ArchiveEntry, archiveEntries } from '../../platform/files/archive-entries.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';

export interface ReportSource {
  /** Path as asked for; `年报.zip/某局.html` within an archive. */
  readonly name: string;
  /** Its bytes, or why there are none. */
  readonly content: Buffer | Refusal;
}

const MISSING = refuse('REPORT_UNOPENED', BASIS, '没有这个文件或者文件夹。请检查路径。');
const LEADS_OUT = refuse(
  'REPORT_UNOPENED',
  BASIS,
  '文件名指向压缩包以外，没有打开。请把这个文件单独取出，核对来源以后再读取。',
);
const BROKEN_ARCHIVE = refuse(
  'REPORT_UNOPENED',
  BASIS,
  '压缩包打不开，或者读到这里断了，后面的没有读。请重新取得压缩包，或者解压后再读取。',
);
const NESTED = refuse('REPORT_ARCHIVE', BASIS, '压缩包套了两层以上，没有打开。请先解压。');
const NOTHING_INSIDE = refuse('REPORT_NONE_INSIDE', BASIS, '压缩包里没有文件。');

const JUNK = /(?:^|\/)(?:__MACOSX|\.[^/]+|~\$[^/]*|Thumbs\.db|desktop\.ini)(?:\/|$)/i;
const ZIP = /\.zip$/i;
/** What a browser saves beside a page. */
const COMPANIONS = /[._]files$/i;
/** An archive within an archive is opened, one within that is not. */
const DEEPEST = 1;

export interface Wanted {
  /** Names what need not be opened again. */
  readonly skip: (name: string) => boolean;
  /** Told of what is no report and was left by a program. */
  readonly left: (name: string) => void;
}

export async function* reportSources(paths: readonly string[], wanted: Wanted): AsyncGenerator<ReportSource> {
  for (const path of paths.flatMap((asked) => filesIn(asked, wanted))) {
    if (wanted.skip(path)) continue;
    if (ZIP.test(path) && statSync(path, { throwIfNoEntry: false })?.isFile()) yield* entriesOf(path, path, wanted);
    else yield { name: path, content: contentOf(path) };
  }
}

async function* entriesOf(
  name: string,
  archive: string | Buffer,
  wanted: Wanted,
  depth = 0,
): AsyncGenerator<ReportSource> {
  let count = 0;
  try {
    for await (const entry of archiveEntries(archive, MAX_BYTES)) {
      count += 1;
      const full = `${name}/${entry.name}`;
      if (JUNK.test(entry.name) && !entry.leadsOut) wanted.left(full);
      else if (wanted.skip(full)) continue;
      else if (!ZIP.test(entry.name) || entry.content === null) yield { name: full, content: inside(entry) };
      else if (depth >= DEEPEST) yield { name: full, content: NESTED };
      else yield* entriesOf(full, entry.content, wanted, depth + 1);
    }
  } catch {
    yield { name, content: BROKEN_ARCHIVE };
    return;
  }
  if (count === 0) yield { name, content: NOTHING_INSIDE };
}

function inside({ content, leadsOut }: ArchiveEntry): Buffer | Refusal {
  return content ?? (leadsOut ? LEADS_OUT : NOT_OPENED);
}

/** Links are not followed: they may lead in a circle. */
function filesIn(path: string, wanted: Wanted): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = new Set(entries.map(({ name }) => name));
  return entries.flatMap((entry) => {
    const within = join(path, entry.name);
    if (JUNK.test(entry.name) || isCompanion(entry, names)) {
      wanted.left(within);
      return [];
    }
    if (entry.isDirectory()) return filesIn(within, wanted);
    return entry.isFile() ? [within] : [];
  });
}

function isCompanion(entry: Dirent, names: ReadonlySet<string>): boolean {
  const page = entry.name.replace(COMPANIONS, '');
  return entry.isDirectory() && page !== entry.name && ['.html', '.htm'].some((kind) => names.has(page + kind));
}

function contentOf(path: string): Buffer | Refusal {
  try {
    return statSync(path).size > MAX_BYTES ? NOT_OPENED : readFileSync(path);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? MISSING : NOT_OPENED;
  }
}

/** Whether two paths are one file, which need not be there. */
export function isSameFile(one: string, other: string): boolean {
  if (basename(one) !== basename(other)) return false;
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
