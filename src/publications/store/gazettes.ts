/** 公报各期的存取: what is public, what is in work, and what no issue has printed yet. */
import { sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { DocumentId, DocumentState } from '../document.ts';
import type { GazetteIssue } from '../gazette-issue.ts';
import type { Particulars } from '../particulars.ts';
import type { TitleOf } from './titles.ts';
import './tables.ts';

export interface IssueLine {
  readonly id: DocumentId;
  readonly agencyId: AgencyId;
  readonly title: string;
  readonly issuer: string;
  readonly issue: GazetteIssue;
  readonly state: DocumentState;
  /** A draft edition waits for publication. */
  readonly inWork: boolean;
  readonly publishedOn: CivilDate | null;
}

const issuesBy = (db: Db, edition: 'live' | 'work') =>
  db
    .selectFrom('documents')
    .innerJoin('editions', (join) =>
      join
        .onRef('editions.document_id', '=', 'documents.id')
        .on(
          'editions.n',
          '=',
          edition === 'live'
            ? sql<number>`documents.live_edition`
            : sql<number>`coalesce(documents.draft_edition, documents.live_edition)`,
        ),
    )
    .select(['documents.id', 'documents.agency_id', 'documents.state', 'documents.published_on', 'draft_edition'])
    .select('editions.particulars')
    .where('documents.kind', '=', 'gazette')
    .orderBy(sql`(editions.particulars -> 'issue' ->> 'year')::int`, 'desc')
    .orderBy(sql`(editions.particulars -> 'issue' ->> 'number')::int`, 'desc')
    .orderBy('documents.id');

/** 已发布的各期, the newest first. An issue without year and number is not among them. */
export async function publishedIssues(db: Db): Promise<IssueLine[]> {
  const rows = await issuesBy(db, 'live').where('documents.state', '=', 'published').execute();
  return rows.flatMap(lineOf);
}

/** 各期 as they are edited, of the agencies an officer reaches. */
export async function issuesForDesk(db: Db, agencyIds: readonly AgencyId[]): Promise<IssueLine[]> {
  if (agencyIds.length === 0) return [];
  return (await issuesBy(db, 'work').where('documents.agency_id', 'in', agencyIds).execute()).flatMap(lineOf);
}

/** 期号已用: by another issue, whatever state it is in but withdrawn. */
export async function isIssueTaken(
  tx: Tx,
  { year, number }: GazetteIssue,
  not: DocumentId | undefined,
): Promise<boolean> {
  const rows = await issuesBy(tx, 'work').where('documents.state', '<>', 'withdrawn').execute();
  return rows.flatMap(lineOf).some(({ id, issue }) => id !== not && issue.year === year && issue.number === number);
}

/** Of these the ones an issue may print: published, and no issue themselves. */
export async function printableAmong(tx: Tx, ids: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('documents')
    .select(['id', 'title'])
    .where('id', 'in', ids)
    .where('state', '=', 'published')
    .where('kind', '<>', 'gazette')
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** 待刊登: policy documents in force, or to be, that are public and that no issue prints, the newest first. */
export async function notYetPrinted(
  db: Db,
  agencyIds: readonly AgencyId[],
  most: number,
  today: CivilDate,
): Promise<TitleOf[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('documents')
    .select(['id', 'title', 'published_on'])
    .where('agency_id', 'in', agencyIds)
    .where('state', '=', 'published')
    .where('kind', 'in', ['regulation', 'normative', 'policy'])
    .where((q) => q.or([q('ended_on', 'is', null), q('ended_on', '>', today)]))
    .where((q) => q.or([q('expires_on', 'is', null), q('expires_on', '>=', today)]))
    .where((q) =>
      q.not(
        q.exists(
          q
            .selectFrom('relations')
            .select('relations.to_id')
            .whereRef('relations.to_id', '=', 'documents.id')
            .where('relations.kind', '=', 'contains'),
        ),
      ),
    )
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id, title, published_on }) => ({ id, title, publishedOn: published_on }));
}

function lineOf(row: {
  readonly id: string;
  readonly agency_id: string;
  readonly state: DocumentState;
  readonly published_on: CivilDate | null;
  readonly draft_edition: number | null;
  readonly particulars: Particulars;
}): IssueLine[] {
  const { title, issuer, issue } = row.particulars;
  if (!issue) return [];
  return [
    {
      ...{ id: row.id, agencyId: row.agency_id, title, issuer, issue, state: row.state },
      ...{ inWork: row.draft_edition !== null, publishedOn: row.published_on },
    },
  ];
}
