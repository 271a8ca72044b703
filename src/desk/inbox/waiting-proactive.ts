/** 转主动公开的待办 [REQ-110]: a suggestion that nobody has decided about. The Regulation says 及时 and names no day: counted as for a reply. */
import { holds } from '../../people/actor.ts';
import type { Holders } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { decideProactive } from '../../requests/decide/decide-proactive.ts';
import { listSuggested } from '../../requests/store/proactive.ts';
import { civilDateAt, inProse } from '../../statute/civil-date.ts';
import { lightOf } from '../../statute/reply-clock/light.ts';
import { addWorkdays, workdaysBetween } from '../../statute/workdays.ts';
import { agencyNames } from '../agency-names.ts';
import { agenciesIn, type Officer } from '../reach.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

const DECIDE_WITHIN_WORKDAYS = 20;

export async function suggestionsThatWait(
  officer: Officer,
  holders: Holders,
  { db, now, calendar }: House,
): Promise<Waiting[]> {
  const suggested = await listSuggested(db, agenciesIn('requests', officer));
  const nameOf = await agencyNames(db);
  const { term, roles } = decideProactive;
  const today = civilDateAt(now());
  return suggested.map(({ id, agencyId, number, wanted, suggestedOn }): Waiting => {
    const dueOn = addWorkdays(suggestedOn, DECIDE_WITHIN_WORKDAYS, calendar());
    const { mine, actingFor } = turnOf(officer, (as) => roles.some((role) => holds(as, role, agencyId)));
    return {
      mine,
      row: {
        actingFor,
        key: `proactive/${id}`,
        path: `/requests/${id}`,
        what: wanted,
        forWhom: nameOf(agencyId),
        number,
        light: lightOf(dueOn, false, today, calendar()),
        dueOn,
        workdaysLeft: workdaysBetween(today, dueOn, calendar()),
        state: `${inProse(suggestedOn)}建议主动公开`,
        step: term,
        behind: whoMay(roles, holders(roles, agencyId)),
      },
    };
  });
}
