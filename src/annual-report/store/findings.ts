/** What is known here about a report that we are about to publish, for it to be checked against. */
import { reportsOf, subtreeOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { Db } from '../../platform/database.ts';
import { normativeFigures } from '../../publications/store/figures.ts';
import { countedTwice, countTakenOver, type Table3Counts } from '../../requests/store/figures.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import type { AnnualReport } from '../annual-report.ts';
import { checkReport } from '../check/check-report.ts';
import type { CheckOptions, Finding, Subordinate } from '../check/finding.ts';
import { compileFigures } from '../compile.ts';
import { asOfNow, type CompiledYear } from '../decide.ts';
import { NO_RECORDS } from '../hand-up/add-records.ts';
import { readLiveFigures } from '../live-figures.ts';
import { enteredIn } from './entered-differences.ts';
import { acceptedHandUps } from './hand-ups.ts';
import { publishedReport, publishedReportsOf, textsOfOthers } from './reports.ts';
import { compileYear, type ReportScope } from './year.ts';

/** A county has some sixty agencies; of more, those that wrote last. */
const MOST_TEXTS = 200;

/**
 * What contradicts itself, last year's report, the records, the fee ledger, the reports of the agencies below or the text of another. That a text
 * is like another is no error, and dear to find: who asks for errors alone does without.
 */
export async function findingsOf(
  db: Db,
  scope: ReportScope,
  report: AnnualReport,
  year: CompiledYear,
  extent: 'whole' | 'withoutOthersTexts' = 'whole',
): Promise<Finding[]> {
  const { kind } = scope.agency;
  const [lastYear, subordinates, handEntered, others] = await Promise.all([
    lastYearOf(db, scope, report.year),
    subordinatesOf(db, scope, report.year),
    enteredIn(db, scope, report.year),
    extent === 'whole' ? textsOfOthers(db, scope.agency.id, report.year, MOST_TEXTS) : [],
  ]);
  return checkReport(report.frozen ?? asOfNow(report, year), {
    kind: 'own',
    level: kind === 'county' || kind === 'township' ? kind : 'department',
    feeLedger: year.records.processingFee,
    // Records go on after the figures were frozen; before that the figures are the records.
    ...(report.frozen
      ? { counted: { table2: year.figures.table2 ?? {}, rows: rowsOf(year), table4: year.figures.table4 } }
      : { live: { narrative: report.narrative, figures: readLiveFigures(year.records, year.figures) } }),
    ...(report.publishedAt ? { publishedOn: civilDateAt(report.publishedAt) } : {}),
    ...lastYear,
    handEntered,
    others,
    ...(subordinates.length > 0 ? { subordinates } : {}),
  });
}

function rowsOf({ figures }: CompiledYear) {
  return Object.fromEntries(Object.entries(figures.table3.rows).flatMap(([code, row]) => (row ? [[code, row]] : [])));
}

async function lastYearOf(db: Db, { agency, agencyIds }: ReportScope, year: number): Promise<Partial<CheckOptions>> {
  const previous = await publishedReport(db, agency.id, year - 1);
  if (!previous?.frozen) return {};
  const { normativeDocuments } = await normativeFigures(db, agencyIds, year);
  const takenOver = await countTakenOver(db, agencyIds, year);
  const caveats = [
    ...(previous.version > 1 ? [`上年年报更正过，现为第 ${previous.version} 版`] : []),
    // [ORG-6] The rulebook: 丙的“上年结转” is what 甲 and 乙 carried over.
    ...(takenOver > 0 ? [`本年因机构改革承继 ${takenOver} 件在办申请，计入“上年结转”`] : []),
  ];
  return {
    previous: previous.frozen,
    registeredLapses: -normativeDocuments.scope,
    ...(caveats.length > 0 ? { carryCaveat: caveats.join('；') } : {}),
  };
}

/**
 * 汇总的下级: the agencies right below with what they have published or handed up, and what is recorded of ourselves and of those who have
 * not. None where nobody below does either here, since then the figures come from the records alone.
 */
async function subordinatesOf(db: Db, { agency, agencyIds }: ReportScope, year: number): Promise<Subordinate[]> {
  if (agencyIds.length < 2) return [];
  const below = (await listAgencies(db)).filter((one) => one.parentId === agency.id && reportsOf(year, one));
  const published = await publishedReportsOf(
    db,
    below.map(({ id }) => id),
    year,
  );
  const handed = await acceptedHandUps(
    db,
    below.map(({ id }) => id),
    [year],
  );
  if (published.length + handed.length === 0) return [];
  const all = await listAgencies(db);
  const reported = below
    .filter(({ id }) => [...published, ...handed].some(({ agencyId }) => agencyId === id))
    .map(({ id }) => subtreeOf(id, all));
  const told = new Set(reported.flat());
  const rest = agencyIds.filter((id) => !told.has(id));
  const own = await compileYear(db, { agency, agencyIds: rest }, year);
  const twice = await countedTwice(db, [rest, ...reported], year);
  return [
    ...(Object.keys(twice).length > 0 ? [withoutTwice(twice, year)] : []),
    { unit: `${agency.name}本级`, figures: own.figures, rest: true },
    ...below.map(({ id, name }) => ({
      unit: name,
      figures:
        published.find(({ agencyId }) => agencyId === id)?.frozen ??
        handed.find(({ agencyId }) => agencyId === id)?.figures ??
        null,
    })),
  ];
}

/** [ORG-6] What one agency below handed to another stands in both reports, as carried over and as taken over: for the sum it is one. */
function withoutTwice(twice: Table3Counts, year: number): Subordinate {
  const applications = Object.fromEntries(Object.entries(twice).map(([row, six]) => [row, six.map((n) => -n)]));
  return { unit: '机构改革中划转的申请', figures: compileFigures('', year, { ...NO_RECORDS, applications }) };
}
