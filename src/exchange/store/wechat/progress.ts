/** 发到哪一步: what one sending has reached, kept as soon as it is known, so that whoever goes on after a break does not begin anew. */
import type { Db } from '../../../platform/database.ts';
import type { WechatPost } from '../../wechat/wechat-post.ts';
import { findWechatPost } from './posts.ts';
import './tables.ts';

export interface Sending {
  readonly post: WechatPost;
  readonly draftId: string | null;
  /** 提交过 at this moment; it may have worked. */
  readonly triedAt: Date | null;
  readonly publishId: string | null;
}

/** Undefined where this sending is not under way any more. */
export async function sendingOf(db: Db, postId: string, round: number): Promise<Sending | undefined> {
  const post = await findWechatPost(db, postId);
  if (post?.state !== 'sending' || post.round !== round) return undefined;
  const row = await db
    .selectFrom('wechat_posts')
    .select(['draft_id', 'tried_at', 'publish_id'])
    .where('id', '=', postId)
    .executeTakeFirstOrThrow();
  return { post, draftId: row.draft_id, triedAt: row.tried_at, publishId: row.publish_id };
}

type Reached = Partial<{ draft_id: string; tried_at: Date | null; publish_id: string }>;

export async function reached(db: Db, { id, round }: WechatPost, now: Reached): Promise<void> {
  await db
    .updateTable('wechat_posts')
    .set(now)
    .where('id', '=', id)
    .where('round', '=', round)
    .where('state', '=', 'sending')
    .execute();
}
