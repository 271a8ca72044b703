/** 逾期不缴费 [REQ-31]. 国办函〔2020〕109号第六条：收到收费通知次日起20个工作日内未缴纳费用的，视为放弃申请. Only from the day after. */
import { inProse } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { sideClockOf } from '../deadlines.ts';
import { openDispute } from '../fees/dispute.ts';
import { outcomeOf } from '../outcomes.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface AbandonUnpaid extends FileAct {
  readonly verb: 'abandonUnpaid';
  /** 核对未缴足的经过. */
  readonly why: string;
}

const BASIS = '国办函〔2020〕109号第六条';

export const abandonUnpaid: Verb<AbandonUnpaid> = {
  term: '逾期不缴费，不再处理',
  basis: BASIS,
  causes: '视为放弃申请，案卷办结，计入年度报告“其他处理”。',
  trace: 'abandonedUnpaid',
  numbers: ['disposal'],
  roles: ['handler', 'officeHead'],
  from: ['feePending'],
  may(file, on, calendar) {
    if (openDispute(file.facts))
      return refuse('FEE-13', BASIS, '申请人对收费有异议，还没有答复。请先答复异议；异议成立的，撤回收费通知。');
    const period = sideClockOf(file, 'fee-payment', on, calendar);
    if (!period?.due || !period.abandonableFrom)
      return refuse(
        'REQ-31',
        BASIS,
        '缴费期限从申请人收到收费通知起算，请先登记其收到的日期；没有送达的，请换地址或者方式再送。',
      );
    if (on < period.abandonableFrom)
      return refuse('REQ-31', BASIS, `缴费期限到${inProse(period.due)}为止，期满次日起才能视为放弃申请。`);
    return undefined;
  },
  act(_, { on, why }, { jointly }) {
    // [FEE-17] What is said against the paper is said against all that it asks for.
    const disputed = jointly.find(({ facts }) => openDispute(facts));
    if (disputed)
      return refuse(
        'FEE-13',
        BASIS,
        `申请人对同一份收费通知书有异议（在${disputed.request.number}提出），还没有答复。请先答复异议；异议成立的，撤回收费通知。`,
      );
    if (isMissing(why)) return refuse('REQ-31', BASIS, '请写明核对缴费情况的经过。');
    const set = { outcome: 'feeUnpaid', reportRow: outcomeOf('feeUnpaid').reportRow, closedOn: on } as const;
    return { fact: { type: 'abandoned', on, why }, state: 'abandoned', set };
  },
};
