/** 不予公开的评估审查 [REQ-117]: on the file, and the list of those to come. */
import { namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import type { RequestFact } from '../../requests/facts.ts';
import { outcomeOf } from '../../requests/outcomes.ts';
import { REMIND_DAYS, REVIEW_VERDICTS, reviewDue, reviewsOf } from '../../requests/refusal-review.ts';
import { countRefusalReviews, listRefusalReviews } from '../../requests/store/refusal-reviews.ts';
import { addDays, type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import type { Refusal } from '../../statute/refusal.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { Light } from '../../statute/reply-clock/reckoning.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { agencyNames } from '../agency-names.ts';
import type { RefusalReviewPage } from '../contract/refusal-reviews.ts';
import type { RequestFileView } from '../contract/requests.ts';
import { handOf } from '../people/hand-of.ts';
import { enter, type Officer } from '../reach.ts';

export async function refusalReviewView(
  facts: readonly RequestFact[],
  today: CivilDate,
  { db }: House,
): Promise<RequestFileView['refusalReview']> {
  const [dueOn, reviews] = [reviewDue(facts), reviewsOf(facts)];
  if (dueOn === null && reviews.length === 0) return null;
  const names = await namesOfOfficers(
    db,
    reviews.map(({ by }) => by),
  );
  return {
    dueOn,
    late: dueOn !== null && today > dueOn,
    reviews: reviews
      .map((review) => ({
        n: review.n,
        on: review.on,
        verdict: REVIEW_VERDICTS[review.verdict].term,
        until: review.until,
        why: review.why,
        by: handOf(review, names),
      }))
      .reverse(),
  };
}

/** 提前30日亮黄灯; there are no workdays in it. */
export function reviewLight(dueOn: CivilDate, today: CivilDate): Light {
  if (today > dueOn) return 'overdue';
  return addDays(today, REMIND_DAYS) >= dueOn ? 'yellow' : 'green';
}

const PAGE_SIZE = 50;

export async function refusalReviewPage(
  officer: Officer,
  page: number,
  house: House,
): Promise<RefusalReviewPage | Refusal> {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const today = civilDateAt(house.now());
  const awaited = await listRefusalReviews(house.db, agencies, { number: page, size: PAGE_SIZE });
  const nameOf = await agencyNames(house.db);
  return {
    today,
    lines: awaited.map(({ id, number, agencyId, wanted, outcome, repliedOn, reviewOn }) => ({
      id,
      number,
      agency: nameOf(agencyId),
      wanted,
      outcome: outcomeOf(outcome).term,
      repliedOn,
      dueOn: reviewOn,
      light: reviewLight(reviewOn, today),
      workdaysLeft: workdaysBetween(today, reviewOn, house.calendar()),
    })),
    ...(await countRefusalReviews(house.db, agencies, today)),
    pageSize: PAGE_SIZE,
  };
}
