/**
 * 更换密钥 [SEC-16, SEC-17]: a new key, then everything sealed anew under it in small steps. Cut off anywhere, the next run goes on: what is done tells
 * itself by the key id in front of each value, and the old key stays in the file until nobody needs it.
 */
import { SYSTEM } from '../../people/actor.ts';
import { type House, inTransaction, perform } from '../../perform.ts';
import { resealFiles } from '../../platform/files/reseal-files.ts';
import { type KeyFile, keyRing, readKeyFile } from '../../platform/key-file.ts';
import { resealBatch } from '../../platform/sealed-column.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { countOf, keysInUse, SEALED_COLUMNS } from './key-places.ts';
import { GOES_ON, KeyFileUnchanged, type KeyGround, keyStairs, NO_OLD_KEY, newestOf } from './key-stairs.ts';

export interface Rotation extends KeyGround {
  readonly house: House;
  readonly removeOld: boolean;
  /** After every step. */
  readonly onStep: (done: number) => void;
}

export interface Rotated {
  readonly newest: string;
  readonly done: number;
  /** Still in the file. */
  readonly older: readonly string[];
  /** Values still under an older key, and where those are that do not open. */
  readonly left: number;
  readonly stuck: readonly string[];
}

export async function rotate(rotation: Rotation): Promise<Rotated | Refusal> {
  const { house, keyFile, files, removeOld, onStep } = rotation;
  // In this order: a key is in the file before anything lies under it.
  const uses = await keysInUse(house.db, files.shelf);
  const before = readKeyFile(keyFile);
  if (isRefusal(before)) return before;
  const lost = lostKeys(before, uses);
  if (lost) return lost;
  if (removeOld && before.keys.length === 1) return NO_OLD_KEY;

  const added = await change(rotation, 'addKey');
  if (isRefusal(added) && added !== GOES_ON) return added;
  const file = readKeyFile(keyFile);
  if (isRefusal(file)) return file;
  const { done, stuck } = await resealAll(rotation, file, onStep);
  const newest = newestOf(file).id;
  const left = countOf(await keysInUse(house.db, files.shelf), (key) => key !== newest);
  if (!removeOld) return { newest, done, stuck, left, older: olderOf(file) };
  const removed = await change(rotation, 'removeOldKeys');
  return isRefusal(removed) ? removed : { newest, done, stuck, left, older: [] };
}

async function change({ house, ...ground }: Rotation, verb: 'addKey' | 'removeOldKeys'): Promise<KeyFile | Refusal> {
  try {
    return await perform(house, keyStairs(ground), SYSTEM, { verb });
  } catch (error) {
    if (!(error instanceof KeyFileUnchanged)) throw error;
    return refuse('KEY_FILE_UNCHANGEABLE', '启动设置 GONGKAI_KEY_FILE', error.message);
  }
}

async function resealAll({ house, files }: Rotation, file: KeyFile, onStep: Rotation['onStep']) {
  const ring = keyRing(file.keys, file.digests);
  const stuck: string[] = [];
  let done = 0;
  for (const column of SEALED_COLUMNS) {
    for (let after: string | null = ''; after !== null; ) {
      const from: string = after;
      const batch = await inTransaction(house.db, (tx) => resealBatch(tx, column, ring, from));
      stuck.push(...batch.stuck.map((row) => `${column.table} ${row}`));
      after = batch.next;
      done += batch.done;
      onStep(done);
    }
  }
  const stuckFiles = await resealFiles(files, ring, async () => {
    done += 1;
    onStep(done);
  });
  return { done, stuck: [...stuck, ...stuckFiles.map((id) => `files/kept ${id}`)] };
}

function olderOf({ keys }: KeyFile): readonly string[] {
  return keys.slice(0, -1).map(({ id }) => id);
}

/** 丢了的密钥: values lie under a key that the file does not hold. Nothing is begun, since the way back is the right file. */
function lostKeys({ keys }: KeyFile, uses: Awaited<ReturnType<typeof keysInUse>>): Refusal | undefined {
  const known = new Set(keys.map(({ id }) => id));
  const lost = new Set(uses.flatMap(({ counts }) => [...counts.keys()]).filter((key) => !known.has(key)));
  if (lost.size === 0) return undefined;
  return refuse(
    'SEC-18',
    '启动设置 GONGKAI_KEY_FILE',
    `有 ${countOf(uses, (key) => lost.has(key))} 个值是用密钥 ${[...lost].join('、')} 加密的，密钥文件里没有，打不开。请先从备份找回含有它的密钥文件；没有开始更换。gongkai keys status 列出它们在哪里。`,
  );
}
