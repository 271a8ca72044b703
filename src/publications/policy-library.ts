/**
 * 政策文件库 [PRT-95] (《条例》第二十条第(一)项、第(三)项；国办发〔2018〕37号: 清理结果向社会公布): policy documents with their validity on a day, the 现行有效
 * register being one choice of it.
 */
import type { AgencyId } from '../people/agency.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import type { DocumentKindName } from './document-kinds.ts';
import type { PublicLine } from './public-view.ts';

/** What the library holds. */
export const POLICY_KINDS = ['regulation', 'normative', 'policy'] as const satisfies readonly DocumentKindName[];
export type PolicyKind = (typeof POLICY_KINDS)[number];

export const LIBRARY_STATES = {
  valid: '现行有效',
  notYet: '尚未施行',
  ended: '废止、失效',
} as const;
export type LibraryState = keyof typeof LIBRARY_STATES;

export interface LibraryFilters {
  readonly agencyIds: readonly AgencyId[];
  readonly kind?: PolicyKind;
  readonly state?: LibraryState;
  /** 成文年份. */
  readonly year?: number;
}

export interface LibraryEntry {
  readonly line: PublicLine;
  readonly writtenOn: CivilDate;
  readonly effectiveOn: CivilDate | null;
  readonly expiresOn: CivilDate | null;
  /** From which day it has no force, and what took it (null: its 有效期 was over); null while nothing did. */
  readonly ended: { readonly on: CivilDate; readonly by: string | null } | null;
  /** 政策解读 of it that are public. */
  readonly interpretations: readonly { readonly id: string; readonly title: string }[];
}

export interface LibraryPage {
  readonly entries: readonly LibraryEntry[];
  readonly total: number;
  /** How many there are in each state under the other filters. */
  readonly counts: Readonly<Record<LibraryState, number>>;
  /** 成文年份 there are, the latest first. */
  readonly years: readonly number[];
}
