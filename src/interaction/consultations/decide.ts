/** 办理征集调查: the verbs. What is permitted stands in permissions.ts; here is what each asks and what follows from it. */
import type { AgencyId } from '../../people/agency.ts';
import type { Notice } from '../../people/notice.ts';
import type { Decision, Scene } from '../../perform.ts';
import { personalInformation } from '../../review/personal-information.ts';
import { type CivilDate, inProse } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { WRITER_NOTICES } from '../notices.ts';
import type { AdoptionName } from './adoption.ts';
import { ADOPTIONS, UNFINISHED } from './adoption.ts';
import type { ConsultationAct, ConsultationCommand } from './commands.ts';
import type { ConsultationFile, ConsultationText, PublicConsultation } from './consultation.ts';
import { isOpen } from './consultation.ts';
import { CONSULTATION_FACT_TERMS, type ConsultationFact } from './facts.ts';
import { lastDay, refusePeriod } from './period.ts';
import { CONSULTATION_BASIS } from './permissions.ts';
import { faultsOfQuestions } from './questions.ts';

export const LONGEST_TEXT = {
  title: 80,
  explanation: 10_000,
  draft: 100_000,
  otherWays: 500,
  whyShorter: 500,
} as const;
export const LONGEST_REPLY = 2_000;
export const LONGEST_OUTCOME = 10_000;
/** Answered with one act. */
export const MOST_AT_ONCE = 500;

export interface ConsultationLoaded {
  readonly file: ConsultationFile | null;
  /** Whether the agency named in the command is one. */
  readonly agencyKnown: boolean;
  /** Opinions without an answer. */
  readonly unanswered: number;
  /** Of those named in the command, the ones that belong to it. */
  readonly named: readonly string[];
  /** Of opinions the command answers or whose result it releases, those whose writers can be told. */
  readonly toTell: readonly ToldOpinion[];
}

export interface ToldOpinion {
  readonly id: string;
  readonly receivedOn: CivilDate;
}

export interface Replied {
  readonly opinionIds: readonly string[];
  readonly adoption: AdoptionName;
  readonly reply: string;
  readonly gist: string;
}

export interface ConsultationNext extends ConsultationFile {
  readonly replied?: Replied;
}

type Told = ConsultationFact extends infer F
  ? F extends ConsultationFact
    ? Omit<F, 'n' | 'on' | 'recordedAt' | 'by'>
    : never
  : never;

interface Step {
  readonly fact: Told;
  readonly change: Partial<PublicConsultation>;
  readonly replied?: Replied;
}

export function decideConsultation(
  loaded: ConsultationLoaded,
  command: ConsultationCommand,
  scene: Scene,
): Decision<ConsultationNext> | Refusal {
  if (command.verb === 'draft') {
    if (!loaded.agencyKnown) return lacks('没有这个机关，请重新选择。');
    const text = trimmed(command.text);
    const wrong = refuseText(text);
    if (wrong) return wrong;
    const consultation: PublicConsultation = {
      ...{ id: scene.newId(), agencyId: command.agencyId, text, state: 'draft' },
      ...{ opensOn: null, closesOn: null, releasedOn: null, outcome: '' },
    };
    return decided({ consultation, facts: [] }, { fact: { type: 'drafted' }, change: {} }, scene);
  }
  const file = loaded.file!;
  const step = stepOf(loaded, file.consultation, command, scene);
  if (isRefusal(step)) return step;
  return {
    ...decided(file, step, scene),
    notices: toldToWriters(file.consultation.agencyId, step.fact, loaded.toTell),
  };
}

/** [INT-47] */
function toldToWriters(agencyId: AgencyId, fact: Told, toTell: readonly ToldOpinion[]): Notice[] {
  const kind: keyof typeof WRITER_NOTICES | undefined =
    fact.type === 'replied'
      ? 'opinionAnswered'
      : fact.type === 'approved' && fact.passed
        ? 'resultReleased'
        : undefined;
  if (kind === undefined) return [];
  return toTell.map(({ id, receivedOn }) => {
    const to = { kind: 'writer', of: 'opinion', id } as const;
    return { kind, subject: id, agencyId, to, particulars: { day: inProse(receivedOn) } };
  });
}

function stepOf(
  { unanswered, named }: ConsultationLoaded,
  consultation: PublicConsultation,
  command: ConsultationAct,
  { today, calendar }: Scene,
): Step | Refusal {
  const { text, closesOn } = consultation;
  switch (command.verb) {
    case 'revise': {
      const revised = trimmed(command.text);
      if (revised.form !== text.form) return lacks('意见征集和问卷调查不能互换，请另外起草。');
      return refuseText(revised) ?? { fact: { type: 'revised' }, change: { text: revised } };
    }
    case 'submit':
      return (
        refuseIncomplete(text, calendar.settings) ?? { fact: { type: 'submitted' }, change: { state: 'submitted' } }
      );
    case 'check': {
      const opinion = command.opinion.trim();
      if (!command.passed) return returned({ type: 'checked', passed: false, opinion }, 'draft');
      const incomplete = refuseIncomplete(text, calendar.settings);
      if (incomplete) return incomplete;
      const dates = { opensOn: today, closesOn: lastDay(today, text.days, calendar) };
      return { fact: { type: 'checked', passed: true, opinion }, change: { state: 'opened', ...dates } };
    }
    case 'prolong': {
      const why = command.why.trim();
      if (!isOpen(consultation, today)) return lacks('征集已经结束，不能再延长。需要再征求的，另外起草一次。');
      if (!Number.isInteger(command.days) || command.days < 1 || command.days > 180)
        return lacks('延长一日到 180 日。');
      if (why === '') return lacks('请写明为什么延长，公众会看到。');
      const last = lastDay(closesOn!, command.days, calendar);
      return { fact: { type: 'prolonged', days: command.days, why }, change: { closesOn: last } };
    }
    case 'stop': {
      const why = command.why.trim();
      if (why === '') return lacks('请写明为什么停止，公众会看到。');
      return { fact: { type: 'stopped', why }, change: { state: 'stopped' } };
    }
    case 'reply':
      return replied(command, named);
    case 'summarize': {
      const outcome = command.outcome.trim();
      if (isOpen(consultation, today))
        return refuse('INT-13', CONSULTATION_BASIS, `期限到 ${closesOn} 才满，结束以后再拟结果。`);
      // [INT-15] 公布采纳情况: of every opinion, not of some.
      if (text.form === 'opinions' && unanswered > 0)
        return refuse('INT-15', CONSULTATION_BASIS, `还有 ${unanswered} 条意见没有答复，请先逐条或者成批答复。`);
      if (outcome === '') return lacks('请写明结果：收到多少、怎样处理、下一步。');
      return refusePersonal(outcome) ?? { fact: { type: 'summed', outcome }, change: { state: 'summed', outcome } };
    }
    case 'approve': {
      const opinion = command.opinion.trim();
      if (!command.passed) return returned({ type: 'approved', passed: false, opinion }, 'opened');
      const change = { state: 'released', releasedOn: today } as const;
      return { fact: { type: 'approved', passed: true, opinion }, change };
    }
  }
}

function replied(command: Extract<ConsultationAct, { verb: 'reply' }>, named: readonly string[]): Step | Refusal {
  const { adoption } = command;
  const [reply, gist] = [command.reply.trim(), command.gist.trim()];
  const opinionIds = [...new Set(command.opinionIds)];
  if (opinionIds.length === 0) return lacks('请先选要答复的意见。');
  if (named.length !== opinionIds.length) return lacks('选的意见里有的不属于这次征集，请刷新以后重新选择。');
  if (reply === '' || reply.includes(UNFINISHED))
    return refuse(
      'INT-15',
      CONSULTATION_BASIS,
      `${ADOPTIONS[adoption].term}的，请把答复和理由写完整（省略号处要写明）。`,
    );
  const wrong = refusePersonal(`${reply}\n${gist}`);
  if (wrong) return wrong;
  const fact = { type: 'replied', count: opinionIds.length, adoption, reply } as const;
  return { fact, change: {}, replied: { opinionIds, adoption, reply, gist } };
}

function returned(
  fact: Extract<Told, { type: 'checked' | 'approved' }>,
  state: PublicConsultation['state'],
): Step | Refusal {
  return fact.opinion === '' ? lacks('退回的，请写明要改什么。') : { fact, change: { state } };
}

function trimmed(text: ConsultationText): ConsultationText {
  return {
    ...text,
    title: text.title.trim(),
    explanation: text.explanation.trim(),
    draft: text.draft.trim(),
    otherWays: text.otherWays.trim(),
    whyShorter: text.whyShorter.trim(),
  };
}

/** What not even a draft may be. */
function refuseText(text: ConsultationText): Refusal | undefined {
  if (text.title === '') return lacks('没有写题目。');
  const long = Object.entries(LONGEST_TEXT).find(
    ([name, most]) => text[name as keyof typeof LONGEST_TEXT].length > most,
  );
  return long && lacks('写得太长，请删减。');
}

/** 公布草案、说明、意见方式与期限: what must be there before a second person is asked. */
function refuseIncomplete(text: ConsultationText, settings: Scene['calendar']['settings']): Refusal | undefined {
  if (text.explanation === '') return lacks(text.form === 'survey' ? '没有写调查说明。' : '没有写起草说明。');
  if (text.form === 'opinions' && text.draft === '') return lacks('没有征求意见稿的正文。');
  const [fault] = text.form === 'survey' ? faultsOfQuestions(text.questions) : [];
  if (fault) return refuse('INT-16', CONSULTATION_BASIS, fault);
  return refusePeriod(text, settings) ?? refusePersonal(`${text.title}\n${text.explanation}\n${text.draft}`);
}

/** [INT-17] What goes to the public carries no number of a person. */
function refusePersonal(text: string): Refusal | undefined {
  const [seen] = personalInformation(text, '').filter(({ severity }) => severity === 'error');
  return seen && refuse('INT-17', seen.basis, `${seen.says}${seen.advice}`);
}

function decided(file: ConsultationFile, step: Step, scene: Scene): Decision<ConsultationNext> {
  const fact = {
    ...step.fact,
    n: file.facts.length + 1,
    on: scene.today,
    recordedAt: scene.at.toISOString(),
    by: scene.actor.id,
  } as ConsultationFact;
  const consultation = { ...file.consultation, ...step.change };
  const { id, agencyId, text } = consultation;
  return {
    next: { consultation, facts: [...file.facts, fact], ...(step.replied ? { replied: step.replied } : {}) },
    entry: {
      verb: fact.type,
      subject: id,
      agencyId,
      basis: `${CONSULTATION_BASIS}（${CONSULTATION_FACT_TERMS[fact.type]}）`,
      content: { fact, text, ...step.replied },
    },
  };
}

export function lacks(says: string): Refusal {
  return refuse('CONSULTATION_INCOMPLETE', CONSULTATION_BASIS, says);
}
