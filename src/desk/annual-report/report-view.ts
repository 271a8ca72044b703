/** 年度报告的视图: figures and text as they stand (or as they were frozen), what contradicts itself, and what may be done next. */
import { type AnnualReport, REPORT_STATES } from '../../annual-report/annual-report.ts';
import { notCompared } from '../../annual-report/check/wording/not-compared.ts';
import { asOfNow, type CompiledYear, refuseYear } from '../../annual-report/decide.ts';
import { isOverdue, reportDue } from '../../annual-report/due-day.ts';
import { HAND_UP_STATES, type HandUp } from '../../annual-report/hand-up/hand-up.ts';
import { readLiveFigures } from '../../annual-report/live-figures.ts';
import { type PermittedReportVerb, permittedVerbs } from '../../annual-report/permitted-verbs.ts';
import { table2, table3, table4 } from '../../annual-report/render/official-tables.ts';
import { type ChartedYear, reportCharts } from '../../annual-report/render/report-charts.ts';
import { differencesNow } from '../../annual-report/store/entered-differences.ts';
import { findingsOf } from '../../annual-report/store/findings.ts';
import { acceptedHandUps, enteredWithoutText, handUpsOf, latestHandUps } from '../../annual-report/store/hand-ups.ts';
import { latestReport, listReports, publishedReports, type ReportLine } from '../../annual-report/store/reports.ts';
import { compileYear, scopeOf } from '../../annual-report/store/year.ts';
import { type Agency, type AgencyId, reportsOf } from '../../people/agency.ts';
import { listAgencies, namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import type { Db } from '../../platform/database.ts';
import { civilDateAt, yearOf } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { HandUpLine, ReportVersion, ReportView, VerbView } from '../contract.ts';
import { type Officer, termsOf } from '../reach.ts';
import { type ReportClock, reportClock } from './report-clock.ts';
import { seenOf } from './report-on-screen.ts';

export interface ReportKey {
  readonly agencyId: AgencyId;
  readonly year: number;
}

const NOT_BEGUN = '未开始';

/** Every report there is of the agencies, and those of this year and last that nobody has begun. Newest year first. */
export async function reportLines(house: House, agencyIds: readonly AgencyId[]): Promise<ReportVersion[]> {
  const [agencies, begun, clock] = await Promise.all([
    listAgencies(house.db),
    listReports(house.db, agencyIds),
    reportClock(house),
  ]);
  const thisYear = yearOf(civilDateAt(house.now()));
  const years = [...new Set([thisYear, thisYear - 1, ...begun.map(({ year }) => year)])];
  const handed = await latestHandUps(house.db, agencyIds, years);
  const standing = await acceptedHandUps(house.db, agencyIds, years);
  const differing = await differingIn(house.db, standing);
  return agencies
    .filter(({ id }) => agencyIds.includes(id))
    .flatMap((agency) => {
      const own = begun.filter((line) => line.agencyId === agency.id);
      const [ownYears, handUps] = [
        own.map(({ year }) => year),
        handed.filter(({ agencyId }) => agencyId === agency.id),
      ];
      return years
        .filter(
          (year) =>
            // [ORG-6, ANR-72] Before it was founded and after the year in which it ended an agency has nothing to report.
            (year >= thisYear - 1 && reportsOf(year, agency)) ||
            ownYears.includes(year) ||
            handUps.some((one) => one.year === year),
        )
        .map((year) => ({
          ...versionOf(clock, agency, year, own.find((line) => line.year === year) ?? null),
          handUp: handUpLine(clock, agency, year, {
            last: handUps.find((one) => one.year === year) ?? null,
            stands: standing.some((one) => one.agencyId === agency.id && one.year === year),
            differing: differing.get(`${agency.id}/${year}`) ?? 0,
          }),
        }));
    })
    .sort((a, b) => b.year - a.year || b.dueOn.localeCompare(a.dueOn));
}

/** @returns a refusal when there is no such agency or no form for the year */
export async function reportView(house: House, officer: Officer, key: ReportKey): Promise<ReportView | Refusal> {
  const { db } = house;
  const clock = await reportClock(house);
  const { today } = clock;
  const scope = await scopeOf(db, key.agencyId);
  if (!scope || refuseYear(key.year, today)) return NO_SUCH_REPORT;
  const [report, year] = await Promise.all([
    latestReport(db, key.agencyId, key.year),
    compileYear(db, scope, key.year),
  ]);
  const findings = report ? await findingsOf(db, scope, report, year) : [];
  const handed = await handUpsOf(db, key.agencyId, key.year);
  const differing = await differingIn(db, [standingOf(handed) ?? []].flat());
  const errors = findings.filter(({ severity }) => severity === 'error');
  const figures = report?.frozen ?? year.figures;
  return {
    ...versionOf(clock, scope.agency, key.year, report),
    handUp: handUpLine(clock, scope.agency, key.year, {
      ...standOf(handed),
      differing: differing.get(`${key.agencyId}/${key.year}`) ?? 0,
    }),
    reportId: report?.id ?? null,
    seen: seenOf(report, year, errors),
    asOf: report?.frozenAt ? civilDateAt(report.frozenAt) : today,
    tables: [table2(figures), table3(figures), table4(figures)].filter((table) => table !== undefined),
    charts: reportCharts([{ year: key.year, report: figures }, ...(await yearsBefore(db, key))]),
    narrative: report ? narrativeOf(report, year) : [],
    liveFigures: readLiveFigures(year.records, year.figures),
    findings,
    notes: await notesFor(db, key),
    verbs: permittedVerbs(officer, { ...key, report, errors }, today).map(verbView),
    waiver: report?.waiver ?? null,
    correction: report?.correction ?? null,
    ...(await signedBy(house, report)),
  };
}

/** [ANR-92] What the findings are silent about. */
async function notesFor(db: Db, { agencyId, year }: ReportKey): Promise<string[]> {
  const [agencies, textless] = [await listAgencies(db), await enteredWithoutText(db, agencyId, year)];
  return notCompared(agencies.filter(({ id }) => textless.includes(id)).map(({ name }) => name));
}

/** What the agency published of the years before, the newest first. */
async function yearsBefore(db: Db, { agencyId, year }: ReportKey): Promise<ChartedYear[]> {
  const published = await publishedReports(db, agencyId);
  return published.flatMap(({ year: of, frozen }) => (frozen && of < year ? [{ year: of, report: frozen }] : []));
}

export const NO_SUCH_REPORT = refuse(
  'NO_SUCH_REPORT',
  '《条例》第四十九条',
  '没有这个机关或者这一年的报告。请从报告列表重新进入。',
);

function versionOf(
  { today, began, calendar }: ReportClock,
  agency: Agency,
  year: number,
  line: Pick<ReportLine, 'state' | 'version'> | null,
): Omit<ReportVersion, 'handUp'> {
  const due = reportDue(agency.kind, year, calendar);
  return {
    agencyId: agency.id,
    agency: agency.name,
    year,
    state: line?.state ?? null,
    stateTerm: line ? REPORT_STATES[line.state].term : NOT_BEGUN,
    version: line?.version ?? null,
    ...due,
    // A correction that is being written does not make a report late: its first version is out.
    late: line?.state !== 'published' && (line?.version ?? 1) === 1 && isOverdue(due.dueOn, today, began),
  };
}

/** Where the newest hand-up leaves the agency; null where nobody stands above. */
function handUpLine(
  { today, began, calendar }: ReportClock,
  { parentId, kind }: Agency,
  year: number,
  handed: Stand,
): ReportVersion['handUp'] {
  if (parentId === null) return null;
  const { dueOn } = reportDue(kind, year, calendar);
  return lineOf(handed, isOverdue(dueOn, today, began));
}

/** What the versions of one agency come to. */
export function standOf(versions: readonly HandUp[]): Omit<Stand, 'differing'> {
  return { last: versions.at(-1) ?? null, stands: standingOf(versions) !== null };
}

/** The version that counts: the newest accepted, unless the records have taken its place. */
export function standingOf(versions: readonly HandUp[]): HandUp | null {
  const settled = versions.findLast(({ state }) => state === 'accepted' || state === 'replaced');
  return settled?.state === 'accepted' ? settled : null;
}

interface Stand {
  readonly last: Pick<HandUp, 'state' | 'version'> | null;
  readonly stands: boolean;
  /** [ANR-52] Cells of entered figures that the records tell otherwise. */
  readonly differing: number;
}

/** By agency and year, of those that were entered by hand. */
async function differingIn(db: Db, standing: readonly HandUp[]): Promise<ReadonlyMap<string, number>> {
  const entered = standing.filter(({ source }) => source === 'entered');
  const counts = await Promise.all(
    entered.map(
      async (handed): Promise<[string, number]> => [
        `${handed.agencyId}/${handed.year}`,
        (await differencesNow(db, handed)).length,
      ],
    ),
  );
  return new Map(counts);
}

/** [ANR-50] Late is who has never come with figures that still stand. */
export function lineOf({ last, stands, differing }: Stand, isPast: boolean): HandUpLine {
  return {
    state: last?.state ?? null,
    stateTerm: last ? HAND_UP_STATES[last.state].term : '未报送',
    version: last?.version ?? 0,
    late: isPast && !stands && last?.state !== 'waiting',
    differing,
  };
}

function narrativeOf(report: AnnualReport, year: CompiledYear): ReportView['narrative'] {
  const reads = (report.frozen ?? asOfNow(report, year)).narrative;
  return report.narrative.map(({ heading, text }, i) => ({ heading, text, reads: reads[i]?.text ?? text }));
}

function verbView({ verb, term, basis, refusal, causes, roles }: PermittedReportVerb): VerbView {
  return { verb, term, basis, allowed: refusal === null, why: refusal?.says ?? null, causes, roles: termsOf(roles) };
}

async function signedBy(
  { db }: House,
  report: AnnualReport | null,
): Promise<Pick<ReportView, 'frozen' | 'published' | 'passed'>> {
  const ids = [report?.frozenBy, report?.publishedBy, report?.passed?.by].filter((id) => typeof id === 'string');
  const names = await namesOfOfficers(db, ids);
  const signature = (by: string | null | undefined, at: Date | null | undefined) =>
    by && at ? { by: names.get(by) ?? '系统', at: at.toISOString() } : null;
  return {
    frozen: signature(report?.frozenBy, report?.frozenAt),
    published: signature(report?.publishedBy, report?.publishedAt),
    passed: report?.passed
      ? { by: names.get(report.passed.by) ?? '系统', says: report.passed.errors.map(({ says }) => says) }
      : null,
  };
}
