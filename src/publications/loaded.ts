/** What a verb knows besides the command: the document as it stands, and what the command points at. */
import type { AgencyId } from '../people/agency.ts';
import type { WordFinder } from '../review/county-words.ts';
import type { AttachedFile, AttachedFileId } from './attached-file.ts';
import type { Column, ColumnKey } from './columns.ts';
import type { Document, DocumentId, DocumentState } from './document.ts';
import type { IndexNumber } from './index-number.ts';
import type { PictureHash } from './picture.ts';
import type { Chains } from './review/chains.ts';

export interface Loaded {
  /** The agency that answers for the document. */
  readonly agencyId: AgencyId;
  /** Absent for the verbs that make one. */
  readonly document: Document | null;
  /** Columns the command may name. */
  readonly columns: ReadonlyMap<ColumnKey, Column>;
  /** Other documents the command points at, as far as they exist. */
  readonly others: ReadonlyMap<DocumentId, DocumentState>;
  /** 统一社会信用代码 and the serial reserved for this act; null when the act gives no number. */
  readonly numbering: { readonly creditCode: string | null; readonly serial: number } | null;
  /** Numbers the command brings along that another document already has. */
  readonly takenNumbers: readonly IndexNumber[];
  /** Uploaded files the command names, as far as its author put them there for this agency. */
  readonly files: ReadonlyMap<AttachedFileId, AttachedFile>;
  /** Of the pictures its body names, those that were put there for this agency. */
  readonly pictures: ReadonlySet<PictureHash>;
  /** 审校规则 that hold for the document. */
  readonly chains: Chains;
  /** Finds the words in force for the agency. */
  readonly words: WordFinder;
}

/** The document a verb works on; the store refuses before when there is none. */
export function documentOf(loaded: Loaded): Document {
  if (loaded.document === null) throw new Error('this verb needs a document');
  return loaded.document;
}
