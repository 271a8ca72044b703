/** 随申请、补正交来的文件 [FIL-11, REQ-107]: each climbs by itself, in the transaction of the act it came with, so that both are kept or neither. */
import { type Actor, PUBLIC } from '../../people/actor.ts';
import { climb, type House, inTransaction } from '../../perform.ts';
import type { Tx } from '../../platform/database.ts';
import type { KeptFile } from '../../platform/files/file-store.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { art } from '../../statute/articles.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { FileCommand } from '../commands.ts';
import type { RequestFile, RequestId } from '../info-request.ts';
import { type FilePurposeName, HANDED_IN_AT_MOST } from '../request-files.ts';
import { attachmentStairs } from './request-files.ts';
import { type RequestKeys, requestStairs } from './stairs.ts';

export interface HandedIn {
  readonly file: KeptFile;
  readonly purpose: FilePurposeName;
}

/** Where they go, and by which right. */
interface Way {
  readonly requestId: RequestId;
  readonly codeDigest: string;
  /** Of the fact they came with. */
  readonly factN: number;
}

export async function handIn(
  tx: Tx,
  house: House,
  keys: Pick<KeyRing, 'seal'>,
  actor: Actor,
  way: Way,
  files: readonly HandedIn[],
): Promise<Refusal | undefined> {
  if (files.length > HANDED_IN_AT_MOST)
    return refuse(
      'FIL-11',
      art(29, { paragraph: 2 }),
      `一次最多交 ${HANDED_IN_AT_MOST} 个文件，没有登记。请去掉几个。`,
    );
  for (const { file, purpose } of files) {
    const command = { verb: 'handInFile', ...way, purpose, file } as const;
    const done = await climb(tx, house, attachmentStairs(keys), actor, command);
    if (isRefusal(done)) return done;
  }
  return undefined;
}

/** An act of the applicant's own with what he hands in with it: both, or neither. */
export async function actWithFiles(
  house: House,
  keys: RequestKeys,
  command: FileCommand & { readonly codeDigest: string },
  files: readonly HandedIn[],
): Promise<RequestFile | Refusal> {
  return inTransaction(house.db, async (tx) => {
    const acted = await climb(tx, house, requestStairs(keys), PUBLIC, command);
    if (isRefusal(acted)) return acted;
    const { requestId, codeDigest } = command;
    return (
      (await handIn(tx, house, keys, PUBLIC, { requestId, codeDigest, factN: acted.facts.at(-1)!.n }, files)) ?? acted
    );
  });
}
