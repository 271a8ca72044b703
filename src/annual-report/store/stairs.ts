/** How reports climb. Whatever is decided sees the figures as the records stand in the same transaction. */
import type { Stairs } from '../../perform.ts';
import type { Tx } from '../../platform/database.ts';
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { AnnualReport, ReportCommand } from '../annual-report.ts';
import { decide, type LoadedReport } from '../decide.ts';
import { permit } from '../permissions.ts';
import { findingsOf } from './findings.ts';
import { latestReport, lockReport, saveReport } from './reports.ts';
import { compileYear, type ReportScope, scopeOf } from './year.ts';

interface Loaded extends LoadedReport {
  readonly scope: ReportScope;
}

export const reportStairs: Stairs<Loaded, AnnualReport, ReportCommand> = {
  room: 'annual-report',
  load,
  permit: (actor, { verb }, { report, scope }) => permit(actor, verb, scope.agency.id, report),
  decide,
  save: (tx, next) => saveReport(tx, next),
};

/** Decided on what contradicts itself as it stands. */
const CHECKED: readonly ReportCommand['verb'][] = ['freeze', 'publish', 'letPass'];

async function load(tx: Tx, command: ReportCommand): Promise<Loaded | Refusal> {
  const report =
    command.verb === 'open'
      ? await latestReport(tx, command.agencyId, command.year, 'forUpdate')
      : await lockReport(tx, command.reportId);
  const agencyId = command.verb === 'open' ? command.agencyId : report?.agencyId;
  const scope = agencyId === undefined ? undefined : await scopeOf(tx, agencyId);
  if (!scope) return refuse('NOT_FOUND', art(49), '没有找到这份报告或者编制机关，请从报告列表重新进入。');
  if (command.verb === 'open') {
    return { scope, report, year: await compileYear(tx, scope, command.year), errors: [] };
  }
  if (!CHECKED.includes(command.verb) || !report) return { scope, report, year: null, errors: [] };
  const year = await compileYear(tx, scope, report.year);
  const findings = await findingsOf(tx, scope, report, year);
  return { scope, report, year, errors: findings.filter(({ severity }) => severity === 'error') };
}
