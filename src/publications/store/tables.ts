/** The tables of `publications/`; every file beside this one speaks SQL, and no other of the room does. */
import type { Generated } from 'kysely';
import type { Finding } from '../../review/finding.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { AttachedFile } from '../attached-file.ts';
import type { ColumnKey } from '../columns.ts';
import type { DocumentState } from '../document.ts';
import type { DocumentKindName } from '../document-kinds.ts';
import type { ForceVerdict } from '../force-review.ts';
import type { Ending } from '../normative.ts';
import type { Particulars } from '../particulars.ts';
import type { BodyPicture, PictureHash } from '../picture.ts';
import type { RelationKind } from '../relations.ts';
import type { PresetName } from '../review/chains.ts';
import type { NewMark } from '../review/edition-mark.ts';
import type { Withdrawal } from '../withdrawal.ts';

declare module '../../platform/database.ts' {
  interface Database {
    documents: {
      id: string;
      agency_id: string;
      kind: DocumentKindName;
      state: DocumentState;
      index_no: string | null;
      live_edition: number | null;
      draft_edition: number | null;
      columns: readonly ColumnKey[];
      /** Columns it stood in while it was public, and stands in no more. */
      left_columns: Generated<readonly ColumnKey[]>;
      title: string;
      doc_no: string | null;
      issuer: string;
      written_on: CivilDate;
      effective_on: CivilDate | null;
      expires_on: CivilDate | null;
      published_at: Date | null;
      published_on: CivilDate | null;
      carried_over_on: CivilDate | null;
      counted_from: CivilDate | null;
      ending: Ending | null;
      ended_on: CivilDate | null;
      withdrawal: Withdrawal | null;
      withdrawn_on: CivilDate | null;
    };
    editions: {
      document_id: string;
      n: number;
      agency_id: string;
      particulars: Particulars;
      body_html: string;
      body_text: string;
      hash: string;
      edited_by: string;
      former_editors: readonly string[];
      attachments: readonly AttachedFile[];
      /** Pictures in the body, by their hashes. */
      pictures: Generated<readonly PictureHash[]>;
      change_note: string | null;
      published_at: Date | null;
      /** Columns it stood in when it was let out; null while it is edited, and where nobody kept them. */
      released_in: Generated<readonly ColumnKey[] | null>;
    };
    attached_files: {
      id: string;
      agency_id: string;
      name: string;
      kind: string;
      bytes: number;
      sha256: string;
      words: string;
      findings: readonly Finding[];
      added_by: string;
      added_at: Date;
    };
    pictures: {
      agency_id: string;
      sha256: PictureHash;
      sizes: BodyPicture['sizes'];
      kind: BodyPicture['kind'];
      added_by: string;
      added_at: Date;
    };
    edition_marks: {
      document_id: string;
      n: number;
      agency_id: string;
      /** Everything of the mark but `n`, `by` and `at`. */
      mark: NewMark;
      by_id: string;
      at: Date;
    };
    review_rules: {
      agency_id: string;
      /** Empty for every column, for every kind. */
      column_key: ColumnKey | '';
      kind: DocumentKindName | '';
      preset: PresetName;
    };
    placements: {
      column_key: ColumnKey;
      published_at: Date;
      document_id: string;
      agency_id: string;
      live: boolean;
    };
    force_reviews: {
      document_id: string;
      n: number;
      agency_id: string;
      reviewed_on: CivilDate;
      verdict: ForceVerdict;
      why: string;
      by_id: string;
      at: Date;
    };
    relations: { document_id: string; kind: RelationKind; to_id: string; agency_id: string };
    index_serials: { agency_id: string; year: number; last: number };
    special_columns: {
      key: ColumnKey;
      agency_id: string;
      name: string;
      purpose: string;
      place: number;
      opened_on: CivilDate;
      closed_on: CivilDate | null;
    };
    former_addresses: { path: string; document_id: string; agency_id: string; file_id: string | null };
    search: {
      document_id: string;
      agency_id: string;
      kind: DocumentKindName;
      year: number;
      published_at: Date;
      doc_no: string | null;
      index_no: string;
      title: string;
      title_words: string;
      folded: string;
      grams: string;
    };
  }
}
