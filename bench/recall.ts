/**
 * 召回率: what a search for something that stands in the texts finds of the documents that hold it. What holds it is counted in the texts
 * as people read them, without the product's index and without its folding.
 */
import type { Db } from '../src/platform/database.ts';
import type { DocumentId } from '../src/publications/document.ts';
import { search } from '../src/publications/store/search.ts';
import type { CivilDate } from '../src/statute/civil-date.ts';
import { type Random, randomFrom } from './invent-text.ts';

export interface Recall {
  /** Things looked for. */
  readonly asked: number;
  /** Found of held, over all of them; beyond a thousand hits only the newest are shown, and pages of these are compared. */
  readonly share: number;
  /** The one of which most was missing; empty when nothing was. */
  readonly worst: string;
}

const SUBSTRINGS = 400;
const NAMES = 100;
const PAGE = 20;
/** Pages that are compared where the number of hits is not counted. */
const LOOKED_AT = [1, 2, 50];

export async function measureRecall(db: Db, names: readonly string[], today: CivilDate): Promise<Recall> {
  const random = randomFrom(11);
  const wanted = [...(await substringsOf(db, random)), ...Array.from({ length: NAMES }, () => random.pick(names))];
  const holders = await documentsHolding(db, new Set(wanted));
  let [held, found, worst, worstShare] = [0, 0, '', 1];
  for (const typed of wanted) {
    const [theirs, ours] = await compared(db, typed, holders.get(typed)!, today);
    [held, found] = [held + theirs, found + ours];
    if (ours / theirs < worstShare) [worst, worstShare] = [`“${typed}” ${ours}/${theirs}`, ours / theirs];
  }
  return { asked: wanted.length, share: found / held, worst };
}

/** Two to four characters out of the middle of some text, wherever no sentence ends between them. */
async function substringsOf(db: Db, random: Random): Promise<string[]> {
  const { n } = await db
    .selectFrom('documents')
    .select((q) => q.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const taken: string[] = [];
  while (taken.length < SUBSTRINGS) {
    const id = `doc-${String(Math.floor(random.next() * n)).padStart(7, '0')}`;
    const { title, text } = await textOf(db, id);
    const whole = `${title}\n${text}`;
    const from = Math.floor(random.next() * whole.length);
    const piece = whole.slice(from, from + 2 + Math.floor(random.next() * 3));
    if (piece.length >= 2 && /^[\p{L}\p{N}]+$/u.test(piece)) taken.push(piece);
  }
  return taken;
}

async function textOf(db: Db, id: DocumentId) {
  return db
    .selectFrom('documents')
    .innerJoin('editions', 'editions.document_id', 'documents.id')
    .select(['documents.title', 'editions.body_text as text'])
    .where('documents.id', '=', id)
    .executeTakeFirstOrThrow();
}

const PER_READ = 2_000;

/** Newest first. */
async function documentsHolding(db: Db, wanted: ReadonlySet<string>): Promise<ReadonlyMap<string, DocumentId[]>> {
  const holders = new Map([...wanted].map((typed) => [typed, [] as DocumentId[]]));
  const dates = new Map<DocumentId, number>();
  const standingIn = finder([...wanted]);
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('documents')
      .innerJoin('editions', 'editions.document_id', 'documents.id')
      .select(['documents.id', 'documents.published_at', 'documents.title', 'editions.body_text as text'])
      .where('documents.id', '>', after)
      .orderBy('documents.id')
      .limit(PER_READ)
      .execute();
    for (const { id, published_at, title, text } of rows) {
      dates.set(id, published_at!.getTime());
      for (const typed of standingIn(`${title}\n${text}`)) holders.get(typed)!.push(id);
    }
    if (rows.length < PER_READ) break;
    after = rows.at(-1)!.id;
  }
  const newestFirst = (a: DocumentId, b: DocumentId) => dates.get(b)! - dates.get(a)! || (a < b ? 1 : -1);
  for (const ids of holders.values()) ids.sort(newestFirst);
  return holders;
}

/** Plain comparison, letter by letter, at every place where the first two letters of something stand. */
function finder(wanted: readonly string[]): (text: string) => ReadonlySet<string> {
  const begins = new Uint8Array(0x10000);
  const byPair = new Map<number, string[]>();
  for (const typed of wanted) {
    begins[typed.charCodeAt(0)] = 1;
    const pair = pairAt(typed, 0);
    byPair.set(pair, [...(byPair.get(pair) ?? []), typed]);
  }
  return (text) => {
    const here = new Set<string>();
    for (let at = 0; at < text.length - 1; at += 1) {
      if (begins[text.charCodeAt(at)] === 0) continue;
      for (const typed of byPair.get(pairAt(text, at)) ?? []) if (text.startsWith(typed, at)) here.add(typed);
    }
    return here;
  };
}

const pairAt = (text: string, at: number) => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

/** @returns how many should be there and how many of these are */
async function compared(
  db: Db,
  typed: string,
  holders: readonly DocumentId[],
  today: CivilDate,
): Promise<[number, number]> {
  const first = await search(db, typed, {}, { number: 1, size: PAGE }, today);
  if (first.total !== null) return [holders.length, Math.min(first.total, holders.length)];
  let [held, found] = [0, 0];
  for (const number of LOOKED_AT) {
    const { hits } = number === 1 ? first : await search(db, typed, {}, { number, size: PAGE }, today);
    const shown = new Set(hits.map(({ line }) => line.id));
    const expected = holders.slice((number - 1) * PAGE, number * PAGE);
    held += expected.length;
    found += expected.filter((id) => shown.has(id)).length;
  }
  return [held, found];
}
