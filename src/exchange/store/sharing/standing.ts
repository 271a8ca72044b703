/** 接口的状况: how much each connection has confirmed, and how the last comparison came out. */
import type { Db } from '../../../platform/database.ts';
import type { KeptDifference } from './tables.ts';

export interface Standing {
  readonly confirmed: number;
  readonly confirmedAt: Date | null;
}

export async function standingOf(db: Db, connectionId: string): Promise<Standing> {
  return db
    .selectFrom('shared_copies')
    .select((q) => [
      q.fn.countAll<number>().filterWhereRef('confirmed', '=', 'revision').as('confirmed'),
      q.fn.max('confirmed_at').as('confirmedAt'),
    ])
    .where('connection_id', '=', connectionId)
    .executeTakeFirstOrThrow();
}

export interface KeptComparison {
  readonly at: Date;
  readonly told: boolean;
  readonly ours: number;
  readonly theirs: number;
  readonly under_way: number;
  readonly found: number;
  readonly differences: readonly KeptDifference[];
}

export async function lastComparison(db: Db, connectionId: string): Promise<KeptComparison | undefined> {
  return db
    .selectFrom('comparisons')
    .select(['at', 'told', 'ours', 'theirs', 'under_way', 'found', 'differences'])
    .where('connection_id', '=', connectionId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
