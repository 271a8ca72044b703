/** 培训的待办 [SUP-80, SUP-82]: the quiz that waits for the officer himself, and trainings whose day is over for the head who has to say who came. */
import { holds } from '../../people/actor.ts';
import type { Holders } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import { lightOf } from '../../statute/reply-clock/light.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { quizzesFor, unrecordedTrainings } from '../../supervision/store/trainings.ts';
import { TRAINING_ROLES } from '../../supervision/training/permissions.ts';
import type { Training } from '../../supervision/training/training.ts';
import { agencyNames } from '../agency-names.ts';
import { agenciesIn, type Officer } from '../reach.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

export async function trainingsThatWait(officer: Officer, holders: Holders, house: House): Promise<Waiting[]> {
  const [today, calendar] = [civilDateAt(house.now()), house.calendar()];
  const nameOf = await agencyNames(house.db);
  const clock = (dueOn: CivilDate) => ({
    ...{ dueOn, light: lightOf(dueOn, false, today, calendar), workdaysLeft: workdaysBetween(today, dueOn, calendar) },
  });
  const quiz = ({ id, title, agencyId, quiz: set }: Training): Waiting => ({
    mine: true,
    row: {
      ...{ actingFor: null, key: `quizzes/${id}`, path: `/quizzes/${id}`, what: `培训答题：${title}` },
      ...{
        forWhom: nameOf(agencyId),
        number: '',
        ...clock(set!.dueOn),
        state: '没有答题',
        step: '答题',
        behind: '本人',
      },
    },
  });
  const unrecorded = ({ id, title, agencyId, plannedOn }: Training): Waiting => {
    const { mine, actingFor } = turnOf(officer, (as) => TRAINING_ROLES.some((role) => holds(as, role, agencyId)));
    return {
      mine,
      row: {
        ...{ actingFor, key: `trainings/${id}`, path: `/trainings/${id}`, what: `培训：${title}` },
        ...{ forWhom: nameOf(agencyId), number: '', ...clock(plannedOn), state: '没有登记到场', step: '登记到场' },
        behind: whoMay(TRAINING_ROLES, holders(TRAINING_ROLES, agencyId)),
      },
    };
  };
  return [
    ...(await quizzesFor(house.db, officer.id, today)).map(quiz),
    ...(await unrecordedTrainings(house.db, agenciesIn('findings', officer), today)).map(unrecorded),
  ];
}
