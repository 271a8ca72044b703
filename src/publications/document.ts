/**
 * 主动公开的信息 Document → 版本 Edition (《条例》第十九条、第二十六条). What to know first in this room:
 *
 * - A document is one piece of government information with one 索引号 and one address; its text lives in editions. While a
 *   successor is edited (`draft`), the public goes on reading the `live` edition.
 * - It may stand in several columns and is still one document: every figure counts documents, never placements [PUB-12].
 * - When it was published is written by the system and never typed [PUB-3]; whether it is in force on a day follows
 *   from its dates (`normative.ts`) and is never stored.
 */
import type { AgencyId } from '../people/agency.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import type { ColumnKey } from './columns.ts';
import type { DocumentKindName } from './document-kinds.ts';
import type { Edition } from './edition.ts';
import type { IndexNumber } from './index-number.ts';
import type { Ending } from './normative.ts';
import type { Relation } from './relations.ts';
import type { EditionMark } from './review/edition-mark.ts';
import type { Withdrawal } from './withdrawal.ts';

export type DocumentId = string;

/** 稿件状态: `draft` was never public; `withdrawn` was, and leaves a notice at its address. */
export type DocumentState = 'draft' | 'published' | 'withdrawn';

export const STATE_TERMS: Readonly<Record<DocumentState, string>> = {
  draft: '未发布',
  published: '已发布',
  withdrawn: '已撤回',
};

export interface Document {
  readonly id: DocumentId;
  readonly agencyId: AgencyId;
  readonly kind: DocumentKindName;
  readonly state: DocumentState;
  /** 索引号, given at first publication and kept for ever; null before. */
  readonly indexNo: IndexNumber | null;
  /** What the public reads, or read last. */
  readonly live: Edition | null;
  /** What is being edited. */
  readonly draft: Edition | null;
  /** Columns an editor chose; the columns above them follow by themselves. */
  readonly columns: readonly ColumnKey[];
  readonly relations: readonly Relation[];
  /** 审校记录 of every edition, in the order they were made. */
  readonly marks: readonly EditionMark[];
  /** First publication, ISO 8601; a later edition does not move it. */
  readonly publishedAt: string | null;
  readonly publishedOn: CivilDate | null;
  /** 结转: in force from before the product; the day it was entered here is shown beside its former date. */
  readonly carriedOverOn: CivilDate | null;
  /** First day it counts among 规范性文件; null where the kind is not counted. */
  readonly countedFrom: CivilDate | null;
  readonly ending: Ending | null;
  readonly withdrawal: Withdrawal | null;
}
