/**
 * TXT_PCT 同上年相比 [ANR-80]: with last year's report at hand, what the text says of that year (2023年收到30件, 较上年的30件) is what it
 * printed, and what is said of the change since (增加3件, 持平, 1.1倍) follows from both. Growth in percent is the matter of `percentages`.
 */
import { scopeTold } from '../claims/agency-scope.ts';
import type { CountedThing } from '../claims/counted-thing.ts';
import { isYearBefore } from '../claims/period.ts';
import { baseIn, changeIn, levelIn, type NamedYear, timesIn } from '../claims/since-last-year.ts';
import { flat, type TextClaim, textClaimsIn } from '../claims/text-claims.ts';
import { verdictOf } from '../claims/verdict.ts';
import type { CheckSubject, Observation } from '../finding.ts';

const ADVICE = '与上年已公布的年报核对，改正这句话；上年的数更正过的，写明是更正后的数。';

export function againstLastYear(subject: CheckSubject): Observation[] {
  const held = heldAgainstLastYear(subject).filter(({ item }) => item !== undefined);
  return [...toldOfLastYear(subject), ...held.flatMap((claim) => changes(claim, subject))];
}

/** The claims of this year's text, each with what last year's tables say of the same thing; one agency's among many left out. */
export function heldAgainstLastYear({ report, level, passages, options: { previous } }: CheckSubject): TextClaim[] {
  if (!previous) return [];
  const claims = textClaimsIn(passages, { ...previous, year: report.year }, scopeTold(level, report.unit));
  return claims.filter(({ scope, readings }) => scope === 'same' && readings.length > 0);
}

/** 2023年收到申请30件 */
function toldOfLastYear({ report, level, passages, options: { previous } }: CheckSubject): Observation[] {
  if (!previous) return [];
  const isOfYear = (before: string, label: string) => isYearBefore(before, report.year, label);
  return textClaimsIn(passages, previous, scopeTold(level, report.unit), isOfYear).flatMap((claim) => {
    const verdict = verdictOf(claim);
    return verdict.kind === 'contradicts' && verdict.table !== null
      ? [observation(claim, `说上年“${claim.name}”是 ${claim.stated}`, claim.stated, verdict.table)]
      : [];
  });
}

function changes(claim: TextClaim, subject: CheckSubject): Observation[] {
  const last = claim.readings.filter(({ sameScope }) => sameScope).map(({ value }) => value);
  const year = subject.report.year;
  return [
    ...changeAfter(claim, last, year),
    ...levelAfter(claim, last, year),
    ...timesAfter(claim, last, year),
    ...baseAfter(claim, last, year),
  ];
}

/** 较上年增加3件, 同比减少3件 */
function changeAfter(claim: TextClaim, last: readonly number[], year: number | null): Observation[] {
  const after = countedAfter(claim);
  const change = changeIn(after?.lead ?? '');
  if (!after || !change || isAnother(change.year, year)) return [];
  const { value } = after.quantity;
  const signed = change.grows ? value : -value;
  if (last.some((figure) => claim.stated - figure === signed)) return [];
  return [observation(claim, `写 ${claim.stated}，说比上年${change.word} ${value}`, value, last[0] ?? null)];
}

function levelAfter(claim: TextClaim, last: readonly number[], year: number | null): Observation[] {
  const level = levelIn(wordsAfter(claim));
  if (!level || isAnother(level.year, year) || last.includes(claim.stated)) return [];
  return [observation(claim, `写 ${claim.stated}，说与上年持平`, claim.stated, last[0] ?? null)];
}

function timesAfter(claim: TextClaim, last: readonly number[], year: number | null): Observation[] {
  const told = timesIn(wordsAfter(claim));
  if (!told || isAnother(told.year, year)) return [];
  const { times, half } = told;
  if (last.some((figure) => figure > 0 && Math.abs(claim.stated / figure - times) <= half)) return [];
  return [observation(claim, `写 ${claim.stated}，说是上年的 ${times} 倍`, times, last[0] ?? null)];
}

/** 较上年的30件增长10% */
function baseAfter(claim: TextClaim, last: readonly number[], year: number | null): Observation[] {
  const base = countedAfter(claim);
  const compared = baseIn(base?.lead ?? '');
  if (!base || !compared || isAnother(compared.year, year) || last.includes(base.quantity.value)) return [];
  const { value } = base.quantity;
  return [observation(claim, `说上年“${claim.name}”是 ${value}`, value, last[0] ?? null)];
}

/** The next number of the same measure in the same group of clauses; a percentage may stand between. */
function countedAfter({ passage, item }: TextClaim): CountedThing | undefined {
  const level = [passage.items, ...flat(passage.items).map(({ inside }) => inside)].find((items) =>
    items.some(({ quantity }) => quantity.start === item?.quantity.start),
  );
  const at = level?.findIndex(({ quantity }) => quantity.start === item?.quantity.start) ?? -1;
  for (const next of level?.slice(at + 1) ?? []) {
    if (next.rank > 2 || next.quantity.approximate) return undefined;
    if (next.quantity.unit !== '%') return next.quantity.unit === item?.quantity.unit ? next : undefined;
  }
  return undefined;
}

function wordsAfter({ passage, item }: TextClaim): string {
  return passage.plain.slice(item?.quantity.end ?? passage.plain.length);
}

function isAnother(named: NamedYear, year: number | null): boolean {
  return named !== undefined && named !== (year ?? Number.NaN) - 1;
}

function observation({ passage, name }: TextClaim, said: string, left: number, right: number | null): Observation {
  const says = `正文“${name}”${said}，上年年报${right === null ? '不是' : `是 ${right}`}。`;
  return { where: passage.quote, says, advice: ADVICE, left, right };
}
