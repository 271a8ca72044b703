/**
 * 逾期不补正 [REQ-30]. 《条例》第三十条：申请人无正当理由，逾期不补正的，视为放弃申请，行政机关不再处理该政府信息公开申请。Only from the day after
 * the period, which runs from the applicant's receipt of the notice, and only when someone has found that there is no good reason.
 */
import { art } from '../../statute/articles.ts';
import { inProse } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { sideClockOf } from '../deadlines.ts';
import { outcomeOf } from '../outcomes.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface AbandonUncorrected extends FileAct {
  readonly verb: 'abandonUncorrected';
  /** 认定无正当理由的依据. */
  readonly why: string;
}

export const abandonUncorrected: Verb<AbandonUncorrected> = {
  term: '逾期不补正，不再处理',
  basis: art(30),
  causes: '视为放弃申请，案卷办结，计入年度报告“其他处理”。',
  trace: 'abandonedUncorrected',
  numbers: ['disposal'],
  roles: ['handler', 'officeHead'],
  from: ['correctionPending'],
  may(file, on, calendar) {
    const period = sideClockOf(file, 'correction-period', on, calendar);
    if (!period?.due || !period.abandonableFrom)
      return refuse(
        'REQ-30',
        art(30),
        '补正期限从申请人收到补正告知起算，请先登记其收到的日期；没有送达的，请换地址或者方式再送。',
      );
    if (on < period.abandonableFrom)
      return refuse('REQ-30', art(30), `补正期限到${inProse(period.due)}为止，期满次日起才能视为放弃申请。`);
    return undefined;
  },
  act(_, { on, why }) {
    if (isMissing(why)) return refuse('REQ-30', art(30), '请写明认定申请人没有正当理由的依据，例如联系的经过。');
    const set = { outcome: 'uncorrected', reportRow: outcomeOf('uncorrected').reportRow, closedOn: on } as const;
    return { fact: { type: 'abandoned', on, why }, state: 'abandoned', set };
  },
};
