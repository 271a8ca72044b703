/** 签发 [REQ-25, REQ-127]: the reply gets its 文号. Four eyes: who drafted does not sign. The day of signing is not the day of the reply (REQ-26). */
import { sharePerson } from '../../people/hand.ts';
import { art } from '../../statute/articles.ts';
import { inProse } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { refuseUndecided } from '../dissent.ts';
import { lastOf, type RequestFact } from '../facts.ts';
import { refuseOpenFindings } from '../file-findings.ts';
import { isOnline } from '../info-request.ts';
import { remedyParagraph } from '../letters/remedy-paragraph.ts';
import { redoUnderWay } from '../redo.ts';
import { partsOf } from '../reply-parts.ts';
import { refuseReplyStep } from '../reply-review.ts';
import type { FileAct, Verb } from './verb.ts';

export interface Sign extends FileAct {
  readonly verb: 'sign';
}

/** A reply that is signed again after a correction keeps its number: numbers are not used up by mistakes. A reply made anew takes a new one. */
export function numberKept(facts: readonly RequestFact[]): string | undefined {
  const signed = lastOf(facts, 'signed');
  const redo = redoUnderWay(facts);
  return signed && (!redo || signed.n > redo.n) ? signed.replyNumber : undefined;
}

export const sign: Verb<Sign> = {
  term: '签发答复',
  basis: art(45),
  causes: '编发答复文号；送出以前期限仍在计算。',
  trace: 'signed',
  numbers: ['reply'],
  roles: ['signatory'],
  from: ['reviewed'],
  may: ({ facts }, _on, _calendar, actor) =>
    sharePerson(lastOf(facts, 'drafted')!.by, actor.id)
      ? refuse('REQ-25', art(45), '拟稿人和他的代理人、被代理人不能签发这件答复，请由另一位签发人签发。')
      : (refuseReplyStep(facts, 'signature', actor.id) ?? refuseUndecided(facts) ?? refuseOpenFindings(facts)),
  act({ request, facts }, { on }, { nextReplyNumber, office }) {
    const draft = lastOf(facts, 'drafted')!;
    if (on < draft.on)
      return refuse('REQ-25', art(45), `答复是${inProse(draft.on)}拟出的，签发的日期不能更早，请核对。`);
    const replyNumber = numberKept(facts) ?? nextReplyNumber;
    const remedy = remedyParagraph(partsOf(draft), office, isOnline(request));
    return { fact: { type: 'signed', on, replyNumber, remedy }, state: 'signed' };
  },
};
