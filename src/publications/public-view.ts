/**
 * What the public may see: allow-listed views. Nothing else of a document leaves the room towards the portal, no editor's name and no
 * draft; a withdrawn document is a notice.
 */
import type { AgencyId } from '../people/agency.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import type { ColumnKey } from './columns.ts';
import type { DocumentId } from './document.ts';
import type { DocumentKindName } from './document-kinds.ts';
import type { Validity } from './normative.ts';
import type { RelationKind } from './relations.ts';

/** One line of a list. */
export interface PublicLine {
  readonly id: DocumentId;
  readonly title: string;
  readonly kind: DocumentKindName;
  readonly agencyId: AgencyId;
  readonly issuer: string;
  readonly docNo: string | null;
  readonly publishedOn: CivilDate;
  readonly validity: Validity;
}

/** A page of a list: asked for by number from 1, found by index. */
export interface ListPage {
  readonly number: number;
  readonly size: number;
}

export interface PublicList {
  readonly lines: readonly PublicLine[];
  readonly total: number;
}

/** 订阅源里的一条: what a feed tells of a document. */
export interface FeedEntry {
  readonly id: DocumentId;
  readonly title: string;
  readonly kind: DocumentKindName;
  readonly issuer: string;
  /** The summary, or how the text begins; never the whole. */
  readonly says: string;
  /** ISO 8601: first publication, and the edition that stands now. */
  readonly publishedAt: string;
  readonly changedAt: string;
}

/** 网址和最后修改时间, for those who walk the whole site. */
export interface PublicAddress {
  readonly id: DocumentId;
  readonly changedAt: string;
}

export interface PublicRelation {
  readonly kind: RelationKind;
  /** `from`: this document does it to the other; `to`: the other does it to this one. */
  readonly direction: 'from' | 'to';
  readonly document: PublicLine;
}

/** 附件 as the public may know it. */
export interface PublicFile {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly bytes: number;
}

export interface PublicDocument {
  readonly view: 'document';
  readonly id: DocumentId;
  readonly agencyId: AgencyId;
  readonly kind: DocumentKindName;
  readonly indexNo: string;
  readonly title: string;
  readonly issuer: string;
  readonly docNo: string | null;
  readonly topic: string;
  readonly genre: string;
  readonly summary: string;
  readonly keywords: readonly string[];
  readonly issue: { readonly year: number; readonly number: number } | null;
  readonly writtenOn: CivilDate;
  readonly effectiveOn: CivilDate | null;
  readonly expiresOn: CivilDate | null;
  /** First day without force, and what ended it. */
  readonly ended: { readonly on: CivilDate; readonly by: string } | null;
  readonly validity: Validity;
  /** ISO 8601, first publication. */
  readonly publishedAt: string;
  readonly publishedOn: CivilDate;
  /** The day it was entered here, when it was public before the product. */
  readonly carriedOverOn: CivilDate | null;
  /** Later editions, newest first: when, and what changed. */
  readonly changes: readonly { readonly at: string; readonly note: string }[];
  /** SM3 of the live edition. */
  readonly hash: string;
  /** Chosen columns; the first is where the breadcrumb leads. */
  readonly columns: readonly ColumnKey[];
  readonly bodyHtml: string;
  readonly attachments: readonly PublicFile[];
  readonly relations: readonly PublicRelation[];
  /** Neighbours in the first column: the older and the newer one. */
  readonly previous: PublicLine | null;
  readonly next: PublicLine | null;
}

/** 撤回说明 at the address of what was public once. */
export interface WithdrawnNotice {
  readonly view: 'withdrawn';
  readonly id: DocumentId;
  readonly notice: string;
  readonly withdrawnOn: CivilDate;
  readonly mergedInto: DocumentId | null;
}

export type PublicPage = PublicDocument | WithdrawnNotice;
