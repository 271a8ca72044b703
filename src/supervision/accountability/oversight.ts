/**
 * 监督保障的记录 (《条例》第四十六条、第四十七条、第五十一条): 考核、社会评议、责任追究 as they were done, and complaints about disclosure with their clock and
 * result. A government tells of the first three in its annual report (第五十条第一款第四项); that there was none is told as well.
 */
import type { AgencyId } from '../../people/agency.ts';
import type { Hand } from '../../people/hand.ts';
import type { CivilDate } from '../../statute/civil-date.ts';

export const OVERSIGHT_KINDS = {
  assessment: { term: '工作考核', basis: '《条例》第四十六条' },
  publicReview: { term: '社会评议', basis: '《条例》第四十六条' },
  accountability: { term: '责任追究', basis: '《条例》第四十六条、第五十三条' },
  guidance: { term: '督促整改、通报批评', basis: '《条例》第四十七条第一款' },
} as const;
export type OversightKind = keyof typeof OVERSIGHT_KINDS;

export interface OversightRecord {
  readonly id: string;
  /** 主管部门 that did it. */
  readonly agencyId: AgencyId;
  readonly kind: OversightKind;
  /** Of whom. */
  readonly aboutId: AgencyId;
  readonly on: CivilDate;
  readonly title: string;
  readonly result: string;
  readonly recordedBy: Hand;
  /** Null while it holds. */
  readonly withdrawnBecause: string | null;
}

export const COMPLAINT_GROUNDS = {
  notPublished: { term: '未按照要求主动公开', basis: '《条例》第四十七条第二款' },
  badReply: { term: '对申请不依法答复处理', basis: '《条例》第四十七条第二款' },
  infringed: { term: '侵犯合法权益', basis: '《条例》第五十一条' },
} as const;
export type ComplaintGround = keyof typeof COMPLAINT_GROUNDS;

export const COMPLAINT_VERDICTS = {
  founded: { term: '查证属实', found: true },
  partly: { term: '部分属实', found: true },
  unfounded: { term: '查无实据', found: false },
  elsewhere: { term: '不属于政府信息公开工作，已经告知渠道', found: false },
} as const;
export type ComplaintVerdict = keyof typeof COMPLAINT_VERDICTS;

/** 处理 of what was found true (第四十七条). */
export const COMPLAINT_MEASURES = {
  none: { term: '不需要处理' },
  urged: { term: '督促整改' },
  criticised: { term: '通报批评' },
  proposed: { term: '提出追究责任的处理建议' },
} as const;
export type ComplaintMeasure = keyof typeof COMPLAINT_MEASURES;

export interface DisclosureComplaint {
  readonly id: string;
  readonly number: string;
  readonly agencyId: AgencyId;
  readonly aboutId: AgencyId;
  readonly ground: ComplaintGround;
  readonly receivedOn: CivilDate;
  readonly says: string;
  readonly verdict: ComplaintVerdict | null;
  readonly measure: ComplaintMeasure | null;
  readonly answer: string;
  readonly answeredOn: CivilDate | null;
  readonly recordedBy: Hand;
  readonly answeredBy: Hand | null;
}

export const LONGEST_OVERSIGHT = { title: 100, result: 2_000, says: 2_000, answer: 2_000, because: 500 } as const;
