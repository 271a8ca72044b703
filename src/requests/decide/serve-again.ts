/**
 * 再次送达 [REQ-78]: what came back goes out at another address or in another way. 再送不改变答复日; receipt is the day it is signed for, or
 * known later where it is posted again.
 */
import { inProse } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { type Dispatch, dispatchOf, refuseDispatch } from '../dispatch.ts';
import { otherAddressee } from '../dissent.ts';
import { factsOf } from '../facts.ts';
import { returnedPapers } from '../returned-mail.ts';
import { REQUEST_STATES } from '../states.ts';
import { refuseOnline } from './serve.ts';
import type { FileAct, Verb } from './verb.ts';

export interface ServeAgain extends FileAct, Dispatch {
  readonly verb: 'serveAgain';
  /** Number of the fact that first sent the paper. */
  readonly paper: number;
}

const BASIS = '国办公开办函〔2016〕235号';

export const serveAgain: Verb<ServeAgain> = {
  term: '再次送达文书',
  basis: BASIS,
  causes: '答复日不变；补正期、缴费期、意见期和救济期限自这一次收到之日起算。',
  trace: 'servedAgain',
  roles: ['handler', 'officeHead'],
  from: REQUEST_STATES.filter((state) => state !== 'submitted' && state !== 'archived'),
  may: ({ facts }) =>
    returnedPapers(facts).length > 0 ? undefined : refuse('REQ-78', BASIS, '没有退回的文书需要再次送达。'),
  act({ request, facts }, command, { office }) {
    const { on, paper, method } = command;
    const sent = returnedPapers(facts).find(({ n }) => n === paper);
    if (!sent) return refuse('REQ-78', BASIS, '这份文书没有退回，或者已经再次送出，请刷新后重新选择。');
    const back = factsOf(facts, 'paperReturned').findLast((fact) => fact.paper === paper)!;
    if (on < back.on)
      return refuse('REQ-78', BASIS, `文书是${inProse(back.on)}退回的，再次送达的日期不能更早，请核对。`);
    const wrong = refuseDispatch(command);
    if (wrong) return wrong;
    if (method === 'electronic') {
      if (otherAddressee(sent, facts) !== undefined)
        return refuse('REQ-78', BASIS, '给第三方和其他机关的文书应当书面送达，请直接送达，或者通过邮政企业邮寄。');
      const offline = refuseOnline(request, office);
      if (offline) return offline;
    }
    return { fact: { type: 'servedAgain', on, paper, ...dispatchOf(command) } };
  },
};
