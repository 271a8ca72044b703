/** What can be done with a document. Verbs are the names of `decide/` and, in the past tense, of the ledger. */
import type { AgencyId } from '../people/agency.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import type { AttachedFileId } from './attached-file.ts';
import type { ColumnKey } from './columns.ts';
import type { DocumentId } from './document.ts';
import type { DocumentKindName } from './document-kinds.ts';
import type { EndingKind } from './normative.ts';
import type { Particulars } from './particulars.ts';
import type { Relation } from './relations.ts';
import type { ReturnTo } from './review/edition-mark.ts';
import type { StepName } from './review/steps.ts';
import type { WithdrawalReasonName } from './withdrawal.ts';

/** What an editor hands in, for a new document as for a new edition. */
export interface Content {
  readonly particulars: Particulars;
  /** Any HTML; what is not allowed is taken out before it is kept [PUB-8]. */
  readonly bodyHtml: string;
  /** Absent on a revision: they stay as they are. */
  readonly relations?: readonly Relation[];
  /** 附件 in their order; absent on a revision, they stay as they are. */
  readonly attachments?: readonly AttachedFileId[];
}

/** 起草. The new document's id is `next.id` of the answer. */
export interface Draft extends Content {
  readonly verb: 'draft';
  readonly agencyId: AgencyId;
  readonly kind: DocumentKindName;
  readonly columns: readonly ColumnKey[];
}

/** 修改: changes the draft, or begins the next edition while the live one stays. */
export interface Revise extends Content {
  readonly verb: 'revise';
  readonly documentId: DocumentId;
  /** Asked from the second edition on. */
  readonly changeNote?: string;
}

/** 调整栏目. */
export interface PlaceInColumn {
  readonly verb: 'placeInColumn';
  readonly documentId: DocumentId;
  readonly columns: readonly ColumnKey[];
}

/** 发布. */
export interface Publish extends Leaving {
  readonly verb: 'publish';
  readonly documentId: DocumentId;
}

/** 撤回. */
export interface Withdraw {
  readonly verb: 'withdraw';
  readonly documentId: DocumentId;
  readonly reason: WithdrawalReasonName;
  readonly explanation: string;
  readonly mergedInto?: DocumentId;
}

/** 废止、宣布失效. */
export interface Repeal {
  readonly verb: 'repeal';
  readonly documentId: DocumentId;
  readonly how: Exclude<EndingKind, 'expired'>;
  /** First day without force. */
  readonly on: CivilDate;
  /** The decision that ends it: title or 文号. */
  readonly by: string;
}

/** 到期失效: recorded by the sweep the day after the last day in force. */
export interface Expire {
  readonly verb: 'expire';
  readonly documentId: DocumentId;
}

/** 结转: a document that was public, and mostly still is in force, before the product came. */
export interface OpenWithBalance extends Content {
  readonly verb: 'openWithBalance';
  readonly agencyId: AgencyId;
  readonly kind: DocumentKindName;
  readonly columns: readonly ColumnKey[];
  /** The day it was published on the former site. */
  readonly publishedOn: CivilDate;
  /** Its 索引号 on the former site; a new one is given when absent. */
  readonly indexNo?: string;
  /** 补登: first day it counts when an earlier year's report had missed it; absent, it counts since it was written. */
  readonly countedFrom?: CivilDate;
}

/** What is done on one edition names it by its hash: on another nothing is done. */
interface OnEdition {
  readonly documentId: DocumentId;
  readonly edition: string;
}

/** 送审. */
export interface Submit extends OnEdition {
  readonly verb: 'submit';
}

/** 留着没有判定 [REV-27]: the findings that whoever goes on has seen and let be. */
interface Leaving {
  readonly leaving?: readonly string[];
}

/** 审核、校对通过. */
export interface PassStep extends OnEdition, Leaving {
  readonly verb: 'passStep';
  readonly step: StepName;
  readonly opinion: string;
}

/** 退回 to the author or to a step taken before. */
export interface ReturnStep extends OnEdition {
  readonly verb: 'returnStep';
  readonly step: StepName;
  readonly to: ReturnTo;
  readonly reason: string;
}

/** 说明: what was returned comes back unchanged, with the author's answer. */
export interface AnswerReturn extends OnEdition {
  readonly verb: 'answerReturn';
  readonly answer: string;
}

/** 判定保留: a finding of the checks is let stand. */
export interface ClearFinding extends OnEdition {
  readonly verb: 'clearFinding';
  readonly finding: string;
  readonly reason: string;
}

/** 紧急发布: before the review is through; it is looked at afterwards. */
export interface PublishUrgently extends OnEdition {
  readonly verb: 'publishUrgently';
  readonly reason: string;
}

/** 定时发布: an approved edition goes out by itself at a moment. */
export interface Schedule extends OnEdition, Leaving {
  readonly verb: 'schedule';
  readonly on: CivilDate;
  /** Time of day in Beijing, `09:00`. */
  readonly time: string;
}

/** 取消定时. */
export interface Unschedule extends OnEdition {
  readonly verb: 'unschedule';
}

/** 到时没有发布, noted by the sweep once for each moment that was set [PUB-110]. */
export interface MissRelease {
  readonly verb: 'missRelease';
  readonly documentId: DocumentId;
  /** What it was refused for. */
  readonly why: string;
}

/** 到时发布, by the sweep. */
export interface ReleaseDue {
  readonly verb: 'releaseDue';
  readonly documentId: DocumentId;
}

export type PublicationCommand =
  | Draft
  | Revise
  | PlaceInColumn
  | Submit
  | PassStep
  | ReturnStep
  | AnswerReturn
  | ClearFinding
  | PublishUrgently
  | Schedule
  | Unschedule
  | ReleaseDue
  | MissRelease
  | Publish
  | Withdraw
  | Repeal
  | Expire
  | OpenWithBalance;

export type PublicationVerb = PublicationCommand['verb'];

export const VERB_TERMS: Readonly<Record<PublicationVerb, string>> = {
  draft: '起草',
  revise: '修改',
  placeInColumn: '调整栏目',
  submit: '送审',
  passStep: '审校通过',
  returnStep: '退回',
  answerReturn: '说明后再审',
  clearFinding: '判定保留',
  publishUrgently: '紧急发布',
  publish: '发布',
  schedule: '定时发布',
  unschedule: '取消定时',
  releaseDue: '到时发布',
  missRelease: '到时没有发布',
  withdraw: '撤回',
  repeal: '废止',
  expire: '登记失效',
  openWithBalance: '结转登记',
};
