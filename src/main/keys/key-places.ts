/** 加密的内容在哪里: every column and folder of this installation that holds sealed values. */
import { SEALED_DECISION_CORRECTIONS, SEALED_DECISIONS } from '../../enforcement/store/decisions/tables.ts';
import { SEALED_WECHAT_TOKENS } from '../../exchange/store/wechat/tables.ts';
import { SEALED_OPINION_FILE_NAMES, SEALED_OPINION_WRITERS } from '../../interaction/store/consultation-tables.ts';
import { SEALED_LETTER_WRITERS } from '../../interaction/store/letter-tables.ts';
import { SEALED_CONTACTS } from '../../people/store/contacts.ts';
import { SEALED_PROVIDER_ANSWERS } from '../../people/store/provider-identities.ts';
import { SEALED_SECOND_FACTORS } from '../../people/store/second-factors.ts';
import type { Db } from '../../platform/database.ts';
import { countFilesByKey } from '../../platform/files/reseal-files.ts';
import type { HeldShelf } from '../../platform/files/shelf.ts';
import { countByKey, type SealedColumn } from '../../platform/sealed-column.ts';
import { SEALED_APPLICANTS } from '../../requests/store/applicants.ts';
import { SEALED_PROOF_NAMES } from '../../requests/store/personal-corrections/proof-files.ts';
import { SEALED_CORRECTION_APPLICANTS } from '../../requests/store/personal-corrections/tables.ts';
import { SEALED_FILE_NAMES } from '../../requests/store/request-files.ts';
import { SEALED_CODES } from '../../requests/store/submissions.ts';
import { SEALED_MISTAKE_REPORTERS } from '../../supervision/store/mistakes.ts';

export const SEALED_COLUMNS: readonly SealedColumn[] = [
  SEALED_APPLICANTS,
  SEALED_CORRECTION_APPLICANTS,
  SEALED_LETTER_WRITERS,
  SEALED_OPINION_WRITERS,
  SEALED_OPINION_FILE_NAMES,
  SEALED_CODES,
  SEALED_FILE_NAMES,
  SEALED_PROOF_NAMES,
  SEALED_CONTACTS,
  SEALED_SECOND_FACTORS,
  SEALED_PROVIDER_ANSWERS,
  SEALED_DECISIONS,
  SEALED_MISTAKE_REPORTERS,
  SEALED_DECISION_CORRECTIONS,
  SEALED_WECHAT_TOKENS,
];

export interface KeyUse {
  /** `applicants.sealed`, or where the files are. */
  readonly place: string;
  /** Values by the id of their key. */
  readonly counts: ReadonlyMap<string, number>;
}

/** @param most looks at so many files only */
export async function keysInUse(
  db: Db,
  shelf: Pick<HeldShelf, 'list' | 'open'>,
  most?: number,
): Promise<readonly KeyUse[]> {
  return [...(await keysInDatabase(db)), { place: 'files/kept', counts: await countFilesByKey(shelf, most) }];
}

export async function keysInDatabase(db: Db): Promise<readonly KeyUse[]> {
  const uses: KeyUse[] = [];
  for (const column of SEALED_COLUMNS)
    uses.push({ place: `${column.table}.${column.column}`, counts: await countByKey(db, column) });
  return uses;
}

export function countOf(uses: readonly KeyUse[], is: (key: string) => boolean): number {
  return uses.flatMap(({ counts }) => [...counts]).reduce((sum, [key, count]) => sum + (is(key) ? count : 0), 0);
}
