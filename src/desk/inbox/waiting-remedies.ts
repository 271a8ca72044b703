/** 复议、诉讼的待办 [REM-19]: each case with its next step; an answer or a new reply that is due with its light, what waits for others below. */
import { holds } from '../../people/actor.ts';
import type { RoleName } from '../../people/role.ts';
import type { Holders } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { REMEDY_VERBS } from '../../requests/remedies/permissions.ts';
import { REMEDY_KINDS, type RemedyFile, STAGES } from '../../requests/remedies/remedy.ts';
import { type RemedyNext, remedyStanding } from '../../requests/remedies/remedy-standing.ts';
import { listRemedies, newRepliesTo } from '../../requests/store/remedies.ts';
import { verbOf } from '../../requests/verbs.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { agencyNames } from '../agency-names.ts';
import { agenciesIn, type Officer } from '../reach.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

export async function remediesThatWait(officer: Officer, holders: Holders, house: House): Promise<Waiting[]> {
  const remedies = await listRemedies(house.db, agenciesIn('requests', officer));
  const [today, calendar] = [civilDateAt(house.now()), house.calendar()];
  const facts = await newRepliesTo(house.db, remedies);
  const nameOf = await agencyNames(house.db);
  return remedies.flatMap((remedy) => {
    const { next } = remedyStanding(remedy, facts.get(remedy.id) ?? [], today, calendar);
    if (!next) return [];
    const { term, roles }: { term: string; roles: readonly RoleName[] } =
      next.verb === 'redoReply' ? verbOf(next.verb) : REMEDY_VERBS[next.verb];
    const { mine, actingFor } = turnOf(
      officer,
      (as) => next.waitsFor === null && roles.some((role) => holds(as, role, remedy.agencyId)),
    );
    return [
      {
        mine,
        row: {
          actingFor,
          key: `remedies/${remedy.id}`,
          path: pathTo(remedy),
          what: `${REMEDY_KINDS[remedy.kind].term} ${remedy.caseNumber}`,
          forWhom: nameOf(remedy.agencyId),
          number: remedy.body,
          light: next.light,
          dueOn: next.due,
          workdaysLeft: next.due && workdaysBetween(today, next.due, calendar),
          state: stateOf(remedy, next),
          step: term,
          behind: next.waitsFor ? `等${next.waitsFor}` : whoMay(roles, holders(roles, remedy.agencyId)),
        },
      },
    ];
  });
}

function pathTo({ requestId }: RemedyFile): string {
  return requestId === null ? '/remedies' : `/requests/${requestId}`;
}

function stateOf({ stage, closedOn }: RemedyFile, { verb }: RemedyNext): string {
  if (verb === 'redoReply') return '责令重新答复';
  return closedOn ? '已经审结' : `${STAGES[stage].term}审理中`;
}
