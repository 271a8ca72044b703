/** 站点编排的存取: the home page, pinned answers and days of grey, and how they climb. */
import { type Selectable, sql } from 'kysely';
import { type AgencyId, headOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { Stairs } from '../../perform.ts';
import type { Database, Db, Tx } from '../../platform/database.ts';
import { art } from '../../statute/articles.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import type { DocumentId } from '../document.ts';
import type { BodyPicture, PictureHash } from '../picture.ts';
import {
  decideSite,
  type HomeArrangement,
  type LoadedSite,
  permitSite,
  type SiteCommand,
  type SiteState,
} from '../site/decide-site.ts';
import type { GreyPeriod } from '../site/grey-period.ts';
import { DEFAULT_HOME, documentsNamed, type HomeBlock, picturesNamed } from '../site/home-blocks.ts';
import { foldedQuery, type PinnedAnswer } from '../site/pinned-answer.ts';
import { allColumns } from './columns.ts';
import { findPictures, picturesToName } from './pictures.ts';

declare module '../../platform/database.ts' {
  interface Database {
    home_arrangements: {
      agency_id: string;
      blocks: readonly HomeBlock[];
      version: number;
      arranged_by: string;
      arranged_at: Date;
    };
    pinned_answers: {
      id: string;
      agency_id: string;
      words: readonly string[];
      folded: readonly string[];
      document_id: string;
      pinned_by: string;
      pinned_at: Date;
      unpinned_by: string | null;
      unpinned_at: Date | null;
    };
    grey_periods: {
      id: string;
      agency_id: string;
      from_day: CivilDate;
      until_day: CivilDate;
      ordered_by: string;
      reason: string;
      set_by: string;
      ended_on: CivilDate | null;
      ended_by: string | null;
    };
  }
}

/** Whose site it is: the county at the head of the tree. */
export async function siteAgency(db: Db): Promise<AgencyId | undefined> {
  return headOf(await listAgencies(db))?.id;
}

/** Two who arrange at once wait for one another: the row of the county is there before anything is arranged. */
export async function lockSite(tx: Tx): Promise<AgencyId | undefined> {
  const agencyId = await siteAgency(tx);
  if (agencyId !== undefined) await sql`select id from agencies where id = ${agencyId} for update`.execute(tx);
  return agencyId;
}

export async function homeOf(db: Db, agencyId: AgencyId): Promise<HomeArrangement> {
  const row = await db.selectFrom('home_arrangements').selectAll().where('agency_id', '=', agencyId).executeTakeFirst();
  if (!row) return { agencyId, blocks: DEFAULT_HOME, version: 0, by: null, at: null };
  return { agencyId, blocks: row.blocks, version: row.version, by: row.arranged_by, at: row.arranged_at };
}

/** 首页的图片: of a link that stands there now, and no other. */
export async function homePicture(db: Db, agencyId: AgencyId, sha256: PictureHash): Promise<BodyPicture | undefined> {
  const { blocks } = await homeOf(db, agencyId);
  return picturesNamed(blocks).includes(sha256) ? findPictures(db, sha256, [agencyId]) : undefined;
}

/** Those that are pinned now, the latest first. */
export async function pinnedAnswers(db: Db): Promise<PinnedAnswer[]> {
  const rows = await db
    .selectFrom('pinned_answers')
    .selectAll()
    .where('unpinned_at', 'is', null)
    .orderBy('pinned_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(pinFrom);
}

/** The document that answers exactly this search, if one is pinned. */
export async function pinnedFor(db: Db, query: string): Promise<DocumentId | undefined> {
  const folded = foldedQuery(query);
  if (folded === '') return undefined;
  const row = await db
    .selectFrom('pinned_answers')
    .select('document_id')
    .where('unpinned_at', 'is', null)
    .where(sql<boolean>`folded @> array[${folded}]::text[]`)
    .executeTakeFirst();
  return row?.document_id;
}

/** The latest first. */
export async function greyPeriods(db: Db): Promise<GreyPeriod[]> {
  const rows = await db.selectFrom('grey_periods').selectAll().orderBy('from_day', 'desc').orderBy('id').execute();
  return rows.map(greyFrom);
}

async function load(tx: Tx, command: SiteCommand): Promise<LoadedSite | ReturnType<typeof refuse>> {
  const agencyId = await lockSite(tx);
  if (agencyId === undefined) return refuse('NO_SITE', art(24), '还没有建立机构，请先完成初始设置。');
  const home = await homeOf(tx, agencyId);
  const blocks = command.verb === 'arrangeHome' ? (command.blocks ?? DEFAULT_HOME) : [];
  const documents = command.verb === 'pinAnswer' ? [command.documentId] : documentsNamed(blocks);
  return {
    agencyId,
    home,
    named: {
      columns: await allColumns(tx),
      published: await publishedAmong(tx, documents),
      pictures: await picturesToName(tx, picturesNamed(blocks), agencyId),
    },
    pins: await pinnedAnswers(tx),
    greys: await greyPeriods(tx),
  };
}

async function publishedAmong(tx: Tx, ids: readonly DocumentId[]): Promise<ReadonlySet<DocumentId>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('documents')
    .select('id')
    .where('id', 'in', ids)
    .where('state', '=', 'published')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export const siteStairs: Stairs<LoadedSite, SiteState, SiteCommand> = {
  room: 'publications',
  load,
  permit: (actor, _, loaded) => permitSite(actor, loaded),
  decide: decideSite,
  async save(tx, next) {
    if ('home' in next) await saveHome(tx, next.home);
    else if ('pin' in next) await savePin(tx, next.pin);
    else await saveGrey(tx, next.grey);
  },
};

async function saveHome(tx: Tx, { agencyId, blocks, version, by, at }: HomeArrangement): Promise<void> {
  const row = {
    agency_id: agencyId,
    blocks: sql<readonly HomeBlock[]>`${JSON.stringify(blocks)}::jsonb`,
    ...{ version, arranged_by: by!, arranged_at: at! },
  };
  await tx
    .insertInto('home_arrangements')
    .values(row)
    .onConflict((same) => same.column('agency_id').doUpdateSet(row))
    .execute();
}

async function savePin(tx: Tx, pin: PinnedAnswer): Promise<void> {
  const unpinned = { unpinned_by: pin.unpinned?.by ?? null, unpinned_at: pin.unpinned?.at ?? null };
  await tx
    .insertInto('pinned_answers')
    .values({
      ...{ id: pin.id, agency_id: pin.agencyId, words: pin.words, folded: pin.words.map(foldedQuery) },
      ...{ document_id: pin.documentId, pinned_by: pin.pinnedBy, pinned_at: pin.pinnedAt, ...unpinned },
    })
    .onConflict((same) => same.column('id').doUpdateSet(unpinned))
    .execute();
}

async function saveGrey(tx: Tx, grey: GreyPeriod): Promise<void> {
  const ended = { ended_on: grey.ended?.on ?? null, ended_by: grey.ended?.by ?? null };
  await tx
    .insertInto('grey_periods')
    .values({
      ...{ id: grey.id, agency_id: grey.agencyId, from_day: grey.from, until_day: grey.until },
      ...{ ordered_by: grey.orderedBy, reason: grey.reason, set_by: grey.setBy, ...ended },
    })
    .onConflict((same) => same.column('id').doUpdateSet(ended))
    .execute();
}

function pinFrom(row: Selectable<Database['pinned_answers']>): PinnedAnswer {
  const unpinned = row.unpinned_at && row.unpinned_by ? { by: row.unpinned_by, at: row.unpinned_at } : null;
  return {
    ...{ id: row.id, agencyId: row.agency_id, words: row.words, documentId: row.document_id },
    ...{ pinnedBy: row.pinned_by, pinnedAt: row.pinned_at, unpinned },
  };
}

function greyFrom(row: Selectable<Database['grey_periods']>): GreyPeriod {
  return {
    ...{ id: row.id, agencyId: row.agency_id, from: row.from_day, until: row.until_day },
    ...{ orderedBy: row.ordered_by, reason: row.reason, setBy: row.set_by },
    ended: row.ended_on && row.ended_by ? { on: row.ended_on, by: row.ended_by } : null,
  };
}
