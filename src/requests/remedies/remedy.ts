/**
 * 行政复议、行政诉讼 (《条例》第五十一条): a case against a reply, or against its absence, in which the agency is 被申请人 or 被告. Tied to the
 * application it is about; a case about a reply from before the product stands alone. Table 4 of the report counts cases.
 */
import type { AgencyId } from '../../people/agency.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { RequestId } from '../info-request.ts';
import type { ConclusionName, RemedyResult } from './conclusions.ts';
import type { RemedyFact } from './remedy-facts.ts';

/** The three groups of 表四. */
export const REMEDY_KINDS = {
  review: { term: '行政复议', body: '复议机关' },
  directLitigation: { term: '行政诉讼（未经复议直接起诉）', body: '人民法院' },
  postReviewLitigation: { term: '行政诉讼（复议后起诉）', body: '人民法院' },
} as const;

export type RemedyKind = keyof typeof REMEDY_KINDS;

/** 审级: a case counts once however many instances hear it. */
export const STAGES = {
  review: { term: '复议' },
  firstInstance: { term: '一审' },
  secondInstance: { term: '二审' },
  retrial: { term: '再审' },
} as const;

export type StageName = keyof typeof STAGES;

export interface Remedy {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly requestId: RequestId | null;
  readonly kind: RemedyKind;
  /** 案号. */
  readonly caseNumber: string;
  /** 复议机关 or 人民法院. */
  readonly body: string;
  readonly stage: StageName;
  /** 受理、立案之日. */
  readonly filedOn: CivilDate;
  /** 审结之日 of the latest instance; null while it is being heard. */
  readonly closedOn: CivilDate | null;
  readonly conclusion: ConclusionName | null;
  readonly result: RemedyResult | null;
}

/** A case with everything that happened in it; the fields of `Remedy` are what the last of it left behind. */
export interface RemedyFile extends Remedy {
  /** In the order they were recorded, numbered from 1. */
  readonly facts: readonly RemedyFact[];
}

/** 审理程序: chosen by who hears the case, told in the notice (《行政复议法》第五十三条，《行政诉讼法》第八十二条). */
export const PROCEDURES = {
  simplified: { term: '简易程序' },
  ordinary: { term: '普通程序' },
} as const;

export type Procedure = keyof typeof PROCEDURES;

export interface RecordRemedy {
  readonly verb: 'recordRemedy';
  readonly agencyId: AgencyId;
  readonly requestId: RequestId | null;
  readonly kind: RemedyKind;
  readonly caseNumber: string;
  readonly body: string;
  readonly filedOn: CivilDate;
}

export interface RecordResult {
  readonly verb: 'recordResult';
  readonly remedyId: string;
  readonly closedOn: CivilDate;
  readonly conclusion: ConclusionName;
  /** 收到决定书、裁判文书之日, from which the appeal and the new reply run; left out while it has not come. */
  readonly receivedOn?: CivilDate;
  /** The document orders a new reply. */
  readonly orders?: boolean;
  /** The last day for it, where the document names one. */
  readonly replyBy?: CivilDate;
}

/** 收到答复通知书（复议）、应诉通知书（诉讼）: with it comes the copy from which our period runs. */
export interface RecordNotice {
  readonly verb: 'recordNotice';
  readonly remedyId: string;
  readonly on: CivilDate;
  readonly procedure: Procedure;
}

/** 提交书面答复（答辩状）和证据. */
export interface RecordAnswer {
  readonly verb: 'recordAnswer';
  readonly remedyId: string;
  readonly on: CivilDate;
  /** How it can be shown that it was handed in. */
  readonly evidence: string;
}

/** 复议机关延长审理期限 (《行政复议法》第六十二条第一款). `on`: the day the notice of it came. */
export interface RecordProlongation {
  readonly verb: 'recordProlongation';
  readonly remedyId: string;
  readonly on: CivilDate;
  readonly days: number;
}

/** 告知复议机关、法院已经自行纠正. */
export interface TellBody {
  readonly verb: 'tellBody';
  readonly remedyId: string;
  readonly on: CivilDate;
  readonly evidence: string;
}

/** 上诉、再审: the result no longer stands, the case is open again. */
export interface RecordNextInstance {
  readonly verb: 'recordNextInstance';
  readonly remedyId: string;
  readonly stage: 'secondInstance' | 'retrial';
  readonly on: CivilDate;
}

/** What is recorded of a case that is there. */
export type RemedyStep =
  | RecordNotice
  | RecordAnswer
  | RecordProlongation
  | TellBody
  | RecordResult
  | RecordNextInstance;

export type RemedyCommand = RecordRemedy | RemedyStep;
