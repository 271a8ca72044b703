/**
 * 保留期限 [SEC-25] (《个人信息保护法》第十九条、第四十七条): how long an applicant's identity is kept once his file is settled for good. The years are
 * a setting, since no text sets them for applications. What is past its day is shown to a person; nothing is erased without him [SEC-26].
 */
import { type Actor, type Permission, requireRole } from '../people/actor.ts';
import type { AgencyId } from '../people/agency.ts';
import type { RoleName } from '../people/role.ts';
import { addMonths, type CivilDate, latest } from '../statute/civil-date.ts';
import type { StatuteSettings } from '../statute/settings.ts';
import { lastOf, type RequestFact } from './facts.ts';
import { redoUnderWay } from './redo.ts';
import type { FilePurposeName } from './request-files.ts';
import type { RequestState } from './states.ts';

/** What a file must tell for its day to be known. */
export interface Settled {
  readonly state: RequestState;
  readonly facts: readonly RequestFact[];
  /** 复议、诉讼 about it: the day each was concluded, null while it is heard. */
  readonly remediesClosedOn: readonly (CivilDate | null)[];
}

/**
 * The day after which identity serves no purpose any more: so many years from the archive, or from the end of the last 复议 or 诉讼 where that came
 * later. Undefined while something is still under way: then nothing is due, however old.
 */
export function identityKeptUntil(
  { state, facts, remediesClosedOn }: Settled,
  { identityYears }: Pick<StatuteSettings, 'identityYears'>,
): CivilDate | undefined {
  const archived = lastOf(facts, 'archived');
  if (state !== 'archived' || !archived || redoUnderWay(facts) || remediesClosedOn.includes(null)) return undefined;
  const settledOn = remediesClosedOn.reduce<CivilDate>((last, on) => latest(last, on!), archived.on);
  return addMonths(settledOn, 12 * Number(identityYears));
}

/** 谁确认清除: who answers for the files of the agency, or who answers for its accounts. */
export const ERASURE_ROLES = ['officeHead', 'securityAdmin'] as const satisfies readonly RoleName[];

export function permitErasure(actor: Actor, agencyId: AgencyId): Permission {
  return requireRole(actor, ERASURE_ROLES, agencyId);
}

/**
 * 随身份清除的附件: what came from the applicant and what shows that papers reached him. What was provided to him, what others said and what
 * departments sent is the archive's. Every purpose is decided here, so that a new one cannot be forgotten.
 */
const GOES_WITH_IDENTITY: Readonly<Record<FilePurposeName, boolean>> = {
  identityProof: true,
  mandate: true,
  application: true,
  signature: true,
  correction: true,
  evidence: true,
  opinion: false,
  task: false,
  released: false,
};

export const ERASED_PURPOSES = (Object.keys(GOES_WITH_IDENTITY) as FilePurposeName[]).filter(
  (purpose) => GOES_WITH_IDENTITY[purpose],
);
