/**
 * 登记对方收到 [REQ-28]: the day a paper reached its addressee. 补正期、缴费期 and the 15 workdays of a third party run from it, and so do the
 * remedies against a reply (《行政复议法》第二十条); it is never the day of posting.
 */
import { art } from '../../statute/articles.ts';
import { inProse } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { isReceiver, type ReceiverName } from '../dispatch.ts';
import { otherAddressee } from '../dissent.ts';
import { isReturned, lastSentOn } from '../returned-mail.ts';
import { papersUnderWay } from '../standing.ts';
import { REQUEST_STATES } from '../states.ts';
import type { FileAct, Verb } from './verb.ts';

export interface RecordReceived extends FileAct {
  readonly verb: 'recordReceived';
  /** Number of the fact that sent the paper. */
  readonly paper: number;
  /** 签收人; asked of the office where it tells of a reply that was posted. */
  readonly receiver?: ReceiverName;
}

const CAME_BACK = '文书已经退回，没有收到。请换地址或者方式再次送达，再登记收到。';

export const recordReceived: Verb<RecordReceived> = {
  term: '登记对方收到文书',
  basis: art(45),
  causes: '补正期、缴费期、意见期和救济期限从对方收到之日起算。',
  trace: 'recordedReceipt',
  roles: ['handler', 'officeHead'],
  byApplicant: true,
  from: REQUEST_STATES.filter((state) => state !== 'submitted' && state !== 'archived'),
  may({ facts }) {
    const out = papersUnderWay(facts);
    if (out.length === 0) return refuse('REQ-28', art(45), '没有等待登记收到日期的文书。');
    return out.every(({ n }) => isReturned(n, facts)) ? refuse('REQ-77', art(45), CAME_BACK) : undefined;
  },
  act({ facts }, { on, paper, receiver }, { actor }) {
    const sent = papersUnderWay(facts).find(({ n }) => n === paper);
    if (!sent || (actor.kind === 'public' && otherAddressee(sent, facts) !== undefined))
      return refuse('REQ-28', art(45), '这份文书不存在，或者已经登记过收到日期，请刷新后重新选择。');
    if (on < sent.on) return refuse('REQ-28', art(45), `文书是${inProse(sent.on)}发出的，收到的日期不能更早，请核对。`);
    if (isReturned(paper, facts)) return refuse('REQ-77', art(45), CAME_BACK);
    if (on < lastSentOn(sent, facts))
      return refuse(
        'REQ-28',
        art(45),
        `文书退回后${inProse(lastSentOn(sent, facts))}才再次送出，收到的日期不能更早，请核对。`,
      );
    if (actor.kind === 'public') return { fact: { type: 'paperReceived', on, paper } };
    if (receiver === undefined ? sent.type === 'served' : !isReceiver(receiver))
      return refuse(
        'REQ-76',
        '国办公开办函〔2016〕235号',
        '请按邮件签收单选择签收人：本人、代理人、同住家属或者收发部门。',
      );
    return { fact: { type: 'paperReceived', on, paper, ...(receiver && { receiver }) } };
  },
};
