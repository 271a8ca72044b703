/** TXT_T2, TXT_T3, TXT_T4: what the narrative says of documents and decisions, applications, remedies is what the tables say. */
import type { ClaimCode } from '../claims/text-claims.ts';
import { type Verdict, verdictOf } from '../claims/verdict.ts';
import type { CheckSubject, Observation } from '../finding.ts';
import { difference } from '../worked-sum.ts';

type Contradiction = Extract<Verdict, { kind: 'contradicts' }>;

export function tableClaims(code: ClaimCode): (subject: CheckSubject) => Observation[] {
  return ({ claims }) =>
    claims
      .filter((claim) => claim.code === code)
      .flatMap((claim): Observation[] => {
        const verdict = verdictOf(claim);
        if (verdict.kind !== 'contradicts') return [];
        return [
          {
            where: claim.passage.quote,
            says: `正文“${claim.name}”写 ${claim.stated}，${against(claim.stated, verdict)}。`,
            advice: '核对台账，改正正文或者表格；统计范围不同的，在正文中写明范围。',
            left: claim.stated,
            right: verdict.table,
          },
        ];
      });
}

function against(stated: number, { named, table }: Contradiction): string {
  return table === null ? named : `${named} ${table}，${difference(stated, table)}`;
}
