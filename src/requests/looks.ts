/**
 * 查阅记录 [SEC-22, SEC-23]: who looked at an applicant's identity, when and why. Each look was an entry of the ledger before anything was shown
 * (REQ-55); the reason is told by the hash it left, so that a list cannot say another than the one that was given.
 */
import { canonical, type LedgerEntry, sm3 } from '../ledger/entry.ts';
import { type Actor, type Permission, requireRole } from '../people/actor.ts';
import type { AgencyId } from '../people/agency.ts';
import type { RoleName } from '../people/role.ts';
import { IDENTITY_REASONS, type IdentityReasonName } from './identity-reasons.ts';

export const LOOK = { room: 'requests', verb: 'openedIdentity' } as const;

/** Those who handle the file or answer for it, and who watches over them all. */
const LOOK_READERS = ['handler', 'officeHead', 'auditor'] as const satisfies readonly RoleName[];

export function permitLooks(actor: Actor, agencyId: AgencyId): Permission {
  return requireRole(actor, LOOK_READERS, agencyId);
}

/** 全县的查阅记录 are the auditor's: they show what colleagues do. */
export const LOOK_AUDITORS = ['auditor'] as const satisfies readonly RoleName[];

export function permitLookList(actor: Actor, agencyIds: readonly AgencyId[]): Permission {
  const refused = agencyIds.map((id) => requireRole(actor, LOOK_AUDITORS, id)).find(({ allowed }) => !allowed);
  return refused ?? { allowed: true };
}

const REASON_BY_HASH: ReadonlyMap<string, IdentityReasonName> = new Map(
  (Object.keys(IDENTITY_REASONS) as IdentityReasonName[]).map((reason) => [sm3(canonical({ reason })), reason]),
);

/** @returns the term of the reason; null for an entry of another kind */
export function reasonOfLook({ verb, contentHash }: Pick<LedgerEntry, 'verb' | 'contentHash'>): string | null {
  const reason = verb === LOOK.verb ? REASON_BY_HASH.get(contentHash) : undefined;
  return reason ? IDENTITY_REASONS[reason].term : null;
}
