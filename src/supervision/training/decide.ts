/** 培训的动作 [SUP-79…SUP-82]: planned, held, cancelled; its quiz drawn and answered. Pure. */
import type { AgencyId } from '../../people/agency.ts';
import type { Notice } from '../../people/notice.ts';
import type { Decision, Scene } from '../../perform.ts';
import { type CivilDate, inProse, yearOf } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { type FoundOnce, makeQuiz, QUIZ_SIZES, scoreOf } from './quiz.ts';
import { MOST_PERSONS, type QuizResult, type Training } from './training.ts';

export interface PlanTraining {
  readonly verb: 'planTraining';
  readonly agencyId: AgencyId;
  readonly title: string;
  readonly content: string;
  readonly lecturer: string;
  readonly place: string;
  readonly plannedOn: CivilDate;
  readonly invited: readonly string[];
}

export type TrainingCommand = { readonly trainingId: string } & (
  | { readonly verb: 'invite'; readonly invited: readonly string[]; readonly plannedOn: CivilDate }
  | { readonly verb: 'hold'; readonly heldOn: CivilDate; readonly attended: readonly string[]; readonly guests: number }
  | { readonly verb: 'drawQuiz'; readonly count: number; readonly dueOn: CivilDate }
  | { readonly verb: 'cancelTraining'; readonly because: string }
);
export type TrainingVerb = TrainingCommand['verb'];

export interface AnswerQuiz {
  readonly verb: 'answerQuiz';
  readonly trainingId: string;
  /** Which paper he had before him. */
  readonly quizId: string;
  readonly choices: readonly (readonly number[])[];
}

export const TRAINING_VERBS = {
  invite: { term: '改日期、参加人员' },
  hold: { term: '登记到场' },
  drawQuiz: { term: '出试卷' },
  cancelTraining: { term: '取消' },
} as const satisfies Record<TrainingVerb, { term: string }>;

/** 监督保障 of the disclosure work; that officers are trained stands in the points of each year. */
export const TRAINING_BASIS = '《条例》第四十六条';

/** @param eligible officers of the agency and below */
export function decidePlan(
  eligible: ReadonlySet<string>,
  { verb: _, ...sent }: PlanTraining,
  { actor, newId }: Scene,
): Decision<Training> | Refusal {
  const [title, content] = [sent.title.trim(), sent.content.trim()];
  if (title === '') return refuse('TITLE_MISSING', TRAINING_BASIS, '请写明培训的名称。');
  if (content === '') return refuse('CONTENT_MISSING', TRAINING_BASIS, '请写明培训讲什么。');
  const wrong = refuseInvited(sent.invited, eligible);
  if (wrong) return wrong;
  const next: Training = {
    ...{ id: newId(), agencyId: sent.agencyId, title, content },
    ...{ lecturer: sent.lecturer.trim(), place: sent.place.trim(), plannedOn: sent.plannedOn, invited: sent.invited },
    ...{ heldOn: null, attended: [], guests: 0, cancelledBecause: null, quiz: null, plannedBy: actor.id, version: 1 },
  };
  const { id: subject, agencyId } = next;
  return { next, entry: { verb: 'trainingPlanned', subject, agencyId, basis: TRAINING_BASIS, content: next } };
}

function refuseInvited(invited: readonly string[], eligible: ReadonlySet<string>): Refusal | undefined {
  if (invited.length === 0) return refuse('NOBODY_INVITED', TRAINING_BASIS, '请选择参加的人。');
  if (invited.length > MOST_PERSONS)
    return refuse('TOO_MANY_INVITED', TRAINING_BASIS, `一期最多 ${MOST_PERSONS} 人，请分几期。`);
  if (new Set(invited).size < invited.length)
    return refuse('INVITED_TWICE', TRAINING_BASIS, '同一个人选了两次，请刷新页面重新选择。');
  if (invited.some((id) => !eligible.has(id)))
    return refuse('NOT_ELIGIBLE', TRAINING_BASIS, '选的人不在本机关和下级机关，或者已经停用，请另选。');
  return undefined;
}

export interface LoadedTraining {
  readonly training: Training;
  readonly eligible: ReadonlySet<string>;
  /** Who has answered the quiz already. */
  readonly answered: readonly string[];
  /** What a quiz may draw from. */
  readonly found: readonly FoundOnce[];
}

export function decideTraining(
  loaded: LoadedTraining,
  command: TrainingCommand,
  scene: Scene,
): Decision<Training> | Refusal {
  const { training } = loaded;
  if (training.cancelledBecause !== null) return refuse('CANCELLED', TRAINING_BASIS, '这期培训已经取消，不能再办。');
  switch (command.verb) {
    case 'invite': {
      const { invited, plannedOn } = command;
      const kept = [...training.attended, ...loaded.answered];
      if (training.heldOn !== null) return ALREADY_HELD;
      if (kept.some((id) => !invited.includes(id)))
        return refuse('HAS_ANSWERED', TRAINING_BASIS, '已经答题的人不能去掉。');
      const wrong = refuseInvited(invited, new Set([...loaded.eligible, ...training.invited]));
      return wrong ?? decided({ ...training, invited, plannedOn }, 'trainingChanged', { invited, plannedOn });
    }
    case 'hold':
      return held(training, command, scene);
    case 'drawQuiz':
      return drawn(loaded, command, scene);
    case 'cancelTraining': {
      const because = command.because.trim();
      if (training.heldOn !== null) return ALREADY_HELD;
      if (because === '') return refuse('REASON_MISSING', TRAINING_BASIS, '请写明为什么取消。');
      return decided({ ...training, cancelledBecause: because }, 'trainingCancelled', { because });
    }
  }
}

const ALREADY_HELD = refuse('ALREADY_HELD', TRAINING_BASIS, '这期培训已经登记举办，不能再改。');

/** [SUP-80] Who came, among those invited, and how many without an account. */
function held(
  training: Training,
  { heldOn, attended, guests }: Extract<TrainingCommand, { verb: 'hold' }>,
  { today }: Scene,
): Decision<Training> | Refusal {
  if (heldOn > today) return refuse('IN_THE_FUTURE', TRAINING_BASIS, '举办日期在今天以后，请改正。');
  if (yearOf(heldOn) < yearOf(training.plannedOn) - 1)
    return refuse('TOO_EARLY', TRAINING_BASIS, '举办日期与计划的日期相差太远，请核对。');
  if (attended.length + guests === 0) return refuse('NOBODY_CAME', TRAINING_BASIS, '没有人到场的，请取消这期培训。');
  if (new Set(attended).size < attended.length || attended.some((id) => !training.invited.includes(id)))
    return refuse('NOT_INVITED', TRAINING_BASIS, '到场的人里有不在参加人员里的，请先改参加人员。');
  const next = { ...training, heldOn, attended, guests };
  return decided(next, 'trainingHeld', { heldOn, attended, guests });
}

/** [SUP-81] May be drawn anew until somebody has answered. */
function drawn(
  { training, answered, found }: LoadedTraining,
  { count, dueOn }: Extract<TrainingCommand, { verb: 'drawQuiz' }>,
  { today, calendar, newId }: Scene,
): Decision<Training> | Refusal {
  if (answered.length > 0)
    return refuse('QUIZ_ANSWERED', TRAINING_BASIS, `已经有 ${answered.length} 人答题，不能换试卷。`);
  if (count < QUIZ_SIZES.least || count > QUIZ_SIZES.most)
    return refuse('QUIZ_SIZE', TRAINING_BASIS, `试卷要有 ${QUIZ_SIZES.least} 到 ${QUIZ_SIZES.most} 题。`);
  if (dueOn < today) return refuse('DUE_IN_THE_PAST', TRAINING_BASIS, '答题截止的日期已经过去，请改到今天或者以后。');
  const passScore = calendar.settings.quizPassScore;
  const quiz = { id: newId(), ...makeQuiz(newId(), count, found), dueOn, passScore };
  const told = training.invited.map((officerId) => noticeOf(training, officerId, dueOn));
  const { seed, questions } = quiz;
  return decided({ ...training, quiz }, 'quizDrawn', { seed, dueOn, passScore, questions }, told);
}

function noticeOf({ id, agencyId }: Training, officerId: string, dueOn: CivilDate): Notice {
  const to = { kind: 'officer', officerId } as const;
  return { kind: 'quizDue', subject: id, agencyId, to, particulars: { day: inProse(dueOn) } };
}

/** 答题 [SUP-82]: once, every question, until its day. */
export function decideAnswer(
  { training, answered }: Pick<LoadedTraining, 'training' | 'answered'>,
  { quizId, choices }: AnswerQuiz,
  { actor, today }: Scene,
): Decision<QuizResult> | Refusal {
  const { quiz, id: trainingId, agencyId } = training;
  if (quiz === null || training.cancelledBecause !== null)
    return refuse('NO_QUIZ', TRAINING_BASIS, '这期培训没有试卷，不用答题。');
  if (answered.includes(actor.id)) return refuse('ALREADY_ANSWERED', TRAINING_BASIS, '你已经答过，成绩不能再改。');
  if (today > quiz.dueOn)
    return refuse('QUIZ_CLOSED', TRAINING_BASIS, `${inProse(quiz.dueOn)}已经截止，不能再答。请找公开工作机构负责人。`);
  if (quizId !== quiz.id || choices.length !== quiz.questions.length)
    return refuse('QUIZ_CHANGED', TRAINING_BASIS, '试卷换过了，没有记分。请刷新页面，答新的试卷。');
  const missing = choices.findIndex((chosen) => chosen.length === 0);
  if (missing >= 0) return refuse('ANSWER_MISSING', TRAINING_BASIS, `第 ${missing + 1} 题还没有答，请答完再交。`);
  const wrong = quiz.questions.findIndex(({ options, isMultiple }, n) => {
    const chosen = choices[n]!;
    return (
      new Set(chosen).size < chosen.length ||
      chosen.some((one) => one >= options.length) ||
      (!isMultiple && chosen.length > 1)
    );
  });
  if (wrong >= 0) return refuse('NO_SUCH_CHOICE', TRAINING_BASIS, `第 ${wrong + 1} 题的选择不对，请刷新页面重新作答。`);
  const next = { trainingId, officerId: actor.id, choices, score: scoreOf(quiz, choices), on: today };
  const content = { choices, score: next.score };
  return { next, entry: { verb: 'quizAnswered', subject: trainingId, agencyId, basis: TRAINING_BASIS, content } };
}

function decided(next: Training, verb: string, content: unknown, notices: readonly Notice[] = []): Decision<Training> {
  const { id: subject, agencyId, version } = next;
  return {
    next: { ...next, version: version + 1 },
    entry: { verb, subject, agencyId, basis: TRAINING_BASIS, content },
    notices,
  };
}
