/** 公众号对账 [XCH-28]: what the platform lists as published against what we count as published. What was sent from elsewhere is no difference. */
import { postNamedIn } from './wechat-post.ts';

export interface ListedArticle {
  readonly articleId: string;
  readonly title: string;
  readonly url: string;
  /** 阅读原文, with our sign where it came from here. */
  readonly source: string;
  readonly deleted: boolean;
  /** Milliseconds: when it was published or changed last. */
  readonly at: number;
}

/** `missing`: we count it, they have it no more; `uncounted`: they have it, we do not count it; `twice`: they have it more than once. */
export type ArticleDifferenceKind = 'missing' | 'uncounted' | 'twice';

export const ARTICLE_DIFFERENCES: Readonly<Record<ArticleDifferenceKind, string>> = {
  missing: '平台上没有了',
  uncounted: '平台上有，这里没有记为已发布',
  twice: '平台上重复',
};

export interface ArticleDifference {
  readonly kind: ArticleDifferenceKind;
  readonly postId: string;
  readonly title: string;
}

export interface ArticlesCompared {
  readonly ours: number;
  /** Sent from here and there now. */
  readonly theirs: number;
  readonly underWay: number;
  readonly differences: readonly ArticleDifference[];
}

export function compareArticles(
  ours: readonly { readonly id: string; readonly title: string; readonly state: string }[],
  listed: readonly ListedArticle[],
): ArticlesCompared {
  const there = new Map<string, ListedArticle[]>();
  for (const article of listed) {
    const id = article.deleted ? undefined : postNamedIn(article.source);
    if (id !== undefined) there.set(id, [...(there.get(id) ?? []), article]);
  }
  const known = new Map(ours.map((post) => [post.id, post]));
  const differences: ArticleDifference[] = [];
  const published = ours.filter(({ state }) => state === 'published');
  for (const { id, title } of published) if (!there.has(id)) differences.push({ kind: 'missing', postId: id, title });
  let underWay = 0;
  for (const [postId, [article, ...more]] of there) {
    const state = known.get(postId)?.state;
    const { title } = article!;
    if (more.length > 0) differences.push({ kind: 'twice', postId, title });
    if (state === 'sending' || state === 'takingDown') underWay += 1;
    else if (state !== undefined && state !== 'published') differences.push({ kind: 'uncounted', postId, title });
  }
  const theirs = [...there.keys()].filter((id) => known.has(id)).length;
  return { ours: published.length, theirs, underWay, differences };
}
