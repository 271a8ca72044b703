/** 更正申请的待办 [REQ-121]: each that is not answered, with its day and its next step. */
import type { Holders } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { correctionClock } from '../../requests/personal-corrections/clock.ts';
import { CORRECTION_VERBS, permitCorrection } from '../../requests/personal-corrections/permissions.ts';
import { CORRECTION_STATES } from '../../requests/personal-corrections/personal-correction.ts';
import { listCorrections } from '../../requests/store/personal-corrections/lists.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { agenciesIn, type Officer } from '../reach.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

/** More are not open at once in a county. */
const MOST = 200;

export async function correctionsThatWait(officer: Officer, holders: Holders, house: House): Promise<Waiting[]> {
  const open = await listCorrections(
    house.db,
    agenciesIn('requests', officer),
    { number: 1, size: MOST },
    'unanswered',
  );
  return open.map(({ correction, facts, maskedName }) => {
    const clock = correctionClock({ correction, facts }, civilDateAt(house.now()), house.calendar());
    const verb = correction.state === 'open' ? 'decideCorrection' : 'serveCorrection';
    const { term, roles } = CORRECTION_VERBS[verb];
    const { mine, actingFor } = turnOf(officer, (as) => permitCorrection(as, verb, { correction, facts }).allowed);
    return {
      mine,
      row: {
        actingFor,
        key: `personal-corrections/${correction.id}`,
        path: `/personal-corrections/${correction.id}`,
        what: correction.record,
        forWhom: maskedName,
        number: correction.number,
        light: clock.light,
        dueOn: clock.due,
        workdaysLeft: clock.workdaysLeft,
        state: CORRECTION_STATES[correction.state].term,
        step: term,
        behind: whoMay(roles, holders(roles, correction.agencyId)),
      },
    };
  });
}
