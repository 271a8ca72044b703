/**
 * 分项答复 [REQ-69, REQ-70]: one application often asks several things; each is answered by itself, all in one reply, and the file
 * counts in one row of 表三 (国办公开办函〔2021〕30号：每件申请计入一个结果).
 */
import type { Grounds } from './asks.ts';
import type { FactOf } from './facts.ts';
import { OUTCOME_NAMES, type OutcomeName, outcomeOf } from './outcomes.ts';
import type { KeptJudgement } from './triage/judgement.ts';

/** 分项: one thing that was asked and how it is answered. */
export interface ReplyPart {
  /** 所需信息中的哪一项; empty for a reply that answers the application as one. */
  readonly what: string;
  readonly outcome: OutcomeName;
  readonly grounds: Grounds;
  /** 研判, when the officer was led to the outcome by questions. */
  readonly judgement?: KeptJudgement;
}

type Drafted = Pick<FactOf<'drafted'>, 'outcome' | 'grounds' | 'judgement' | 'parts'>;

/** The parts of a draft; one that answers the application as a whole is one part. */
export function partsOf({ outcome, grounds, judgement, parts }: Drafted): readonly ReplyPart[] {
  return parts ?? [{ what: '', outcome, grounds, ...(judgement && { judgement }) }];
}

/** 提供信息: whether any part of it gives the applicant information itself. */
export function givesSomething(draft: Pick<Drafted, 'outcome' | 'grounds' | 'parts'>): boolean {
  return partsOf(draft).some(({ outcome }) => outcomeOf(outcome).grounds.includes('provision'));
}

export interface MainOutcome {
  readonly outcome: OutcomeName;
  /** By which of the three rules, in words. */
  readonly says: string;
}

/**
 * 主处理结果 [REQ-70]: (1) what is partly given, or given and refused under Articles 14 to 16, is 部分公开, which alone is counted; (2) else the
 * outcome of the most parts; (3) of as many, the one that stands first in 表三.
 *
 * @param parts at least one
 */
export function mainOutcome(parts: readonly Pick<ReplyPart, 'outcome'>[]): MainOutcome {
  const names = parts.map(({ outcome }) => outcome);
  const gives = names.some((name) => outcomeOf(name).reportRow === '3.1');
  const refuses = names.some((name) => outcomeOf(name).remedy === 'reconsiderFirst');
  if (names.includes('partlyGranted') || (gives && refuses))
    return { outcome: 'partlyGranted', says: '各项中既有公开的也有不予公开的，按“部分公开”计入年度报告。' };
  const count = (name: OutcomeName) => names.filter((one) => one === name).length;
  const most = Math.max(...names.map(count));
  const leading = OUTCOME_NAMES.filter((name) => count(name) === most);
  const outcome = leading[0]!;
  const { term } = outcomeOf(outcome);
  return {
    outcome,
    says:
      leading.length === 1
        ? `项数最多的处理结果是“${term}”，按它计入年度报告。`
        : `项数相同的处理结果中“${term}”在年度报告表三里排在最前，按它计入年度报告。`,
  };
}

/** （一）（二）（三） as an official letter numbers its parts; figures beyond ten are written out: （十一）. */
export function partNumber(index: number): string {
  const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
  const n = index + 1;
  if (n <= 10) return `（${digits[n - 1]}）`;
  return n < 20 ? `（十${digits[n - 11]}）` : '（二十）';
}
