/** 送出: does what is due in the outbox, a few at a time, and leaves the rest to the next round. */
import type { Db } from '../database.ts';
import type { Logger } from '../log.ts';
import { type Outcome, type Piece, settle, takeDue, type WhichWorks } from './outbox.ts';

/** By the name of the work: does one piece. What it throws is a fault of the program and tried again. */
export type Works = Readonly<Record<string, (piece: Piece) => Promise<Outcome>>>;

export interface Delivery {
  readonly db: Db;
  readonly now: () => Date;
  readonly works: Works;
  /** Absent: all that is due, also what nobody here knows how to do. */
  readonly which?: WhichWorks;
  readonly log: Pick<Logger, 'error'>;
}

/** At work at the same time. */
const AT_ONCE = 8;

/** Of one round: a stop of the program waits no longer than for these. */
const ROUND = 400;

/** @returns how many pieces were tried */
export async function deliverDue({ db, now, works, which, log }: Delivery, most = ROUND): Promise<number> {
  for (let tried = 0; ; ) {
    const pieces = await takeDue(db, now(), Math.min(AT_ONCE, most - tried), which);
    const outcomes = await Promise.all(
      pieces.map(async (piece) => {
        const outcome = await tryPiece(works, piece, log);
        await settle(db, piece, outcome, now());
        return outcome;
      }),
    );
    tried += pieces.length;
    const down = outcomes.some((outcome) => outcome.end === 'later' && outcome.down);
    if (down || tried >= most || pieces.length === 0) return tried;
  }
}

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
