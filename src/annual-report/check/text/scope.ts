/** SCOPE: the narrative and the tables count different things (one agency and the whole, with and without 上年结转): a question, no error. */
import { verdictOf } from '../claims/verdict.ts';
import type { CheckSubject, Observation } from '../finding.ts';

export function scope({ claims }: CheckSubject): Observation[] {
  return claims.flatMap((claim): Observation[] => {
    const verdict = verdictOf(claim);
    if (verdict.kind !== 'scope') return [];
    return [
      {
        where: claim.passage.quote,
        says: `正文“${claim.name}”写 ${claim.stated}，表格 ${verdict.table}，${verdict.why}，可能是统计范围不同。`,
        advice: '在正文中写明范围（哪些机关、是否含上年结转）。',
        left: claim.stated,
        right: verdict.table,
      },
    ];
  });
}
