/** 访谈经过: what happened, in the order it was recorded. The transcript is read from it. */
import type { CivilDate } from '../../statute/civil-date.ts';
import type { InterviewNotice, Speaker } from './interview.ts';

interface Recorded {
  readonly n: number;
  readonly on: CivilDate;
  readonly recordedAt: string;
  readonly by: string;
}

export type InterviewFact = Recorded &
  (
    | { readonly type: 'drafted'; readonly notice: InterviewNotice }
    | { readonly type: 'revised'; readonly notice: InterviewNotice }
    | { readonly type: 'submitted' }
    | { readonly type: 'checked'; readonly passed: boolean; readonly opinion: string }
    | { readonly type: 'begun' }
    /** `once` is of the form it was typed in: pressed twice it is said once. */
    | {
        readonly type: 'said';
        readonly speaker: Speaker;
        readonly text: string;
        /** Number of the question it answers. */
        readonly answers: number | null;
        readonly once: string;
      }
    | { readonly type: 'questionAdmitted'; readonly questionId: string; readonly text: string }
    | { readonly type: 'questionDeclined'; readonly questionId: string; readonly why: string }
    | { readonly type: 'corrected'; readonly turn: number; readonly text: string; readonly note: string }
    | { readonly type: 'ended' }
    | { readonly type: 'videoLinked'; readonly url: string }
    | { readonly type: 'cancelled'; readonly why: string }
  );

export type InterviewFactType = InterviewFact['type'];

export const INTERVIEW_FACT_TERMS: Readonly<Record<InterviewFactType, string>> = {
  drafted: '起草预告',
  revised: '修改预告',
  submitted: '送审',
  checked: '审核预告',
  begun: '开始访谈',
  said: '发言',
  questionAdmitted: '公开提问',
  questionDeclined: '不公开提问',
  corrected: '更正',
  ended: '结束访谈',
  videoLinked: '登记视频地址',
  cancelled: '取消访谈',
};
