/** 查过的附件 [PUB-62]: a kept file with every word it says and what the checks find in it, before a row names it. */
import type { FileStore, KeptFile } from '../../platform/files/file-store.ts';
import { findingsInFile } from '../../publications/attached-file.ts';
import type { AddAttachedFile } from '../../publications/store/attached-files.ts';
import type { WordFinder } from '../../review/county-words.ts';
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { type LookInto, lookIntoKept } from './look-into.ts';

/** A file of more words than the collected works of a county is no attachment. */
const MOST_WORDS = 5_000_000;

export async function examinedUpload(
  kept: KeptFile,
  agencyId: string,
  files: Pick<FileStore, 'read'>,
  lookInto: LookInto,
  finder: WordFinder,
): Promise<AddAttachedFile['file'] | Refusal> {
  const looked = await lookIntoKept(kept, files, lookInto);
  if (looked === 'tooMuch' || looked.words.length > MOST_WORDS)
    return refuse('PUB-62', art(17), `“${kept.name}”内容太多，没有查完，没有接收。请拆成几个文件再上传。`);
  const { words, hidden, behind } = looked;
  return {
    ...kept,
    agencyId,
    words: words.replaceAll('\0', ''),
    findings: findingsInFile(kept, { words, hidden, behind }, finder),
  };
}
