/** 评估审查的待办 [REQ-117]: refusals that are to be looked at again within thirty days, or should have been. */
import { holds } from '../../people/actor.ts';
import type { Holders } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { reviewRefusal } from '../../requests/decide/review-refusal.ts';
import { outcomeOf } from '../../requests/outcomes.ts';
import { REMIND_DAYS } from '../../requests/refusal-review.ts';
import { listRefusalReviews } from '../../requests/store/refusal-reviews.ts';
import { addDays, civilDateAt } from '../../statute/civil-date.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { agencyNames } from '../agency-names.ts';
import { agenciesIn, type Officer } from '../reach.ts';
import { reviewLight } from '../requests/refusal-review-view.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

/** More nobody works off in a day; the list of reviews has them all. */
const MOST = 100;

export async function refusalReviewsThatWait(officer: Officer, holders: Holders, house: House): Promise<Waiting[]> {
  const today = civilDateAt(house.now());
  const awaited = await listRefusalReviews(
    house.db,
    agenciesIn('requests', officer),
    { number: 1, size: MOST },
    addDays(today, REMIND_DAYS),
  );
  const nameOf = await agencyNames(house.db);
  const { term, roles } = reviewRefusal;
  return awaited.map(({ id, agencyId, number, wanted, outcome, reviewOn }) => {
    const { mine, actingFor } = turnOf(officer, (as) => roles.some((role) => holds(as, role, agencyId)));
    return {
      mine,
      row: {
        actingFor,
        key: `refusal-review/${id}`,
        path: `/requests/${id}`,
        what: wanted,
        forWhom: nameOf(agencyId),
        number,
        light: reviewLight(reviewOn, today),
        dueOn: reviewOn,
        workdaysLeft: workdaysBetween(today, reviewOn, house.calendar()),
        state: outcomeOf(outcome).term,
        step: term,
        behind: whoMay(roles, holders(roles, agencyId)),
      },
    };
  });
}
