/**
 * 规范性文件的效力与年度三数 [PUB-9, PUB-10, PUB-11]: made, repealed, valid, each piece traceable. 《条例》第二十条第(一)项、第五十条;
 * 《政府信息公开工作年度报告格式》(国办公开办函〔2021〕30号)表二. Force follows from dates; nobody keeps a flag by hand.
 */
import { addDays, type CivilDate, earliest, yearOf } from '../statute/civil-date.ts';
import type { Document } from './document.ts';

/** 停止有效的三种情形. */
export const ENDING_KINDS = {
  repealed: { term: '废止' },
  declaredVoid: { term: '宣布失效' },
  expired: { term: '到期失效' },
} as const;

export type EndingKind = keyof typeof ENDING_KINDS;

/** 停止有效: how a document lost its force, and by what. */
export interface Ending {
  readonly how: EndingKind;
  /** First day without force. */
  readonly on: CivilDate;
  readonly by: string;
}

/** 有效性, as the banner of the page says it. */
export const VALIDITY_TERMS = {
  valid: '有效',
  notYet: '尚未施行',
  repealed: '废止',
  declaredVoid: '失效',
  expired: '失效',
} as const;

export type Validity = keyof typeof VALIDITY_TERMS;

type Dated = Pick<Document, 'ending'> & {
  readonly effectiveOn: CivilDate | null;
  readonly expiresOn: CivilDate | null;
};

/** [PUB-10] 停止有效之日: the day of repeal, or the day after the last day in force, whichever comes first. */
export function endsOn({ ending, expiresOn }: Pick<Dated, 'ending' | 'expiresOn'>): CivilDate | null {
  const lapses = expiresOn && addDays(expiresOn, 1);
  if (ending && lapses) return earliest(ending.on, lapses);
  return ending?.on ?? lapses ?? null;
}

/** [PUB-9] 某日的有效性. */
export function validityOn(document: Dated, day: CivilDate): Validity {
  const end = endsOn(document);
  if (end !== null && end <= day) return document.ending?.on === end ? document.ending.how : 'expired';
  if (document.effectiveOn !== null && day < document.effectiveOn) return 'notYet';
  return 'valid';
}

/** 一件规范性文件的起止, as the figures count it. */
export interface NormativeSpan {
  readonly writtenOn: CivilDate;
  /** Later than `writtenOn` when an earlier year's report had missed it (补登). */
  readonly countedFrom: CivilDate;
  readonly endsOn: CivilDate | null;
  /** Taken back from the portal; from then on it is out of the count, though not repealed. */
  readonly withdrawnOn: CivilDate | null;
}

/** 表二三数 and what else moved the stock. */
export interface StockFigures {
  readonly validBefore: number;
  readonly made: number;
  readonly repealed: number;
  /** 范围变动: late registrations and withdrawals. */
  readonly scope: number;
  readonly valid: number;
}

/** What one piece does to the stock of a year; all zero for most. */
export function stockShare(span: NormativeSpan, year: number): StockFigures {
  const leaves = outOfCount(span);
  const within = (day: CivilDate | null) => (day !== null && yearOf(day) === year ? 1 : 0);
  const inStockAtEndOf = (y: number) =>
    yearOf(span.countedFrom) <= y && (leaves === null || yearOf(leaves) > y) ? 1 : 0;
  const enters = within(span.countedFrom);
  const made = span.countedFrom === span.writtenOn ? enters : 0;
  const exits = within(leaves);
  const repealed = leaves !== null && leaves === span.endsOn ? exits : 0;
  return {
    validBefore: inStockAtEndOf(year - 1),
    made,
    repealed,
    scope: enters - made - (exits - repealed),
    valid: inStockAtEndOf(year),
  };
}

/** [PUB-11] 年末有效 = 年初有效 + 本年制发 − 本年停止有效 ± 范围变动, by adding the shares of every piece. */
export function stockFigures(spans: readonly NormativeSpan[], year: number): StockFigures {
  const sum = { validBefore: 0, made: 0, repealed: 0, scope: 0, valid: 0 };
  for (const span of spans) {
    const share = stockShare(span, year);
    sum.validBefore += share.validBefore;
    sum.made += share.made;
    sum.repealed += share.repealed;
    sum.scope += share.scope;
    sum.valid += share.valid;
  }
  return sum;
}

function outOfCount({ endsOn: end, withdrawnOn }: NormativeSpan): CivilDate | null {
  if (end && withdrawnOn) return earliest(end, withdrawnOn);
  return end ?? withdrawnOn;
}
