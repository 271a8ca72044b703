/**
 * 退件和再次送达 [REQ-77, REQ-78]. A paper that came back has not been received: periods that run from receipt have not begun, and the day
 * of the reply stays the day of the first posting (国办公开办函〔2016〕235号). It is served again at another address or in another way.
 */
import { LAWS } from '../statute/articles.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import { carriedBy, RECEIVERS } from './dispatch.ts';
import { otherAddressee } from './dissent.ts';
import { FACT_TERMS, factsOf, lastOf, type RequestFact, receiptOf } from './facts.ts';
import { papersUnderWay } from './standing.ts';

export const RETURN_REASONS = {
  unknown: { term: '查无此人、地址不详' },
  moved: { term: '已经迁移' },
  unclaimed: { term: '逾期没有领取' },
  refused: { term: '拒收' },
  lost: { term: '邮件丢失、损毁' },
} as const;

export type ReturnReasonName = keyof typeof RETURN_REASONS;

/** Papers whose latest sending came back, and that wait to be served again. */
export function returnedPapers(facts: readonly RequestFact[]): RequestFact[] {
  return papersUnderWay(facts).filter(({ n }) => {
    const back = factsOf(facts, 'paperReturned').findLast(({ paper }) => paper === n);
    const again = factsOf(facts, 'servedAgain').findLast(({ paper }) => paper === n);
    return back !== undefined && (again === undefined || again.n < back.n);
  });
}

export function isReturned(n: number, facts: readonly RequestFact[]): boolean {
  return returnedPapers(facts).some((paper) => paper.n === n);
}

/** The day a paper last went out. */
export function lastSentOn({ n, on }: RequestFact, facts: readonly RequestFact[]): CivilDate {
  return factsOf(facts, 'servedAgain').findLast(({ paper }) => paper === n)?.on ?? on;
}

export interface DeliveryStep {
  readonly on: CivilDate;
  readonly says: string;
  readonly came: 'out' | 'back' | 'in';
}

/** 送达经过 of one paper: out, back, out again, in. */
export function deliveryOf(paper: number, facts: readonly RequestFact[]): DeliveryStep[] {
  return facts.flatMap((fact): DeliveryStep[] => {
    switch (fact.type) {
      case 'served':
        return fact.n === paper ? [{ on: fact.on, says: carriedBy(fact), came: 'out' }] : [];
      case 'servedAgain':
        return fact.paper === paper ? [{ on: fact.on, says: `再次送达：${carriedBy(fact)}`, came: 'out' }] : [];
      case 'paperReturned':
        return fact.paper === paper
          ? [{ on: fact.on, says: `退件：${RETURN_REASONS[fact.reason].term}`, came: 'back' }]
          : [];
      case 'paperReceived':
        return fact.paper === paper
          ? [{ on: fact.on, says: `收到${fact.receiver ? `，${RECEIVERS[fact.receiver].term}签收` : ''}`, came: 'in' }]
          : [];
      default:
        return [];
    }
  });
}

/** What came back and what went out again, as the ladder shows it; `whose` leaves out what was sent to others. */
export function deliveryKnots(
  facts: readonly RequestFact[],
  whose: 'all' | 'applicant',
): { readonly on: CivilDate; readonly says: string; readonly basis: string }[] {
  return facts.flatMap((fact) => {
    if (fact.type !== 'paperReturned' && fact.type !== 'servedAgain' && fact.type !== 'paperReceived') return [];
    const sent = facts.find(({ n }) => n === fact.paper);
    if (!sent) return [];
    const other = otherAddressee(sent, facts);
    if (whose === 'applicant' && other !== undefined) return [];
    const [step] = deliveryOf(fact.paper, [fact]);
    const to = other === undefined ? '' : `（${other}）`;
    return [
      {
        on: fact.on,
        says: `${PAPER_TERMS[sent.type] ?? FACT_TERMS[sent.type]}${to}${step!.says}`,
        basis: LAWS.service,
      },
    ];
  });
}

const PAPER_TERMS: Readonly<Partial<Record<RequestFact['type'], string>>> = {
  served: '答复书',
  correctionAsked: '补正告知书',
  consulted: '征求意见书',
  feeNoticed: '收费通知书',
};

/** 最近一次送出的答复 came back and was not received since. */
export function replyCameBack(facts: readonly RequestFact[]): boolean {
  const served = lastOf(facts, 'served');
  return served !== undefined && receiptOf(facts, served.n) === undefined && isReturned(served.n, facts);
}
