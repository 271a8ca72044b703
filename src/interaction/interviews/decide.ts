/** 办理访谈: the verbs. Who may stands in permissions.ts; here is what each asks and what follows from it. */
import type { Decision, Scene } from '../../perform.ts';
import { type CivilDate, inProse } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { proposeMasked } from '../citizen-letters/masking.ts';
import type { AskQuestion, DraftInterview, InterviewAct, InterviewCommand } from './commands.ts';
import { INTERVIEW_FACT_TERMS, type InterviewFact } from './facts.ts';
import {
  type Interview,
  type InterviewFile,
  type InterviewQuestion,
  type InterviewState,
  LONGEST,
  MOST_QUESTIONS,
} from './interview.ts';
import { noticeSeen, refuseNotice, trimmed } from './notice.ts';
import { INTERVIEW_BASIS } from './permissions.ts';
import { type Changed, lacks, speak, text } from './speak.ts';

export interface InterviewLoaded {
  readonly file: InterviewFile | null;
  /** Whether the agency named in a draft is one. */
  readonly agencyKnown: boolean;
  /** Whether the picture a notice names is kept for the agency; absent where it names none. */
  readonly pictureKept?: boolean;
  /** The question the command speaks of. */
  readonly question?: InterviewQuestion | undefined;
  /** How many there are already. */
  readonly questions?: number;
}

export interface InterviewNext extends InterviewFile {
  /** A question that came in or was decided on. */
  readonly question?: InterviewQuestion & { readonly formHash?: string };
}

export function decideInterview(
  loaded: InterviewLoaded,
  command: InterviewCommand,
  scene: Scene,
): Decision<InterviewNext> | Refusal {
  if (loaded.pictureKept === false)
    return refuse('INT-48', INTERVIEW_BASIS, '这张图片不是为这个机关上传的，或者放得太久已经清理。请重新选择图片。');
  if (command.verb === 'draft') return draft(loaded, command, scene);
  const file = loaded.file!;
  if (command.verb === 'ask') return ask(file, loaded.questions ?? 0, command, scene);
  const changed = change(file, loaded.question, command, scene);
  return isRefusal(changed) ? changed : decided(file, changed, scene);
}

function draft(
  { agencyKnown }: InterviewLoaded,
  { agencyId, notice: sent }: DraftInterview,
  scene: Scene,
): Decision<InterviewNext> | Refusal {
  const notice = trimmed(sent);
  if (!agencyKnown) return lacks('没有这个机关，请重新选择。');
  const wrong = refuseNotice(notice, scene.today);
  if (wrong) return wrong;
  const interview: Interview = {
    ...{ id: scene.newId(), agencyId, ...notice, state: 'draft', announcedOn: null, heldOn: null },
    ...{ cancelledWhy: null, videoUrl: null },
  };
  return decided({ interview, facts: [] }, { fact: { type: 'drafted', notice } }, scene);
}

/** [INT-36, INT-37] Covered before it is kept, so that nobody has to erase it. */
function ask(
  { interview, facts }: InterviewFile,
  questions: number,
  { text: sent, formHash }: AskQuestion,
  { at, newId }: Scene,
): Decision<InterviewNext> | Refusal {
  const body = text(sent, LONGEST.question, '提问');
  if (isRefusal(body)) return body;
  if (questions >= MOST_QUESTIONS)
    return refuse('TOO_MANY_QUESTIONS', INTERVIEW_BASIS, '这期访谈收到的提问太多，不再接收。可以写信提出。');
  const { id: interviewId, agencyId } = interview;
  const question: InterviewQuestion & { formHash: string } = {
    ...{ id: newId(), interviewId, agencyId, body: proposeMasked(body), receivedAt: at.toISOString() },
    ...{ state: 'waiting', publicText: null, decidedWhy: '', formHash },
  };
  const content = { questionId: question.id, body: question.body };
  const entry = { verb: 'questionReceived', subject: interviewId, agencyId, basis: INTERVIEW_BASIS, content };
  return { next: { interview, facts, question }, entry };
}

function change(
  file: InterviewFile,
  question: InterviewQuestion | undefined,
  command: InterviewAct,
  { today }: Scene,
): Changed | Refusal {
  const to = (fact: Changed['fact'], state: InterviewState, interview: Partial<Interview> = {}): Changed => ({
    fact,
    interview: { ...interview, state },
  });
  const { interview } = file;
  switch (command.verb) {
    case 'revise': {
      const notice = trimmed(command.notice);
      const wrong = noticeSeen(file, command.seen) ?? refuseNotice(notice, today);
      return wrong ?? { fact: { type: 'revised', notice }, interview: notice };
    }
    case 'submit':
      return noticeSeen(file, command.seen) ?? refuseNotice(interview, today) ?? to({ type: 'submitted' }, 'submitted');
    case 'check': {
      const opinion = command.opinion.trim().slice(0, LONGEST.note);
      const fact = { type: 'checked', passed: command.passed, opinion } as const;
      const stale = noticeSeen(file, command.seen);
      if (stale) return stale;
      if (!command.passed) return opinion === '' ? lacks('退回的，请写明要改什么。') : to(fact, 'draft');
      return refuseNotice(interview, today) ?? to(fact, 'announced', { announcedOn: today });
    }
    case 'begin':
      return interview.plannedOn > today
        ? refuse('INT-38', INTERVIEW_BASIS, `预告的是${inProse(interview.plannedOn)}，还没有到，不能开始。`)
        : to({ type: 'begun' }, 'live', { heldOn: today });
    case 'say':
    case 'admit':
    case 'decline':
    case 'correct':
      return speak(file, question, command);
    case 'end':
      return file.facts.some(({ type }) => type === 'said')
        ? to({ type: 'ended' }, 'ended')
        : refuse('INT-39', INTERVIEW_BASIS, '还没有人发言，不能结束。办不成的，写明情况以后结束。');
    case 'linkVideo': {
      const url = command.url.trim();
      if (!/^https?:\/\/[^\s<>"'\\]+$/.test(url) || url.length > LONGEST.url || !URL.canParse(url))
        return lacks('视频地址不对。请从视频页面复制以 https:// 开头的完整地址。');
      return { fact: { type: 'videoLinked', url }, interview: { videoUrl: url } };
    }
    case 'cancel': {
      const why = text(command.why, LONGEST.note, '取消的原因');
      return isRefusal(why) ? why : to({ type: 'cancelled', why }, 'cancelled', { cancelledWhy: why });
    }
  }
}

function decided(file: InterviewFile, changed: Changed, scene: Scene): Decision<InterviewNext> {
  const fact = {
    ...changed.fact,
    ...{
      n: file.facts.length + 1,
      on: scene.today as CivilDate,
      recordedAt: scene.at.toISOString(),
      by: scene.actor.id,
    },
  } as InterviewFact;
  const interview = { ...file.interview, ...changed.interview };
  return {
    next: { interview, facts: [...file.facts, fact], ...(changed.question ? { question: changed.question } : {}) },
    entry: {
      verb: fact.type,
      subject: interview.id,
      agencyId: interview.agencyId,
      basis: `${INTERVIEW_BASIS}（${INTERVIEW_FACT_TERMS[fact.type]}）`,
      content: fact,
    },
  };
}
