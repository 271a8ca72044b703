/** 双公示表 → decisions: XLSX or CSV as it was handed in. Of strangers' files this is asked of a worker thread, where time and memory can be taken away. */
import { parse } from 'csv-parse/sync';
import type { DecisionKindName } from '../enforcement/decisions/fields.ts';
import { type DecisionsRead, readDecisions, type SheetPage } from '../enforcement/decisions/read-decisions.ts';
import { decodeText } from '../platform/papers/plain-text.ts';
import { readPages } from '../platform/papers/xlsx-cells.ts';
import type { CivilDate } from '../statute/civil-date.ts';

/** More than the standard has. */
const COLUMNS_READ = 60;

/** @returns undefined where the file is no sheet */
export type ReadDecisionSheet = (
  file: Buffer,
  kind: DecisionKindName,
  today: CivilDate,
) => Promise<DecisionsRead | 'tooMuch' | undefined>;

/** A cover, a guide and the sheet itself; more is not looked through. */
const PAGES_READ = 10;

export function readDecisionSheet(file: Buffer, kind: DecisionKindName, today: CivilDate): DecisionsRead | undefined {
  const isZip = file.subarray(0, 2).toString('latin1') === 'PK';
  const pages = isZip ? readPages(file, COLUMNS_READ, PAGES_READ) : csvPages(file);
  return pages && readDecisions(pages, kind, today);
}

function csvPages(file: Buffer): SheetPage[] | undefined {
  const text = decodeText(file);
  if (text === undefined) return undefined;
  try {
    const lines: string[][] = parse(text, { bom: true, trim: true, relax_column_count: true, skip_empty_lines: true });
    return [{ rows: lines.map((texts, i) => ({ at: i + 1, texts })) }];
  } catch {
    return undefined;
  }
}
