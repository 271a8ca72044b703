/** Who may enter the year's decisions and fees: those who compile the report of the agency, and the opening of a county. */
import { type Actor, ALLOWED, type Permission, requireRole } from '../people/actor.ts';
import type { RecordCounts } from './decision-count.ts';

export function permit(actor: Actor, command: RecordCounts): Permission {
  return actor.kind === 'system' ? ALLOWED : requireRole(actor, ['reporter'], command.agencyId);
}
