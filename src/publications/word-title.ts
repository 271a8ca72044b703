/**
 * 稿件的标题 [PUB-103]: the lines at the head of a draft that are its title, which stands above the text of the page already. 红头、发文字号 before it are none.
 */
import { plainText } from './body.ts';

export interface Titled {
  readonly title: string;
  /** The text without the lines of the title. */
  readonly bodyHtml: string;
}

const LONGEST = 200;
/** So many lines at the head may be 红头, 发文字号 and title. */
const HEAD_LINES = 8;
const LINE = /^<(h2|p)( data-align="center")?>((?:(?!<\/?(?:p|h\d|table|ul|ol|img|sup)\b)[\s\S]){0,2000}?)<\/\1>/;
const ABOVE = /文\s*件$|〔\d{4}〕|\[\d{4}\].{0,6}号$|^签发人|^[\d№]+$|^(?:机密|秘密|特急|加急)/;
const NUMBERED = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第.{1,4}[章条节])/;
/** Blanks between characters, where none is written. */
const GAP = /(?<=[\u3000-\uffef]) | (?=[\u3000-\uffef])/g;
/** With what the title of a document ends. */
const KIND =
  /(?:通知|意见|办法|公告|通告|公示|决定|方案|报告|批复|规定|细则|纪要|名单|指南|预案|规划|计划|解读|说明|通报|公报|总结|制度|答复|目录|清单|函|令|表)(?:[（(][^（）()]{1,20}[）)])?$/;

/** @param html a cleaned body; @returns undefined where it begins with no title */
export function titleIn(html: string): Titled | undefined {
  const lines: { readonly words: string; readonly from: number; readonly to: number }[] = [];
  let at = 0;
  for (let n = 0; n < HEAD_LINES; n += 1) {
    const found = LINE.exec(html.slice(at, at + 4_000));
    if (!found) break;
    const [whole, name, middle, inner] = found;
    const words = plainText(inner!.replace(/<br\s*\/?>/g, ''))
      .replace(/\s+/g, ' ')
      .replace(GAP, '')
      .trim();
    const isTitle = (name === 'h2' || middle !== undefined) && words !== '' && !NUMBERED.test(words);
    if (!isTitle || (lines.length === 0 && name === 'h2' && ABOVE.test(words))) break;
    if (!ABOVE.test(words) || lines.length > 0) lines.push({ words, from: at, to: at + whole.length });
    at += whole.length;
  }
  const ends = lines.findIndex((_, n) => KIND.test(wordsOf(lines.slice(0, n + 1))));
  const taken = lines.slice(0, Math.max(0, ends) + 1);
  const [first, last] = [taken[0], taken.at(-1)];
  const title = wordsOf(taken);
  if (!first || !last || title.length > LONGEST) return undefined;
  return { title, bodyHtml: html.slice(0, first.from) + html.slice(last.to) };
}

function wordsOf(lines: readonly { readonly words: string }[]): string {
  return lines.map(({ words }) => words).join('');
}
