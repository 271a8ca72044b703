/** 双公示的列表 [ENF-21]: of the desk, and of what the public sees. */
import { sql } from 'kysely';
import type { AgencyId } from '../../../people/agency.ts';
import type { Db } from '../../../platform/database.ts';
import type { CivilDate } from '../../../statute/civil-date.ts';
import type { DecisionKindName } from '../../decisions/fields.ts';
import type { RegisteredDecision } from '../../decisions/registered-decision.ts';
import { SHOWN_COLUMNS, toDecision, withCorrections } from './tables.ts';

/** `waiting`: to be shown, or shown and to be corrected. */
export const DECISION_STAGES = ['waiting', 'published', 'withdrawn'] as const;
export type DecisionStage = (typeof DECISION_STAGES)[number];

interface Among {
  readonly agencyIds: readonly AgencyId[];
  readonly kind: DecisionKindName;
  readonly today: CivilDate;
}

export interface DecisionFilter extends Among {
  /** The public sees what is on show, and finds it by what it sees. */
  readonly reader: 'officer' | 'public';
  readonly stage?: DecisionStage | undefined;
  /** In the name or the number. */
  readonly words?: string | undefined;
  readonly page: { readonly number: number; readonly size: number };
}

/** @returns one page, the newest first, of what waits the earliest due; and how many there are */
export async function listDecisions(
  db: Db,
  { agencyIds, kind, today, reader, stage, words = '', page }: DecisionFilter,
): Promise<{ readonly decisions: readonly RegisteredDecision[]; readonly total: number }> {
  if (agencyIds.length === 0) return { decisions: [], total: 0 };
  const sought = `%${words.trim().replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`;
  const query = withCorrections(db)
    .where('d.agency_id', 'in', agencyIds)
    .where('d.kind', '=', kind)
    .$if(reader === 'public', (q) => q.where(onShow(today)))
    .$if(stage === 'waiting', (q) => q.where(waits(today)))
    .$if(stage === 'published' || stage === 'withdrawn', (q) => q.where('d.state', '=', stage as 'published'))
    .$if(words.trim() !== '', (q) =>
      q.where((e) =>
        // Found by his name, a person whose name is covered would be told all the same [ENF-18].
        reader === 'public'
          ? e('d.public_words', 'like', sought)
          : e.or([e('d.subject', 'like', sought), e('d.number', 'like', sought)]),
      ),
    );
  const [rows, { total }] = await Promise.all([
    query
      .selectAll('d')
      .select(SHOWN_COLUMNS)
      .orderBy('d.decided_on', stage === 'waiting' ? 'asc' : 'desc')
      .orderBy('d.id')
      .limit(page.size)
      .offset((page.number - 1) * page.size)
      .execute(),
    query.select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ]);
  return { decisions: rows.map(toDecision), total };
}

/** 公示中 [ENF-21], as `isOnShow` says it of one. */
function onShow(today: CivilDate) {
  return sql<boolean>`d.state <> 'registered' and (d.shown_until is null or d.shown_until >= ${today})`;
}

/** What is past its day before it was ever shown counts in Table 2, and waits for nothing. */
function waits(today: CivilDate) {
  return sql<boolean>`(d.state = 'registered' and (d.shown_until is null or d.shown_until >= ${today}) or c.decision_id is not null)`;
}

export interface Waiting {
  readonly waiting: number;
  /** Never shown, and decided on `lastLate` or before. */
  readonly late: number;
}

/** @param lastLate the latest day of a decision whose seven workdays are over */
export async function countWaiting(
  db: Db,
  { agencyIds, kind, today, lastLate }: Among & { readonly lastLate: CivilDate },
): Promise<Waiting> {
  if (agencyIds.length === 0) return { waiting: 0, late: 0 };
  return withCorrections(db)
    .select([
      sql<number>`count(*)`.as('waiting'),
      sql<number>`count(*) filter (where d.state = 'registered' and d.decided_on <= ${lastLate})`.as('late'),
    ])
    .where('d.agency_id', 'in', agencyIds)
    .where('d.kind', '=', kind)
    .where(waits(today))
    .executeTakeFirstOrThrow();
}

/** 待公示, the earliest decided first: how many of each agency, and which of one. */
export async function waitingOfEach(db: Db, { agencyIds, kind, today }: Among): Promise<ReadonlyMap<AgencyId, number>> {
  if (agencyIds.length === 0) return new Map();
  const rows = await withCorrections(db)
    .select(['d.agency_id', sql<number>`count(*)`.as('waiting')])
    .where('d.agency_id', 'in', agencyIds)
    .where('d.kind', '=', kind)
    .where(waits(today))
    .groupBy('d.agency_id')
    .execute();
  return new Map(rows.map(({ agency_id, waiting }) => [agency_id, Number(waiting)]));
}

export async function waitingIds(db: Db, { agencyIds, kind, today }: Among, most: number): Promise<string[]> {
  const rows = await withCorrections(db)
    .select('d.id')
    .where('d.agency_id', 'in', agencyIds)
    .where('d.kind', '=', kind)
    .where(waits(today))
    .orderBy('d.decided_on')
    .orderBy('d.id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

export async function registeredDecision(db: Db, id: string): Promise<RegisteredDecision | undefined> {
  const row = await withCorrections(db).selectAll('d').select(SHOWN_COLUMNS).where('d.id', '=', id).executeTakeFirst();
  return row && toDecision(row);
}
