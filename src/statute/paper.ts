/**
 * 文书 Paper: what stands on a paper, as a value. Rooms say what; `platform/papers/` turns it into DOCX or PDF and the
 * portal into a page. Tables carry their merged cells, because the official forms are made of them.
 */
export interface PaperCell {
  readonly text: string;
  /** What stands in it, where it is more than the text in one look. */
  readonly blocks?: readonly PaperBlock[];
  readonly colspan?: number;
  readonly rowspan?: number;
  /** A head cell names a row or a column. */
  readonly head?: 'row' | 'column';
  readonly align?: 'left' | 'center' | 'right';
  /** JSON Pointer of the figure the cell shows, so that a screen can open the records behind it. */
  readonly figure?: string;
}

export interface PaperTable {
  readonly kind: 'table';
  /** Heard by a screen reader, printed by none. */
  readonly caption: string;
  readonly columns: number;
  /** How many of the first rows name columns and are repeated on a new page. */
  readonly headRows: number;
  /** A list within a letter, set larger than a form that must fit the page. */
  readonly inLetter?: true;
  readonly rows: readonly (readonly PaperCell[])[];
}

/** A picture in the text, with the words for who cannot see it. */
export interface PaperPicture {
  readonly kind: 'picture';
  readonly alt: string;
  readonly format: 'jpg' | 'png';
  /** In dots. */
  readonly width: number;
  readonly height: number;
  readonly content: Uint8Array;
  /** Where it stands, in a cell of a table; in the text of a page every picture stands in the middle. */
  readonly side?: 'center' | 'right';
}

/** 字样: how words are set apart from those around them. */
export type WordLook = 'bold' | 'italic' | 'underline' | 'strike' | 'raised' | 'lowered';

/** Words of one look; a line ends at a line feed. */
export interface PaperRun {
  readonly text: string;
  readonly looks?: readonly WordLook[];
  /** Where a link leads. */
  readonly address?: string;
}

export interface PaperWords {
  readonly text: string;
  /** The same, where some of it has a look of its own, leads somewhere or ends a line. */
  readonly runs?: readonly PaperRun[];
}

/** 列表: all items of one list hold the same. */
export interface PaperList {
  /** How deep it stands in others. */
  readonly level: number;
  readonly counts: '1' | 'a' | 'A' | 'i' | 'I' | null;
  readonly start: number;
}

export interface PaperItem {
  readonly list: PaperList;
  /** `3.`, as it is shown; empty where an item goes on in one more paragraph. */
  readonly mark: string;
}

export interface PaperParagraph extends PaperWords {
  readonly kind: 'paragraph';
  readonly side?: 'center' | 'right';
  readonly item?: PaperItem;
}

export interface PaperHeading extends PaperWords {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
}

export type PaperBlock =
  | PaperHeading
  | PaperParagraph
  /** 横线, across the text. */
  | { readonly kind: 'rule' }
  /** 主送: to whom, flush left, ends with a colon. */
  | { readonly kind: 'addressee'; readonly text: string }
  /** 附件说明. */
  | { readonly kind: 'attachments'; readonly names: readonly string[] }
  /** 发文机关署名、成文日期, with room for the seal over both; the date in prose. */
  | { readonly kind: 'closing'; readonly issuer: string; readonly date: string }
  /** 附注, in parentheses. */
  | { readonly kind: 'note'; readonly text: string }
  | PaperPicture
  | PaperTable;

export interface Paper {
  readonly title: string;
  /** 版头: 发文机关标志 in red and 发文字号 (null: not numbered) over a red rule. */
  readonly letterhead?: { readonly issuer: string; readonly number: string | null };
  readonly blocks: readonly PaperBlock[];
}

/** Stands alone in a paragraph where a page begins, in the text that is read out of a file with pages; no text a person writes holds it. */
export const PAGE_START = '\u0002';

/** What is printed, and read, for a character that nobody can tell: the mark of Chinese typesetters. */
export const UNKNOWN_LETTER = '〓';

/** Stands alone in a paragraph for the pictures of a page, in the text that is read out of a file: what they show is not in it. */
export const PICTURE_PLACE = '\u0003';
