/**
 * 分发 [MSG-2]: a notice that waits becomes what each officer sees in the product, and a message where he wants one. Done twice it is there
 * once: everything is named after the notice and its receiver.
 */
import { sharesPersonWithAny } from '../../people/hand.ts';
import type { Notice } from '../../people/notice.ts';
import { waysOf } from '../../people/store/contacts.ts';
import { holdersOf } from '../../people/store/holders.ts';
import { isActive } from '../../people/store/officers.ts';
import { inTransaction } from '../../perform.ts';
import type { Db } from '../../platform/database.ts';
import { type NewPiece, type Outcome, type Piece, queueWork } from '../../platform/outbox/outbox.ts';
import { type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import type { Channels } from '../channel.ts';
import { daytimeFrom, type MessageBody, type Outsider } from '../message.ts';
import { keepNotices } from './officer-notices.ts';
import { SEND } from './send.ts';

export interface Telling {
  readonly db: Db;
  readonly now: () => Date;
  readonly channels: Channels;
}

export async function tell({ db, now, channels }: Telling, piece: Piece): Promise<Outcome> {
  const notice = piece.body as Notice;
  if (notice.to.kind === 'applicant' || notice.to.kind === 'writer')
    return tellOutsider(db, piece, notice, notice.to, channels, now());
  const officerIds = await receiversOf(db, notice.to, civilDateAt(now()));
  if (officerIds.length === 0) return { end: 'done', said: '没有在岗的人可以通知。' };
  const ways = await waysOf(db, officerIds);
  const message = (officerId: string, by: 'mail' | 'sms', runAt: Date): NewPiece[] => {
    const wanted = (by === 'mail' ? ways.get(officerId)?.byMail : ways.get(officerId)?.bySms) ?? [];
    if (!channels[by] || !wanted.includes(notice.kind)) return [];
    return [pieceFor(piece, `${piece.id}:${officerId}:${by}`, notice, { kind: 'officer', officerId, by }, runAt)];
  };
  await inTransaction(db, async (tx) => {
    await keepNotices(tx, notice, officerIds, { id: piece.id, at: piece.madeAt });
    const messages = officerIds.flatMap((id) => [
      ...message(id, 'mail', now()),
      ...message(id, 'sms', daytimeFrom(now())),
    ]);
    await queueWork(tx, messages, now());
  });
  return { end: 'done', said: `通知了${officerIds.length}人。` };
}

/** Whether he gave an address is not known until it is opened, which is done only to send. */
async function tellOutsider(
  db: Db,
  piece: Piece,
  notice: Notice,
  to: Outsider,
  channels: Channels,
  now: Date,
): Promise<Outcome> {
  if (!channels.mail && !channels.sms) return { end: 'done', said: '没有配置邮件和短信，没有通知。' };
  const message = pieceFor(piece, `${piece.id}:${to.kind}`, notice, to, daytimeFrom(now));
  await inTransaction(db, (tx) => queueWork(tx, [message], now));
  return { end: 'done', said: '交给邮件或者短信。' };
}

function pieceFor({ agencyId }: Piece, id: string, notice: Notice, to: MessageBody['to'], runAt: Date): NewPiece {
  const body: MessageBody = { to, notice: notice.kind, particulars: notice.particulars };
  return { id, work: SEND, agencyId, body, runAt };
}

async function receiversOf(db: Db, to: Exclude<Notice['to'], Outsider>, on: CivilDate): Promise<string[]> {
  if (to.kind === 'officer') return (await isActive(db, to.officerId)) ? [to.officerId] : [];
  const told = (await holdersOf(db, to.roles, on)).filter(
    ({ reach, hand }) => reach.includes(to.agencyId) && !sharesPersonWithAny(to.except, hand),
  );
  return [...new Set(told.map(({ officerId }) => officerId))];
}
