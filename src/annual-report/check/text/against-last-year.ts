/**
 * TXT_PCT 同上年相比 [ANR-80]: with last year's report at hand, what the text says of that year (2023年收到30件, 较上年的30件) is what it
 * printed, and what is said of the change since (增加3件, 持平, 1.1倍) follows from both. Growth in percent is the matter of `percentages`.
 */
import { scopeTold } from '../claims/agency-scope.ts';
import type { CountedThing } from '../claims/counted-thing.ts';
import { isYearBefore } from '../claims/period.ts';
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
  const claims = textClaimsIn(passages, { ...previous, year: report.year }, scopeTold(level));
  return claims.filter(({ scope, readings }) => scope === 'same' && readings.length > 0);
}

/** 2023年收到申请30件 */
function toldOfLastYear({ report, level, passages, options: { previous } }: CheckSubject): Observation[] {
  if (!previous) return [];
  const isOfYear = (before: string, label: string) => isYearBefore(before, report.year, label);
  return textClaimsIn(passages, previous, scopeTold(level), isOfYear).flatMap((claim) => {
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

const LAST_YEAR = '(?:上年|上一年|去年|(20\\d\\d)年)度?(?:的)?(?:同期)?';
const MORE_OR_LESS = new RegExp(
  `^(?:(?:比|较|同比|与)?(?:${LAST_YEAR})?(?:相比)?(?:同比|相比)?)?(增加|增长|上升|多|减少|下降|少)(?:了|收|办)?$`,
);

/** 较上年增加3件, 同比减少3件 */
function changeAfter(claim: TextClaim, last: readonly number[], year: number | null): Observation[] {
  const after = countedAfter(claim);
  const [, named, direction = ''] = MORE_OR_LESS.exec(after?.lead ?? '') ?? [];
  if (!after || direction === '' || !/年|同比/.test(after.lead) || isAnotherYear(named, year)) return [];
  const { value } = after.quantity;
  const signed = /增|上|多/.test(direction) ? value : -value;
  if (last.some((figure) => claim.stated - figure === signed)) return [];
  return [observation(claim, `写 ${claim.stated}，说比上年${direction} ${value}`, value, last[0] ?? null)];
}

/** 与上年持平; 基本持平 claims no figure. */
function levelAfter(claim: TextClaim, last: readonly number[], year: number | null): Observation[] {
  const level = new RegExp(`^[^,;。\\d]{0,8},?(?:与|和|同|较|跟)${LAST_YEAR}持平`).exec(wordsAfter(claim));
  if (!level || isAnotherYear(level[1], year) || last.includes(claim.stated)) return [];
  return [observation(claim, `写 ${claim.stated}，说与上年持平`, claim.stated, last[0] ?? null)];
}

/** 是上年的1.1倍 */
function timesAfter(claim: TextClaim, last: readonly number[], year: number | null): Observation[] {
  const times = new RegExp(`^[^,;。\\d]{0,8},?(?:是|为|达到?|相当于)${LAST_YEAR}(?:的)?(\\d+(?:\\.(\\d+))?)倍`).exec(
    wordsAfter(claim),
  );
  const [, named, told = '', decimals = ''] = times ?? [];
  const half = 0.5 * 10 ** -decimals.length + 1e-9;
  if (!times || isAnotherYear(named, year)) return [];
  if (last.some((figure) => figure > 0 && Math.abs(claim.stated / figure - Number(told)) <= half)) return [];
  return [observation(claim, `写 ${claim.stated}，说是上年的 ${told} 倍`, Number(told), last[0] ?? null)];
}

const COMPARED_WITH = new RegExp(`^(?:比|较|与|同)${LAST_YEAR}(?:收到|新收|受理|办结|办理|答复|申请|的|为)*$`);

/** 较上年的30件增长10% */
function baseAfter(claim: TextClaim, last: readonly number[], year: number | null): Observation[] {
  const base = countedAfter(claim);
  const compared = COMPARED_WITH.exec(base?.lead ?? '');
  if (!base || !compared || isAnotherYear(compared[1], year) || last.includes(base.quantity.value)) return [];
  return [observation(claim, `说上年“${claim.name}”是 ${base.quantity.value}`, base.quantity.value, last[0] ?? null)];
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

function isAnotherYear(named: string | undefined, year: number | null): boolean {
  return named !== undefined && Number(named) !== (year ?? Number.NaN) - 1;
}

function observation({ passage, name }: TextClaim, said: string, left: number, right: number | null): Observation {
  const says = `正文“${name}”${said}，上年年报${right === null ? '不是' : `是 ${right}`}。`;
  return { where: passage.quote, says, advice: ADVICE, left, right };
}
