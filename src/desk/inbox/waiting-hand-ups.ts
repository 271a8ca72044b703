/** 报送的待办: what an agency has still to hand up once its report is frozen, and what the government above has to accept. */
import { reportDue } from '../../annual-report/due-day.ts';
import { notYetAnswered } from '../../annual-report/hand-up/differences.ts';
import { HAND_UP_STATES, type HandUp } from '../../annual-report/hand-up/hand-up.ts';
import { HAND_UP_VERBS, permitHandingUp, permitSettling } from '../../annual-report/hand-up/permissions.ts';
import { differencesNow } from '../../annual-report/store/entered-differences.ts';
import { acceptedHandUps, latestHandUps } from '../../annual-report/store/hand-ups.ts';
import { listReports } from '../../annual-report/store/reports.ts';
import type { Agency } from '../../people/agency.ts';
import { type Holders, listAgencies } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { type CivilDate, civilDateAt, yearOf } from '../../statute/civil-date.ts';
import { lightOf } from '../../statute/reply-clock/light.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { reportClock } from '../annual-report/report-clock.ts';
import { agenciesIn, type Officer } from '../reach.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

export async function handUpsThatWait(officer: Officer, holders: Holders, house: House): Promise<Waiting[]> {
  const agencyIds = agenciesIn('reports', officer);
  if (agencyIds.length === 0) return [];
  const year = yearOf(civilDateAt(house.now())) - 1;
  const [agencies, handed, reports] = [
    await listAgencies(house.db),
    await latestHandUps(house.db, agencyIds, [year]),
    await listReports(house.db, agencyIds),
  ];
  const { began } = await reportClock(house);
  const differing = await unanswered(house, await acceptedHandUps(house.db, agencyIds, [year]));
  return agencies
    .filter(({ id, parentId }) => parentId !== null && agencyIds.includes(id))
    .flatMap((agency) => {
      const last = handed.find(({ agencyId }) => agencyId === agency.id) ?? null;
      const report = reports.find((one) => one.agencyId === agency.id && one.year === year);
      const asked = differing.find(({ agencyId }) => agencyId === agency.id);
      if (asked && last?.state !== 'waiting')
        return [waitingHandUp({ agency, year, last: asked, began }, officer, holders, house)];
      const ready = last?.state === 'returned' || (last === null && report !== undefined && report.state !== 'draft');
      return last?.state === 'waiting' || ready
        ? [waitingHandUp({ agency, year, last, began }, officer, holders, house)]
        : [];
    });
}

/** [ANR-53] Entered figures that count and that records of later tell otherwise: nobody has said which of the two holds. */
async function unanswered({ db }: House, accepted: readonly HandUp[]): Promise<HandUp[]> {
  const told = await Promise.all(
    accepted
      .filter(({ source }) => source === 'entered')
      .map(async (handed) => ({ handed, open: notYetAnswered(await differencesNow(db, handed), handed.differed) })),
  );
  return told.filter(({ open }) => open.length > 0).map(({ handed }) => handed);
}

const TO_SETTLE = {
  accept: HAND_UP_VERBS.accept,
  answer: { ...HAND_UP_VERBS.keepEntered, term: '核对录入与记录的差额' },
} as const;

function waitingHandUp(
  { agency, year, last, began }: { agency: Agency; year: number; last: HandUp | null; began: CivilDate },
  officer: Officer,
  holders: Holders,
  house: House,
): Waiting {
  const [today, calendar] = [civilDateAt(house.now()), house.calendar()];
  const { dueOn } = reportDue(agency.kind, year, calendar);
  // What was due before the work here began was reported elsewhere [ANR-60].
  const runs = dueOn >= began;
  const isAbove = last !== null && last.state !== 'returned';
  const { term, roles } = isAbove ? TO_SETTLE[last.state === 'accepted' ? 'answer' : 'accept'] : HAND_UP_VERBS.handUp;
  const { mine, actingFor } = turnOf(officer, (as) =>
    isAbove ? permitSettling(as, last).allowed : permitHandingUp(as, agency.id).allowed,
  );
  return {
    mine,
    row: {
      actingFor,
      key: `hand-ups/${agency.id}/${year}`,
      path: `/reports/${agency.id}/${year}/hand-up`,
      what: `${year}年度报送`,
      forWhom: agency.name,
      number: '',
      light: runs ? lightOf(dueOn, false, today, calendar) : 'green',
      dueOn: runs ? dueOn : null,
      workdaysLeft: runs ? workdaysBetween(today, dueOn, calendar) : null,
      state: last ? HAND_UP_STATES[last.state].term : '未报送',
      step: term,
      behind: whoMay(roles, holders(roles, isAbove ? last.toAgencyId : agency.id)),
    },
  };
}
