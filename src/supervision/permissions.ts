/** 谁可以办整改单: whoever keeps the site mends, the head of the office assigns and accepts exceptions, the machine alone closes. */
import { type Actor, ALLOWED, denied, type Permission, requireRole } from '../people/actor.ts';
import type { AgencyId } from '../people/agency.ts';
import type { RoleName } from '../people/role.ts';
import { refuse } from '../statute/refusal.ts';
import type { TicketVerb } from './commands.ts';

export const TICKET_ROLES: Readonly<Record<Exclude<TicketVerb, 'recheck'>, readonly RoleName[]>> = {
  assign: ['officeHead'],
  reportFixed: ['editor', 'liaison', 'officeHead'],
  acceptFinding: ['officeHead'],
};

/** 谁可以登记监测的站点. */
export const SITE_ROLES: readonly RoleName[] = ['officeHead'];

export function permitTicket(actor: Actor, verb: TicketVerb, agencyId: AgencyId): Permission {
  if (verb !== 'recheck') return requireRole(actor, TICKET_ROLES[verb], agencyId);
  return actor.kind === 'system'
    ? ALLOWED
    : denied(refuse('MACHINE_ONLY', '国办秘函〔2019〕19号', '复查由系统自动进行，请先报告已改正。'));
}
