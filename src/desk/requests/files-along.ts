/**
 * 附件随同 [REQ-130] (《条例》第四十四条): what was provided with the reply goes along with the draft, as copies of its own, because the file of the
 * application is erased in its time. A file that names the applicant stays behind, and so does one that could not be searched to its end.
 */
import { climb, type House } from '../../perform.ts';
import type { Tx } from '../../platform/database.ts';
import type { KeptFile } from '../../platform/files/file-store.ts';
import { type AttachedFileId, findingsInFile, MOST_ATTACHED } from '../../publications/attached-file.ts';
import type { AddAttachedFile, attachedFileStairs } from '../../publications/store/attached-files.ts';
import type { ProvidedFile } from '../../requests/facts.ts';
import { attachmentName, findAttachment } from '../../requests/store/request-files.ts';
import { wordsFor } from '../../review/store.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import type { DeskDeps } from '../desk.ts';
import { lookIntoKept } from '../publications/look-into.ts';
import type { Officer } from '../reach.ts';

export type FileAlong = AddAttachedFile['file'];

/** @param tracesIn what of the applicant stands in words; @returns the copies, kept and not yet named by a row */
export async function copiesOf(
  provided: readonly ProvidedFile[],
  agencyId: string,
  tracesIn: (words: string) => Promise<readonly string[]>,
  { house, keys, files, lookInto }: DeskDeps,
): Promise<readonly FileAlong[]> {
  const along: FileAlong[] = [];
  const finder = await wordsFor(house.db, agencyId);
  for (const { id } of provided.slice(0, MOST_ATTACHED)) {
    if (!(await findAttachment(house.db, id))) continue;
    const name = await attachmentName(house.db, id, keys);
    const kept = await files.keep(files.read(id), name);
    if (isRefusal(kept)) continue;
    const looked = await lookIntoKept(kept, files, lookInto);
    if (looked === 'tooMuch' || (await tracesIn(looked.words)).length > 0) {
      await files.remove(kept.id);
      continue;
    }
    const copy: KeptFile =
      (await tracesIn(name)).length > 0 ? { ...kept, name: `附件${along.length + 1}.${kept.kind}` } : kept;
    along.push({
      ...copy,
      agencyId,
      words: looked.words.replaceAll('\0', ''),
      findings: findingsInFile(copy, looked, finder),
    });
  }
  return along;
}

/** @returns what the draft names, or why none of it is done */
export async function enterAlong(
  tx: Tx,
  house: House,
  stairs: typeof attachedFileStairs,
  officer: Officer,
  along: readonly FileAlong[],
): Promise<readonly AttachedFileId[] | Refusal> {
  for (const file of along) {
    const entered = await climb(tx, house, stairs, officer, { verb: 'addAttachedFile', file });
    if (isRefusal(entered)) return entered;
  }
  return along.map(({ id }) => id);
}
