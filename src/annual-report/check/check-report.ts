/** 核对年度报告 checkReport: what a report says against itself, and against last year's and our own files where they are given. */
import type { Report } from '../report.ts';
import { agencyLevelOf } from './agency-level.ts';
import { CHECKS } from './checks.ts';
import { scopeTold } from './claims/agency-scope.ts';
import { passagesOf } from './claims/passage.ts';
import { textClaimsIn } from './claims/text-claims.ts';
import { withTotals } from './figures/blank-as-zero.ts';
import type { Check, CheckOptions, CheckSubject, Finding } from './finding.ts';
import { isLastYears } from './last-year.ts';

const GRAVITY = { error: 0, warning: 1, hint: 2 } as const;

/**
 * Findings, the gravest first; within one gravity in the order of the table of checks. A previous report of another year than
 * the last is not compared.
 */
export function checkReport(report: Report, { previous, ...given }: CheckOptions = {}): Finding[] {
  const options = previous && isLastYears(previous, report) ? { ...given, previous } : given;
  const level = options.level ?? agencyLevelOf(report.unit);
  const passages = passagesOf(report.narrative);
  const subject: CheckSubject = {
    report,
    occasion: options.kind ?? 'read',
    level,
    options,
    passages,
    claims: textClaimsIn(passages, withTotals(report), scopeTold(level, report.unit)),
  };
  return CHECKS.flatMap((check) => findingsOf(check, subject)).sort(
    (a, b) => GRAVITY[a.severity] - GRAVITY[b.severity],
  );
}

function findingsOf({ code, basis, severity, observe }: Check, subject: CheckSubject): Finding[] {
  const usual = severity[subject.occasion];
  if (usual === null) return [];
  return observe(subject).map(({ where, says, advice, left = null, right = null, severity: milder }) => {
    const graver = milder !== undefined && GRAVITY[milder] < GRAVITY[usual];
    return { code, severity: graver ? usual : (milder ?? usual), where, says, basis, advice, left, right };
  });
}
