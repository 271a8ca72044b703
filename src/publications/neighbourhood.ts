/**
 * 与已经公开的对照 [PUB-75, PUB-76] (《条例》第六条): what an edition points at on this site and is not there, and what is public already under
 * the same number or title. People answer for these; nothing is stopped, since two pieces that name each other go out one after the other.
 */
import { art } from '../statute/articles.ts';
import type { Issue } from '../statute/issue.ts';
import type { ColumnKey } from './columns.ts';
import type { DocumentId } from './document.ts';
import type { PublicLine } from './public-view.ts';
import { foldedText, gramsOf } from './search-text.ts';

/** What stands around an edition, as the store knows it. */
export interface Neighbourhood {
  /** Of the documents and columns it links to, those a reader does not find. */
  readonly lost: readonly OwnLink[];
  readonly sameNumber: readonly Pick<PublicLine, 'title' | 'publishedOn'>[];
  readonly sameTitle: readonly Pick<PublicLine, 'title' | 'publishedOn'>[];
}

/**
 * 文字相近 [PUB-76]: a brief of every week has the same title, so of 政务动态 the title alone tells nothing; its text must be near as well, by
 * the pairs of neighbouring characters both have.
 */
export function isNear(text: string, other: string): boolean {
  const [own, theirs] = [gramsOf(foldedText(text)), gramsOf(foldedText(other))];
  const shared = [...own].filter((gram) => theirs.has(gram)).length;
  return 2 * shared >= NEAR * (own.size + theirs.size);
}

/** Two copies of one text with a few words mended share more, two weeks of one form less. */
const NEAR = 0.85;

export interface OwnLink {
  readonly words: string;
  readonly to: { readonly document: DocumentId } | { readonly column: ColumnKey };
}

/** 站内链接 of a cleaned body: to documents and columns of this site, by path or by its whole address. */
export function ownLinksIn(cleanHtml: string, siteUrl: string | null): OwnLink[] {
  const links: OwnLink[] = [];
  for (const [, href = '', inside = ''] of cleanHtml.matchAll(/<a\b[^>]*\shref="([^"]*)"[^>]*>(.*?)<\/a>/gs)) {
    const path = siteUrl !== null && href.startsWith(`${siteUrl}/`) ? href.slice(siteUrl.length) : href;
    const words = inside.replace(/<[^>]*>/g, '').trim();
    const document = /^\/documents\/([A-Za-z0-9-]{1,100})(?:\.(?:pdf|docx))?(?:[/?#]|$)/.exec(path)?.[1];
    const column = /^\/columns\/([A-Za-z0-9.-]{1,100})(?:[?#]|$)/.exec(path)?.[1];
    if (document !== undefined) links.push({ words, to: { document } });
    else if (column !== undefined) links.push({ words, to: { column } });
  }
  return links;
}

export function neighbourhoodIssues({ lost, sameNumber, sameTitle }: Neighbourhood): Issue[] {
  return [
    ...lost.map(({ words, to }) => {
      const what = 'document' in to ? '那条信息没有发布或者已经撤回' : '没有那个栏目';
      const says = `正文里的链接“${words}”打不开：${what}。`;
      return warning(
        'PUB-75',
        'bodyHtml',
        says,
        '改成现在的网址，或者去掉链接；两条信息互相链接、要同时发布的，可以不管。',
      );
    }),
    ...sameNumber.map(({ title, publishedOn }) => {
      const says = `同一个文号已经在 ${publishedOn} 发布过：《${title}》。`;
      return warning('PUB-76', 'docNo', says, '重复的不要再发；内容有变动的，在原来那一条上修改；文号写错的改正。');
    }),
    ...sameTitle.map(({ title, publishedOn }) => {
      const says = `同名的信息已经在 ${publishedOn} 发布过：《${title}》。`;
      return warning('PUB-76', 'title', says, '重复的不要再发；不是同一件的，在标题里写明期次或者日期，便于查找。');
    }),
  ];
}

const warning = (code: string, where: string, says: string, advice: string): Issue => ({
  ...{ code, severity: 'warning', where, says, basis: art(6), advice },
});
