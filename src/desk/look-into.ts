/**
 * 查看文件 [FIL-14]: what a file says, and what lies in it unseen, before it may leave. Of files of strangers this is asked of a worker thread,
 * where time and memory can be taken away.
 */
import type { FileKindName } from '../platform/files/file-kinds.ts';
import type { FileStore, KeptFile } from '../platform/files/file-store.ts';
import { fileContent } from '../platform/papers/file-content.ts';
import { hiddenContent, hiddenInPdf, hiddenInPicture, NOT_LOOKED_INTO } from '../review/hidden-content.ts';
import type { Issue } from '../statute/issue.ts';

export interface LookedInto {
  /** Every word in it, hidden ones too. */
  readonly words: string;
  readonly hidden: readonly Issue[];
}

export type LookInto = (kind: FileKindName, file: Buffer) => Promise<LookedInto | 'tooMuch'>;

export async function lookInto(kind: FileKindName, file: Buffer): Promise<LookedInto> {
  const content = await fileContent(kind, file);
  const { words } = content;
  switch (content.form) {
    case 'office':
      return { words, hidden: hiddenContent(content.parts) };
    case 'pdf':
      return { words, hidden: hiddenInPdf(content.back) };
    case 'picture':
      return { words, hidden: hiddenInPicture(kind as 'jpg' | 'tif' | 'png', content.bytes) };
    case 'text':
      return { words, hidden: [] };
    case 'closed':
      return { words, hidden: [NOT_LOOKED_INTO] };
  }
}

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
