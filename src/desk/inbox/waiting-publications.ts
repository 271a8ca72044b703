/** 审校的待办: an edition at each step it waits for, one that came back to its author, one that may be published. */
import type { RoleName } from '../../people/role.ts';
import { type Holders, listAgencies } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import type { Document } from '../../publications/document.ts';
import { kindOf } from '../../publications/document-kinds.ts';
import type { Edition } from '../../publications/edition.ts';
import { PUBLISH_WITHIN_WORKDAYS } from '../../publications/readiness.ts';
import type { Chains } from '../../publications/review/chains.ts';
import { editionInReview, owedLook, REVIEW_STATES, reviewStanding } from '../../publications/review/standing.ts';
import { REVIEW_STEPS } from '../../publications/review/steps.ts';
import { chainsInForce } from '../../publications/store/chains.ts';
import { documentsUnderReview } from '../../publications/store/documents.ts';
import { type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import { lightOf } from '../../statute/reply-clock/light.ts';
import { addWorkdays, workdaysBetween } from '../../statute/workdays.ts';
import { turnsOf } from '../publications/publication-turns.ts';
import { SCHEDULE_STATES, scheduleStanding } from '../publications/schedule-view.ts';
import type { Officer } from '../reach.ts';
import { type Waiting, whoMay } from './waiting.ts';

/** More nobody works off in a day. */
const MOST = 200;
/** 补审 is made up for on the next workday. */
const LOOK_WITHIN_WORKDAYS = 1;

const ROLES_THAT_WAIT: readonly RoleName[] = [
  ...new Set<RoleName>(['editor', 'publisher', ...Object.values(REVIEW_STEPS).flatMap(({ roles }) => roles)]),
];

export async function publicationsThatWait(officer: Officer, holders: Holders, house: House): Promise<Waiting[]> {
  const reached = [...new Set(ROLES_THAT_WAIT.flatMap((role) => officer.reach[role] ?? []))];
  const documents = await documentsUnderReview(house.db, reached, MOST);
  const names = new Map((await listAgencies(house.db)).map(({ id, name }) => [id, name]));
  if (documents.length === 0) return [];
  const chainsOf = await chainsInForce(house.db);
  return documents.flatMap((document) => {
    const chains = chainsOf(document);
    const edition = editionInReview(document, chains);
    if (edition === null) return [];
    const { state } = reviewStanding(chains, document.marks, edition.hash);
    const schedule = scheduleStanding(document);
    // What was never submitted is still being written, unless somebody counts on its going out.
    if (state === 'notSubmitted' && schedule !== 'lost') return [];
    return turnsOf(document, edition, chains, officer, house.now()).map(({ term, roles, mine, actingFor }): Waiting => {
      const [today, calendar] = [civilDateAt(house.now()), house.calendar()];
      const dueOn = dueDay(document, edition, chains, house);
      return {
        mine,
        row: {
          actingFor,
          key: `publications/${document.id}/${term}`,
          path: `/publications/${document.id}`,
          what: edition.particulars.title,
          forWhom: names.get(document.agencyId) ?? '',
          number: kindOf(document.kind).term,
          light: lightOf(dueOn, false, today, calendar),
          dueOn,
          workdaysLeft: workdaysBetween(today, dueOn, calendar),
          state: schedule ? SCHEDULE_STATES[schedule] : REVIEW_STATES[state],
          step: term,
          behind: whoMay(roles, holders(roles, document.agencyId)),
        },
      };
    });
  });
}

function dueDay(document: Document, edition: Edition, chains: Chains, house: House): CivilDate {
  const calendar = house.calendar();
  const owed = document.draft === null && owedLook(document, chains) !== null;
  return owed
    ? addWorkdays(civilDateAt(new Date(edition.publishedAt!)), LOOK_WITHIN_WORKDAYS, calendar)
    : addWorkdays(edition.particulars.writtenOn, PUBLISH_WITHIN_WORKDAYS, calendar);
}
