/**
 * 发出 [XCH-24…XCH-27]: cover, draft, submission; each is kept before the next. After a submission whose answer was lost nobody submits again before he has looked: among what
 * is published, whether the draft is still there, and for as long as the platform may still be at it.
 */

import { SYSTEM } from '../../../people/actor.ts';
import { type House, inTransaction, perform } from '../../../perform.ts';
import { type Outcome, type Piece, queueWork } from '../../../platform/outbox/outbox.ts';
import { shareableDocuments } from '../../../publications/store/shareable.ts';
import { isRefusal } from '../../../statute/refusal.ts';
import type { NotTold } from '../../adapters/wechat/wechat-call.ts';
import { type WechatClient, wechatClient } from '../../adapters/wechat/wechat-client.ts';
import { articleOf } from '../../wechat/article.ts';
import { NO_SUCH_MEDIA } from '../../wechat/wechat-errors.ts';
import { postNamedIn, sourceOf, type WechatPost } from '../../wechat/wechat-post.ts';
import { findAccount } from '../accounts/accounts.ts';
import { joinOf } from './joins.ts';
import { coverOf, type MaterialGround } from './materials.ts';
import { type PassGround, passOf } from './passes.ts';
import { wechatStairs } from './posts.ts';
import { reached, type Sending, sendingOf } from './progress.ts';
import { WECHAT_POLL, type WechatBody } from './works.ts';

export interface WechatWork extends Omit<PassGround, 'db' | 'now'>, MaterialGround {
  readonly house: House;
  /** Of our portal. */
  readonly siteUrl: string;
  /** Why nothing goes out here at all; absent where it does. */
  readonly closed?: string;
}

/** Within them the platform may still be at a submission that it never confirmed. */
const SETTLES_MS = 600_000;
const FIRST_POLL_MS = 60_000;
const MOST_PAGES = 250;

export async function sendWechatPost(work: WechatWork, piece: Piece): Promise<Outcome> {
  const { accountId, postId, round } = piece.body as WechatBody;
  const { db } = work.house;
  const sending = await sendingOf(db, postId, round);
  if (!sending) return { end: 'needless', said: '没有发出：这一次发出已经有了结果。' };
  const client = await clientFor(work, accountId);
  if ('end' in client) return client;
  const { post } = sending;
  const [document] = await shareableDocuments(db, [post.documentId]);
  if (!document?.live) return failed(work, post, '原文已经从网站撤回，没有发到公众号。');
  if (sending.publishId) return submitted(work, post, sending.publishId);
  if (sending.triedAt) {
    const went = await whereItWent(work, client, sending);
    if (went !== 'nowhere') return went;
  }
  const draftId = await draftFor(work, client, sending, document, piece.attempts > 1);
  if (typeof draftId !== 'string') return outcomeOf(work, post, draftId);
  // Before it is asked: whoever comes after a break must know that it may have been.
  await reached(db, post, { tried_at: work.house.now() });
  const publishId = await client.submit(draftId);
  if (typeof publishId === 'string') return submitted(work, post, publishId);
  // A draft that is not there may have been taken by the very same call, carried out twice.
  if (publishId.unknown || publishId.code === NO_SUCH_MEDIA)
    return { end: 'later', said: `${publishId.why}可能已经提交，先查清再说。` };
  await reached(db, post, { tried_at: null });
  return outcomeOf(work, post, publishId);
}

/** Who speaks to the platform, or why nobody does now. */
export async function clientFor(work: WechatWork, accountId: string): Promise<WechatClient | Outcome> {
  if (work.closed) return { end: 'later', said: work.closed, down: true };
  const join = await joinOf(work.house.db, accountId);
  if (!join?.open) return { end: 'later', said: '公众号没有接入，或者已经停用；接入以后自动再发。', down: true };
  const ground = { ...work, db: work.house.db, now: work.house.now };
  return wechatClient(work.wechat, passOf(ground, join));
}

/** [XCH-25] Taken by the platform, which is not yet published: from now on it is asked how it stands. */
async function submitted({ house }: WechatWork, post: WechatPost, publishId: string): Promise<Outcome> {
  await reached(house.db, post, { publish_id: publishId });
  const { id: postId, accountId, agencyId, round } = post;
  const body: WechatBody = { accountId, postId, round };
  const runAt = new Date(house.now().getTime() + FIRST_POLL_MS);
  const poll = { id: `${WECHAT_POLL}:${accountId}:${postId}:${round}`, work: WECHAT_POLL, agencyId, body, runAt };
  await inTransaction(house.db, (tx) => queueWork(tx, [poll], house.now()));
  return { end: 'done', said: `平台已经受理（任务 ${publishId}），还没有发布，等平台的结果。` };
}

export async function failed({ house }: WechatWork, post: WechatPost, why: string): Promise<Outcome> {
  const done = await perform(house, wechatStairs, SYSTEM, {
    verb: 'postFailed',
    postId: post.id,
    round: post.round,
    why,
  });
  if (isRefusal(done)) return { end: 'needless', said: done.says };
  return { end: 'done', said: `没有发布成：${why}` };
}

export async function confirmed(
  { house }: WechatWork,
  post: WechatPost,
  articleId: string,
  url: string,
): Promise<Outcome> {
  const command = { verb: 'postPublished', postId: post.id, round: post.round, articleId, url } as const;
  const done = await perform(house, wechatStairs, SYSTEM, command);
  return isRefusal(done) ? { end: 'needless', said: done.says } : { end: 'done', said: `已经发布：${url}` };
}

/** What passes is tried again; what stays is told to whoever sent it. */
function outcomeOf(work: WechatWork, post: WechatPost, { why, again, down }: NotTold): Outcome | Promise<Outcome> {
  if (!again) return failed(work, post, why);
  return { end: 'later', said: why, ...(down ? { down } : {}) };
}

async function whereItWent(work: WechatWork, client: WechatClient, sending: Sending): Promise<Outcome | 'nowhere'> {
  const { post, draftId, triedAt } = sending;
  const article = await publishedAs(client, post.id, triedAt!);
  if (article && 'sent' in article) return outcomeOf(work, post, article);
  if (article) return confirmed(work, post, article.articleId, article.url);
  const wait = { end: 'later', said: '上一次提交没有得到应答，平台可能正在发布，等一会儿再查。' } as const;
  if (draftId === null) return 'nowhere';
  const there = await client.isDraftThere(draftId);
  if (typeof there !== 'boolean') return outcomeOf(work, post, there);
  return !there || work.house.now().getTime() - triedAt!.getTime() < SETTLES_MS ? wait : 'nowhere';
}

/** [XCH-27] Known by our sign; back to somewhat before it was submitted. */
async function publishedAs(client: WechatClient, postId: string, since: Date) {
  const first = since.getTime() - SETTLES_MS;
  for (let [offset, page] = [0, 0]; page < MOST_PAGES; page += 1) {
    const listed = await client.listArticles(offset);
    if ('sent' in listed) return listed;
    const ours = listed.found.find(({ source, deleted }) => !deleted && postNamedIn(source) === postId);
    if (ours) return ours;
    offset += listed.taken;
    const last = listed.found.at(-1);
    if (listed.taken === 0 || offset >= listed.total || (last && last.at < first)) return undefined;
  }
  return undefined;
}

type Original = Awaited<ReturnType<typeof shareableDocuments>>[number];

/** @param again an answer may have been lost: a draft with our sign is ours */
async function draftFor(
  work: WechatWork,
  client: WechatClient,
  { post, draftId }: Sending,
  document: Original,
  again: boolean,
): Promise<string | NotTold> {
  const there = draftId !== null && (await client.isDraftThere(draftId));
  if (typeof there !== 'boolean') return there;
  if (there) return draftId!;
  const known = again ? await draftOf(client, post.id) : undefined;
  if (typeof known === 'object') return known;
  const made = known ?? (await addDraft(work, client, post, document));
  if (typeof made === 'string') await reached(work.house.db, post, { draft_id: made });
  return made;
}

async function draftOf(client: WechatClient, postId: string): Promise<string | undefined | NotTold> {
  for (let [offset, page] = [0, 0]; page < MOST_PAGES; page += 1) {
    const listed = await client.listDrafts(offset);
    if ('sent' in listed) return listed;
    const ours = listed.found.find(({ source }) => postNamedIn(source) === postId);
    if (ours) return ours.draftId;
    offset += listed.taken;
    if (listed.taken === 0 || offset >= listed.total) return undefined;
  }
  return undefined;
}

async function addDraft(
  work: WechatWork,
  client: WechatClient,
  post: WechatPost,
  document: Original,
): Promise<string | NotTold> {
  const cover = await coverOf({ ...work, db: work.house.db, now: work.house.now }, client, post.accountId, document);
  if ('sent' in cover) return cover;
  const account = await findAccount(work.house.db, post.accountId);
  return client.addDraft(articleOf(post, sourceOf(post, work.siteUrl), cover, account?.name ?? ''));
}
