/** 年度报告的待办: from New Year on, last year's report of every agency until it is out, and whatever older one is still open. */
import { REPORT_STATES } from '../../annual-report/annual-report.ts';
import { isOverdue, reportDue } from '../../annual-report/due-day.ts';
import { REPORT_VERBS, type ReportVerb } from '../../annual-report/permissions.ts';
import { errorsSince } from '../../annual-report/store/errors-since.ts';
import { listReports, type ReportLine } from '../../annual-report/store/reports.ts';
import { holds } from '../../people/actor.ts';
import { type Agency, reportsOf } from '../../people/agency.ts';
import { sharesPersonWithAny } from '../../people/hand.ts';
import { type Holders, listAgencies } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { type CivilDate, civilDateAt, yearOf } from '../../statute/civil-date.ts';
import { lightOf } from '../../statute/reply-clock/light.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { reportClock } from '../annual-report/report-clock.ts';
import { agenciesIn, type Officer } from '../reach.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

/** Reopened or let pass: the head says which. It stands on a button. */
const SETTLE = '核对新的错误';

/** What the newest version waits for. */
const STEPS = { draft: 'freeze', frozen: 'publish', published: null } as const;

export async function reportsThatWait(officer: Officer, holders: Holders, house: House): Promise<Waiting[]> {
  const agencyIds = agenciesIn('reports', officer);
  if (agencyIds.length === 0) return [];
  const [agencies, begun] = [await listAgencies(house.db), await listReports(house.db, agencyIds)];
  const { today, began, calendar } = await reportClock(house);
  const since = await contradicted(house, begun);
  const lastYear = yearOf(today) - 1;
  return agencies
    .filter(({ id }) => agencyIds.includes(id))
    .flatMap((agency) => {
      const own = begun.filter(({ agencyId }) => agencyId === agency.id);
      // Of the year that runs nothing is due yet; what was due before the work here began was published elsewhere [ANR-60].
      const isAsked = reportsOf(lastYear, agency) && reportDue(agency.kind, lastYear, calendar).dueOn >= began;
      const years = new Set([
        ...(isAsked ? [lastYear] : []),
        ...own.map(({ year }) => year).filter((year) => year <= lastYear),
      ]);
      return [...years].flatMap((year) => {
        const line = own.find((one) => one.year === year) ?? null;
        const errors = since.get(keyOf({ agencyId: agency.id, year })) ?? 0;
        const verb = errors > 0 ? 'letPass' : line ? STEPS[line.state] : 'open';
        return verb ? [waitingReport({ agency, year, line, verb, errors, began }, officer, holders, house)] : [];
      });
    });
}

const keyOf = ({ agencyId, year }: Pick<ReportLine, 'agencyId' | 'year'>) => `reports/${agencyId}/${year}`;

/** [ANR-91] How many errors have come up since each of them was frozen. */
async function contradicted({ db }: House, begun: readonly ReportLine[]): Promise<ReadonlyMap<string, number>> {
  const frozen = begun.filter(({ state }) => state === 'frozen');
  return new Map(
    await Promise.all(
      frozen.map(async (line): Promise<[string, number]> => [keyOf(line), (await errorsSince(db, line)).length]),
    ),
  );
}

interface OpenReport {
  readonly agency: Agency;
  readonly year: number;
  readonly line: ReportLine | null;
  readonly verb: ReportVerb;
  /** [ANR-91] That have come up since it was frozen. */
  readonly errors: number;
  /** The day of the first act in this system. */
  readonly began: CivilDate;
}

function waitingReport(
  { agency, year, line, verb, errors, began }: OpenReport,
  officer: Officer,
  holders: Holders,
  house: House,
): Waiting {
  const [today, calendar] = [civilDateAt(house.now()), house.calendar()];
  const { dueOn } = reportDue(agency.kind, year, calendar);
  // As the list of reports says it: neither what was due before the work here began [ANR-60] nor a correction is late.
  const runs = today <= dueOn || (isOverdue(dueOn, today, began) && (line?.version ?? 1) === 1);
  const { term, roles } = REPORT_VERBS[verb];
  // Four eyes: who froze the figures or let their errors pass does not publish them.
  const hands = verb === 'publish' ? [line?.frozenBy ?? [], line?.passed?.by ?? []].flat() : [];
  const state = line ? REPORT_STATES[line.state].term : '未开始';
  const { mine, actingFor } = turnOf(
    officer,
    (as) => !sharesPersonWithAny(hands, as.id) && roles.some((role) => holds(as, role, agency.id)),
  );
  return {
    mine,
    row: {
      actingFor,
      key: keyOf({ agencyId: agency.id, year }),
      path: `/reports/${agency.id}/${year}`,
      what: `${year}年政府信息公开工作年度报告`,
      forWhom: agency.name,
      number: '',
      light: runs ? lightOf(dueOn, false, today, calendar) : 'green',
      dueOn: runs ? dueOn : null,
      workdaysLeft: runs ? workdaysBetween(today, dueOn, calendar) : null,
      state: errors > 0 ? `${state}，以后又出现 ${errors} 处错误` : state,
      step: verb === 'letPass' ? SETTLE : term,
      behind: whoMay(roles, holders(roles, agency.id)),
    },
  };
}
