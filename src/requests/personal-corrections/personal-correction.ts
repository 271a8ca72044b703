/**
 * 更正本人信息申请 (《条例》第四十一条). Whoever has proof that a record about himself is not accurate may ask for it to be put right. It asks for no
 * information: it is no `InfoRequest`, has a register, a clock and letters of its own, and counts in no row of 表三.
 *
 * How it works: a command (`commands.ts`) climbs the staircase; `permissions.ts` says who may do it, `decide.ts` adds a fact; the state and the ladder
 * are read off the facts.
 */
import type { AgencyId } from '../../people/agency.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { ApplicantKindName } from '../applicant-kinds.ts';
import type { CorrectionChannelName } from './channels.ts';
import type { CorrectionFact } from './facts.ts';
import type { CorrectionLetter } from './letters.ts';
import type { CorrectionOutcomeName } from './outcomes.ts';

export type PersonalCorrectionId = string;

/** 办理状态. */
export const CORRECTION_STATES = {
  open: { term: '办理中' },
  decided: { term: '已决定，待送出' },
  served: { term: '已答复' },
  archived: { term: '已归档' },
} as const;

export type CorrectionState = keyof typeof CORRECTION_STATES;

/** As registered. No identity: that is sealed, in a table of its own. */
export interface PersonalCorrection {
  readonly id: PersonalCorrectionId;
  readonly agencyId: AgencyId;
  /** 登记号, in a series of its own. */
  readonly number: string;
  readonly channel: CorrectionChannelName;
  readonly applicantKind: ApplicantKindName;
  readonly receivedOn: CivilDate;
  readonly state: CorrectionState;
  /** 哪一份记录, by its name. */
  readonly record: string;
  /** 错在哪里，应当是什么. */
  readonly wrong: string;
  /** 证据; empty while none was given. */
  readonly proof: string;
  readonly outcome: CorrectionOutcomeName | null;
  /** 答复之日 (国办公开办函〔2016〕235号). */
  readonly repliedOn: CivilDate | null;
}

export interface PersonalCorrectionFile {
  readonly correction: PersonalCorrection;
  /** In the order they were recorded, numbered from 1. */
  readonly facts: readonly CorrectionFact[];
}

/** After an act, with the letters it has issued. */
export interface ActedCorrection extends PersonalCorrectionFile {
  readonly issued: readonly CorrectionLetter[];
}
