/** 更换密钥 [SEC-16]: the two changes of the key file, each with its trace. The ledger names keys by their ids and holds no secret. */
import { entriesOf } from '../../ledger/store.ts';
import { ALLOWED, denied } from '../../people/actor.ts';
import type { Decision, Stairs } from '../../perform.ts';
import type { ResealPlace } from '../../platform/files/reseal-files.ts';
import { takeKeyTurn, writeKeyFile } from '../../platform/key-change.ts';
import { digestsToKeep, type KeyFile, newKey, readKeyFile } from '../../platform/key-file.ts';
import { isRefusal, refuse } from '../../statute/refusal.ts';
import { countOf, keysInUse } from './key-places.ts';

export interface KeyCommand {
  readonly verb: 'addKey' | 'removeOldKeys';
}

export interface KeyGround {
  readonly keyFile: string;
  readonly files: ResealPlace;
}

interface Found {
  readonly file: KeyFile;
  /** Values that still lie under another key than the newest. */
  readonly old: number;
  /** The newest key stands in the ledger. */
  readonly traced: boolean;
}

const BASIS = '《个人信息保护法》第五十一条第三项';
const ROOM = 'keys';

/** A value sealed just before the new key was there may be saved a moment later; no request and no transaction lasts this long. */
const SETTLED_MINUTES = 10;

export function keyStairs({ keyFile, files }: KeyGround): Stairs<Found, KeyFile, KeyCommand> {
  return {
    room: ROOM,
    async load(tx, { verb }) {
      await takeKeyTurn(tx);
      const file = readKeyFile(keyFile);
      if (isRefusal(file)) return file;
      const newest = newestOf(file).id;
      const old = verb === 'addKey' ? 0 : countOf(await keysInUse(tx, files.shelf), (key) => key !== newest);
      return { file, old, traced: (await entriesOf(tx, ROOM, newest)).length > 0 };
    },
    // Whoever may run a program beside the key file holds the key anyway.
    permit: (actor) =>
      actor.kind === 'system' ? ALLOWED : denied(refuse('NOT_YOUR_ROLE', BASIS, '密钥只能在服务器上用命令更换。')),
    decide({ file, old, traced }, { verb }, { at }) {
      if (verb === 'addKey') return added(file, traced, at);
      if (file.keys.length === 1) return NO_OLD_KEY;
      if (old > 0)
        return refuse(
          'SEC-17',
          BASIS,
          `还有 ${old} 个值是用旧密钥加密的，旧密钥不能去掉。请再运行 gongkai keys rotate。`,
        );
      const since = at.getTime() - Date.parse(newestOf(file).madeAt ?? at.toISOString());
      if (since < SETTLED_MINUTES * 60_000)
        return refuse(
          'SEC-17',
          BASIS,
          `新密钥启用不到 ${SETTLED_MINUTES} 分钟，正在办理的可能还会存入用旧密钥加密的内容。旧密钥还在，请过一会儿再运行。`,
        );
      const next = { keys: [newestOf(file)], digests: digestsToKeep(file) };
      return footprint('removedOldKeys', next, { removed: file.keys.slice(0, -1).map(({ id }) => id) });
    },
    async save(_, next, { file }) {
      const refused = next === file ? undefined : writeKeyFile(keyFile, next);
      if (refused) throw new KeyFileUnchanged(refused.says);
    },
  };
}

/** Thrown inside the transaction, so that nothing is recorded of what was not done. */
export class KeyFileUnchanged extends Error {}

/** A rotation that was cut off goes on with the key it had made; only where one key is left another is made. */
function added(file: KeyFile, traced: boolean, at: Date): Decision<KeyFile> | ReturnType<typeof refuse> {
  if (file.keys.length > 1 && traced) return GOES_ON;
  const next =
    file.keys.length > 1 ? file : { ...file, keys: [...file.keys, { ...newKey(), madeAt: at.toISOString() }] };
  return footprint('addedKey', next, { cipher: newestOf(next).cipher });
}

/** No refusal to the operator: the caller goes on with the keys that are there. */
export const GOES_ON = refuse('KEY_IS_THERE', BASIS, '上一次更换还没有做完，接着做。');

export const NO_OLD_KEY = refuse('SEC-17', BASIS, '密钥文件里只有一把密钥，没有旧的可以去掉。');

function footprint(verb: string, next: KeyFile, content: unknown): Decision<KeyFile> {
  return { next, entry: { verb, subject: newestOf(next).id, agencyId: '', basis: BASIS, content } };
}

export function newestOf({ keys }: KeyFile): KeyFile['keys'][number] {
  return keys[keys.length - 1]!;
}
