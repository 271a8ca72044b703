/** 成批的文件: every file of the folders, archives and paths asked for, in a fixed order, read only when its turn comes. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_BYTES } from '../../annual-report/read/refusals.ts';
import { archiveEntries } from '../../platform/files/archive-entries.ts';

export interface ReportSource {
  /** Path as asked for; `年报.zip/某局.html` within an archive. */
  readonly name: string;
  /** null where it cannot be opened or is too large to be a report. */
  readonly content: Buffer | null;
}

const KINDS = /\.(?:html?|txt|md|docx|xlsx|pdf|doc|xls|json|csv|zip)$/i;

/** `skip` names what need not be opened again. */
export async function* reportSources(
  paths: readonly string[],
  skip: (name: string) => boolean,
): AsyncGenerator<ReportSource> {
  for (const path of paths.flatMap(filesIn)) {
    if (/\.zip$/i.test(path)) {
      if (skip(path)) continue;
      yield* entriesOf(path, skip);
    } else if (!skip(path)) {
      yield { name: path, content: contentOf(path) };
    }
  }
}

async function* entriesOf(path: string, skip: (name: string) => boolean): AsyncGenerator<ReportSource> {
  try {
    for await (const { name, content } of archiveEntries(path, MAX_BYTES)) {
      const full = `${path}/${name}`;
      if (KINDS.test(name) && !skip(full)) yield { name: full, content };
    }
  } catch {
    yield { name: path, content: null };
  }
}

/** Links are not followed: they may lead in a circle. */
function filesIn(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const within = join(path, entry.name);
      if (entry.isDirectory()) return filesIn(within);
      return entry.isFile() && KINDS.test(entry.name) ? [within] : [];
    });
}

function contentOf(path: string): Buffer | null {
  try {
    return statSync(path).size > MAX_BYTES ? null : readFileSync(path);
  } catch {
    return null;
  }
}
