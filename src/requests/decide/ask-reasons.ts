/** 要求说明理由. 《条例》第三十五条：申请公开政府信息的数量、频次明显超过合理范围，行政机关可以要求申请人说明理由。The clock runs on (CLK-11). */
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import { lastOf } from '../facts.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface AskReasons extends FileAct {
  readonly verb: 'askReasons';
  /** 数量、频次的事实. */
  readonly why: string;
}

export const askReasons: Verb<AskReasons> = {
  term: '要求说明理由',
  basis: art(35),
  causes: '请申请人说明大量、反复申请的理由；期限照常计算。',
  trace: 'askedReasons',
  numbers: ['reasons'],
  roles: ['handler', 'officeHead'],
  from: ['inProcess'],
  may: ({ facts }) =>
    lastOf(facts, 'reasonsAsked')
      ? refuse('REQ-16', art(35), '已经要求过申请人说明理由。请根据其说明作出处理。')
      : undefined,
  act: (_, { on, why }) =>
    isMissing(why)
      ? refuse('REQ-16', art(35), '请写明申请的数量、频次，以及为什么明显超过合理范围。')
      : { fact: { type: 'reasonsAsked', on, why }, state: 'reasonPending' },
};
