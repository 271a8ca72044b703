/** 写信人、提意见的人和找错的人 are known to rooms on both sides of the channels: how each can be reached is put together here. */
import type { OpenWriter } from '../../exchange/store/send.ts';
import { reachOfWriter } from '../../interaction/store/letter-stairs.ts';
import { reachOfOpinion } from '../../interaction/store/opinion-stairs.ts';
import type { Db } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { reachOfReporter } from '../../supervision/store/mistakes.ts';

export function writerOpener(db: Db, keys: Pick<KeyRing, 'open'>): OpenWriter {
  const reach = { letter: reachOfWriter, mistake: reachOfReporter, opinion: reachOfOpinion };
  return ({ of, id }) => reach[of](db, id, keys);
}
