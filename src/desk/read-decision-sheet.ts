/** 双公示表 → decisions: XLSX or CSV as it was handed in. Of strangers' files this is asked of a worker thread, where time and memory can be taken away. */
import { parse } from 'csv-parse/sync';
import type { DecisionKindName } from '../enforcement/decisions/fields.ts';
import { type DecisionsRead, readDecisions, type SheetRow } from '../enforcement/decisions/read-decisions.ts';
import { decodeText } from '../platform/papers/plain-text.ts';
import { readCells } from '../platform/papers/xlsx-cells.ts';
import type { CivilDate } from '../statute/civil-date.ts';

/** More than the standard has. */
const COLUMNS_READ = 60;

/** @returns undefined where the file is no sheet */
export type ReadDecisionSheet = (
  file: Buffer,
  kind: DecisionKindName,
  today: CivilDate,
) => Promise<DecisionsRead | 'tooMuch' | undefined>;

export function readDecisionSheet(file: Buffer, kind: DecisionKindName, today: CivilDate): DecisionsRead | undefined {
  const rows = file.subarray(0, 2).toString('latin1') === 'PK' ? readCells(file, COLUMNS_READ) : csvRows(file);
  return rows && readDecisions(rows, kind, today);
}

function csvRows(file: Buffer): SheetRow[] | undefined {
  const text = decodeText(file);
  if (text === undefined) return undefined;
  try {
    const lines: string[][] = parse(text, { bom: true, trim: true, relax_column_count: true, skip_empty_lines: true });
    return lines.map((texts, i) => ({ at: i + 1, texts }));
  } catch {
    return undefined;
  }
}
