/**
 * 个人信息 [REV-10] (《条例》第十五条；《个人信息保护法》第二十八条): numbers and addresses of people in what is to leave. A number counts as one only when its
 * check digit, date or issuer holds, so that document numbers and amounts are left in peace. What is found is never quoted whole.
 */
import { art } from '../statute/articles.ts';
import { excerpt, type Finding, findingOf } from './finding.ts';
import { type FoldedText, foldText, type Stretch, stretchOf } from './folded-text.ts';
import { type Gated, type Kind, PERSONAL_INFORMATION } from './personal-kinds.ts';

/** @param text plain words, a line for each block; @param where of the finding: the field they stand in */
export function personalInformation(text: string, where: string): Finding[] {
  return findsIn(foldText(text)).map(({ kind: { term, severity, advice }, compact, rest, from, to }) => {
    const says = `有${term}：“${masked(rest, from, to)}”。`;
    return findingOf({ code: 'REV-10', severity, where, says, basis: art(15), advice }, compact);
  });
}

/** All of them have a figure, but for a mail address, a home that is told to its village, and what is labelled. */
const MAY_HOLD = /[\p{N}@＠﹫住户证份话机系卡折账号信]/u;

/** Where in the text they stand, for what is shown without them. @param kinds by their terms */
export function personalStretches(text: string, kinds: readonly string[]): Stretch[] {
  if (!MAY_HOLD.test(text)) return [];
  const folded = foldText(text);
  const wanted = PERSONAL_INFORMATION.filter(({ term }) => kinds.includes(term));
  return findsIn(folded, wanted).map(({ from, to }) => stretchOf(folded, from, to));
}

interface Find {
  readonly kind: Kind;
  readonly compact: string;
  /** The folded text, with what was found before hidden. */
  readonly rest: string;
  readonly from: number;
  readonly to: number;
}

function findsIn({ letters: all }: FoldedText, kinds = PERSONAL_INFORMATION): Find[] {
  let rest = all;
  return kinds.flatMap((kind) => {
    const found: Find[] = [];
    for (const form of kind.forms.flatMap((one) => formIn(one, rest)))
      for (const { 0: whole, 1: letters = whole, index } of rest.matchAll(form)) {
        const compact = letters.replace(/[ .·\n-]/g, '').toUpperCase();
        const to = index + letters.length;
        if (found.some((one) => one.from < to && index < one.to) || (kind.holds && !kind.holds(compact))) continue;
        found.push({ kind, compact, rest, from: index, to });
        rest = rest.slice(0, index) + letters.replace(/[^\n]/g, '*') + rest.slice(to);
      }
    return found.sort((a, b) => a.from - b.from);
  });
}

function formIn(one: RegExp | Gated, text: string): readonly RegExp[] {
  if (one instanceof RegExp) return [one];
  return one.needs.every((need) => need.test(text)) ? [one.form] : [];
}

/** The surroundings with the middle of the find hidden. */
function masked(text: string, start: number, end: number): string {
  const found = text.slice(start, end);
  const kept = Math.max(1, Math.floor(found.length / 5));
  const hidden = found.slice(0, kept) + found.slice(kept, -kept).replace(/[^\n]/g, '*') + found.slice(-kept);
  return excerpt(text.slice(0, start) + hidden + text.slice(end), start, end).replaceAll('\n', '／');
}
