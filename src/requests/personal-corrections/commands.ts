/** What can be done with a 更正申请. */
import type { AgencyId } from '../../people/agency.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { ApplicantKindName } from '../applicant-kinds.ts';
import type { Dispatch } from '../dispatch.ts';
import type { Applicant } from '../info-request.ts';
import type { CorrectionChannelName } from './channels.ts';
import type { CorrectionOutcomeName } from './outcomes.ts';
import type { PersonalCorrectionId } from './personal-correction.ts';

/** 登记. Identity goes from here into the sealed table and nowhere else. */
export interface RegisterCorrection {
  readonly verb: 'registerCorrection';
  readonly agencyId: AgencyId;
  readonly on: CivilDate;
  readonly channel: CorrectionChannelName;
  readonly applicantKind: ApplicantKindName;
  readonly applicant: Applicant;
  readonly record: string;
  readonly wrong: string;
  readonly proof: string;
}

interface CorrectionStep {
  readonly correctionId: PersonalCorrectionId;
  readonly on: CivilDate;
}

/** 要求补充证据. */
export interface AskProof extends CorrectionStep {
  readonly verb: 'askProof';
  readonly what: string;
  readonly until: CivilDate;
}

/** 收到证据. */
export interface ReceiveProof extends CorrectionStep {
  readonly verb: 'receiveProof';
  readonly what: string;
}

/** 作出决定. */
export interface DecideCorrection extends CorrectionStep {
  readonly verb: 'decideCorrection';
  readonly outcome: CorrectionOutcomeName;
  readonly why: string;
  /** 有权更正的机关 and how to reach it. */
  readonly to?: string;
}

/** 送出答复. */
export interface ServeCorrection extends CorrectionStep, Dispatch {
  readonly verb: 'serveCorrection';
}

/** 登记申请人收到答复. */
export interface RecordReplyReceived extends CorrectionStep {
  readonly verb: 'recordReplyReceived';
}

/** 归档. */
export interface ArchiveCorrection extends CorrectionStep {
  readonly verb: 'archiveCorrection';
}

export type CorrectionAct =
  | AskProof
  | ReceiveProof
  | DecideCorrection
  | ServeCorrection
  | RecordReplyReceived
  | ArchiveCorrection;

export type CorrectionCommand = RegisterCorrection | CorrectionAct;
export type CorrectionActVerb = CorrectionAct['verb'];
