/** T2_ZERO: an agency that enforces reports no licence or no penalty, or half as many again as last year, or half. */
import type { CheckSubject, Observation } from '../finding.ts';

const DECISIONS = [
  ['licensing', '行政许可'],
  ['punishment', '行政处罚'],
] as const;

export function enforcementCount({ report, level, options }: CheckSubject): Observation[] {
  const enforces = options.enforces ?? (level === 'county' || level === 'city');
  return DECISIONS.flatMap(([key, label]): Observation[] => {
    const now = report.table2?.[key] ?? null;
    const before = options.previous?.table2?.[key] ?? null;
    if (now === null) return [];
    const where = `/table2/${key}`;
    const advice = '数量含已公开和依法未公开的全部处理决定。核对后在总体情况里说明原因。';
    if (now === 0 && enforces) {
      return [{ where, says: `${label}处理决定数量为 0。`, advice, left: 0, right: before }];
    }
    if (before === null || before === 0 || Math.abs(now - before) <= before / 2) return [];
    const change = (((now - before) / before) * 100).toFixed(0);
    return [
      {
        where,
        says: `${label}处理决定上年 ${before} 件，本年 ${now} 件，变动 ${change}%。`,
        advice,
        left: now,
        right: before,
      },
    ];
  });
}
