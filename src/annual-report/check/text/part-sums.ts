/**
 * TXT_SUM: 「N条,其中A、B、C」. Parts above the whole contradict it. Parts below it do not, since 其中 need not name all, unless
 * the words promise that they do (分别为, 由…组成, 共计).
 */
import { type Breakdown, breakdownsOf } from '../claims/breakdown.ts';
import { labelledItems } from '../claims/shared-labels.ts';
import type { CheckSubject, Observation } from '../finding.ts';
import { difference, total, workedSum } from '../worked-sum.ts';

export function partSums({ passages }: CheckSubject): Observation[] {
  return passages.flatMap(({ quote, items }) =>
    breakdownsOf(labelledItems(items, true)).flatMap((breakdown): Observation[] => {
      const { whole, parts } = breakdown;
      const values = parts.map(({ quantity }) => quantity.value);
      const [stated, sum, unit] = [whole.quantity.value, total(values), whole.quantity.unit];
      const severity = severityOf(breakdown, stated, sum);
      if (severity === undefined) return [];
      return [
        {
          where: quote,
          says: `正文总数 ${stated}${unit}，分项 ${workedSum(values)}${unit}，${difference(stated, sum)}。`,
          advice:
            sum > stated
              ? '分项之和不能大于总数：核对有没有重复计入两个栏目的信息，改正总数或分项。'
              : '分项没有列全的，加上“等”或写明其余是什么；已经列全的，改正数字。',
          left: stated,
          right: sum,
          ...(severity === 'hint' ? { severity } : {}),
        },
      ];
    }),
  );
}

function severityOf(
  { parts, exhaustive, alternatives, uncertain }: Breakdown,
  stated: number,
  sum: number,
): 'error' | 'hint' | undefined {
  if (sum === stated || alternatives.includes(sum)) return undefined;
  // Of which of two wholes a second 其中 tells the parts is not said: only what exceeds both is wrong.
  if (uncertain && sum < Math.max(stated, ...alternatives)) return undefined;
  if (sum > stated) return 'error';
  if (parts.at(-1)?.openEnded) return undefined;
  if (exhaustive) return 'error';
  return parts.length > 1 ? 'hint' : undefined;
}
