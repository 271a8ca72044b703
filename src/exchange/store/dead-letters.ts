/** 没有发出的消息: listed for the system administrator, sent again or given up by him. */
import type { AgencyId } from '../../people/agency.ts';
import { namesOfOfficers } from '../../people/store.ts';
import type { Stairs } from '../../perform.ts';
import type { Db } from '../../platform/database.ts';
import { giveUp, listDead, lockPiece, revive } from '../../platform/outbox/dead-pieces.ts';
import {
  type DeadLetterAct,
  decide,
  type FoundMessage,
  NO_SUCH_MESSAGE,
  permit,
  type SettledMessage,
} from '../dead-letter.ts';
import type { MessageBody } from '../message.ts';
import { SEND } from './send.ts';

export interface DeadLetter {
  readonly id: string;
  readonly notice: string;
  readonly by: 'mail' | 'sms' | null;
  /** 姓名 of the officer; null for an applicant. */
  readonly officer: string | null;
  readonly attempts: number;
  readonly madeAt: Date;
  readonly diedAt: Date;
  readonly why: string;
}

export async function deadLetters(db: Db, agencyIds: readonly AgencyId[]): Promise<DeadLetter[]> {
  const pieces = await listDead(db, agencyIds);
  const bodies = pieces.map(({ work, body }) => (work === SEND ? (body as MessageBody) : null));
  const names = await namesOfOfficers(
    db,
    bodies.flatMap((body) => (body?.to.kind === 'officer' ? [body.to.officerId] : [])),
  );
  return pieces.map(({ id, body, attempts, madeAt, settledAt, said }, i) => {
    const to = bodies[i]?.to;
    return {
      id,
      notice: bodies[i]?.notice ?? (body as { readonly kind?: string }).kind ?? '',
      by: to?.kind === 'officer' ? to.by : null,
      officer: to?.kind === 'officer' ? (names.get(to.officerId) ?? '') : null,
      ...{ attempts, madeAt, diedAt: settledAt, why: said },
    };
  });
}

export const deadLetterStairs: Stairs<FoundMessage, SettledMessage, DeadLetterAct> = {
  room: 'exchange',
  async load(tx, { id }) {
    const piece = await lockPiece(tx, id);
    return piece ? { id, agencyId: piece.agencyId, dead: piece.state === 'dead' } : NO_SUCH_MESSAGE;
  },
  permit,
  decide,
  save: (tx, { id, verb }, _loaded, { at }) => (verb === 'sendAgain' ? revive(tx, id, at) : giveUp(tx, id, at)),
};
