/** 培训 on screen: a year of it, one with its persons, the quiz as whoever is invited sees it, and the year as a sheet. */
import { permitInSome } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import { namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import type { FilledSheet } from '../../platform/papers/sheet.ts';
import { civilDateAt, yearOf } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { NO_SUCH_TRAINING, trainees } from '../../supervision/store/training-stairs.ts';
import { findTraining, resultsOf, trainingsOf } from '../../supervision/store/trainings.ts';
import { permitAnswer, permitTraining, TRAINING_ROLES } from '../../supervision/training/permissions.ts';
import { QUIZ_SIZES, type QuizQuestion } from '../../supervision/training/quiz.ts';
import {
  type QuizResult,
  standingOfTraining,
  TRAINING_STANDINGS,
  type Training,
  trainingFigures,
} from '../../supervision/training/training.ts';
import { type AgencyNames, agencyNames, agencyTerms } from '../agency-names.ts';
import type { QuizQuestionView, QuizView, TrainingLine, TrainingPage, TrainingView } from '../contract/trainings.ts';
import { agenciesWith, enter, type Officer } from '../reach.ts';

const FROM = { finding: '查到过的问题', rule: '规则' } as const;

export async function trainingPage(
  officer: Officer,
  asked: number | undefined,
  house: House,
): Promise<TrainingPage | Refusal> {
  const agencies = enter('findings', officer);
  if (isRefusal(agencies)) return agencies;
  const today = civilDateAt(house.now());
  const year = asked ?? yearOf(today);
  const trainings = await trainingsOf(house.db, agencies, year);
  const results = await resultsOf(
    house.db,
    trainings.map(({ id }) => id),
  );
  const nameOf = await agencyNames(house.db);
  const mayPlan = agenciesWith(TRAINING_ROLES, officer);
  return {
    ...{ year, today, ...trainingFigures(trainings) },
    lines: trainings.map((one) => lineOf(one, results, house, nameOf)),
    agencies: agencyTerms(mayPlan, nameOf),
    trainees: await traineeTerms(mayPlan, house, nameOf),
  };
}

async function traineeTerms(agencyIds: readonly AgencyId[], { db }: House, nameOf: AgencyNames) {
  const found = new Map<string, TrainingPage['trainees'][number]>();
  for (const agencyId of agencyIds)
    for (const one of await trainees(db, agencyId))
      found.set(one.id, { name: one.id, term: one.name, agency: nameOf(one.agencyId) });
  return [...found.values()];
}

function lineOf(training: Training, results: readonly QuizResult[], { now }: House, nameOf: AgencyNames): TrainingLine {
  const { id, title, agencyId, plannedOn, heldOn, invited, attended, guests, quiz, cancelledBecause } = training;
  const standing = standingOfTraining(training, civilDateAt(now()));
  const own = results.filter(({ trainingId }) => trainingId === id);
  return {
    ...{ id, title, agency: nameOf(agencyId), standing, term: TRAINING_STANDINGS[standing].term, plannedOn, heldOn },
    ...{ invited: invited.length, attended: attended.length + guests, cancelledBecause },
    quiz: quiz && {
      ...{ dueOn: quiz.dueOn, answered: own.length },
      passed: own.filter(({ score }) => score >= quiz.passScore).length,
    },
  };
}

/** The training, or the same answer whether it is another agency's or none at all. */
export async function trainingFor(officer: Officer, id: string, { db }: House): Promise<Training | Refusal> {
  const agencies = enter('findings', officer);
  if (isRefusal(agencies)) return agencies;
  const training = await findTraining(db, id);
  return training && agencies.includes(training.agencyId) ? training : NO_SUCH_TRAINING;
}

export async function trainingView(officer: Officer, id: string, house: House): Promise<TrainingView | Refusal> {
  const training = await trainingFor(officer, id, house);
  if (isRefusal(training)) return training;
  const { agencyId, content, lecturer, place, invited, attended, heldOn, guests, quiz, version } = training;
  const results = await resultsOf(house.db, [id]);
  const passScore = quiz?.passScore ?? house.calendar().settings.quizPassScore;
  const nameOf = await agencyNames(house.db);
  const known = await trainees(house.db, agencyId);
  const names = await namesOfOfficers(house.db, invited);
  const may = permitInSome(officer, (as) => permitTraining(as, agencyId));
  const resultFor = (officerId: string) => results.find((one) => one.officerId === officerId);
  const isAsked = quiz !== null && invited.includes(officer.id) && !resultFor(officer.id);
  return {
    line: lineOf(training, results, house, nameOf),
    ...{ content, lecturer, place, seen: version, today: civilDateAt(house.now()), guests, isAsked },
    may: { allowed: may.allowed, why: may.allowed ? null : may.refusal.says },
    persons: invited.map((officerId) => {
      const result = resultFor(officerId);
      const agency = known.find((one) => one.id === officerId)?.agencyId;
      return {
        ...{ id: officerId, name: names.get(officerId) ?? '已离任人员', agency: agency ? nameOf(agency) : '' },
        ...{ came: heldOn === null ? null : attended.includes(officerId), score: result?.score ?? null },
        ...{ passed: (result?.score ?? 0) >= passScore, answeredOn: result?.on ?? null },
      };
    }),
    questions: (quiz?.questions ?? []).map((one) => questionView(one, !isAsked)),
    ...{ passScore, sizes: QUIZ_SIZES },
    trainees: may.allowed ? await traineeTerms([agencyId], house, nameOf) : [],
  };
}

function questionView(
  { says, options, isMultiple, right, basis, from }: QuizQuestion,
  told: boolean,
): QuizQuestionView {
  return { says, options, isMultiple, solved: told ? { right, basis, from: FROM[from] } : null };
}

/** 试卷: whoever is invited opens it, whatever his roles are; nobody else learns that there is one. */
export async function quizView(officer: Officer, id: string, { db, now }: House): Promise<QuizView | Refusal> {
  const training = await findTraining(db, id);
  if (!training?.quiz || training.cancelledBecause !== null || !permitAnswer(officer, training).allowed)
    return NO_SUCH_TRAINING;
  const { quiz, title } = training;
  const result = (await resultsOf(db, [id])).find(({ officerId }) => officerId === officer.id);
  return {
    ...{ trainingId: id, quizId: quiz.id, title, dueOn: quiz.dueOn, passScore: quiz.passScore },
    isClosed: civilDateAt(now()) > quiz.dueOn,
    questions: quiz.questions.map((one) => questionView(one, result !== undefined)),
    result: result
      ? { score: result.score, passed: result.score >= quiz.passScore, on: result.on, choices: result.choices }
      : null,
  };
}

/** 培训台账: a line for each person of each training, so that the figures can be counted again. */
export async function trainingSheet(officer: Officer, year: number | undefined, house: House) {
  const page = await trainingPage(officer, year, house);
  if (isRefusal(page)) return page;
  const lines: (string | number | null)[][] = [];
  for (const line of page.lines) {
    const view = await trainingView(officer, line.id, house);
    if (isRefusal(view)) return view;
    const passScore = line.quiz ? view.passScore : null;
    const head = [line.title, line.agency, line.plannedOn, line.heldOn ?? '', line.term];
    for (const { name, agency, came, score, answeredOn } of view.persons)
      lines.push([
        ...head,
        name,
        agency,
        came === null ? '' : came ? '到场' : '没有到',
        score,
        passScore,
        answeredOn ?? '',
      ]);
    if (view.guests > 0) lines.push([...head, `其他到场人员 ${view.guests} 人`, '', '到场', null, null, '']);
  }
  const sheet: FilledSheet = {
    title: `培训台账 ${page.year}`,
    heads: ['培训', '举办机关', '计划日期', '举办日期', '状态', '姓名', '单位', '到场', '成绩', '合格分', '答题日期'],
    lines,
    notes: [`${page.year}年举办培训 ${page.held} 期，${page.persons} 人次。`],
  };
  return sheet;
}
