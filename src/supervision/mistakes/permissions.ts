/** 谁可以办找错留言: anybody reports, whoever mends the site looks into it and answers. */
import { type Actor, ALLOWED, type Permission, requireRole } from '../../people/actor.ts';
import { TICKET_ROLES } from '../permissions.ts';
import type { MistakeCommand, MistakeVerb } from './decide.ts';
import type { MistakeReport } from './mistake.ts';

export function permitMistake(
  actor: Actor,
  verb: MistakeCommand['verb'] | MistakeVerb,
  report: Pick<MistakeReport, 'agencyId'> | null,
): Permission {
  return verb === 'report' || report === null ? ALLOWED : requireRole(actor, TICKET_ROLES.reportFixed, report.agencyId);
}
