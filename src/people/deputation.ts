/**
 * 代理 Deputation [SEC-30…SEC-33]: who is absent lends posts of his to another officer, from one day to another. No statute orders how posts are
 * lent; the Regulation only asks that each step be somebody's (《条例》第四十五条). What is lent is never more than the principal holds
 * on the day it is used, and cannot be lent on.
 */
import { addMonths, type CivilDate, inProse, parseCivilDate } from '../statute/civil-date.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import { type Actor, ALLOWED, denied, type Permission, requireRole } from './actor.ts';
import type { OfficerRecord } from './administration.ts';
import type { AgencyId } from './agency.ts';
import { ROLES, type RoleName } from './role.ts';
import { THREE_OFFICERS } from './three-officers.ts';

export interface Deputation {
  readonly id: string;
  readonly principalId: string;
  readonly deputyId: string;
  readonly roles: readonly RoleName[];
  /** Both days belong to it. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly reason: string;
  readonly givenBy: string;
  readonly givenAt: Date;
  /** 提前结束; null where it runs to its last day. */
  readonly endedAt: Date | null;
}

export type DeputationCommand =
  | {
      readonly verb: 'depute';
      readonly principalId: string;
      readonly deputyId: string;
      readonly roles: readonly string[];
      readonly from: string;
      readonly to: string;
      readonly reason: string;
    }
  | { readonly verb: 'endDeputation'; readonly deputationId: string };

/** What the store found and locked. */
export interface DeputationLoaded {
  readonly principal: OfficerRecord;
  readonly deputy: OfficerRecord;
  /** The one that is to be ended. */
  readonly deputation: Deputation | null;
  /** Between the two, not ended. */
  readonly others: readonly Deputation[];
  /** Agencies of the principal's own line, up and down: whose officers he may choose himself. */
  readonly line: readonly AgencyId[];
}

/** 三员 stay apart from the business of the office: their posts are not lent, and who holds one stands in for nobody. */
export const LENT_ROLES = (Object.keys(ROLES) as RoleName[]).filter((role) => !THREE_OFFICERS.includes(role));

/** Longer than a year is no absence. */
const LONGEST_MONTHS = 12;

const BASIS = '岗位权限';

export function rolesToLend({ rights }: Pick<OfficerRecord, 'rights'>): RoleName[] {
  const held = new Set(rights.map(({ role }) => role));
  return LENT_ROLES.filter((role) => held.has(role));
}

export function mayStandIn({ active, rights }: Pick<OfficerRecord, 'active' | 'rights'>): boolean {
  return active && !rights.some(({ role }) => THREE_OFFICERS.includes(role));
}

/** By the principal himself, or by who administers the rights of both; nobody gives rights to himself [SEC-10]. The deputy may lay it down. */
export function permit(
  actor: Actor,
  command: DeputationCommand,
  { principal, deputy, line }: Pick<DeputationLoaded, 'principal' | 'deputy' | 'line'>,
): Permission {
  if (command.verb === 'endDeputation') {
    if (actor.id === principal.id || actor.id === deputy.id) return ALLOWED;
    return requireRole(actor, ['securityAdmin'], principal.agencyId);
  }
  if (actor.id === principal.id)
    return line.includes(deputy.agencyId)
      ? ALLOWED
      : denied(
          refuse(
            'NOT_YOUR_AGENCY',
            BASIS,
            '本人交办的，代理人要在本机关或者上下级机关。请其他机关的人代理，请找安全管理员。',
          ),
        );
  const lent = principal.rights.filter(({ role }) => (command.roles as readonly string[]).includes(role));
  const agencyIds = [principal.agencyId, deputy.agencyId, ...lent.map(({ agencyId }) => agencyId)];
  const refused = agencyIds
    .map((agencyId) => requireRole(actor, ['securityAdmin'], agencyId))
    .find(({ allowed }) => !allowed);
  if (refused)
    return denied(refuse('NOT_YOUR_OWN', BASIS, '代理由岗位所属的本人交办，或者由安全管理员交办。请联系他们。'));
  if (actor.id === deputy.id)
    return denied(refuse('NOT_YOUR_OWN', BASIS, '不能给自己交办代理。请由另一位安全管理员办理。'));
  return ALLOWED;
}

/** @param id for a new one */
export function decide(
  loaded: DeputationLoaded,
  command: DeputationCommand,
  {
    id,
    actor,
    today,
    at,
  }: { readonly id: string; readonly actor: Actor; readonly today: CivilDate; readonly at: Date },
): Deputation | Refusal {
  if (command.verb === 'endDeputation') return end(loaded.deputation!, today, at);
  const { principal, deputy, others } = loaded;
  const roles = LENT_ROLES.filter((role) => command.roles.includes(role));
  const refusal = refuseParties(loaded) ?? refuseRoles(principal, command.roles) ?? refuseDays(command, today);
  if (refusal) return refusal;
  const reason = command.reason.trim();
  if (reason === '') return refuse('SEC-30', BASIS, '请写明代理的事由，例如休假、出差、借调。');
  const [from, to] = [command.from as CivilDate, command.to as CivilDate];
  const standing = others.find(
    (one) => one.from <= to && from <= one.to && one.roles.some((role) => roles.includes(role)),
  );
  if (standing)
    return refuse(
      'SEC-32',
      BASIS,
      `${deputy.name}在${inProse(standing.from)}至${inProse(standing.to)}已经代理${principal.name}的这个岗位。请先结束那一次，或者改日期。`,
    );
  const parties = { principalId: principal.id, deputyId: deputy.id };
  return { id, ...parties, roles, from, to, reason, givenBy: actor.id, givenAt: at, endedAt: null };
}

function end(deputation: Deputation, today: CivilDate, at: Date): Deputation | Refusal {
  if (deputation.endedAt !== null || deputation.to < today)
    return refuse('WRONG_STATE', BASIS, '这次代理已经结束。请刷新页面。');
  return { ...deputation, endedAt: at };
}

function refuseParties({ principal, deputy }: DeputationLoaded): Refusal | undefined {
  if (principal.id === deputy.id) return refuse('SEC-31', BASIS, '代理人不能是本人，请另选一位。');
  if (!principal.active) return refuse('SEC-31', BASIS, `${principal.name}的账号已经停用，没有岗位可以代理。`);
  if (!deputy.active) return refuse('SEC-31', BASIS, `${deputy.name}的账号已经停用，请另选一位。`);
  if (!mayStandIn(deputy))
    return refuse(
      'SEC-31',
      '网络安全等级保护的要求（三员分立）',
      `${deputy.name}是系统管理员、安全管理员或者审计员，不办理业务，请另选一位。`,
    );
  return undefined;
}

function refuseRoles(principal: OfficerRecord, roles: readonly string[]): Refusal | undefined {
  if (roles.length === 0) return refuse('SEC-30', BASIS, '请选择由他代理的岗位。');
  const lent: readonly string[] = rolesToLend(principal);
  if (roles.every((role) => lent.includes(role))) return undefined;
  return refuse(
    'SEC-31',
    BASIS,
    `只能代理${principal.name}自己持有的业务岗位；代别人办的不能再转交，系统管理员、安全管理员、审计员不能代理。`,
  );
}

function refuseDays({ from, to }: { from: string; to: string }, today: CivilDate): Refusal | undefined {
  const [first, last] = [parseCivilDate(from), parseCivilDate(to)];
  if (!first || !last) return refuse('SEC-32', BASIS, '日期不存在或者格式不对，请按“2026-02-24”的格式填写。');
  if (first < today) return refuse('SEC-32', BASIS, '代理不能补办，最早从今天开始。');
  if (last < first) return refuse('SEC-32', BASIS, '结束的日期早于开始的日期，请核对。');
  if (last > addMonths(first, LONGEST_MONTHS))
    return refuse('SEC-32', BASIS, '一次代理最长一年。更久的，请安全管理员调整岗位。');
  return undefined;
}
