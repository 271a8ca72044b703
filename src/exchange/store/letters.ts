/** 发件箱: what waits, was sent and was not, for the system administrator; what was not he sends again or gives up. */
import type { AgencyId } from '../../people/agency.ts';
import type { Written } from '../../people/notice.ts';
import { namesOfOfficers } from '../../people/store.ts';
import type { Stairs } from '../../perform.ts';
import type { Db } from '../../platform/database.ts';
import type { PieceState } from '../../platform/outbox/outbox.ts';
import { giveUp, listPieces, lockPiece, revive } from '../../platform/outbox/pieces.ts';
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
import { SHARING_WORKS } from './sharing/connections.ts';
import { WECHAT_WORKS } from './wechat/works.ts';

/** What goes to other platforms is no message: it stands with its platform. */
export const PLATFORM_WORKS = [...SHARING_WORKS, ...WECHAT_WORKS] as const;

export interface Letter {
  readonly id: string;
  readonly notice: string;
  readonly by: 'mail' | 'sms' | null;
  /** 姓名 of the officer; null for who is none. */
  readonly officer: string | null;
  readonly outsider: 'applicant' | Written | null;
  readonly attempts: number;
  readonly madeAt: Date;
  /** When it is tried next, or when it was settled. */
  readonly at: Date;
  /** What the other side answered, or why it was not sent. */
  readonly said: string;
}

export async function lettersOf(db: Db, agencyIds: readonly AgencyId[], state: PieceState): Promise<Letter[]> {
  // What could not even be made into a message is dead like a message.
  const pieces = await listPieces(
    db,
    agencyIds,
    state,
    state === 'dead' ? { allBut: PLATFORM_WORKS } : { only: [SEND] },
  );
  const bodies = pieces.map(({ work, body }) => (work === SEND ? (body as MessageBody) : null));
  const names = await namesOfOfficers(
    db,
    bodies.flatMap((body) => (body?.to.kind === 'officer' ? [body.to.officerId] : [])),
  );
  return pieces.map(({ id, body, attempts, madeAt, at, said }, i) => {
    const to = bodies[i]?.to;
    return {
      id,
      notice: bodies[i]?.notice ?? (body as { readonly kind?: string }).kind ?? '',
      by: to?.kind === 'officer' ? to.by : null,
      officer: to?.kind === 'officer' ? (names.get(to.officerId) ?? '') : null,
      outsider: to === undefined || to.kind === 'officer' ? null : to.kind === 'writer' ? to.of : to.kind,
      ...{ attempts, madeAt, at, said },
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
  save: (tx, { act }, _loaded, { at }) =>
    act.verb === 'sendAgain' ? revive(tx, act.id, at) : giveUp(tx, act.id, act.why.trim(), at),
};
