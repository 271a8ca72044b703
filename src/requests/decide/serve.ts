/**
 * 送出答复 [REQ-26, REQ-27]. 国办公开办函〔2016〕235号：邮寄的以交邮日、直接或者委托送达的以签收日为答复日。The day decides whether the reply was
 * in time and in which year's report it counts; a late reply is recorded as what it is.
 */
import { inProse } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { lastOf } from '../facts.ts';
import { outcomeOf } from '../outcomes.ts';
import { SERVICE_METHODS, type ServiceMethod, type ServiceMethodName } from '../service-methods.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

/** `on` is the day the method counts: posting, signature or success of sending. */
export interface Serve extends FileAct {
  readonly verb: 'serve';
  readonly method: ServiceMethodName;
  /** 送达凭证. */
  readonly evidence: string;
}

const BASIS = '国办公开办函〔2016〕235号';

export const serve: Verb<Serve> = {
  term: '登记送出答复',
  basis: BASIS,
  causes: '这一天就是答复日，案卷办结，处理结果计入年度报告。',
  trace: 'served',
  roles: ['handler', 'officeHead'],
  from: ['signed'],
  act({ facts }, { on, method, evidence }) {
    const way: ServiceMethod | undefined = SERVICE_METHODS[method];
    if (!way) return refuse('REQ-26', BASIS, '请选择送达方式：直接送达、委托送达、通过邮政企业邮寄，或者电子送达。');
    const signed = lastOf(facts, 'signed')!;
    if (on < signed.on)
      return refuse('REQ-26', BASIS, `答复是${inProse(signed.on)}签发的，${way.day}不能更早，请核对。`);
    if (isMissing(evidence)) return refuse('REQ-27', way.basis, `${way.term}应当留存凭证，请填写${way.evidence}。`);
    const { outcome } = lastOf(facts, 'drafted')!;
    return {
      fact: { type: 'served', on, method, evidence },
      state: 'served',
      set: { outcome, reportRow: outcomeOf(outcome).reportRow, closedOn: on, repliedOn: on },
    };
  },
};
