/**
 * 行政复议、行政诉讼 (《条例》第五十一条): a case against a reply, or against its absence, in which the agency is 被申请人 or 被告. Tied to the
 * application it is about; a case about a reply from before the product stands alone. Table 4 of the report counts cases.
 */
import type { AgencyId } from '../../people/agency.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { RequestId } from '../info-request.ts';
import type { ConclusionName, RemedyResult } from './conclusions.ts';

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
}

/** 上诉、再审: the result no longer stands, the case is open again. */
export interface RecordNextInstance {
  readonly verb: 'recordNextInstance';
  readonly remedyId: string;
  readonly stage: 'secondInstance' | 'retrial';
  readonly on: CivilDate;
}

export type RemedyCommand = RecordRemedy | RecordResult | RecordNextInstance;
