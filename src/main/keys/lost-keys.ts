/**
 * 丢失的密钥: what rows and files name and the key file does not hold. A start with another installation's key file would seal new contents under it
 * beside the old ones, which nobody could open [SEC-51]; so the start asks what `gongkai doctor` asks.
 */
import type { Db } from '../../platform/database.ts';
import { type HeldShelf, ShelfFault } from '../../platform/files/shelf.ts';
import { readKeyFile } from '../../platform/key-file.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { keysInDatabase, keysInUse } from './key-places.ts';

export interface KeyPlaces {
  readonly db: Db;
  readonly shelf: Pick<HeldShelf, 'list' | 'open'>;
  readonly keyFile: string;
  /** A bucket is asked for each file that is looked at. */
  readonly files: number;
}

/** @returns ids; read before the file is, so that a key which is just being added counts */
export async function lostKeys({ db, shelf, keyFile, files }: KeyPlaces): Promise<readonly string[] | Refusal> {
  const uses = await keysInUse(db, shelf, files).catch((error) => {
    // What is wrong with the shelf is told under its own name.
    if (error instanceof ShelfFault) return keysInDatabase(db);
    throw error;
  });
  const file = readKeyFile(keyFile);
  if (isRefusal(file)) return file;
  const known = new Set(file.keys.map(({ id }) => id));
  return [...new Set(uses.flatMap(({ counts }) => [...counts.keys()]))].filter((id) => !known.has(id));
}

const FILES_AT_START = 50;

/** Why nothing may be sealed with this key file. */
export async function foreignKeyFile(places: Omit<KeyPlaces, 'files'>): Promise<Refusal | undefined> {
  const lost = await lostKeys({ ...places, files: FILES_AT_START });
  if (isRefusal(lost)) return lost;
  if (lost.length === 0) return undefined;
  return refuse(
    'KEY_FILE_FOREIGN',
    '启动设置 GONGKAI_KEY_FILE',
    `密钥文件 ${places.keyFile} 里没有正在使用的密钥 ${lost.join('、')}，是别处的或者旧的。用它启动，以前的身份信息打不开，新的又用另一把密钥加密，所以没有启动。请从备份恢复含有这把密钥的文件，或用 GONGKAI_KEY_FILE 指明它的位置；各处用的是哪一把，看 gongkai keys status。`,
  );
}
