/** What every verb on an existing file says of itself: who, from which states, whether the day allows it, and what it does. */
import type { Actor } from '../../people/actor.ts';
import type { Agency } from '../../people/agency.ts';
import type { RoleName } from '../../people/role.ts';
import type { Scene } from '../../perform.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { Refusal } from '../../statute/refusal.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import type { NewFact } from '../facts.ts';
import type { PlaceInMonth } from '../fees/place-in-month.ts';
import type { ReleasedFile } from '../file-findings.ts';
import type { InfoRequest, RequestFile, RequestId } from '../info-request.ts';
import type { LetterOffice } from '../letters/letter.ts';
import type { SeriesName } from '../numbers.ts';
import type { RequestState } from '../states.ts';

/** What the command of every verb on an existing file carries. */
export interface FileAct {
  readonly requestId: RequestId;
  /** The day it was done. What was done on paper is recorded later, so it may lie in the past; never in the future. */
  readonly on: CivilDate;
  /** Shown by an applicant who acts through the portal. */
  readonly codeDigest?: string;
}

/** What a verb changes. */
export interface Change {
  readonly fact: NewFact;
  /** A new code of the applicant takes the place of the old. */
  readonly codeDigest?: string;
  readonly state?: RequestState;
  readonly set?: Partial<Pick<InfoRequest, 'receivedOn' | 'outcome' | 'reportRow' | 'closedOn' | 'repliedOn'>>;
}

/** A scene together with the 文号 that a signed reply would get. */
export interface FileScene extends Scene {
  readonly nextReplyNumber: string;
  /** Who signs its letters. */
  readonly office: LetterOffice;
  /** 提供的信息 that lies in the file. */
  readonly released: readonly ReleasedFile[];
  /** Who may be asked for help. */
  readonly agencies: readonly Pick<Agency, 'id' | 'name'>[];
  /** 当月第几件; null where nobody can count, since the identity was erased. */
  readonly placeInMonth: PlaceInMonth | null;
  /** 合并告知: the other files of the fee notice that was last sent, where it tells of several. */
  readonly jointly: readonly RequestFile[];
}

export interface Verb<Command extends FileAct> {
  readonly term: string;
  readonly basis: string;
  /** What it will cause, said before it is done. */
  readonly causes: string;
  /** The verb of the ledger entry, past tense. */
  readonly trace: string;
  readonly roles: readonly RoleName[];
  /** 文号 its letters take. */
  readonly numbers?: readonly SeriesName[];
  /** The applicant may do it through the portal, with the code. */
  readonly byApplicant?: true;
  /** 协办机关 does it, on a task of its own. */
  readonly byAsked?: true;
  /** The product does it by itself when the day has come. */
  readonly bySystem?: true;
  readonly from: readonly RequestState[];
  /**
   * 补记 [REQ-93]: the last day on which it may be done, where there is one. What counts is the day it was done, so after that day it may still be
   * written down for a day within the period.
   */
  lastDay?(file: RequestFile, today: CivilDate, calendar: WorkCalendar): CivilDate | null | undefined;
  /** Whether the clock, the file and who asks allow it on a day, whatever its particulars: greys the button, too. */
  may?(file: RequestFile, on: CivilDate, calendar: WorkCalendar, actor: Actor): Refusal | undefined;
  act(file: RequestFile, command: Command, scene: FileScene): Change | Refusal;
}
