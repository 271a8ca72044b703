/** 培训和答题的存取. */
import { type Selectable, sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Database, Db, Tx } from '../../platform/database.ts';
import { type CivilDate, civilFromParts } from '../../statute/civil-date.ts';
import type { FoundOnce } from '../training/quiz.ts';
import type { QuizResult, Training } from '../training/training.ts';

declare module '../../platform/database.ts' {
  interface Database {
    trainings: {
      id: string;
      agency_id: string;
      title: string;
      content: string;
      lecturer: string;
      place: string;
      planned_on: CivilDate;
      invited: readonly string[];
      held_on: CivilDate | null;
      attended: readonly string[];
      guests: number;
      cancelled_because: string | null;
      quiz: unknown;
      planned_by: string;
      version: number;
    };
    quiz_results: {
      training_id: string;
      officer_id: string;
      choices: unknown;
      score: number;
      answered_on: CivilDate;
    };
  }
}

/** 一年的培训: held in it, or planned for it. */
export async function trainingsOf(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<Training[]> {
  if (agencyIds.length === 0) return [];
  const [first, last] = [civilFromParts(year, 1, 1), civilFromParts(year, 12, 31)];
  const rows = await db
    .selectFrom('trainings')
    .selectAll()
    .where('agency_id', 'in', agencyIds)
    .where((q) => q.between(q.fn.coalesce('held_on', 'planned_on'), first, last))
    .orderBy('planned_on', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(trainingFrom);
}

/** Planned for a day that is over, neither held nor cancelled. */
export async function unrecordedTrainings(
  db: Db,
  agencyIds: readonly AgencyId[],
  today: CivilDate,
): Promise<Training[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('trainings')
    .selectAll()
    .where('agency_id', 'in', agencyIds)
    .where('held_on', 'is', null)
    .where('cancelled_because', 'is', null)
    .where('planned_on', '<=', today)
    .orderBy('planned_on')
    .limit(50)
    .execute();
  return rows.map(trainingFrom);
}

/** 等他答题的. */
export async function quizzesFor(db: Db, officerId: string, today: CivilDate): Promise<Training[]> {
  const rows = await db
    .selectFrom('trainings')
    .selectAll()
    .where(sql<boolean>`${officerId} = any (invited)`)
    .where('cancelled_because', 'is', null)
    .where(sql<boolean>`quiz->>'dueOn' >= ${today}`)
    .where((q) =>
      q.not(
        q.exists(
          q
            .selectFrom('quiz_results')
            .select('officer_id')
            .whereRef('training_id', '=', 'trainings.id')
            .where('officer_id', '=', officerId),
        ),
      ),
    )
    .orderBy('planned_on')
    .limit(50)
    .execute();
  return rows.map(trainingFrom);
}

export async function findTraining(db: Db, id: string, lock = false): Promise<Training | undefined> {
  const row = await db
    .selectFrom('trainings')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst();
  return row && trainingFrom(row);
}

export async function resultsOf(db: Db, trainingIds: readonly string[]): Promise<QuizResult[]> {
  if (trainingIds.length === 0) return [];
  const rows = await db
    .selectFrom('quiz_results')
    .selectAll()
    .where('training_id', 'in', trainingIds)
    .orderBy('training_id')
    .orderBy('officer_id')
    .execute();
  return rows.map((row) => ({
    ...{ trainingId: row.training_id, officerId: row.officer_id, score: row.score, on: row.answered_on },
    choices: row.choices as QuizResult['choices'],
  }));
}

export async function saveTraining(tx: Tx, training: Training): Promise<void> {
  const row = {
    ...{ id: training.id, agency_id: training.agencyId, title: training.title, content: training.content },
    ...{ lecturer: training.lecturer, place: training.place, planned_on: training.plannedOn },
    ...{ invited: [...training.invited], held_on: training.heldOn, attended: [...training.attended] },
    ...{ guests: training.guests, cancelled_because: training.cancelledBecause },
    quiz: training.quiz === null ? null : sql`${JSON.stringify(training.quiz)}::jsonb`,
    ...{ planned_by: training.plannedBy, version: training.version },
  };
  await tx
    .insertInto('trainings')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

export async function addResult(tx: Tx, { trainingId, officerId, choices, score, on }: QuizResult): Promise<void> {
  await tx
    .insertInto('quiz_results')
    .values({
      ...{ training_id: trainingId, officer_id: officerId, score, answered_on: on },
      choices: sql`${JSON.stringify(choices)}::jsonb`,
    })
    .execute();
}

const ASKED_OF = 200;

/** 查到过的, the latest first, exceptions left out. */
export async function foundLately(db: Db, agencyIds: readonly AgencyId[]): Promise<FoundOnce[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('site_findings as f')
    .innerJoin('watched_sites as s', 's.id', 'f.site_id')
    .select(['f.kind', 's.name', 'f.says', 'f.first_seen'])
    .where('f.agency_id', 'in', agencyIds)
    .where('f.state', '<>', 'accepted')
    .orderBy('f.first_seen', 'desc')
    .orderBy('f.id')
    .limit(ASKED_OF)
    .execute();
  return rows.map(({ kind, name, says, first_seen }) => ({ kind, site: name, says, on: first_seen }));
}

function trainingFrom(row: Selectable<Database['trainings']>): Training {
  return {
    ...{ id: row.id, agencyId: row.agency_id, title: row.title, content: row.content, lecturer: row.lecturer },
    ...{ place: row.place, plannedOn: row.planned_on, invited: row.invited, heldOn: row.held_on },
    ...{ attended: row.attended, guests: row.guests, cancelledBecause: row.cancelled_because },
    ...{ quiz: row.quiz as Training['quiz'], plannedBy: row.planned_by, version: row.version },
  };
}
