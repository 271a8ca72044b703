/** The only SQL of `interaction/`. */
import type { AgencyId } from '../people/agency.ts';
import type { Stairs } from '../perform.ts';
import type { Db } from '../platform/database.ts';
import { type CivilDate, yearOf } from '../statute/civil-date.ts';
import { LETTER_KINDS } from './citizen-letters/citizen-letter.ts';
import { decide, permit, type Recordable } from './decide.ts';
import type { Interaction, InteractionKindName, RecordInteraction } from './interaction.ts';
import { consultationsOfYear } from './store/consultation-lists.ts';
import { interviewsHeld } from './store/interview-lists.ts';
import './store/letter-tables.ts';

declare module '../platform/database.ts' {
  interface Database {
    interactions: {
      id: string;
      agency_id: string;
      kind: InteractionKindName;
      title: string;
      held_on: CivilDate;
      recorded_at: Date;
    };
  }
}

export const interactionStairs: Stairs<Recordable, Interaction, RecordInteraction> = {
  room: 'interaction',
  load: async (tx, { agencyId, kind, title, heldOn }) => {
    const year = yearOf(heldOn);
    const held =
      kind === 'interview'
        ? await interviewsHeld(tx, [agencyId], year)
        : kind === 'consultation'
          ? await consultationsOfYear(tx, [agencyId], year)
          : [];
    return { carriedOut: held.some((one) => one.title === title.trim()) };
  },
  permit,
  decide: (loaded, command, scene) => decide(command, scene, loaded),
  async save(tx, next, _, scene) {
    await tx
      .insertInto('interactions')
      .values({
        id: next.id,
        agency_id: next.agencyId,
        kind: next.kind,
        title: next.title,
        held_on: next.heldOn,
        recorded_at: scene.at,
      })
      .execute();
  },
};

/** How many of each kind the agencies held in the year. */
export async function countInteractions(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
): Promise<Record<InteractionKindName, number>> {
  const rows = await db
    .selectFrom('interactions')
    .select((q) => ['kind', q.fn.countAll<number>().as('n')])
    .where('agency_id', 'in', agencyIds)
    .where('held_on', '>=', `${year}-01-01` as CivilDate)
    .where('held_on', '<=', `${year}-12-31` as CivilDate)
    .groupBy('kind')
    .execute();
  const counts = { consultation: 0, interview: 0, inquiry: 0, post: 0 };
  for (const row of rows) counts[row.kind] = row.n;
  counts.inquiry += (await lettersAnswered(db, agencyIds, year)).length;
  counts.interview += (await interviewsHeld(db, agencyIds, year)).length;
  counts.consultation += (await consultationsHeld(db, agencyIds, year)).length;
  return counts;
}

/** The records behind one figure, oldest first. */
export async function interactionsBehind(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
  kind: InteractionKindName,
): Promise<Interaction[]> {
  const rows = await db
    .selectFrom('interactions')
    .select(['id', 'agency_id', 'kind', 'title', 'held_on'])
    .where('agency_id', 'in', agencyIds)
    .where('kind', '=', kind)
    .where('held_on', '>=', `${year}-01-01` as CivilDate)
    .where('held_on', '<=', `${year}-12-31` as CivilDate)
    .orderBy('held_on')
    .orderBy('id')
    .execute();
  const registered = rows.map((r) => ({
    ...{ id: r.id, agencyId: r.agency_id, kind: r.kind, title: r.title, heldOn: r.held_on },
  }));
  const carriedOut =
    kind === 'inquiry'
      ? await lettersAnswered(db, agencyIds, year)
      : kind === 'interview'
        ? await interviewsEnded(db, agencyIds, year)
        : kind === 'consultation'
          ? await consultationsHeld(db, agencyIds, year)
          : [];
  return [...registered, ...carriedOut].sort((a, b) => a.heldOn.localeCompare(b.heldOn));
}

async function interviewsEnded(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<Interaction[]> {
  const held = await interviewsHeld(db, agencyIds, year);
  return held.map(({ on, ...one }) => ({ ...one, kind: 'interview', heldOn: on }));
}

async function consultationsHeld(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<Interaction[]> {
  const held = await consultationsOfYear(db, agencyIds, year);
  return held.map(({ on, ...one }) => ({ ...one, kind: 'consultation', heldOn: on }));
}

/** [INT-11] 受理办结的来信: answered in the year; one that was refused was not taken on, and one registered by hand is beside them. */
async function lettersAnswered(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<Interaction[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('citizen_letters as l')
    .select(['l.id', 'l.agency_id', 'l.query_number', 'l.kind', 'l.answered_on'])
    .where('l.agency_id', 'in', agencyIds)
    .where('l.answered_on', '>=', `${year}-01-01` as CivilDate)
    .where('l.answered_on', '<=', `${year}-12-31` as CivilDate)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('citizen_letter_facts as f')
          .select('f.n')
          .whereRef('f.letter_id', '=', 'l.id')
          .where('f.type', '=', 'answered'),
      ),
    )
    .orderBy('l.answered_on')
    .orderBy('l.id')
    .execute();
  // The title is the citizen's own words and may name him: the number says which it is.
  return rows.map((r) => ({
    id: r.id,
    agencyId: r.agency_id,
    kind: 'inquiry',
    title: `来信 ${r.query_number}（${LETTER_KINDS[r.kind].term}）`,
    heldOn: r.answered_on!,
  }));
}

/** Day of the latest of a kind; null where none is recorded. */
export async function lastInteraction(
  db: Db,
  agencyIds: readonly AgencyId[],
  kind: InteractionKindName,
): Promise<CivilDate | null> {
  if (agencyIds.length === 0) return null;
  const row = await db
    .selectFrom('interactions')
    .select((q) => q.fn.max('held_on').as('day'))
    .where('agency_id', 'in', agencyIds)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return (row?.day ?? null) as CivilDate | null;
}
