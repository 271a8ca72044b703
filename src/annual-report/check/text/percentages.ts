/** TXT_PCT: a percentage of the narrative follows from the figures beside it, within half a unit of its last digit. */

import { breakdownsOf } from '../claims/breakdown.ts';
import type { CountedThing } from '../claims/counted-thing.ts';
import { tolerance } from '../claims/quantity.ts';
import type { TextClaim } from '../claims/text-claims.ts';
import type { CheckSubject, Observation } from '../finding.ts';
import { heldAgainstLastYear } from './against-last-year.ts';

interface Quotient {
  readonly percent: number;
  readonly working: string;
}

export function percentages(subject: CheckSubject): Observation[] {
  const lastYear = heldAgainstLastYear(subject);
  return subject.passages.flatMap(({ quote, plain, items }) => [
    ...points(quote, plain),
    ...items.flatMap((item, at): Observation[] => {
      if (item.quantity.unit !== '%' || item.quantity.approximate || item.rank > 2) return [];
      const whole = wholeNamedBefore(items, at);
      const figure = numeratorBefore(items, whole ? at - 1 : at);
      if (!figure) return [];
      const words = whole?.lead ?? (item.lead || item.context.slice(-8));
      // 分别占办结数的11.8%和7.9%: which number each share is of is told by their order, not by what stands nearest.
      if (hasOwnSubject(item) || /分别占/.test(words)) return [];
      const quotients = whole
        ? [shareOf(figure, whole.quantity.value)].filter(({ percent }) => percent <= 100)
        : /占/.test(words)
          ? shares(figure, items, at, subject)
          : /增长|增加|上升|提高|下降|减少|降低/.test(words)
            ? growths(figure, item, items, lastYear)
            : [];
      const [first] = quotients;
      if (
        !first ||
        quotients.some(({ percent }) => Math.abs(percent - item.quantity.value) <= tolerance(item.quantity))
      )
        return [];
      return [
        {
          where: quote,
          says: `正文写 ${item.quantity.value}%，按所引数字 ${quotients.map(({ percent, working }) => `${working}=${percent.toFixed(Math.max(2, item.quantity.decimals))}%`).join('；')}。`,
          advice: '按所引数字重算百分比，或写明分母。',
          left: item.quantity.value,
          right: Number(first.percent.toFixed(Math.max(2, item.quantity.decimals))),
        },
      ];
    }),
  ]);
}

/** 由92.1%提高到95.3%，提高3.2个百分点. */
const POINTS =
  /[由从](\d+(?:\.\d+)?)%(?:提高|上升|增加|增长|下降|降低|减少|降)至?到?(\d+(?:\.\d+)?)%[,、](?:提高|上升|增加|增长|下降|降低|减少)了?(\d+(?:\.\d+)?)个百分点/g;

function points(quote: string, plain: string): Observation[] {
  return [...plain.matchAll(POINTS)].flatMap(([, from, to, by]): Observation[] => {
    const decimals = Math.max(...[from, to, by].map((figure) => figure!.split('.')[1]?.length ?? 0));
    const right = Number(Math.abs(Number(to) - Number(from)).toFixed(decimals));
    if (Math.abs(right - Number(by)) < 1e-9) return [];
    const says = `正文写 ${by} 个百分点，${from}% 与 ${to}% 相差 ${right} 个百分点。`;
    return [{ where: quote, says, advice: '按所引数字重算。', left: Number(by), right }];
  });
}

/** The count the percentage is said of: the nearest before it in the same group of clauses. */
function numeratorBefore(items: readonly CountedThing[], at: number): CountedThing | undefined {
  for (let i = at - 1; i >= 0; i--) {
    const item = items[i];
    if (!item || (items[i + 1]?.rank ?? 0) > 2) return undefined;
    if (item.quantity.unit === '%') return undefined;
    if (!isChange(item)) return item.quantity.approximate ? undefined : item;
  }
  return undefined;
}

/** 不予处理9件，信访类占55.6%: a share of something whose count is not told. */
function hasOwnSubject({ lead }: CountedThing): boolean {
  const [, subject = ''] = /^(.*?)占/.exec(lead) ?? [];
  return subject.replace(/约|其中|分别|各|合计|共计?|均|仅|只|大约|比例|数量|总数|件数/g, '') !== '';
}

const isChange = ({ lead }: CountedThing) => /增加|减少|增长|下降|较|比|上年|去年|同期/.test(lead);

function shares(
  figure: CountedThing,
  items: readonly CountedThing[],
  at: number,
  { claims, report }: CheckSubject,
): Quotient[] {
  const own = breakdownsOf(items).filter(({ parts }) => parts.includes(figure));
  const earlier = items
    .slice(0, at)
    .filter((item) => item !== figure && item.quantity.unit === figure.quantity.unit && !item.quantity.approximate)
    // 征地31件，占40.8%；社保20件，占26.3%: what has a share of its own stands beside this one, and is no whole of it.
    .filter((item) => !isShare(items[items.indexOf(item) + 1]));
  const wholes = [...own.map(({ whole }) => whole.quantity.value), ...earlier.map(({ quantity }) => quantity.value)];
  const isOfTable3 = claims.some((claim) => claim.item === figure && claim.code === 'TXT_T3');
  const row = (code: string) => report.table3.rows[code]?.[6] ?? 0;
  const tables = isOfTable3 ? [row('1'), row('3.7'), row('1') + row('2')] : [];
  // Only an expressly named whole settles a wrong share; the tables can only excuse it.
  if (wholes.length === 0 && tables.length === 0) return [];
  return [...new Set([...wholes, ...tables])]
    .filter((whole) => whole >= figure.quantity.value && whole > 0)
    .map((whole) => shareOf(figure, whole));
}

function shareOf({ quantity: { value } }: CountedThing, whole: number): Quotient {
  return { percent: (value / whole) * 100, working: `${value}÷${whole}` };
}

/** 自然人30件，占新收申请33件的90.9%: the whole stands between the count and its share. */
function wholeNamedBefore(items: readonly CountedThing[], at: number): CountedThing | undefined {
  const whole = items[at - 1];
  const counts = items[at - 2];
  return items[at]?.lead === '的' && whole?.lead.startsWith('占') && whole.quantity.unit === counts?.quantity.unit
    ? whole
    : undefined;
}

const isShare = (next: CountedThing | undefined) =>
  next?.quantity.unit === '%' && /占/.test(next.lead) && next.rank < 3;

function growths(
  figure: CountedThing,
  percent: CountedThing,
  items: readonly CountedThing[],
  lastYear: readonly TextClaim[],
): Quotient[] {
  const between = items.slice(items.indexOf(figure) + 1, items.indexOf(percent));
  const now = figure.quantity.value;
  const bases = between.flatMap((item) => {
    if (item.quantity.unit !== figure.quantity.unit || item.quantity.approximate) return [];
    if (/增加|增长|上升|多/.test(item.lead)) return [now - item.quantity.value];
    if (/减少|下降|少/.test(item.lead)) return [now + item.quantity.value];
    return [item.quantity.value];
  });
  const claimed = lastYear.find(({ item }) => item === figure);
  const all = bases.length > 0 ? bases : (claimed?.readings.map(({ value }) => value) ?? []);
  const falls = /下降|减少|降低/.test(percent.lead);
  return [...new Set(all)]
    .filter((base) => base > 0)
    .map((base) => ({
      percent: ((falls ? base - now : now - base) / base) * 100,
      working: falls ? `(${base}−${now})÷${base}` : `(${now}−${base})÷${base}`,
    }));
}
