/** 一份大表分次传递 [ENF-11]: what a process has read of a sheet comes in parts, so that neither side holds the whole of it as bytes besides what it is. */
import type { DecisionsRead } from '../enforcement/decisions/read-decisions.ts';
import type { ReadDecision } from '../enforcement/decisions/registered-decision.ts';

const PART = 250;
/** Names of offices, kinds and days: what a sheet says in every line is kept once. */
const [REPEATED_LETTERS, MOST_REPEATED] = [40, 20_000];

/** Nothing of a file that is no sheet; otherwise one part at least. */
export function* partsOf(read: DecisionsRead | undefined): Generator<DecisionsRead | undefined> {
  if (!read) return yield undefined;
  const { decisions, issues } = read;
  for (let from = 0; from < decisions.length; from += PART)
    yield { decisions: decisions.slice(from, from + PART), issues: [] };
  yield { decisions: [], issues };
}

/** @returns takes each part and gives what there is by then */
export function joined(): (part: DecisionsRead | undefined) => DecisionsRead | undefined {
  const whole = { decisions: [] as ReadDecision[], issues: [] as DecisionsRead['issues'] };
  const known = new Map<string, string>();
  const once = (word: string): string => {
    if (word.length > REPEATED_LETTERS) return word;
    const before = known.get(word);
    if (before === undefined && known.size < MOST_REPEATED) known.set(word, word);
    return before ?? word;
  };
  const sharing = (fields: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(fields).map(([code, value]) => [code, once(value)]));
  return (part) => {
    if (!part) return undefined;
    for (const one of part.decisions)
      whole.decisions.push({ ...one, shown: sharing(one.shown), hidden: sharing(one.hidden) });
    whole.issues = part.issues;
    return whole;
  };
}
