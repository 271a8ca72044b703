/** 送出: does what is due in the outbox, a few at a time, and leaves the rest to the next round. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Db } from '../database.ts';
import type { Logger } from '../log.ts';
import { isDatabaseAway } from '../reading/database-away.ts';
import { type Holding, underLease } from './lease.ts';
import { type Outcome, type Piece, renewLeases, settle, takeDue, type WhichWorks } from './outbox.ts';

/** By the name of the work: does one piece. What it throws is a fault of the program and tried again. */
export type Works = Readonly<Record<string, (piece: Piece) => Promise<Outcome>>>;

export interface Delivery {
  readonly db: Db;
  readonly now: () => Date;
  readonly works: Works;
  /** Absent: all that is due, also what nobody here knows how to do. */
  readonly which?: WhichWorks;
  readonly log: Pick<Logger, 'error'>;
  readonly every?: Holding['every'];
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** At work at the same time. */
const AT_ONCE = 8;

/** Of one round: a stop of the program waits no longer than for these. */
const ROUND = 400;

/** @returns how many pieces were tried */
export async function deliverDue(delivery: Delivery, most = ROUND): Promise<number> {
  const { db, now, works, which, log, every } = delivery;
  for (let tried = 0; ; ) {
    const pieces = await takeDue(db, now(), Math.min(AT_ONCE, most - tried), which);
    const held = new Set(pieces);
    const done = async (piece: Piece) => {
      const outcome = await tryPiece(works, piece, log);
      await settleOnceItAnswers(delivery, piece, outcome);
      held.delete(piece);
      return outcome;
    };
    const outcomes = await underLease({ renew: () => renewLeases(db, held), log, every }, () =>
      Promise.all(pieces.map(done)),
    );
    tried += pieces.length;
    const down = outcomes.some((outcome) => outcome.end === 'later' && outcome.down);
    if (down || tried >= most || pieces.length === 0) return tried;
  }
}

/** What was sent and not noted is sent again: so the end of a try outlasts a database that is away for a while. */
async function settleOnceItAnswers({ db, now, wait = delay }: Delivery, piece: Piece, outcome: Outcome): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await settle(db, piece, outcome, now());
    } catch (error) {
      if (tries >= NOTE_TRIES || !isDatabaseAway(error)) throw error;
      await wait(NOTE_AGAIN_MS);
    }
  }
}

/** Less than the end of the program waits for a sweep, where each is refused at once. */
const [NOTE_TRIES, NOTE_AGAIN_MS] = [50, 500];

async function tryPiece(works: Works, piece: Piece, log: Delivery['log']): Promise<Outcome> {
  const work = works[piece.work];
  if (!work) return { end: 'never', said: `这个版本的程序不会办“${piece.work}”。` };
  try {
    return await work(piece);
  } catch (error) {
    log.error({ work: piece.work, piece: piece.id, err: error }, 'outbox piece failed');
    return { end: 'later', said: '程序故障，详情见日志。' };
  }
}
