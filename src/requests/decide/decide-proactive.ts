/**
 * 审核是否转为主动公开 [REQ-111] (《条例》第四十四条): yes or no, with the reason and whose it is. With a yes the draft of a document has been made in the
 * same transaction; whether it is let out is then decided by its own review.
 */
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import { refuseTurning } from '../proactive.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface DecideProactive extends FileAct {
  readonly verb: 'decideProactive';
  readonly adopt: boolean;
  readonly why: string;
  /** The draft that was made; never sent from outside. */
  readonly documentId?: string;
  /** Files provided with the reply that could not be read into the draft. */
  readonly unread?: number;
}

export const decideProactive: Verb<DecideProactive> = {
  term: '审核是否转为主动公开',
  basis: art(44),
  causes:
    '决定转的，生成一份主动公开的草稿，只带标题、正文和成文日期，不带申请人和申请的任何信息；草稿审校通过才发布。不转的，记下理由。',
  trace: 'decidedProactive',
  roles: ['handler', 'officeHead'],
  from: ['served', 'archived'],
  may: ({ facts }) => refuseTurning(facts),
  act(_, { on, adopt, why, documentId, unread = 0 }) {
    if (isMissing(why))
      return refuse('REQ-111', art(44), adopt ? '请写明为什么属于主动公开的范围。' : '请写明为什么不转为主动公开。');
    if (adopt && documentId === undefined)
      return refuse('REQ-111', art(44), '没有生成主动公开的草稿，请刷新案卷后重新办理。');
    return { fact: { type: 'proactiveDecided', on, why: why.trim(), documentId: adopt ? documentId! : null, unread } };
  },
};
