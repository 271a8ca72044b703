/**
 * 登记退件 [REQ-77]: a paper came back. It has not been received, so what runs from receipt has not begun; the day of the reply is still the day
 * it was posted.
 */
import { inProse } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { isReturned, lastSentOn, RETURN_REASONS, type ReturnReasonName } from '../returned-mail.ts';
import { papersUnderWay } from '../standing.ts';
import { REQUEST_STATES } from '../states.ts';
import type { FileAct, Verb } from './verb.ts';

export interface RecordReturn extends FileAct {
  readonly verb: 'recordReturn';
  /** Number of the fact that sent the paper. */
  readonly paper: number;
  readonly reason: ReturnReasonName;
  /** 退件上的批注, and what was done to reach him; may be empty. */
  readonly note: string;
}

const BASIS = '国办公开办函〔2016〕235号';

export const recordReturn: Verb<RecordReturn> = {
  term: '登记退件',
  basis: BASIS,
  causes: '没有收到的文书不起算补正期、缴费期、意见期和救济期限；答复日仍是交邮之日。下一步换地址或者方式再次送达。',
  trace: 'recordedReturn',
  roles: ['handler', 'officeHead'],
  from: REQUEST_STATES.filter((state) => state !== 'submitted' && state !== 'archived'),
  may: ({ facts }) =>
    papersUnderWay(facts).some(({ n }) => !isReturned(n, facts))
      ? undefined
      : refuse('REQ-77', BASIS, '没有已经发出、还没有登记收到的文书。'),
  act({ facts }, { on, paper, reason, note }) {
    const sent = papersUnderWay(facts).find(({ n }) => n === paper);
    if (!sent || isReturned(paper, facts))
      return refuse('REQ-77', BASIS, '这份文书不存在、已经收到，或者已经登记过退件，请刷新后重新选择。');
    if (!Object.hasOwn(RETURN_REASONS, reason)) return refuse('REQ-77', BASIS, '请按退件上的批注选择退回的原因。');
    const out = lastSentOn(sent, facts);
    if (on < out) return refuse('REQ-77', BASIS, `文书是${inProse(out)}发出的，退回的日期不能更早，请核对。`);
    return { fact: { type: 'paperReturned', on, paper, reason, note: note.trim() } };
  },
};
