/** The only SQL of `interaction/`. */
import type { AgencyId } from '../people/agency.ts';
import type { Stairs } from '../perform.ts';
import type { Db } from '../platform/database.ts';
import { type CivilDate, civilFromParts, yearOf } from '../statute/civil-date.ts';
import { decide, permit, type Recordable } from './decide.ts';
import type { Interaction, InteractionKindName, RecordInteraction } from './interaction.ts';
import { consultationsHeld } from './store/consultation-lists.ts';
import { interviewsHeld } from './store/interview-lists.ts';
import { lettersAnswered } from './store/letter-lists.ts';

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

/** 在这里办理的, of a year: counted by themselves, beside what is registered by hand. */
const CARRIED_OUT: Readonly<
  Record<InteractionKindName, (db: Db, agencyIds: readonly AgencyId[], year: number) => Promise<Interaction[]>>
> = {
  consultation: consultationsHeld,
  interview: interviewsHeld,
  inquiry: lettersAnswered,
  // They stand on their accounts.
  post: async () => [],
};

export const interactionStairs: Stairs<Recordable, Interaction, RecordInteraction> = {
  room: 'interaction',
  load: async (tx, { agencyId, kind, title, heldOn }) => {
    const held = await CARRIED_OUT[kind](tx, [agencyId], yearOf(heldOn));
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
    .where('held_on', '>=', civilFromParts(year, 1, 1))
    .where('held_on', '<=', civilFromParts(year, 12, 31))
    .groupBy('kind')
    .execute();
  const counts = { consultation: 0, interview: 0, inquiry: 0, post: 0 };
  for (const row of rows) counts[row.kind] = row.n;
  for (const kind of Object.keys(counts) as InteractionKindName[])
    counts[kind] += (await CARRIED_OUT[kind](db, agencyIds, year)).length;
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
    .where('held_on', '>=', civilFromParts(year, 1, 1))
    .where('held_on', '<=', civilFromParts(year, 12, 31))
    .orderBy('held_on')
    .orderBy('id')
    .execute();
  const registered = rows.map((r) => ({
    ...{ id: r.id, agencyId: r.agency_id, kind: r.kind, title: r.title, heldOn: r.held_on },
  }));
  const carriedOut = await CARRIED_OUT[kind](db, agencyIds, year);
  return [...registered, ...carriedOut].sort((a, b) => a.heldOn.localeCompare(b.heldOn));
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
