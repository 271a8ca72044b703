/** 培训的台阶: planned and recorded by the head, answered by each who is invited. */
import { type AgencyId, subtreeOf } from '../../people/agency.ts';
import { listOfficers } from '../../people/store/officers.ts';
import { listAgencies } from '../../people/store.ts';
import type { Stairs } from '../../perform.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import {
  type AnswerQuiz,
  decideAnswer,
  decidePlan,
  decideTraining,
  type LoadedTraining,
  type PlanTraining,
  TRAINING_BASIS,
  type TrainingCommand,
} from '../training/decide.ts';
import { permitAnswer, permitTraining } from '../training/permissions.ts';
import type { QuizResult, Training } from '../training/training.ts';
import { addResult, findTraining, foundLately, resultsOf, saveTraining } from './trainings.ts';

const ROOM = 'supervision';

/** 可以参加的: whoever has an account in use at the agency or below. */
export async function trainees(db: Db, agencyId: AgencyId) {
  const officers = await listOfficers(db, subtreeOf(agencyId, await listAgencies(db)));
  return officers.filter(({ active }) => active);
}

async function eligible(tx: Tx, agencyId: AgencyId): Promise<ReadonlySet<string>> {
  return new Set((await trainees(tx, agencyId)).map(({ id }) => id));
}

export const planTrainingStairs: Stairs<ReadonlySet<string>, Training, PlanTraining> = {
  room: ROOM,
  load: (tx, { agencyId }) => eligible(tx, agencyId),
  permit: (actor, { agencyId }) => permitTraining(actor, agencyId),
  decide: decidePlan,
  save: saveTraining,
};

export const NO_SUCH_TRAINING: Refusal = refuse('NO_SUCH_TRAINING', TRAINING_BASIS, '没有这期培训，请从列表里打开。');

export const trainingStairs: Stairs<LoadedTraining, Training, TrainingCommand> = {
  room: ROOM,
  async load(tx, { trainingId, verb }) {
    const training = await findTraining(tx, trainingId, true);
    if (!training) return NO_SUCH_TRAINING;
    const { agencyId } = training;
    return {
      training,
      eligible: await eligible(tx, agencyId),
      answered: await answeredBy(tx, trainingId),
      found: verb === 'drawQuiz' ? await foundLately(tx, subtreeOf(agencyId, await listAgencies(tx))) : [],
    };
  },
  permit: (actor, _, { training }) => permitTraining(actor, training.agencyId),
  decide: decideTraining,
  save: saveTraining,
};

/** The training is locked, so that no quiz is drawn anew while it is answered. */
export const answerStairs: Stairs<Pick<LoadedTraining, 'training' | 'answered'>, QuizResult, AnswerQuiz> = {
  room: ROOM,
  async load(tx, { trainingId }) {
    const training = await findTraining(tx, trainingId, true);
    return training ? { training, answered: await answeredBy(tx, trainingId) } : NO_SUCH_TRAINING;
  },
  permit: (actor, _, { training }) => permitAnswer(actor, training),
  decide: decideAnswer,
  save: addResult,
};

async function answeredBy(tx: Tx, trainingId: string): Promise<string[]> {
  return (await resultsOf(tx, [trainingId])).map(({ officerId }) => officerId);
}
