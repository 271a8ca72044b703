/** 退回修改: before the reply has gone out its text may be changed, and is then signed anew (rulebook: 签发后、送出前发现错误). */
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import { restingState } from '../standing.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface ReturnDraft extends FileAct {
  readonly verb: 'returnDraft';
  readonly why: string;
}

export const returnDraft: Verb<ReturnDraft> = {
  term: '退回修改',
  basis: art(45),
  causes: '退回承办人修改，改后重新审核、签发；期限仍在计算。',
  trace: 'returnedDraft',
  roles: ['officeHead', 'legal', 'secrecyReviewer', 'signatory'],
  from: ['drafted', 'reviewed', 'signed'],
  act: ({ facts }, { on, why }) =>
    isMissing(why)
      ? refuse('REQ-24', art(45), '请写明退回的原因，承办人要知道改什么。')
      : { fact: { type: 'draftReturned', on, why }, state: restingState(facts) },
};
