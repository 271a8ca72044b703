/**
 * 公众号文章 WechatPost [XCH-23…30]: text chosen from a document that is published on the site, reviewed by the same steps as the site's, and sent to an account. What to
 * know first:
 *
 * - “提交” is not “发布”: the platform publishes when it likes and says so later, by its answer to our question or by a call. Only then is it published, and counted.
 * - A call whose answer was lost may have worked. What may be on its way is looked for before it is submitted again.
 */
import { canonical, sm3 } from '../../ledger/entry.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { Hand } from '../../people/hand.ts';
import type { DocumentId } from '../../publications/document.ts';
import type { EditionMark } from '../../publications/review/edition-mark.ts';

export const POST_STATES = {
  written: { term: '没有发出' },
  sending: { term: '发布中' },
  published: { term: '已发布' },
  failed: { term: '没有发布成' },
  takingDown: { term: '撤下中' },
  takenDown: { term: '已撤下' },
  dropped: { term: '不发了' },
} as const;
export type PostState = keyof typeof POST_STATES;

/** What people write. */
export interface PostWords {
  readonly title: string;
  readonly digest: string;
  /** Plain words, a paragraph a line. */
  readonly words: string;
}

export interface WechatPost extends PostWords {
  readonly id: string;
  readonly accountId: string;
  readonly agencyId: AgencyId;
  readonly documentId: DocumentId;
  /** SM3 of the words: what a review stands on. */
  readonly hash: string;
  readonly editedBy: Hand;
  readonly formerEditors: readonly Hand[];
  readonly marks: readonly EditionMark[];
  readonly state: PostState;
  /** How often it was sent. */
  readonly round: number;
  readonly articleId: string | null;
  /** Where it is read; empty before. */
  readonly url: string;
  /** What the platform said last. */
  readonly said: string;
}

/** 平台的上限, in letters. */
export const LONGEST_POST = { title: 64, digest: 120, words: 20_000 } as const;

export function hashOfPost({ title, digest, words }: PostWords, documentId: DocumentId): string {
  return sm3(canonical({ documentId, title, digest, words }));
}

/**
 * 记号: where the original stands, with the number of the post behind it, so that a post is known again in the lists of the platform when an answer was lost. The part behind
 * the sign is never sent to the site.
 */
export function sourceOf({ id, documentId }: Pick<WechatPost, 'id' | 'documentId'>, siteUrl: string): string {
  return `${siteUrl}/documents/${documentId}#wx-${id}`;
}

/** The post an article came from; undefined for one that was not sent from here. */
export function postNamedIn(source: string): string | undefined {
  return /#wx-([\w-]{1,100})$/.exec(source)?.[1];
}
