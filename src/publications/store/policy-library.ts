/** 政策文件库的查询: by validity on a day, which follows from dates as `normative.ts` reckons it. */
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Database, Db } from '../../platform/database.ts';
import { type CivilDate, civilFromParts } from '../../statute/civil-date.ts';
import type { DocumentId } from '../document.ts';
import { type Ending, endsOn } from '../normative.ts';
import {
  LIBRARY_STATES,
  type LibraryFilters,
  type LibraryPage,
  type LibraryState,
  POLICY_KINDS,
} from '../policy-library.ts';
import type { ListPage } from '../public-view.ts';
import { LINE_FIELDS, toLine } from './lists.ts';
import './tables.ts';

type Query<T> = SelectQueryBuilder<Database, 'documents', T>;

export async function policyLibrary(
  db: Db,
  filters: LibraryFilters,
  page: ListPage,
  today: CivilDate,
): Promise<LibraryPage> {
  const within = () => {
    const { agencyIds, kind } = filters;
    const query = db
      .selectFrom('documents')
      .where('state', '=', 'published')
      .where('kind', 'in', kind ? [kind] : POLICY_KINDS);
    return agencyIds.length > 0 ? query.where('agency_id', 'in', agencyIds) : query.where(sql<boolean>`false`);
  };
  const ofYear = () => {
    const { year } = filters;
    if (year === undefined) return within();
    const [first, last] = [civilFromParts(year, 1, 1), civilFromParts(year, 12, 31)];
    return within().where('written_on', '>=', first).where('written_on', '<=', last);
  };
  const wanted = filters.state ? inState(ofYear(), filters.state, today) : ofYear();
  const count = async (query: Query<object>) =>
    (await query.select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
  const states = Object.keys(LIBRARY_STATES) as LibraryState[];
  const [rows, total, counted, years] = await Promise.all([
    wanted
      .select(LINE_FIELDS)
      .select('written_on')
      .orderBy('written_on', 'desc')
      .orderBy('published_at', 'desc')
      .orderBy('id', 'desc')
      .limit(page.size)
      .offset((page.number - 1) * page.size)
      .execute(),
    count(wanted),
    Promise.all(states.map((state) => count(inState(ofYear(), state, today)))),
    within()
      .select(sql<number>`extract(year from written_on)::int`.as('year'))
      .distinct()
      .orderBy('year', 'desc')
      .execute(),
  ]);
  const explained = await interpretationsOf(
    db,
    rows.map(({ id }) => id),
  );
  return {
    entries: rows.map((row) => {
      const dates = { expiresOn: row.expires_on, ending: row.ending };
      const end = endsOn(dates);
      const over = end !== null && end <= today;
      return {
        ...{ line: toLine(row, today), writtenOn: row.written_on },
        ...{ effectiveOn: row.effective_on, expiresOn: row.expires_on },
        ended: over ? { on: end, by: takenBy(row.ending, end) } : null,
        interpretations: explained.get(row.id) ?? [],
      };
    }),
    total,
    counts: Object.fromEntries(states.map((state, i) => [state, counted[i]!])) as Record<LibraryState, number>,
    years: years.map(({ year }) => year),
  };
}

/** An end that came by itself was recorded by the sweep, or will be: either way nobody decided it. */
function takenBy(ending: Ending | null, end: CivilDate): string | null {
  return ending !== null && ending.on === end && ending.how !== 'expired' ? ending.by : null;
}

/** As `validityOn` says it: without force, not yet in force, in force, in this order. */
function inState<T>(query: Query<T>, state: LibraryState, today: CivilDate): Query<T> {
  const over = sql<boolean>`(coalesce(ended_on <= ${today}::date, false) or coalesce(expires_on < ${today}::date, false))`;
  const coming = sql<boolean>`coalesce(effective_on > ${today}::date, false)`;
  if (state === 'ended') return query.where(over);
  const lasting = query.where(sql<boolean>`not ${over}`);
  return state === 'notYet' ? lasting.where(coming) : lasting.where(sql<boolean>`not ${coming}`);
}

async function interpretationsOf(db: Db, ids: readonly DocumentId[]) {
  const found = new Map<DocumentId, { id: DocumentId; title: string }[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom('relations')
    .innerJoin('documents', 'documents.id', 'relations.document_id')
    .select(['relations.to_id', 'documents.id', 'documents.title'])
    .where('relations.kind', '=', 'interprets')
    .where('relations.to_id', 'in', ids)
    .where('documents.state', '=', 'published')
    .orderBy('documents.published_at')
    .orderBy('documents.id')
    .execute();
  for (const { to_id, id, title } of rows) found.set(to_id, [...(found.get(to_id) ?? []), { id, title }]);
  return found;
}
