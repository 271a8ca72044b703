/**
 * 一个县许多年的主动公开信息: fills the tables of `publications/` with any number of invented documents, quickly, by SQL, with search
 * text made by the product's own `search-text.ts`. The same seed gives the same documents.
 */
import { sql } from 'kysely';
import { type Db, writeTogether } from '../src/platform/database.ts';
import { withAncestors } from '../src/publications/columns.ts';
import type { DocumentKindName } from '../src/publications/document-kinds.ts';
import { hashOfEdition } from '../src/publications/edition.ts';
import { particularsOf } from '../src/publications/particulars.ts';
import { type CutWords, foldedText, gramsLiteral, titleWordsLiteral } from '../src/publications/search-text.ts';
import { titleCutter } from '../src/publications/title-words.ts';
import { foldNumber } from '../src/review/chinese-folding.ts';
import { addDays, type CivilDate, civil, yearOf } from '../src/statute/civil-date.ts';
import { inventText, type Random, randomFrom } from './invent-text.ts';
import '../src/publications/store/tables.ts';

export interface GeneratedDocuments {
  readonly count: number;
  readonly agencyIds: readonly string[];
  /** Names that stand in some texts, for measuring recall, with the number of documents that hold each. */
  readonly names: ReadonlyMap<string, number>;
}

const AGENCIES = 40;
const PER_STATEMENT = 250;
const FIRST_DAY = civil('2015-01-01');
const DAYS = 3_650;

const PLACES: readonly (readonly [kind: DocumentKindName, columns: readonly string[], weight: number])[] = [
  ['news', ['news.headlines'], 45],
  ['news', ['news.departments'], 35],
  ['notice', ['news.notices', 'catalogue.statutory.other'], 10],
  ['policy', ['catalogue.policy.other'], 6],
  ['catalogued', ['catalogue.statutory.livelihood'], 4],
];

/** Fills an empty, migrated database. Indexes of `search` are built afterwards, as after a restore. */
export async function generateDocuments(db: Db, count: number, seed = 1): Promise<GeneratedDocuments> {
  const random = randomFrom(seed);
  const agencyIds = Array.from({ length: AGENCIES }, (_, i) => `agency-${i}`);
  const county = { id: 'county', parent_id: null, name: '示例县人民政府', kind: 'county' as const };
  const departments = agencyIds.map((id, i) => ({
    id,
    parent_id: 'county',
    name: `第${i}局`,
    kind: 'department' as const,
  }));
  await db
    .insertInto('agencies')
    .values([county, ...departments].map((a) => ({ ...a, credit_code: null, contact: {} })))
    .execute();
  await sql`drop index search_grams`.execute(db);
  const cut = await titleCutter();
  const names = new Map<string, number>();
  let inserted: Promise<void> = Promise.resolve();
  for (let from = 0; from < count; from += PER_STATEMENT) {
    const batch = Array.from({ length: Math.min(PER_STATEMENT, count - from) }, (_, i) =>
      inventDocument(from + i, agencyIds, random, cut, names),
    );
    await inserted;
    inserted = insertBatch(db, batch);
  }
  await inserted;
  await sql`create index search_grams on search using gin (grams) with (gin_pending_list_limit = 512)`.execute(db);
  await sql`vacuum analyze documents, editions, placements, search`.execute(db);
  return { count, agencyIds, names };
}

type Invented = ReturnType<typeof inventDocument>;

function inventDocument(
  serial: number,
  agencyIds: readonly string[],
  random: Random,
  cut: CutWords,
  names: Map<string, number>,
) {
  const id = `doc-${String(serial).padStart(7, '0')}`;
  const agencyId = random.pick(agencyIds);
  const [kind, columns] = random.weighted(PLACES);
  const day: CivilDate = addDays(FIRST_DAY, Math.floor(random.next() * DAYS));
  const publishedAt = new Date(new Date(`${day}T01:00:00Z`).getTime() + serial);
  const { title, paragraphs, people } = inventText(random);
  for (const name of people) names.set(name, (names.get(name) ?? 0) + 1);
  const docNo = kind === 'policy' ? `示政发〔${yearOf(day)}〕${serial}号` : null;
  const particulars = particularsOf({ title, issuer: `第${agencyId.slice(7)}局`, writtenOn: day, docNo });
  const bodyHtml = paragraphs.map((p) => `<p>${p}</p>`).join('');
  const text = paragraphs.join('\n');
  const folded = foldedText(`${title}\n${docNo ?? ''}\n${text}`);
  const indexNo = `GENERATED/${yearOf(day)}-${String(serial).padStart(5, '0')}`;
  return {
    document: {
      ...{
        id,
        agency_id: agencyId,
        kind,
        state: 'published' as const,
        index_no: indexNo,
        columns,
        title,
        doc_no: docNo,
      },
      ...{ live_edition: 1, draft_edition: null, issuer: particulars.issuer, written_on: day, effective_on: null },
      ...{ expires_on: null, published_at: publishedAt, published_on: day, carried_over_on: null, counted_from: null },
      ...{ ending: null, ended_on: null, withdrawal: null, withdrawn_on: null },
    },
    edition: {
      ...{ document_id: id, n: 1, agency_id: agencyId, particulars, body_html: bodyHtml, body_text: text },
      ...{
        attachments: sql<never[]>`'[]'::jsonb`,
        hash: hashOfEdition(particulars, bodyHtml),
        edited_by: 'bench',
        former_editors: [],
        change_note: null,
        published_at: publishedAt,
      },
    },
    placements: withAncestors(columns).map((column_key) => ({
      ...{ column_key, published_at: publishedAt, document_id: id, agency_id: agencyId, live: true },
    })),
    search: {
      ...{ document_id: id, agency_id: agencyId, kind, year: yearOf(day), published_at: publishedAt, folded },
      ...{ doc_no: docNo && foldNumber(docNo), index_no: foldNumber(indexNo), title: foldedText(title) },
      title_words: sql<string>`${titleWordsLiteral(title, cut)}::tsvector`,
      grams: sql<string>`${gramsLiteral(folded, { agencyId, kind, publishedOn: day })}::tsvector`,
    },
  };
}

/** In one statement: the database works on one batch while the next is invented. */
async function insertBatch(db: Db, batch: readonly Invented[]): Promise<void> {
  await db
    .transaction()
    .execute((tx) =>
      writeTogether(tx, [
        tx.insertInto('documents').values(batch.map(({ document }) => document)),
        tx.insertInto('editions').values(batch.map(({ edition }) => edition)),
        tx.insertInto('placements').values(batch.flatMap(({ placements }) => placements)),
        tx.insertInto('search').values(batch.map(({ search }) => search)),
      ]),
    );
}
