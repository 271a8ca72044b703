/**
 * 办理经过: the recorded facts from which the reply clock is replayed, and nothing else. `on` is the day a thing happened, in
 * the sense the law gives it: a notice is given on the day it is posted, an opinion or a correction on the day it comes in.
 */
import type { CivilDate } from '../civil-date.ts';
import type { Receipt } from '../receipt.ts';

/** 被征求意见的一方: silence means something different for each (《条例》第三十二条、第三十四条、第三十三条第三款). */
export type Consulted = 'third-party' | 'co-producer' | 'agency';

/** 送达方式 (国办公开办函〔2016〕235号); electronic where the applicant chose it. */
export type ServedBy = 'direct' | 'entrusted' | 'post' | 'electronic';

/** 计时事件. `who` names the person or agency where several are asked at once, so that an answer finds its question. */
export type ClockEvent = { readonly on: CivilDate } & (
  | {
      readonly type: 'correction-asked';
      /** The day the applicant got the notice; the period of correction begins with it. */
      readonly receivedOn?: CivilDate;
      /** 补正期 named in the notice. */
      readonly workdays?: number;
    }
  | { readonly type: 'correction-received' }
  | { readonly type: `${Consulted}-asked`; readonly who?: string; readonly receivedOn?: CivilDate }
  | { readonly type: `${Consulted}-answered`; readonly who?: string }
  | { readonly type: 'consultation-withdrawn'; readonly who?: string }
  /** `on`: the day the applicant was told; `approved`: the day the head agreed, the same day unless recorded otherwise. */
  | { readonly type: 'extended'; readonly workdays: number; readonly approved?: CivilDate }
  | { readonly type: 'fee-noticed'; readonly receivedOn?: CivilDate }
  /** Payment in full, by the date of the payer's voucher and not of the treasury. */
  | { readonly type: 'fee-paid' }
  | { readonly type: 'fee-withdrawn' }
  | { readonly type: 'delayed'; readonly until: CivilDate }
  /** 签发. It ends no period (CLK-13); only `served` does. */
  | { readonly type: 'replied' }
  /** `on`: posted, signed for or sent. `receivedOn`: the day the applicant got it; remedies run from it. */
  | { readonly type: 'served'; readonly method: ServedBy; readonly receivedOn?: CivilDate }
  /** 申请人撤回. */
  | { readonly type: 'withdrawn' }
  /** 记为视为放弃, after a period of correction or payment has run out. */
  | { readonly type: 'abandoned' }
);

export type EventType = ClockEvent['type'];

export interface History {
  readonly receipt: Receipt;
  /** In any order; the lawful order within a day is found (see `order.ts`). */
  readonly events: readonly ClockEvent[];
  readonly today: CivilDate;
}

export const EVENT_TERMS: Readonly<Record<EventType, string>> = {
  'correction-asked': '发出补正告知书',
  'correction-received': '收到补正',
  'third-party-asked': '征求第三方意见',
  'third-party-answered': '收到第三方意见',
  'co-producer-asked': '征求共同制作机关意见',
  'co-producer-answered': '收到共同制作机关意见',
  'agency-asked': '征求其他机关意见',
  'agency-answered': '收到其他机关意见',
  'consultation-withdrawn': '撤回征求意见',
  extended: '告知延长答复期限',
  'fee-noticed': '发出收费通知',
  'fee-paid': '缴清信息处理费',
  'fee-withdrawn': '撤回收费通知',
  delayed: '告知延迟答复的期限',
  replied: '签发答复',
  served: '送出答复',
  withdrawn: '申请人撤回',
  abandoned: '记为视为放弃申请',
};
