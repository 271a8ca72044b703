/** Who may do what to the report, by the state it is in. The one who froze the figures does not publish them. */
import { type Actor, ALLOWED, denied, type Permission, requireRole } from '../people/actor.ts';
import type { AgencyId } from '../people/agency.ts';
import { sharesPersonWithAny } from '../people/hand.ts';
import type { RoleName } from '../people/role.ts';
import { art } from '../statute/articles.ts';
import { refuse } from '../statute/refusal.ts';
import { type AnnualReport, REPORT_STATES, type ReportCommand, type ReportState } from './annual-report.ts';

export type ReportVerb = ReportCommand['verb'];

export interface ReportVerbRule {
  readonly term: string;
  /** The state it starts from; null: no version is open. */
  readonly from: ReportState | null;
  readonly roles: readonly RoleName[];
  readonly basis: string;
  /** 会发生什么, told before it is done. */
  readonly causes: string;
}

export const REPORT_VERBS: Readonly<Record<ReportVerb, ReportVerbRule>> = {
  open: {
    term: '开始编制',
    from: null,
    roles: ['reporter'],
    basis: art(49),
    causes: '按记录算出三张表和正文的草稿。定稿以前，数字一直随记录变动。',
  },
  write: {
    term: '保存正文',
    from: 'draft',
    roles: ['reporter'],
    basis: art(50),
    causes: '保存正文。花括号里的数随记录重算，不用手改。',
  },
  freeze: {
    term: '定稿',
    from: 'draft',
    roles: ['reporter', 'officeHead'],
    basis: art(50),
    causes: '固定三张表和正文里的数，以后记录再变也不改动，等待签发。',
  },
  publish: {
    term: '签发公布',
    from: 'frozen',
    roles: ['signatory'],
    basis: art(49),
    causes: '立即在门户网站公布。公布以后不能改动，要改只能另出更正版本。',
  },
  reopen: {
    term: '退回修改',
    from: 'frozen',
    roles: ['officeHead', 'signatory'],
    basis: art(49),
    causes: '退回编制，数字重新随记录变动。理由记入留痕。',
  },
  letPass: {
    term: '放行定稿以后的错误',
    from: 'frozen',
    roles: ['officeHead'],
    basis: art(6),
    causes: '定稿的数不变，列出的错误和理由记入留痕，签发人可以公布。',
  },
  correct: {
    term: '更正（新版本）',
    from: 'published',
    roles: ['officeHead'],
    basis: art(6),
    causes: '另开一个新版本编制。新版本公布以前，门户网站仍显示现在的版本。',
  },
};

/** What permissions must know of a report; null where none exists yet. */
export type ReportStanding = Pick<AnnualReport, 'state' | 'frozenBy' | 'passed'> | null;

export function permit(actor: Actor, verb: ReportVerb, agencyId: AgencyId, report: ReportStanding): Permission {
  const { from, roles, term } = REPORT_VERBS[verb];
  if ((report?.state ?? null) !== from) return denied(wrongState(term, report?.state));
  const role = actor.kind === 'system' ? ALLOWED : requireRole(actor, roles, agencyId);
  if (!role.allowed) return role;
  const hands = [report?.frozenBy ?? [], report?.passed?.by ?? []].flat();
  if (verb === 'publish' && sharesPersonWithAny(hands, actor.id))
    return denied(
      refuse('FOUR_EYES', art(49), '定稿、放行的人和他的代理人、被代理人不能签发这份报告，请由另一位签发人签发。'),
    );
  return ALLOWED;
}

function wrongState(term: string, state: ReportState | undefined) {
  const now = state ? `报告现在是“${REPORT_STATES[state].term}”` : '这一年还没有开始编制报告';
  return refuse('WRONG_STATE', art(49), `${now}，不能“${term}”。请刷新页面查看当前可做的步骤。`);
}
