/**
 * 送出答复 [REQ-26, REQ-27, REQ-75, REQ-76, REQ-128]. 国办公开办函〔2016〕235号：邮寄的以交邮日、直接或者委托送达的以签收日为答复日。The day decides whether the reply was
 * in time and in which year's report it counts; a late reply is recorded as what it is.
 */
import { inProse } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { type Dispatch, dispatchOf, refuseDispatch } from '../dispatch.ts';
import { refuseDissent } from '../dissent.ts';
import { lastOf } from '../facts.ts';
import type { InfoRequest } from '../info-request.ts';
import type { LetterOffice } from '../letters/letter.ts';
import { outcomeOf } from '../outcomes.ts';
import { redoUnderWay } from '../redo.ts';
import { firstReviewOn, lapsingParts } from '../refusal-review.ts';
import { SERVICE_METHODS } from '../service-methods.ts';
import type { FileAct, Verb } from './verb.ts';

/** `on` is the day the method counts: posting, signature or success of sending. */
export interface Serve extends FileAct, Dispatch {
  readonly verb: 'serve';
}

const BASIS = '国办公开办函〔2016〕235号';

/** [LET-5] 《行政复议法》第二十二条第二款：通过互联网渠道送达的，应当同时提供提交行政复议申请书的互联网渠道. */
export function refuseOnline({ formWanted }: InfoRequest, { particulars }: LetterOffice): Refusal | undefined {
  const { basis } = SERVICE_METHODS.electronic;
  if (formWanted !== 'electronic')
    return refuse('LET-5', basis, '申请人没有选择以电子方式获取，不能电子送达。请直接送达，或者通过邮政企业邮寄。');
  if (!particulars.onlineReview)
    return refuse(
      'LET-5',
      basis,
      '电子送达的，答复书应当同时写明在线提交行政复议申请的渠道。请先由公开工作机构负责人填写本机关的在线复议渠道，退回后重新签发；或者改用其他送达方式。',
    );
  return undefined;
}

export const serve: Verb<Serve> = {
  term: '登记送出答复',
  basis: BASIS,
  causes: '这一天就是答复日，案卷办结，处理结果计入年度报告。',
  trace: 'served',
  roles: ['handler', 'officeHead'],
  from: ['signed'],
  act(file, command, { office, calendar }) {
    const { request, facts } = file;
    const { on, method } = command;
    const wrong = refuseDissent(file, on, calendar) ?? refuseDispatch(command);
    if (wrong) return wrong;
    const signed = lastOf(facts, 'signed')!;
    if (on < signed.on)
      return refuse(
        'REQ-26',
        BASIS,
        `答复是${inProse(signed.on)}签发的，${SERVICE_METHODS[method].day}不能更早，请核对。`,
      );
    const drafted = lastOf(facts, 'drafted')!;
    const { outcome } = drafted;
    const offline = method === 'electronic' ? refuseOnline(request, office) : undefined;
    if (offline) return offline;
    // [REQ-115] From the day the refusal was made, which is the day it was signed.
    const reviewOn = firstReviewOn(signed.on, calendar.settings.refusalReviewMonths);
    const lapses = lapsingParts(drafted).length > 0;
    const fact = { type: 'served', on, ...dispatchOf(command), ...(lapses && { reviewOn }) } as const;
    // [REM-15] A reply made anew is counted where the first was.
    if (redoUnderWay(facts)) return { fact, state: 'served' };
    return {
      fact,
      state: 'served',
      set: { outcome, reportRow: outcomeOf(outcome).reportRow, closedOn: on, repliedOn: on },
    };
  },
};
