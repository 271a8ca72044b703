/**
 * 查看文件 [FIL-14]: what a file says, and what lies in it unseen, before it may leave. Of files of strangers this is asked of a worker thread,
 * where time and memory can be taken away.
 */
import type { FileKindName } from '../../platform/files/file-kinds.ts';
import type { FileStore, KeptFile } from '../../platform/files/file-store.ts';
import { fileContent } from '../../platform/papers/file-content.ts';
import type { WordsBehind } from '../../platform/papers/words-behind.ts';
import {
  COVERED_NOT_LOOKED_AT,
  hiddenContent,
  hiddenInPdf,
  hiddenInPicture,
  NOT_LOOKED_INTO,
} from '../../review/hidden-content.ts';
import type { Issue } from '../../statute/issue.ts';

export interface LookedInto {
  /** Every word in it, hidden ones too. */
  readonly words: string;
  readonly hidden: readonly Issue[];
  /** What it says where nobody looks: properties, caches, names of sheets. */
  readonly behind: readonly WordsBehind[];
}

export type LookInto = (kind: FileKindName, file: Buffer) => Promise<LookedInto | 'tooMuch'>;

export async function lookInto(kind: FileKindName, file: Buffer): Promise<LookedInto> {
  const content = await fileContent(kind, file, { unseen: true });
  const { words } = content;
  switch (content.form) {
    case 'office': {
      const hidden = hiddenContent(content.parts, content.unseen, content.pictures);
      return { words, hidden: kind === 'ofd' ? [...hidden, COVERED_NOT_LOOKED_AT] : hidden, behind: content.behind };
    }
    case 'pdf':
      return { words, hidden: hiddenInPdf(content.back), behind: content.behind };
    case 'picture':
      return {
        words,
        hidden: hiddenInPicture(kind as 'jpg' | 'tif' | 'png', content.bytes),
        behind: content.behind,
      };
    case 'text':
      return { words, hidden: [], behind: [] };
    case 'closed':
      return { words, hidden: [NOT_LOOKED_INTO[OLD.has(kind) ? 'oldFormat' : 'closed']], behind: [] };
  }
}

const OLD: ReadonlySet<FileKindName> = new Set(['doc', 'xls', 'ppt']);

/** A kept file, from its shelf. */
export async function lookIntoKept(
  { id, kind }: Pick<KeptFile, 'id' | 'kind'>,
  files: Pick<FileStore, 'read'>,
  look: LookInto,
): Promise<LookedInto | 'tooMuch'> {
  const pieces: Buffer[] = [];
  for await (const piece of files.read(id)) pieces.push(piece);
  return look(kind, Buffer.concat(pieces));
}
