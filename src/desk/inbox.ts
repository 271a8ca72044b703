/**
 * 待办 [REQ-56]: what waits across rooms, the most urgent first, and who has to move. Mine is what my posts let me do; what waits for
 * a colleague or for somebody outside stands below it.
 */
import { type Holders, holdersOfRoles } from '../people/store.ts';
import { REQUEST_STATES } from '../requests/states.ts';
import { listRequests } from '../requests/store/lists.ts';
import { civilDateAt } from '../statute/civil-date.ts';
import type { Light } from '../statute/reply-clock/reckoning.ts';
import type { InboxRow, InboxView } from './contract.ts';
import type { DeskDeps } from './desk.ts';
import type { Waiting } from './inbox/waiting.ts';
import { accountsThatWait } from './inbox/waiting-accounts.ts';
import { citizenLettersThatWait } from './inbox/waiting-citizen-letters.ts';
import { complaintsThatWait } from './inbox/waiting-complaints.ts';
import { consultationsThatWait } from './inbox/waiting-consultations.ts';
import { correctionsThatWait } from './inbox/waiting-corrections.ts';
import { handUpsThatWait } from './inbox/waiting-hand-ups.ts';
import { interviewsThatWait } from './inbox/waiting-interviews.ts';
import { mistakesThatWait } from './inbox/waiting-mistakes.ts';
import { normativesThatWait } from './inbox/waiting-normative.ts';
import { patrolsThatWait } from './inbox/waiting-patrol.ts';
import { suggestionsThatWait } from './inbox/waiting-proactive.ts';
import { publicationsThatWait } from './inbox/waiting-publications.ts';
import { refusalReviewsThatWait } from './inbox/waiting-refusal-reviews.ts';
import { remediesThatWait } from './inbox/waiting-remedies.ts';
import { reportsThatWait } from './inbox/waiting-reports.ts';
import { waitingRequest } from './inbox/waiting-requests.ts';
import { sourcesThatWait } from './inbox/waiting-sources.ts';
import { tasksThatWait } from './inbox/waiting-tasks.ts';
import { ticketsThatWait } from './inbox/waiting-tickets.ts';
import { trainingsThatWait } from './inbox/waiting-trainings.ts';
import { wechatPostsThatWait } from './inbox/waiting-wechat.ts';
import { workPointsThatWait } from './inbox/waiting-work-points.ts';
import { agenciesIn, type Officer } from './reach.ts';

/** More nobody works off in a day; the list of applications has them all. */
const MOST = 500;

export async function inboxOf(officer: Officer, deps: Pick<DeskDeps, 'house'>): Promise<InboxView> {
  const holders = await holdersOfRoles(deps.house.db, civilDateAt(deps.house.now()));
  const waiting = [
    ...(await requestsThatWait(officer, holders, deps)),
    ...(await tasksThatWait(officer, holders, deps.house)),
    ...(await remediesThatWait(officer, holders, deps.house)),
    ...(await correctionsThatWait(officer, holders, deps.house)),
    ...(await citizenLettersThatWait(officer, holders, deps.house)),
    ...(await interviewsThatWait(officer, holders, deps.house)),
    ...(await consultationsThatWait(officer, holders, deps.house)),
    ...(await refusalReviewsThatWait(officer, holders, deps.house)),
    ...(await suggestionsThatWait(officer, holders, deps.house)),
    ...(await publicationsThatWait(officer, holders, deps.house)),
    ...(await normativesThatWait(officer, holders, deps.house)),
    ...(await reportsThatWait(officer, holders, deps.house)),
    ...(await handUpsThatWait(officer, holders, deps.house)),
    ...(await ticketsThatWait(officer, holders, deps.house)),
    ...(await patrolsThatWait(officer, deps.house)),
    ...(await mistakesThatWait(officer, holders, deps.house)),
    ...(await complaintsThatWait(officer, holders, deps.house)),
    ...(await workPointsThatWait(officer, holders, deps.house)),
    ...(await accountsThatWait(officer, holders, deps.house)),
    ...(await trainingsThatWait(officer, holders, deps.house)),
    ...(await sourcesThatWait(officer, holders, deps.house)),
    ...(await wechatPostsThatWait(officer, holders, deps.house)),
  ];
  const rows = (mine: boolean) =>
    waiting
      .filter((one) => one.mine === mine)
      .map(({ row }) => row)
      .sort(byUrgency);
  return { today: civilDateAt(deps.house.now()), mine: rows(true), others: rows(false) };
}

async function requestsThatWait(
  officer: Officer,
  holders: Holders,
  { house }: Pick<DeskDeps, 'house'>,
): Promise<Waiting[]> {
  const { lines } = await listRequests(
    house.db,
    {
      agencyIds: agenciesIn('requests', officer),
      states: REQUEST_STATES.filter((state) => state !== 'archived'),
      sort: 'due',
      page: { number: 1, size: MOST },
    },
    civilDateAt(house.now()),
    house.calendar(),
  );
  return lines.map((line) => waitingRequest(line, officer, holders));
}

const URGENCY: readonly Light[] = ['overdue', 'red', 'yellow', 'green', 'paused', 'done'];
/** Sorts behind every day. */
const NO_DAY = '9999-12-31';

function byUrgency(a: InboxRow, b: InboxRow): number {
  return URGENCY.indexOf(a.light) - URGENCY.indexOf(b.light) || (a.dueOn ?? NO_DAY).localeCompare(b.dueOn ?? NO_DAY);
}
