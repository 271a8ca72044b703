/**
 * 定稿以后的错误 [ANR-71, ANR-91]: what speaks against the frozen figures today and nobody has let pass. The report is then not for the signatory
 * to publish, but for the head of the office to settle.
 */
import type { Db } from '../../platform/database.ts';
import { type LoadedReport, notYetPassed } from '../decide.ts';
import { findingsOf } from './findings.ts';
import { latestReport, type ReportLine } from './reports.ts';
import { compileYear, scopeOf } from './year.ts';

export async function errorsSince(
  db: Db,
  { agencyId, year }: Pick<ReportLine, 'agencyId' | 'year'>,
): Promise<LoadedReport['errors']> {
  const [scope, report] = [await scopeOf(db, agencyId), await latestReport(db, agencyId, year)];
  if (!scope || report?.state !== 'frozen') return [];
  const findings = await findingsOf(db, scope, report, await compileYear(db, scope, year), 'withoutOthersTexts');
  return notYetPassed(
    report,
    findings.filter(({ severity }) => severity === 'error'),
  );
}
