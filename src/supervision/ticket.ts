/**
 * 整改单 Ticket: findings of one kind on one site, put right together. It is assigned, reported as mended, looked at again by the machine before it may close,
 * reopened when one of them returns, and looked back at after a month.
 */
import type { AgencyId } from '../people/agency.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import type { FindingKindName } from './finding-kinds.ts';

export const TICKET_STATES = {
  open: { term: '待整改' },
  fixed: { term: '待复查' },
  closed: { term: '已销号' },
} as const;
export type TicketState = keyof typeof TICKET_STATES;

/** 回头看, so many days after it was closed. */
export const LOOK_BACK_DAYS = 30;

/** 屡查屡犯: came back so often. */
export const REPEATED = 2;

export interface Ticket {
  readonly id: string;
  /** 整改单编号. */
  readonly number: string;
  readonly siteId: string;
  readonly agencyId: AgencyId;
  readonly kind: FindingKindName;
  readonly state: TicketState;
  readonly openedOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly assigneeId: string | null;
  readonly fixedSays: string;
  readonly closedOn: CivilDate | null;
  readonly lookBackOn: CivilDate | null;
  readonly lookedBack: 'passed' | 'failed' | null;
  readonly reopened: number;
}

export const FINDING_STATES = {
  open: { term: '未改正' },
  gone: { term: '已改正' },
  accepted: { term: '例外' },
} as const;
export type FindingState = keyof typeof FINDING_STATES;

/** 问题 SiteFinding: one thing wrong at one address, from the day it was first seen. */
export interface SiteFinding {
  readonly id: string;
  readonly siteId: string;
  readonly agencyId: AgencyId;
  readonly ticketId: string;
  readonly kind: FindingKindName;
  readonly url: string;
  readonly detail: string;
  readonly says: string;
  readonly sources: readonly string[];
  readonly state: FindingState;
  readonly firstSeen: CivilDate;
  readonly lastSeen: CivilDate;
  readonly times: number;
  readonly acceptedBecause: string;
}

/** What is loaded and saved together. */
export interface TicketFile {
  readonly ticket: Ticket;
  readonly findings: readonly SiteFinding[];
}
