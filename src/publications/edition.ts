/**
 * 版本 Edition: one state of a document's text and metadata. Its SM3 hash is what a review approves and what a court is
 * shown; any change makes another hash.
 */
import { canonical, sm3 } from '../ledger/entry.ts';
import type { AttachedFile } from './attached-file.ts';
import { cleanBody } from './body.ts';
import { inOneLine, type Particulars } from './particulars.ts';

export interface Edition {
  /** 1 for the first; a document's editions are numbered without a gap. */
  readonly n: number;
  readonly particulars: Particulars;
  readonly bodyHtml: string;
  /** 附件, in the order the public reads them. */
  readonly attachments: readonly AttachedFile[];
  readonly hash: string;
  readonly editedBy: string;
  /** Who else had a hand in this edition before. */
  readonly formerEditors: readonly string[];
  /** 修改说明, shown to the public; null on the first edition. */
  readonly changeNote: string | null;
  /** When it went live, ISO 8601; null while it is edited. */
  readonly publishedAt: string | null;
}

/** What was typed and chosen. */
interface Written {
  readonly particulars: Particulars;
  readonly bodyHtml: string;
  readonly attachments?: readonly AttachedFile[];
}

/**
 * An edition from what was typed: the body is cleaned before it is hashed, so that what is approved is what is shown.
 * @param before the edition of the same number that it replaces
 */
export function editionOf(
  n: number,
  written: Written,
  editedBy: string,
  changeNote: string | null,
  before: Edition | null = null,
): Edition {
  const { bodyHtml, attachments = [] } = written;
  const [clean, particulars] = [cleanBody(bodyHtml), inOneLine(written.particulars)];
  return {
    n,
    particulars,
    bodyHtml: clean,
    attachments,
    hash: hashOfEdition(particulars, clean, attachments),
    editedBy,
    formerEditors: handsBefore(before, editedBy),
    changeNote,
    publishedAt: null,
  };
}

function handsBefore(before: Edition | null, editedBy: string): string[] {
  if (before === null) return [];
  return [...new Set([...before.formerEditors, before.editedBy])].filter((id) => id !== editedBy);
}

/** 拟稿人: everybody who wrote this edition; none of them approves it. */
export function authorsOf({ editedBy, formerEditors }: Pick<Edition, 'editedBy' | 'formerEditors'>): string[] {
  return [editedBy, ...formerEditors];
}

/** SM3 over title, metadata, body and attachments in canonical form; of what has none it is that of the other three. */
export function hashOfEdition(
  particulars: Particulars,
  bodyHtml: string,
  attachments: readonly Pick<AttachedFile, 'name' | 'kind' | 'sha256'>[] = [],
): string {
  return sm3(textOfEdition({ particulars, bodyHtml, attachments }));
}

/** 版本原文: the very text whose SM3 is the hash of the edition. */
export function textOfEdition({
  particulars,
  bodyHtml,
  attachments,
}: Pick<Edition, 'particulars' | 'bodyHtml'> & {
  readonly attachments: readonly Pick<AttachedFile, 'name' | 'kind' | 'sha256'>[];
}): string {
  const files = attachments.map(({ name, kind, sha256 }) => ({ name, kind, sha256 }));
  return canonical({ particulars, bodyHtml, ...(files.length > 0 && { attachments: files }) });
}
