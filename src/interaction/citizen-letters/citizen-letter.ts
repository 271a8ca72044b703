/**
 * 咨询诉求 CitizenLetter: what a citizen writes to an agency, from the form to the answer. It is no application for information (《条例》第三十九条
 * 第一款 sends those who consult or complain elsewhere), and no application is answered as one. Who wrote stands sealed in a table of its own.
 */
import type { AgencyId } from '../../people/agency.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { LetterFact } from './facts.ts';

export type CitizenLetterId = string;

export const LETTER_KINDS = {
  consultation: { term: '咨询' },
  complaint: { term: '投诉' },
  suggestion: { term: '建议' },
  appeal: { term: '求助' },
} as const;
export type LetterKindName = keyof typeof LETTER_KINDS;
export const LETTER_KIND_NAMES = Object.keys(LETTER_KINDS) as LetterKindName[];

export const LETTER_STATES = {
  received: '待受理',
  accepted: '办理中',
  drafted: '待审核',
  checked: '待答复',
  answered: '已答复',
  refused: '不予受理',
  closed: '已办结',
} as const;
export type LetterState = keyof typeof LETTER_STATES;

/** Still waits for the agency. */
export const OPEN_STATES: readonly LetterState[] = ['received', 'accepted', 'drafted', 'checked'];

/** 写信人: sealed. */
export interface LetterWriter {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

/** 公开的内容: after masking, confirmed by a person. */
export interface PublicText {
  readonly title: string;
  readonly body: string;
  readonly answer: string;
}

export interface CitizenLetter {
  readonly id: CitizenLetterId;
  /** Who holds it now; a transfer changes this and nothing of the clock. */
  readonly agencyId: AgencyId;
  readonly queryNumber: string;
  readonly kind: LetterKindName;
  readonly title: string;
  readonly body: string;
  /** 同意公开. */
  readonly mayPublish: boolean;
  readonly receivedOn: CivilDate;
  readonly state: LetterState;
  /** 简单常见问题; null before it is accepted. */
  readonly simple: boolean | null;
  /** Answered or refused; told to the citizen either way. */
  readonly answeredOn: CivilDate | null;
  readonly published: (PublicText & { readonly on: CivilDate }) | null;
}

export interface LetterFile {
  readonly letter: CitizenLetter;
  readonly facts: readonly LetterFact[];
  readonly codeDigest: string;
}
