/**
 * 消息没有发出的提醒 [MSG-13]: system administrators are told in the product, once a day each, when messages have died or nothing goes out:
 * in the product first of all, since the channels are what may be broken.
 */
import type { Notice } from '../../people/notice.ts';
import { holdersOf } from '../../people/store/holders.ts';
import { type House, inTransaction, TELL } from '../../perform.ts';
import { queueWork } from '../../platform/outbox/outbox.ts';
import { countPieces, stalledSince } from '../../platform/outbox/pieces.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { SEND } from './send.ts';
import { SHARE } from './sharing/connections.ts';
import { WECHAT_SEND } from './wechat/works.ts';

/** @returns how many are told, today's earlier ones included */
export async function queueAlarms({ db, now }: House): Promise<number> {
  const at = now();
  const alarms: { readonly id: string; readonly notice: Notice }[] = [];
  for (const { officerId, agencyId, reach } of await holdersOf(db, ['systemAdmin'], civilDateAt(at))) {
    const { dead } = await countPieces(db, reach, SEND);
    const silent =
      (await stalledSince(db, reach, SEND, at)) ??
      (await stalledSince(db, reach, SHARE, at)) ??
      (await stalledSince(db, reach, WECHAT_SEND, at));
    const stalled = silent ? 1 : 0;
    if (dead + stalled === 0) continue;
    const to = { kind: 'officer', officerId } as const;
    const notice = { kind: 'unsent', subject: '', agencyId, to, particulars: { dead, stalled } };
    alarms.push({ id: `unsent:${civilDateAt(at)}:${officerId}`, notice });
  }
  const pieces = alarms.map(({ id, notice }) => ({ id, work: TELL, agencyId: notice.agencyId, body: notice }));
  await inTransaction(db, (tx) => queueWork(tx, pieces, at));
  return alarms.length;
}
