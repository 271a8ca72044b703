/**
 * 办理经过: what happened to a file, in the order it was recorded. Facts are added and never changed; the state, the ladder
 * of the reply clock and the archive are read from them. `on` is the day it happened, `recordedAt` when it was written down.
 */
import type { AgencyId } from '../people/agency.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import type { FeeTariff } from '../statute/fee-tariff.ts';
import type { Consulted } from '../statute/reply-clock/history.ts';
import type { Grounds } from './asks.ts';
import type { ContactWay } from './decide/record-contact.ts';
import { arrivesThatDay, type Dispatch, type ReceiverName } from './dispatch.ts';
import type { DissentGround } from './dissent.ts';
import type { JointNotice } from './fees/joint-notice.ts';
import type { RefundCause } from './fees/payments.ts';
import type { KeptFinding } from './file-findings.ts';
import type { LetterMark } from './letters/letter.ts';
import type { OutcomeName } from './outcomes.ts';
import type { ReceiptRecords } from './receipt-records.ts';
import type { ReviewVerdict } from './refusal-review.ts';
import type { ReplyPart } from './reply-parts.ts';
import type { ReturnReasonName } from './returned-mail.ts';
import type { ReminderStage } from './tasks/task.ts';
import type { KeptJudgement } from './triage/judgement.ts';

/** 意见: 同意公开、不同意公开、部分同意. */
export type Opinion = 'agrees' | 'disagrees' | 'agreesInPart';

/** 提供的附件: by its content, so that what was approved is what goes out. */
export interface ProvidedFile {
  readonly id: string;
  readonly sha256: string;
  /** What was found in it when it came, for a person to decide before it goes out [FIL-16]. */
  readonly findings?: readonly KeptFinding[];
}

/** 一并缴纳: the sum of the voucher, the applications it paid for by number, and how the applicant named them where it was not all. */
export interface JointPayment {
  readonly yuan: number;
  readonly numbers: readonly string[];
  readonly named?: string;
}

interface FactDetails {
  /** `records`: 收件记录, with the first of the two. */
  arrived: { readonly records?: ReceiptRecords };
  received: { readonly why?: string; readonly records?: ReceiptRecords };
  correctionAsked: { readonly what: string; readonly workdays: number };
  corrected: { readonly what: string; readonly why?: string };
  consulted: { readonly whom: Consulted; readonly name: string; readonly about: string };
  /** `paper` is the number of the fact that sent it: a notice, a consultation, the reply. */
  paperReceived: { readonly paper: number; readonly receiver?: ReceiverName };
  paperReturned: { readonly paper: number; readonly reason: ReturnReasonName; readonly note: string };
  servedAgain: { readonly paper: number } & Dispatch;
  answered: { readonly consultation: number; readonly opinion: Opinion; readonly why: string };
  consultationWithdrawn: { readonly consultation: number; readonly why: string };
  silenceNoted: { readonly consultation: number };
  /** `endedOn`: the fifteenth workday after `receivedOn`. */
  silenceConfirmed: {
    readonly consultation: number;
    readonly whom: Exclude<Consulted, 'agency'>;
    readonly endedOn: CivilDate;
    /** 对方收到征求意见书之日, from which the period ran. */
    readonly receivedOn: CivilDate;
  };
  /** 第三方的不同意见怎样处理; `what` is disclosed against his will and `why`, as the letter tells him. */
  dissentSettled: {
    readonly consultation: number;
    readonly ground: DissentGround;
    readonly what: string;
    readonly why: string;
  };
  /** 协办; `task` is the number of the fact that sent it. */
  taskSent: { readonly to: AgencyId; readonly name: string; readonly what: string; readonly dueOn: CivilDate };
  taskReceived: { readonly task: number };
  taskAnswered: { readonly task: number; readonly text: string };
  taskReturned: { readonly task: number; readonly why: string; readonly dueOn: CivilDate };
  taskAccepted: { readonly task: number };
  taskReminded: { readonly task: number; readonly stage: ReminderStage };
  taskWithdrawn: { readonly task: number; readonly why: string };
  /** 协办随机构改革移交 [ORG-4]: from now on the successor of the agency that was asked. */
  taskHandedOver: {
    readonly task: number;
    readonly to: AgencyId;
    readonly name: string;
    readonly fromName: string;
    readonly basis: string;
  };
  extended: { readonly consentedOn: CivilDate; readonly workdays: number; readonly why: string };
  reasonsAsked: { readonly why: string };
  delayed: { readonly to: CivilDate; readonly why: string };
  /**
   * `quantity`: 按件, its place in the month; 按量, its pages. `before`: numbers of the applications that were counted before it, `unnamed`: how many more that bear another name; `deviation`: why its
   * place is not the one that follows them; `split`: 拆分清单; `otherYuan`: what the other tariff would have given, `choice`: why not that one;
   * `joint`: 合并告知, the same in every file that its paper tells of.
   */
  feeNoticed: {
    readonly tariff: FeeTariff;
    readonly quantity: number;
    readonly yuan: number;
    readonly why: string;
    readonly before?: readonly string[];
    readonly unnamed?: number;
    readonly deviation?: string;
    readonly split?: readonly string[];
    readonly otherYuan?: number;
    readonly choice?: string;
    readonly joint?: JointNotice;
  };
  /** `receipt`: 缴费票据号; `joint`: what one voucher paid for, of a joint notice. */
  paid: { readonly yuan: number; readonly receipt?: string; readonly joint?: JointPayment };
  feeNoticeWithdrawn: { readonly why: string };
  /** `payment`: number of the payment it goes back from, null for what was never taken for one; `pages`: those really provided. */
  refunded: {
    readonly cause: RefundCause;
    readonly yuan: number;
    readonly receipt: string;
    readonly number: string;
    readonly payment: number | null;
    readonly pages?: number;
    /** 到账金额, 到账之日 of what was never taken for a payment. */
    readonly came?: number;
    readonly cameOn?: CivilDate;
    readonly note: string;
  };
  feeDisputed: { readonly words: string };
  feeDisputeAnswered: { readonly dispute: number; readonly words: string };
  /**
   * `parts`: 分项答复, two or more, which then hold the grounds; `outcome` is the one the file counts under, `mainWhy` why it is not the one
   * the rule gives. `files`: what is provided with it; later files go out with a later draft only.
   */
  drafted: {
    readonly outcome: OutcomeName;
    readonly grounds: Grounds;
    readonly text: string;
    readonly judgement?: KeptJudgement;
    readonly parts?: readonly ReplyPart[];
    readonly mainWhy?: string;
    readonly files?: readonly ProvidedFile[];
  };
  /** `draft`: number of the fact that was looked at. */
  checked: { readonly step: 'legal' | 'secrecy'; readonly draft: number; readonly why: string };
  reviewSkipped: { readonly draft: number; readonly why: string };
  /** `file` is the attachment, `finding` the key of what was found in it. */
  findingCleared: {
    readonly file: string;
    readonly sha256: string;
    readonly finding: string;
    readonly says: string;
    readonly why: string;
  };
  draftReturned: { readonly why: string };
  /** `remedy`: 救济途径 as the letter tells it. */
  signed: { readonly replyNumber: string; readonly remedy?: string };
  /** `reviewOn`: 评估审查之日, where something was refused that may lapse (第十八条). */
  served: Dispatch & { readonly reviewOn?: CivilDate };
  noted: { readonly text: string };
  contacted: { readonly way: ContactWay; readonly reached: boolean; readonly result: string };
  codeRenewed: { readonly document: string };
  rated: { readonly score: number; readonly words: string };
  withdrawn: { readonly why: string };
  abandoned: { readonly why: string };
  archived: Record<never, never>;
  /**
   * 重新答复: `remedy` is the case, `result` the number of the result in it that orders it; null when the agency corrects itself. Counted from
   * `from`, until `replyBy` where the document names a day.
   */
  reopened: {
    readonly remedy: string;
    readonly caseNumber: string;
    readonly result: number | null;
    readonly from: CivilDate;
    readonly replyBy: CivilDate | null;
    readonly why: string;
  };
  /** 评估审查 (第十八条); `until`: the day of the next, null once it may be disclosed. */
  refusalReviewed: { readonly verdict: ReviewVerdict; readonly until: CivilDate | null; readonly why: string };
  /** 转主动公开 (第四十四条); `documentId`: the draft in 主动公开, null when it was decided against. */
  proactiveSuggested: { readonly why: string };
  proactiveDecided: { readonly documentId: string | null; readonly unread: number; readonly why: string };
  /** 随机构改革移交 [ORG-4]: `since` is the day from which the successor answers for it (表三), `basis` the document that ordered it. */
  handedOver: {
    readonly from: AgencyId;
    readonly fromName: string;
    readonly to: AgencyId;
    readonly toName: string;
    readonly since: CivilDate;
    readonly basis: string;
  };
}

export type FactType = keyof FactDetails;

/** What a verb adds: the fact without the number, the hand and the moment, which the staircase knows. */
export type NewFact = {
  [T in FactType]: { readonly type: T; readonly on: CivilDate } & FactDetails[T];
}[FactType];

export type RequestFact = NewFact & {
  readonly n: number;
  /** The letters it issued, when it issued any. */
  readonly letters?: readonly LetterMark[];
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
  readonly by: string;
};

export type FactOf<T extends FactType> = Extract<RequestFact, { readonly type: T }>;

export const FACT_TERMS: Readonly<Record<FactType, string>> = {
  arrived: '申请到达',
  received: '收到申请',
  correctionAsked: '发出补正告知',
  corrected: '收到补正',
  consulted: '发出征求意见书',
  paperReceived: '对方收到文书',
  paperReturned: '文书被退回',
  servedAgain: '再次送达文书',
  answered: '收到意见',
  consultationWithdrawn: '撤回征求意见',
  silenceNoted: '意见期已满',
  silenceConfirmed: '确认逾期未提出意见',
  dissentSettled: '处理第三方的不同意见',
  taskSent: '发出协办函',
  taskReceived: '协办机关接收',
  taskAnswered: '协办机关回复',
  taskReturned: '退回协办补充',
  taskAccepted: '确认协办结果',
  taskReminded: '催办协办',
  taskWithdrawn: '撤回协办',
  taskHandedOver: '协办随机构改革移交',
  extended: '告知延长答复期限',
  reasonsAsked: '要求说明理由',
  delayed: '确定延迟答复的期限',
  feeNoticed: '发出收费通知',
  paid: '缴清费用',
  feeNoticeWithdrawn: '撤回收费通知',
  refunded: '退还费用',
  feeDisputed: '提出收费异议',
  feeDisputeAnswered: '答复收费异议',
  drafted: '拟出答复',
  checked: '通过审核',
  reviewSkipped: '不经审核送签',
  findingCleared: '判定附件可以提供',
  draftReturned: '退回修改',
  signed: '签发答复',
  served: '送出答复',
  noted: '内部备注',
  contacted: '联系申请人',
  codeRenewed: '补发查询码',
  rated: '申请人评价',
  withdrawn: '申请撤回或者终结',
  abandoned: '记为放弃申请',
  archived: '归档',
  reopened: '重新答复',
  refusalReviewed: '评估审查',
  proactiveSuggested: '建议转为主动公开',
  proactiveDecided: '审核是否转为主动公开',
  handedOver: '因机构改革移交',
};

export function factsOf<T extends FactType>(facts: readonly RequestFact[], type: T): FactOf<T>[] {
  return facts.filter((fact): fact is FactOf<T> => fact.type === type);
}

/** The latest of its type by order of recording. */
export function lastOf<T extends FactType>(facts: readonly RequestFact[], type: T): FactOf<T> | undefined {
  return factsOf(facts, type).at(-1);
}

/** The day a paper reached its addressee, by whichever way came first; undefined while it is not known. */
export function receiptOf(facts: readonly RequestFact[], paper: number): CivilDate | undefined {
  const days = facts.filter(
    (fact) =>
      (fact.type === 'paperReceived' && fact.paper === paper) ||
      (fact.type === 'servedAgain' && fact.paper === paper && arrivesThatDay(fact)),
  );
  return days.map(({ on }) => on).sort()[0];
}
