/** 可做的步骤: every verb of a report with its answer for this officer, this state and this day; the console greys its buttons by it. */
import { type Actor, holds, inSomeCapacity } from '../people/actor.ts';
import type { AgencyId } from '../people/agency.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import type { Refusal } from '../statute/refusal.ts';
import type { AnnualReport } from './annual-report.ts';
import { type LoadedReport, refuseFreeze, refuseLetPass, refusePublish, refuseYear } from './decide.ts';
import { permit, REPORT_VERBS, type ReportVerb, type ReportVerbRule } from './permissions.ts';

export interface PermittedReportVerb extends ReportVerbRule {
  readonly verb: ReportVerb;
  /** Why not; null when allowed. */
  readonly refusal: Refusal | null;
}

/** What is known of the year's report of an agency: its newest version, and what contradicts itself in it. */
export interface ReportSeen {
  readonly agencyId: AgencyId;
  readonly year: number;
  readonly report: AnnualReport | null;
  readonly errors: LoadedReport['errors'];
}

export function permittedVerbs(actor: Actor, seen: ReportSeen, today: CivilDate): PermittedReportVerb[] {
  return (Object.keys(REPORT_VERBS) as ReportVerb[]).map((verb) =>
    inSomeCapacity(
      actor,
      (as) => permittedVerb(verb, as, seen, today),
      ({ refusal }) => refusal,
    ),
  );
}

function permittedVerb(verb: ReportVerb, actor: Actor, seen: ReportSeen, today: CivilDate): PermittedReportVerb {
  const permission = permit(actor, verb, seen.agencyId, seen.report);
  const refusal = permission.allowed ? (hindrance(verb, actor, seen, today) ?? null) : permission.refusal;
  const waives = verb === 'freeze' && refusal === null && seen.errors.length > 0;
  const rule = REPORT_VERBS[verb];
  const causes = waives ? `还有 ${seen.errors.length} 处错误，须写明放行的理由。${rule.causes}` : rule.causes;
  return { ...rule, verb, causes, refusal };
}

function hindrance(verb: ReportVerb, actor: Actor, seen: ReportSeen, today: CivilDate): Refusal | undefined {
  if (verb === 'open') return refuseYear(seen.year, today);
  if (verb === 'publish' && seen.report) return refusePublish(seen.report, seen.errors);
  if (verb === 'letPass' && seen.report) return refuseLetPass(seen.report, seen.errors);
  if (verb !== 'freeze') return undefined;
  // The head may write the reason that lets errors pass; whether he does is asked when he does it.
  const errors = holds(actor, 'officeHead', seen.agencyId) ? [] : seen.errors;
  return refuseFreeze(seen, errors, undefined, { actor, today });
}
