/**
 * 正文的层数 [PUB-115]: tags inside tags without end make whoever reads them walk the whole way back at each one. A text of a person has a few levels,
 * a torn page of an old site some tens; what has more is not read at all.
 */
import { Parser } from 'htmlparser2';
import { art } from '../statute/articles.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';

const MOST_LEVELS = 256;

/** Read so much at a time, so that it is known before the way back grows long. */
const SLICE = 4_096;

const TAG = /<[a-z]/gi;

export function isTooDeep(html: string): boolean {
  if ((html.match(TAG)?.length ?? 0) <= MOST_LEVELS) return false;
  let [level, deepest] = [0, 0];
  const parser = new Parser({
    onopentag: () => {
      level += 1;
      deepest = Math.max(deepest, level);
    },
    onclosetag: () => {
      level -= 1;
    },
  });
  for (let from = 0; from < html.length && deepest <= MOST_LEVELS; from += SLICE)
    parser.write(html.slice(from, from + SLICE));
  return deepest > MOST_LEVELS;
}

export function refuseTooDeep(html: string): Refusal | undefined {
  if (!isTooDeep(html)) return undefined;
  const advice = '请在编辑框里全选，粘贴成不带格式的文字，或者从 Word 稿件读入。';
  return refuse('PUB-115', art(24), `正文的格式一层套一层，超过 ${MOST_LEVELS} 层，没有保存。${advice}`);
}
