/**
 * 备份目录 Manifest: the last part of a backup. It says what the backup holds, so that whoever restores can check every part of it, and every
 * count, before and after.
 */
export interface Manifest {
  readonly format: 1;
  /** Of the program that wrote it. */
  readonly program: string;
  /** ISO 8601: the moment of the snapshot. */
  readonly takenAt: string;
  /** The shape of the tables: what was applied, oldest first. */
  readonly migrations: readonly { readonly name: string; readonly digest: string }[];
  /** In the order they stand in the backup. */
  readonly tables: readonly KeptTable[];
  readonly sequences: readonly { readonly name: string; readonly last: string }[];
  readonly files: {
    readonly count: number;
    readonly bytes: number;
    /** Named by a row and not on the disk when the backup was made. */
    readonly missing: readonly string[];
  };
  readonly ledger: { readonly seq: number; readonly hash: string };
  /** Of the keys under which anything in it is sealed. */
  readonly keys: readonly string[];
  readonly withKeys: boolean;
  readonly parts: readonly KeptPart[];
}

export interface KeptTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

export interface KeptPart {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const MANIFEST = 'manifest.json';
export const KEYS = 'identity.key';

/** A stretch of the rows of a table, so large that its size is known before it is written and small enough to hold. */
export const pieceOf = (table: string, n: number): string => `tables/${table}/${String(n).padStart(6, '0')}.gz`;
export const filePart = (id: string): string => `files/${id}`;

/** What a part is, told by its name. */
export function readPartName(name: string): { table: string } | { file: string } | 'keys' | 'manifest' | undefined {
  const table = /^tables\/([a-z][a-z0-9_]*)\/\d{6,}\.gz$/.exec(name)?.[1];
  if (table) return { table };
  const file = /^files\/([0-9a-f-]{36})$/.exec(name)?.[1];
  if (file) return { file };
  if (name === KEYS) return 'keys';
  return name === MANIFEST ? 'manifest' : undefined;
}
