/**
 * 逐行登记 [MSG-17]: what is copied from the backstage of a platform, a line each: day, title, and the address where there is one, with a tab or spaces between.
 * One wrong line and none is taken: each is told by its number.
 */
import { type CivilDate, parseCivilDate } from '../../statute/civil-date.ts';

export interface PostLine {
  readonly on: CivilDate;
  readonly title: string;
  readonly url: string;
}

export const MOST_LINES = 200;
export const LONGEST_TITLE = 100;
const LONGEST_URL = 500;
const TOLD = 8;

/** `2026-03-02`, `2026/3/2`, `2026年3月2日`, then the title, then perhaps an address. */
const LINE = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?\s+(.+?)(?:\s+(https?:\/\/\S+))?$/;

/** @param known keys of those that count already */
export function readPostLines(
  text: string,
  { first, last }: { readonly first: CivilDate; readonly last: CivilDate },
  known: ReadonlySet<string>,
): PostLine[] | { readonly says: string } {
  const written = text
    .split(/\r?\n/)
    .map((line, i) => ({ n: i + 1, line: line.trim() }))
    .filter(({ line }) => line !== '');
  if (written.length === 0) return { says: '请至少写一条，例如“2026-03-02 全县春耕备耕工作会议召开”。' };
  if (written.length > MOST_LINES)
    return { says: `一次最多登记 ${MOST_LINES} 条，现在是 ${written.length} 条，请分几次。` };
  const seen = new Map<string, number>();
  const read: PostLine[] = [];
  const wrong: string[] = [];
  for (const { n, line } of written) {
    const post = readLine(line);
    const says = typeof post === 'string' ? post : (outOfPlace(post, first, last) ?? again(post, known, seen));
    if (says) wrong.push(`第 ${n} 行${says}`);
    else if (typeof post !== 'string') {
      read.push(post);
      seen.set(`${post.on} ${post.title}`, n);
    }
  }
  if (wrong.length === 0) return read;
  const more = wrong.length > TOLD ? `……另有 ${wrong.length - TOLD} 行。` : '';
  return { says: `${wrong.slice(0, TOLD).join('')}${more}改好以后再登记，现在一条也没有登记。` };
}

function readLine(line: string): PostLine | string {
  const match = LINE.exec(line);
  if (!match) return '看不出日期和标题，应写成“2026-03-02 标题”，后面可以再写网址。';
  const [, year, month, day, title, url = ''] = match;
  const on = parseCivilDate(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`);
  if (!on) return `没有“${year}-${month}-${day}”这一天。`;
  if (title!.length > LONGEST_TITLE) return `的标题超过 ${LONGEST_TITLE} 个字。`;
  if (url.length > LONGEST_URL || (url !== '' && !URL.canParse(url))) return '的网址不对。';
  return { on, title: title!, url };
}

function outOfPlace({ on }: PostLine, first: CivilDate, last: CivilDate): string | undefined {
  if (on < first) return `的日期 ${on} 早于账号开设的 ${first}。`;
  if (on > last) return `的日期 ${on} 晚于 ${last}，那天还没有到，或者账号已经注销。`;
  return undefined;
}

function again(post: PostLine, known: ReadonlySet<string>, seen: ReadonlyMap<string, number>): string | undefined {
  const key = `${post.on} ${post.title}`;
  if (known.has(key)) return '已经登记过。';
  const before = seen.get(key);
  return before === undefined ? undefined : `和第 ${before} 行重复。`;
}
