/** 办结情况: how a file ended, as its screen says instead of steps nobody can take; null while something is left to do. */

import type { LetterFile } from '../../interaction/citizen-letters/citizen-letter.ts';
import { lastOfLetter } from '../../interaction/citizen-letters/facts.ts';
import { LETTER_REFUSALS } from '../../interaction/citizen-letters/refusals.ts';
import type { ConsultationFile } from '../../interaction/consultations/consultation.ts';
import { lastOfConsultation } from '../../interaction/consultations/facts.ts';
import type { InterviewFile, InterviewQuestion } from '../../interaction/interviews/interview.ts';
import { transcriptOf } from '../../interaction/interviews/transcript.ts';
import type { SettledLine } from '../contract/words.ts';

const lines = (told: Readonly<Record<string, string | null | undefined>>): SettledLine[] =>
  Object.entries(told).flatMap(([term, text]) => (text ? [{ term, text }] : []));

export function interviewSettled(
  { interview: { state, heldOn, cancelledWhy }, facts }: InterviewFile,
  questions: readonly InterviewQuestion[],
): SettledLine[] | null {
  const dayOf = (type: 'ended' | 'cancelled') => facts.findLast((fact) => fact.type === type)?.on;
  if (state === 'cancelled') return lines({ 取消: dayOf('cancelled'), 原因: cancelledWhy });
  if (state !== 'ended') return null;
  const admitted = questions.filter((one) => one.state === 'admitted').length;
  return lines({
    ...{
      举行: heldOn,
      结束: dayOf('ended'),
      发言: `${transcriptOf(facts).filter(({ who }) => who !== 'public').length} 段`,
    },
    网友提问: `收到 ${questions.length} 个，公开 ${admitted} 个`,
  });
}

export function letterSettled({ letter: { state, answeredOn }, facts }: LetterFile): SettledLine[] | null {
  if (state !== 'closed' && state !== 'refused') return null;
  const refused = lastOfLetter(facts, 'refused');
  const rated = lastOfLetter(facts, 'rated');
  const days = { [refused ? '不予受理' : '答复']: answeredOn, 办结: lastOfLetter(facts, 'closed')?.on };
  const reason = refused && LETTER_REFUSALS[refused.reason].term;
  return lines({ ...days, 理由: reason, 应当向哪里提出: refused?.where, 满意度: rated && `${rated.score} 分` });
}

export function consultationSettled(
  { consultation: { state, releasedOn, closesOn, text }, facts }: ConsultationFile,
  received: number,
): SettledLine[] | null {
  const stopped = lastOfConsultation(facts, 'stopped');
  const came = `${received} ${text.form === 'survey' ? '份答卷' : '条意见'}`;
  if (state === 'stopped') return lines({ 停止: stopped?.on, 原因: stopped?.why, 收到: came });
  return state === 'released' ? lines({ 期限届满: closesOn, 公布结果: releasedOn, 收到: came }) : null;
}
