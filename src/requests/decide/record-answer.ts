/**
 * 收到意见 [REQ-11]. An answer after 15 workdays is kept with the file and prolongs nothing (CLK-4); 不同意 needs its reason,
 * because the agency must judge whether it holds (《条例》第三十二条). One that came within the period and is written down after the silence was taken
 * for granted takes the ground from the draft, which is written anew [REQ-95].
 */
import { art } from '../../statute/articles.ts';
import { inProse } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import type { Consulted } from '../../statute/reply-clock/history.ts';
import type { Opinion, RequestFact } from '../facts.ts';
import { openConsultations, opinionEnds, restingState } from '../standing.ts';
import type { RequestState } from '../states.ts';
import { afterConsultation } from './after-consultation.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

interface Answer extends FileAct {
  /** Number of the fact that sent the consultation. */
  readonly consultation: number;
  readonly opinion: Opinion;
  readonly why: string;
}
export interface RecordThirdPartyAnswer extends Answer {
  readonly verb: 'recordThirdPartyAnswer';
}
export interface RecordCoProducerAnswer extends Answer {
  readonly verb: 'recordCoProducerAnswer';
}
export interface RecordAgencyAnswer extends Answer {
  readonly verb: 'recordAgencyAnswer';
}

/** A draft is under way that may rest on silence. */
const DRAFTED: readonly RequestState[] = ['drafted', 'reviewed', 'signed'];

const record = (whom: Consulted, term: string, trace: string, basis: string): Verb<Answer> => {
  const awaiting = (file: Parameters<Verb<Answer>['act']>[0]) =>
    openConsultations(file.facts).filter((f) => f.whom === whom);
  return {
    term,
    basis,
    causes:
      '等的意见都收到的，期限自次日起继续计算。意见期以内收到、登记得晚的，按实际收到之日补记；已经拟好的答复退回重拟。',
    trace,
    roles: ['handler', 'officeHead'],
    from: ['inProcess', 'consulting', 'correctionPending', 'feePending', ...DRAFTED, 'served'],
    may: (file) =>
      awaiting(file).length > 0
        ? undefined
        : refuse('REQ-11', basis, '没有尚未收到意见的征求，不能登记意见。要征求意见的，请先发出征求意见书。'),
    act(file, { on, consultation, opinion, why }, { calendar }) {
      const sent = awaiting(file).find((f) => f.n === consultation);
      if (!sent) return refuse('REQ-11', basis, '这次征求不存在、已经答复或者已经撤回，请刷新后重新选择。');
      if (on < sent.on)
        return refuse('REQ-11', basis, `征求意见书是${inProse(sent.on)}发出的，收到意见的日期不能更早，请核对。`);
      if (opinion !== 'agrees' && isMissing(why))
        return refuse('REQ-11', basis, '对方不同意或者部分同意公开，请写明其理由；理由是否合理要由本机关判断。');
      const { request, facts } = file;
      if (request.repliedOn && on > request.repliedOn)
        return refuse(
          'REQ-95',
          basis,
          `答复${inProse(request.repliedOn)}已经送出，此后才收到的意见不再登记为征求的结果；可以作为附件存卷，并写内部备注。`,
        );
      const change = afterConsultation(file, { type: 'answered', on, consultation, opinion, why });
      const ends = opinionEnds(file, sent, on, calendar);
      const takesGround = DRAFTED.includes(request.state) && ends !== undefined && on <= ends;
      if (!takesGround) return change;
      return { ...change, state: restingState([...facts, { ...change.fact, n: facts.length + 1 } as RequestFact]) };
    },
  };
};

export const recordThirdPartyAnswer: Verb<RecordThirdPartyAnswer> = record(
  'third-party',
  '登记第三方意见',
  'recordedThirdPartyAnswer',
  art(32),
);
export const recordCoProducerAnswer: Verb<RecordCoProducerAnswer> = record(
  'co-producer',
  '登记共同制作机关意见',
  'recordedCoProducerAnswer',
  art(34),
);
export const recordAgencyAnswer: Verb<RecordAgencyAnswer> = record(
  'agency',
  '登记其他机关意见',
  'recordedAgencyAnswer',
  art(33, { paragraph: 3 }),
);
