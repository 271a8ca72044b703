/**
 * 合法性审核、保密审查 [REV-4, REV-5] (《条例》第十七条、第三十六条): two other officers look at the reply before it may be signed. The head of
 * the office may leave them out for a reason that stays in the file, never on a draft of his own.
 */
import { sharePerson, whoseHand } from '../../people/hand.ts';
import { art } from '../../statute/articles.ts';
import { inProse } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { lastOf, type RequestFact } from '../facts.ts';
import { refuseOpenFindings } from '../file-findings.ts';
import { REPLY_CHAIN, type ReplyStep, refuseReplyStep, replyStep } from '../reply-review.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

interface Check extends FileAct {
  /** 审核意见; may be left blank. */
  readonly why: string;
}
export interface LegalCheck extends Check {
  readonly verb: 'legalCheck';
}
export interface SecrecyCheck extends Check {
  readonly verb: 'secrecyCheck';
}
export interface SkipReview extends Check {
  readonly verb: 'skipReview';
}

type Checked = Exclude<ReplyStep, 'signature'>;

const check = (step: Checked, role: 'legal' | 'secrecyReviewer', causes: string, trace: string): Verb<Check> => {
  const { term, basis } = REPLY_CHAIN.find(({ name }) => name === step)!;
  return {
    term: `通过${term}`,
    basis,
    causes,
    trace,
    roles: [role],
    from: ['drafted'],
    may: ({ facts }, _on, _calendar, actor) =>
      refuseReplyStep(facts, step, actor.id) ?? (step === 'secrecy' ? refuseOpenFindings(facts) : undefined),
    act({ facts }, { on, why }) {
      const draft = lastOf(facts, 'drafted')!;
      if (on < draft.on) return tooEarly(draft.on);
      const fact = { type: 'checked', on, step, draft: draft.n, why } as const;
      const after = [...facts, { ...fact, n: facts.length + 1, by: '', recordedAt: '' }] as RequestFact[];
      return { fact, state: replyStep(after) === 'signature' ? 'reviewed' : 'drafted' };
    },
  };
};

export const legalCheck: Verb<LegalCheck> = check(
  'legal',
  'legal',
  '认可答复的事实、依据、理由和救济告知；接着由保密审查员审查。有问题的请用“退回修改”。',
  'passedLegalCheck',
);

export const secrecyCheck: Verb<SecrecyCheck> = check(
  'secrecy',
  'secrecyReviewer',
  '认可答复和所附材料可以提供；接着由签发人签发。有问题的请用“退回修改”。',
  'passedSecrecyCheck',
);

export const skipReview: Verb<SkipReview> = {
  term: '不经审核送签',
  basis: art(45),
  causes: '跳过合法性审核和保密审查，直接送签发人；理由留在卷内，由你负责。',
  trace: 'skippedReview',
  roles: ['officeHead'],
  from: ['drafted'],
  may: ({ facts }, _on, _calendar, actor) =>
    sharePerson(lastOf(facts, 'drafted')!.by, actor.id)
      ? refuse(
          'REV-5',
          art(45),
          `这一稿是${whoseHand([lastOf(facts, 'drafted')!.by], actor.id)}写的，不能由你决定不经审核，请送审核。`,
        )
      : refuseOpenFindings(facts),
  act({ facts }, { on, why }) {
    const draft = lastOf(facts, 'drafted')!;
    if (on < draft.on) return tooEarly(draft.on);
    if (isMissing(why)) return refuse('REV-5', art(45), '请写明不经审核的理由，例如期限届满在即、审核人员都不在岗。');
    return { fact: { type: 'reviewSkipped', on, draft: draft.n, why }, state: 'reviewed' };
  },
};

function tooEarly(drafted: RequestFact['on']): Refusal {
  return refuse('REV-4', art(45), `答复是${inProse(drafted)}拟出的，审核的日期不能更早，请核对。`);
}
