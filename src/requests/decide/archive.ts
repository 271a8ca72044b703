/** 归档 (《条例》第四十五条): the last of 登记、审核、办理、答复、归档. A reply by post goes to the archive once its receipt is known. */
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import { replyReceivedOn } from '../standing.ts';
import { refuseOpenTasks } from './tasks.ts';
import type { FileAct, Verb } from './verb.ts';

export interface Archive extends FileAct {
  readonly verb: 'archive';
}

export const archive: Verb<Archive> = {
  term: '归档',
  basis: art(45),
  causes: '案卷归档，不再改动。',
  trace: 'archived',
  roles: ['handler', 'officeHead'],
  from: ['served', 'abandoned', 'withdrawn'],
  may: ({ request, facts }) =>
    refuseOpenTasks(facts) ??
    (request.state === 'served' && replyReceivedOn(facts) === undefined
      ? refuse(
          'REQ-32',
          art(45),
          '还不知道申请人哪一天收到答复，救济期限无从起算。请先登记收到日期；退件的，请换地址或者方式再送。',
        )
      : undefined),
  act: (_, { on }) => ({ fact: { type: 'archived', on }, state: 'archived' }),
};
