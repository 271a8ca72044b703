/** Who may do what to the report, by the state it is in. The one who froze the figures does not publish them. */
import { type Actor, ALLOWED, denied, type Permission, requireRole } from '../people/actor.ts';
import type { AgencyId } from '../people/agency.ts';
import type { RoleName } from '../people/role.ts';
import { art } from '../statute/articles.ts';
import { refuse } from '../statute/refusal.ts';
import { type AnnualReport, REPORT_STATES, type ReportCommand, type ReportState } from './annual-report.ts';

export type ReportVerb = ReportCommand['verb'];

/** Each verb: the state it starts from (null: no version is open) and the roles that may. */
export const REPORT_VERBS: Readonly<
  Record<ReportVerb, { term: string; from: ReportState | null; roles: readonly RoleName[] }>
> = {
  open: { term: '开始编制', from: null, roles: ['reporter'] },
  write: { term: '保存正文', from: 'draft', roles: ['reporter'] },
  freeze: { term: '定稿', from: 'draft', roles: ['reporter', 'officeHead'] },
  reopen: { term: '退回修改', from: 'frozen', roles: ['officeHead', 'signatory'] },
  publish: { term: '签发公布', from: 'frozen', roles: ['signatory'] },
  correct: { term: '更正（新版本）', from: 'published', roles: ['officeHead'] },
};

/** What permissions must know of a report; null where none exists yet. */
export type ReportStanding = Pick<AnnualReport, 'state' | 'frozenBy'> | null;

export function permit(actor: Actor, verb: ReportVerb, agencyId: AgencyId, report: ReportStanding): Permission {
  const { from, roles, term } = REPORT_VERBS[verb];
  if ((report?.state ?? null) !== from) return denied(wrongState(term, report?.state));
  const role = actor.kind === 'system' ? ALLOWED : requireRole(actor, roles, agencyId);
  if (!role.allowed) return role;
  if (verb === 'publish' && report?.frozenBy === actor.id)
    return denied(refuse('FOUR_EYES', art(49), '定稿人不能签发自己定稿的报告，请由另一位签发人签发。'));
  return ALLOWED;
}

function wrongState(term: string, state: ReportState | undefined) {
  const now = state ? `报告现在是“${REPORT_STATES[state].term}”` : '这一年还没有开始编制报告';
  return refuse('WRONG_STATE', art(49), `${now}，不能“${term}”。请刷新页面查看当前可做的步骤。`);
}
