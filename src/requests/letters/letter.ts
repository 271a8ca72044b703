/**
 * 文书 (《条例》第三十条至第三十七条; elements of each in `kinds.ts`). An act that must tell somebody something makes its letter in the same
 * moment: composed from the facts, numbered in its series, kept as it was issued. A letter never changes afterwards, whatever wording
 * an agency adopts later. Who applied stands in it as a mark only, and is filled in when it is drawn up for an eye that may see it.
 */
import type { AgencyKindName, OfficeContact } from '../../people/agency.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { Paper } from '../../statute/paper.ts';
import type { CorrectionLetterName } from '../personal-corrections/letter-kinds.ts';
import type { LetterKindName } from './kinds.ts';

/** Whose wording an agency may adapt: of applications and of 更正申请, no name in both. */
export type AdaptableName = LetterKindName | CorrectionLetterName;

/** 发文机关 as its letters speak of it. */
export interface LetterOffice {
  readonly name: string;
  readonly kind: AgencyKindName;
  readonly contact: OfficeContact;
  /** The county above it, or itself; null where the tree has none. */
  readonly county: string | null;
  readonly particulars: LetterParticulars;
  /** Wording the agency has adopted instead of ours, by kind. */
  readonly wordings: Readonly<Partial<Record<AdaptableName, string>>>;
}

/** 文书要写而法律没有写明名称的: entered by the agency, left out or put generally while they are not. */
export interface LetterParticulars {
  /** 行政复议机关的名称. */
  readonly reviewBody?: string;
  /** 有管辖权的人民法院的名称. */
  readonly court?: string;
  /** 在线提交行政复议申请的网址 (《行政复议法》第二十二条第二款). */
  readonly onlineReview?: string;
  /** 信息处理费的缴纳方式. */
  readonly payment?: string;
}

export interface Letter {
  readonly kind: LetterKindName;
  /** 文号; null for what bears none. */
  readonly number: string | null;
  readonly paper: Paper;
}

/** What the fact keeps of its letter: the hash is what the ledger vouches for. */
export interface LetterMark {
  readonly kind: LetterKindName;
  readonly number: string | null;
  /** SM3 of the paper. */
  readonly hash: string;
}

/** A letter as it is kept, by the fact that issued it. */
export interface IssuedLetter extends Letter {
  readonly n: number;
  readonly issuedOn: CivilDate;
}
