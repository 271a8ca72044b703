/**
 * 正文里的符号 [PUB-118]: a bare `<` or `&` is kept as four or five letters, so a text of nothing else grows past what a body may have and takes
 * seconds at every reading. It is counted before anybody parses it.
 */
import { art } from '../statute/articles.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';

/** Letters of a body, markup included. */
export const BODY_LETTERS = 500_000;

const BARE_TAG = /<(?![a-z/!?])/gi;
const BARE_ENTITY = /&(?!#?\w+;)/g;

/** Whether it grows too long by its signs; what has been cleaned has no bare ones and does not grow. */
export function isSwollen(html: string): boolean {
  const more = 3 * count(html, BARE_TAG) + 4 * count(html, BARE_ENTITY);
  return more > 0 && html.length + more > BODY_LETTERS;
}

export function refuseSwollen(html: string): Refusal | undefined {
  if (!isSwollen(html)) return undefined;
  const advice = '请删去多余的符号；是数据的，作为附件上传。';
  return refuse('PUB-118', art(24), `正文里的“<”“&”太多，保存以后超过 ${BODY_LETTERS} 个字，没有保存。${advice}`);
}

function count(html: string, sign: RegExp): number {
  return html.match(sign)?.length ?? 0;
}
