/** 公众号文章的存取, and how a post climbs; what is to be done by the platform is queued with the act. */
import type { Selectable } from 'kysely';
import type { AgencyId } from '../../../people/agency.ts';
import type { Stairs } from '../../../perform.ts';
import type { Database, Db, Tx } from '../../../platform/database.ts';
import { queueWork } from '../../../platform/outbox/outbox.ts';
import type { Document } from '../../../publications/document.ts';
import { RELEASE_ONLY } from '../../../publications/review/chains.ts';
import { chainsOf } from '../../../publications/store/chains.ts';
import { findDocument } from '../../../publications/store/documents.ts';
import { shippedFinder } from '../../../review/county-words.ts';
import { wordsFor } from '../../../review/store.ts';
import { civilDateAt } from '../../../statute/civil-date.ts';
import { NO_SUCH_ACCOUNT } from '../../accounts/decide.ts';
import type { WechatCommand } from '../../wechat/commands.ts';
import { decideWechat, type LoadedWechat, NO_SUCH_WECHAT_POST } from '../../wechat/decide.ts';
import { permitPost } from '../../wechat/permissions.ts';
import type { WechatPost } from '../../wechat/wechat-post.ts';
import { findAccount } from '../accounts/accounts.ts';
import { joinOf } from './joins.ts';
import './tables.ts';
import { WECHAT_REMOVE, WECHAT_SEND, type WechatBody } from './works.ts';

function toPost(row: Selectable<Database['wechat_posts']>): WechatPost {
  return {
    ...{ id: row.id, accountId: row.account_id, agencyId: row.agency_id, documentId: row.document_id },
    ...{ title: row.title, digest: row.digest, words: row.words, hash: row.hash, editedBy: row.edited_by },
    ...{ formerEditors: row.former_editors, marks: row.marks, state: row.state, round: row.round },
    ...{ articleId: row.article_id, url: row.url, said: row.said },
  };
}

export const wechatStairs: Stairs<LoadedWechat, WechatPost, WechatCommand> = {
  room: 'exchange',
  async load(tx, command) {
    const post = command.verb === 'writePost' ? null : await lockPost(tx, command.postId);
    if (post === undefined) return NO_SUCH_WECHAT_POST;
    const account = await findAccount(tx, post ? post.accountId : (command as { accountId: string }).accountId);
    if (!account) return NO_SUCH_ACCOUNT;
    const documentId = post ? post.documentId : (command as { documentId: string }).documentId;
    return { post, ...(await groundOf(tx, account.id, documentId)), account, agencyId: (post ?? account).agencyId };
  },
  permit: (actor, command, { agencyId, post }) =>
    permitPost(actor, command.verb, post ?? { agencyId }, 'step' in command ? command.step : undefined),
  decide: decideWechat,
  async save(tx, next, { document }, { at }) {
    await savePost(tx, next, at);
    if (next.state === 'sending') await queueFor(tx, next, WECHAT_SEND, at);
    if (next.state === 'published') await countPost(tx, next, at);
    // 原文 was withdrawn while it was on its way.
    if (next.state === 'takingDown' || (next.state === 'published' && !document.isPublic))
      await queueFor(tx, next, WECHAT_REMOVE, at);
    if (next.state === 'takenDown') await uncountPost(tx, next, at);
  },
};

/** What a post stands on besides itself. */
export async function groundOf(
  db: Db,
  accountId: string,
  documentId: string,
): Promise<Pick<LoadedWechat, 'join' | 'document' | 'chains'>> {
  const [join, document] = [await joinOf(db, accountId), await findDocument(db, documentId)];
  return {
    join: join ?? null,
    document: {
      ...{ isPublic: isPublic(document), marks: document?.marks ?? [] },
      finder: document ? await wordsFor(db, document.agencyId) : shippedFinder,
    },
    chains: document ? await chainsOf(db, document) : RELEASE_ONLY,
  };
}

export const isPublic = (document: Document | undefined): boolean =>
  document?.state === 'published' && document.live !== null;

async function lockPost(tx: Tx, id: string): Promise<WechatPost | undefined> {
  const row = await tx.selectFrom('wechat_posts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toPost(row);
}

async function savePost(tx: Tx, post: WechatPost, at: Date): Promise<void> {
  const row = {
    ...{ title: post.title, digest: post.digest, words: post.words, hash: post.hash, edited_by: post.editedBy },
    ...{ former_editors: JSON.stringify(post.formerEditors) as never, marks: JSON.stringify(post.marks) as never },
    ...{
      state: post.state,
      round: post.round,
      article_id: post.articleId,
      url: post.url,
      said: post.said,
      changed_at: at,
    },
    // A sending begins with nothing done.
    ...(post.state === 'sending' ? { draft_id: null, tried_at: null, publish_id: null } : {}),
  };
  const named = { account_id: post.accountId, agency_id: post.agencyId, document_id: post.documentId, written_at: at };
  await tx
    .insertInto('wechat_posts')
    .values({ id: post.id, ...named, ...row })
    .onConflict((same) => same.column('id').doUpdateSet(row))
    .execute();
}

async function queueFor(
  tx: Tx,
  { id: postId, accountId, agencyId, round }: WechatPost,
  work: string,
  at: Date,
): Promise<void> {
  const body: WechatBody = { accountId, postId, round };
  await queueWork(tx, [{ id: `${work}:${accountId}:${postId}:${round}`, work, agencyId, body }], at);
}

/** [MSG-18] Counted on its account; one that was written down by hand on the same day counts already. */
async function countPost(tx: Tx, { id, accountId, agencyId, title, url }: WechatPost, at: Date): Promise<void> {
  const post = { id, account_id: accountId, agency_id: agencyId, title, url, posted_on: civilDateAt(at) };
  await tx
    .insertInto('media_posts')
    .values({ ...post, recorded_by: 'system', recorded_at: at, withdrawn_on: null, withdrawn_why: null })
    .onConflict((same) => same.doNothing())
    .execute();
}

async function uncountPost(tx: Tx, { id, said }: WechatPost, at: Date): Promise<void> {
  const gone = { withdrawn_on: civilDateAt(at), withdrawn_why: said || '在平台上撤下' };
  await tx.updateTable('media_posts').set(gone).where('id', '=', id).where('withdrawn_on', 'is', null).execute();
}

export async function findWechatPost(db: Db, id: string): Promise<WechatPost | undefined> {
  const row = await db.selectFrom('wechat_posts').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toPost(row);
}

/** 原文撤回: what came from it is taken down from the accounts, in the transaction of the withdrawal. */
export async function queueTakeDowns(
  tx: Tx,
  { room, verb, subject }: { readonly room: string; readonly verb: string; readonly subject: string },
  at: Date,
): Promise<void> {
  if (room !== 'publications' || verb !== 'withdrawn') return;
  const found = tx
    .selectFrom('wechat_posts')
    .selectAll()
    .where('document_id', '=', subject)
    .where('state', '=', 'published');
  for (const row of await found.execute()) await queueFor(tx, toPost(row), WECHAT_REMOVE, at);
}

export interface WechatPostLine {
  readonly post: WechatPost;
  readonly submitted: boolean;
  readonly changedAt: Date;
}

const MOST_SHOWN = 100;

/** Of an account, or all that wait at these agencies; the latest first. */
export async function wechatPostsOf(
  db: Db,
  {
    accountId,
    agencyIds,
    open = false,
  }: { readonly accountId?: string; readonly agencyIds: readonly AgencyId[]; readonly open?: boolean },
): Promise<WechatPostLine[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('wechat_posts')
    .selectAll()
    .where('agency_id', 'in', agencyIds)
    .$if(accountId !== undefined, (found) => found.where('account_id', '=', accountId!))
    .$if(open, (found) => found.where('state', 'in', ['written', 'failed']))
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map((row) => ({ post: toPost(row), submitted: row.publish_id !== null, changedAt: row.changed_at }));
}
