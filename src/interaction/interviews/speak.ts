/** 实录里的每一步 [INT-37, INT-40…42]: what is said, which question is shown, what is put right. Each is public the moment it is recorded. */
import { personalInformation } from '../../review/personal-information.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { InterviewAct } from './commands.ts';
import type { InterviewFact } from './facts.ts';
import {
  type Interview,
  type InterviewFile,
  type InterviewQuestion,
  LONGEST,
  MOST_TURNS,
  QUESTION_STATES,
} from './interview.ts';
import { INTERVIEW_BASIS } from './permissions.ts';
import { transcriptOf } from './transcript.ts';

type Told = InterviewFact extends infer F
  ? F extends InterviewFact
    ? Omit<F, 'n' | 'on' | 'recordedAt' | 'by'>
    : never
  : never;

/** What an act leaves: the fact, what it changes of the interview, the question it decided. */
export interface Changed {
  readonly fact: Told;
  readonly interview?: Partial<Interview>;
  readonly question?: InterviewQuestion;
}

type SpeakingAct = Extract<InterviewAct, { verb: 'say' | 'admit' | 'decline' | 'correct' }>;

export function speak(
  file: InterviewFile,
  question: InterviewQuestion | undefined,
  command: SpeakingAct,
): Changed | Refusal {
  switch (command.verb) {
    case 'say':
      return say(file, command);
    case 'correct':
      return correct(file, command);
    case 'admit': {
      if (question?.state !== 'waiting') return decidedAlready(question);
      const says = publicText(command.text, LONGEST.question, '提问');
      if (isRefusal(says)) return says;
      const full = refuseFull(file);
      if (full) return full;
      return {
        fact: { type: 'questionAdmitted', questionId: question.id, text: says },
        question: { ...question, state: 'admitted', publicText: says },
      };
    }
    case 'decline': {
      if (question?.state !== 'waiting') return decidedAlready(question);
      const why = text(command.why, LONGEST.note, '不公开的原因');
      if (isRefusal(why)) return why;
      return {
        fact: { type: 'questionDeclined', questionId: question.id, why },
        question: { ...question, state: 'declined', decidedWhy: why },
      };
    }
  }
}

function say(file: InterviewFile, command: Extract<InterviewAct, { verb: 'say' }>): Changed | Refusal {
  const { speaker, answers, once } = command;
  // [INT-40] Sent again after the line broke: it stands there already.
  if (file.facts.some((fact) => fact.type === 'said' && fact.once === once))
    return refuse('SAID_ALREADY', INTERVIEW_BASIS, '这一段已经发出，没有再发一次。');
  const says = publicText(command.text, LONGEST.turn, '发言');
  if (isRefusal(says)) return says;
  const full = refuseFull(file);
  if (full) return full;
  if (answers !== null && !file.facts.some(({ n, type }) => n === answers && type === 'questionAdmitted'))
    return lacks('要回答的提问没有公开，请先公开提问。');
  return { fact: { type: 'said', speaker, text: says, answers, once } };
}

function correct(
  { facts, interview }: InterviewFile,
  { turn, seen, text: sent, note: why }: Extract<InterviewAct, { verb: 'correct' }>,
): Changed | Refusal {
  const line = transcriptOf(facts).find(({ n }) => n === turn);
  if (!line) return lacks('没有这一段，请刷新页面。');
  if (line.version !== seen) return refuse('STALE', INTERVIEW_BASIS, '你打开以后，这一段已经由别人更正。请看过再改。');
  const says = publicText(sent, LONGEST.turn, '更正后的文字');
  if (isRefusal(says)) return says;
  if (says === line.text) return lacks('文字没有变化，不用更正。');
  const note = why.trim().slice(0, LONGEST.note);
  // [INT-42] The transcript of a finished interview is a record: whoever changes it says why.
  if (interview.state === 'ended' && note === '')
    return refuse('INT-42', INTERVIEW_BASIS, '访谈已经结束，请写明为什么更正，说明会显示在实录里。');
  const noted = personalIn(note);
  return noted ?? { fact: { type: 'corrected', turn, text: says, note } };
}

function decidedAlready(question: InterviewQuestion | undefined): Refusal {
  if (!question) return lacks('没有这个提问，请刷新页面。');
  return refuse('STALE', INTERVIEW_BASIS, `这个提问已经处理：${QUESTION_STATES[question.state]}。请刷新页面。`);
}

function refuseFull({ facts }: InterviewFile): Refusal | undefined {
  const turns = facts.filter(({ type }) => type === 'said' || type === 'questionAdmitted').length;
  if (turns < MOST_TURNS) return undefined;
  return refuse('TOO_MANY_TURNS', INTERVIEW_BASIS, `一期访谈最多 ${MOST_TURNS} 段。请结束这一期，另办一期。`);
}

/** Trimmed, there, and not too long. @param what it is, for the sentence */
export function text(sent: string, most: number, what: string): string | Refusal {
  const kept = sent.replace(/\r\n?/g, '\n').trim();
  if (kept === '') return lacks(`没有写${what}。`);
  if (kept.length > most) return lacks(`${what}最多 ${most} 个字，现在是 ${kept.length} 个，请删减。`);
  return kept;
}

/** [INT-37] What is certain to be a number of a person does not go out. */
function publicText(sent: string, most: number, what: string): string | Refusal {
  const kept = text(sent, most, what);
  return isRefusal(kept) ? kept : (personalIn(kept) ?? kept);
}

export function personalIn(kept: string): Refusal | undefined {
  const [seen] = personalInformation(kept, '').filter(({ severity }) => severity === 'error');
  return seen && refuse('INT-37', seen.basis, `${seen.says}${seen.advice}没有公开。`);
}

export function lacks(says: string): Refusal {
  return refuse('INTERVIEW_INCOMPLETE', INTERVIEW_BASIS, says);
}
