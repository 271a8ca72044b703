/** 新媒体信息的存取: recorded, taken down, listed and counted. */
import type { Selectable } from 'kysely';
import type { AgencyId } from '../../../people/agency.ts';
import type { Stairs } from '../../../perform.ts';
import type { Database, Db, Tx } from '../../../platform/database.ts';
import { civilFromParts } from '../../../statute/civil-date.ts';
import { NO_SUCH_ACCOUNT } from '../../accounts/decide.ts';
import {
  decidePosts,
  keyOfPost,
  type LoadedPosts,
  type MediaPost,
  NO_SUCH_POST,
  type PostCommand,
  permitPosts,
} from '../../accounts/media-post.ts';
import { lockAccount } from './accounts.ts';
import './tables.ts';

function toPost(row: Selectable<Database['media_posts']>): MediaPost {
  return {
    ...{ id: row.id, accountId: row.account_id, agencyId: row.agency_id, title: row.title, postedOn: row.posted_on },
    ...{ url: row.url, recordedBy: row.recorded_by },
    withdrawn: row.withdrawn_on && { on: row.withdrawn_on, why: row.withdrawn_why ?? '' },
  };
}

export const postStairs: Stairs<LoadedPosts, readonly MediaPost[], PostCommand> = {
  room: 'exchange',
  async load(tx, command) {
    // The account first: two who record at once wait for one another, and see each other's.
    const found = command.verb === 'withdrawPost' ? await findPost(tx, command.postId) : null;
    if (found === undefined) return NO_SUCH_POST;
    const account = await lockAccount(tx, found ? found.accountId : (command as { accountId: string }).accountId);
    if (!account) return NO_SUCH_ACCOUNT;
    if (found) return { account, post: (await findPost(tx, found.id))!, known: new Set() };
    return { account, post: null, known: await keysOf(tx, account.id) };
  },
  permit: (actor, _, loaded) => permitPosts(actor, loaded),
  decide: decidePosts,
  save: (tx, posts, _loaded, { at }) => savePosts(tx, posts, at),
};

export async function savePosts(tx: Tx, posts: readonly MediaPost[], at: Date): Promise<void> {
  const rows = posts.map((post) => ({
    ...{ id: post.id, account_id: post.accountId, agency_id: post.agencyId, title: post.title },
    ...{ posted_on: post.postedOn, url: post.url, recorded_by: post.recordedBy, recorded_at: at },
    ...{ withdrawn_on: post.withdrawn?.on ?? null, withdrawn_why: post.withdrawn?.why ?? null },
  }));
  await tx
    .insertInto('media_posts')
    .values(rows)
    .onConflict((same) =>
      same.column('id').doUpdateSet((row) => ({
        withdrawn_on: row.ref('excluded.withdrawn_on'),
        withdrawn_why: row.ref('excluded.withdrawn_why'),
      })),
    )
    .execute();
}

async function findPost(db: Db, id: string): Promise<MediaPost | undefined> {
  const row = await db.selectFrom('media_posts').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toPost(row);
}

async function keysOf(db: Db, accountId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('media_posts')
    .select(['posted_on', 'title'])
    .where('account_id', '=', accountId)
    .where('withdrawn_on', 'is', null)
    .execute();
  return new Set(rows.map(({ posted_on: postedOn, title }) => keyOfPost({ postedOn, title })));
}

export interface PostPage {
  readonly posts: readonly MediaPost[];
  readonly total: number;
}

/** Of a year, the latest first; those taken down among them. */
export async function postsOfAccount(
  db: Db,
  accountId: string,
  year: number,
  page: { readonly number: number; readonly size: number },
): Promise<PostPage> {
  const found = inYear(db, year).where('account_id', '=', accountId);
  const { n } = await found.select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  const rows = await found
    .selectAll()
    .orderBy('posted_on', 'desc')
    .orderBy('id')
    .limit(page.size)
    .offset((page.number - 1) * page.size)
    .execute();
  return { posts: rows.map(toPost), total: Number(n) };
}

/** What counts of a year, the oldest first. */
export async function postsCounted(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<MediaPost[]> {
  if (agencyIds.length === 0) return [];
  const found = inYear(db, year).where('agency_id', 'in', agencyIds).where('withdrawn_on', 'is', null);
  return (await found.selectAll().orderBy('posted_on').orderBy('id').execute()).map(toPost);
}

function inYear(db: Db, year: number) {
  return db
    .selectFrom('media_posts')
    .where('posted_on', '>=', civilFromParts(year, 1, 1))
    .where('posted_on', '<=', civilFromParts(year, 12, 31));
}
