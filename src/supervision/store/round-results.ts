/** 一轮的结果: what can only be told once every page was seen. */
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database.ts';
import { addDays, type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import type { SeenColumn } from '../checks/columns-online.ts';
import type { FindingKindName, Grade } from '../finding-kinds.ts';

/** 页内定位失效: places that are named and not there, on pages that were read. */
export async function brokenAnchors(db: Db, roundId: string): Promise<{ target: string; fragment: string }[]> {
  const { rows } = await sql<{ target: string; fragment: string }>`
    select distinct l.target, l.fragment
    from crawl_links l join crawl_addresses a on a.round_id = l.round_id and a.url = l.target
    where l.round_id = ${roundId} and l.fragment <> '' and a.anchors is not null and not (l.fragment = any (a.anchors))
    order by 1, 2`.execute(db);
  return rows;
}

/** 页面重量: each page with its own pictures, styles and scripts. */
export async function heavyPages(db: Db, roundId: string, above: number): Promise<{ url: string; bytes: number }[]> {
  const { rows } = await sql<{ url: string; bytes: number }>`
    select p.url, (p.bytes + coalesce(sum(a.bytes), 0))::bigint as bytes
    from crawl_addresses p left join lateral unnest(p.assets) as shown (url) on true
    left join crawl_addresses a on a.round_id = p.round_id and a.url = shown.url
    where p.round_id = ${roundId} and p.assets is not null
    group by p.url, p.bytes having p.bytes + coalesce(sum(a.bytes), 0) > ${above}
    order by 1`.execute(db);
  return rows;
}

export interface RoundMark {
  readonly kind: FindingKindName;
  readonly url: string;
  readonly detail: string;
  readonly says: string;
  /** Pages that name the address, a few of them. */
  readonly sources: readonly string[];
}

export async function roundMarks(db: Db, roundId: string): Promise<RoundMark[]> {
  const { rows } = await sql<RoundMark>`
    select m.kind, m.url, m.detail, m.says, coalesce((
      select array_agg(s.source order by s.source) from (
        select distinct l.source from crawl_links l
        where l.round_id = m.round_id and l.target = m.url and (m.kind <> 'brokenAnchor' or l.fragment = m.detail) limit 5) s), '{}') as sources
    from crawl_marks m where m.round_id = ${roundId} order by m.kind, m.url, m.detail`.execute(db);
  return rows;
}

/** How many addresses ended in each grade. */
export async function roundGrades(db: Db, roundId: string): Promise<Partial<Record<Grade, number>>> {
  const rows = await db
    .selectFrom('crawl_addresses')
    .select((q) => ['grade', q.fn.countAll<number>().as('n')])
    .where('round_id', '=', roundId)
    .where('grade', 'is not', null)
    .groupBy('grade')
    .execute();
  return Object.fromEntries(rows.map(({ grade, n }) => [grade, Number(n)]));
}

export async function knownTitles(db: Db, siteId: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('known_titles').select(['url', 'title']).where('site_id', '=', siteId).execute();
  return new Map(rows.map(({ url, title }) => [url, title]));
}

/** Remembers the titles of outside sites that have nothing against them and were not known yet. */
export async function rememberTitles(tx: Tx, siteId: string, roundId: string, at: Date): Promise<void> {
  await sql`
    insert into known_titles (site_id, url, title, noted_at)
    select ${siteId}, a.url, a.title, ${at} from crawl_addresses a
    where a.round_id = ${roundId} and a.role in ('outside', 'inFile') and a.title <> '' and a.grade = 'ok'
    on conflict do nothing`.execute(tx);
}

/** 未能查看的网址, and those that did not open: of what stood on them nothing is known, neither good nor bad. */
export async function notLookedAt(db: Db, roundId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('crawl_addresses')
    .select('url')
    .where('round_id', '=', roundId)
    .where((q) => q.or([q('grade', 'in', ['notLooked', 'botWall']), q('status', 'is', null), q('status', '>=', 500)]))
    .execute();
  return new Set(rows.map(({ url }) => url));
}

/** 栏目, as rounds saw them that ended between two days; each with the day of its end. */
export async function columnsSeen(
  db: Db,
  siteId: string,
  first: CivilDate,
  last: CivilDate,
): Promise<{ readonly on: CivilDate; readonly columns: readonly SeenColumn[] }[]> {
  const rounds = await db
    .selectFrom('crawl_rounds')
    .select(['id', 'ended_at'])
    .where('site_id', '=', siteId)
    .where('ended_at', '>=', new Date(`${first}T00:00:00+08:00`))
    .where('ended_at', '<', new Date(`${addDays(last, 1)}T00:00:00+08:00`))
    .orderBy('ended_at')
    .execute();
  if (rounds.length === 0) return [];
  const rows = await db
    .selectFrom('crawl_columns')
    .selectAll()
    .where(
      'round_id',
      'in',
      rounds.map(({ id }) => id),
    )
    .orderBy('url')
    .execute();
  return rounds.map(({ id, ended_at }) => ({
    on: civilDateAt(ended_at!),
    columns: rows
      .filter(({ round_id }) => round_id === id)
      .map(({ url, name, kind, latest, blank, readable }) => ({
        ...{ url, name, kind, blank, latest: readable ? latest : undefined },
      })),
  }));
}
