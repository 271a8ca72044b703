/** UNIT: 行政事业性收费 is asked for in 万元; an amount in 元 is ten thousand times too large. */
import { isCountyOrBelow } from '../agency-level.ts';
import type { CheckSubject, Observation } from '../finding.ts';

const WHERE = '/table2/feesWan';
/** Above these a county, or anybody, would collect more in fees than it can have: 10亿元 and 500亿元. */
const COUNTY_MOST = 100_000;
const ANY_MOST = 5_000_000;

export function feeUnit({ report, level, passages, options }: CheckSubject): Observation[] {
  const stated = report.table2?.feesWan ?? null;
  if (stated === null || stated === 0) return [];
  const yuanInText = passages
    .filter(({ plain }) => /行政事业性收费/.test(plain))
    .flatMap(({ items }) => items)
    .some(({ quantity }) =>
      isTenThousandfold(
        stated,
        quantity.unit === '元' ? quantity.value / 10_000 : quantity.unit === '万元' ? quantity.value : 0,
      ),
    );
  const before = options.previous?.table2?.feesWan ?? 0;
  const jumped = before > 0 && stated / before > 2_000 && stated / before < 50_000;
  const most = isCountyOrBelow(report.unit, level) ? COUNTY_MOST : ANY_MOST;
  if (!yuanInText && !jumped && stated < most) return [];
  const why = yuanInText
    ? '正文的金额恰好是它的万分之一'
    : jumped
      ? `上年是 ${before} 万元`
      : `合 ${(stated / 10_000).toFixed(1)} 亿元`;
  const says = `表二行政事业性收费填 ${stated} 万元，${why}，可能是以元填写的。`;
  return [
    { where: WHERE, says, advice: `以元填写的，改为 ${stated / 10_000} 万元。`, left: stated, right: stated / 10_000 },
  ];
}

function isTenThousandfold(stated: number, textWan: number): boolean {
  return textWan > 0 && Math.abs(stated / textWan / 10_000 - 1) < 0.005;
}
