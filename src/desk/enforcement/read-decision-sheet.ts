/** 双公示表 → decisions: XLSX or CSV as it was handed in. Of strangers' files this is asked of a worker thread, where time and memory can be taken away. */
import { CsvError, parse } from 'csv-parse/sync';
import type { DecisionKindName } from '../../enforcement/decisions/fields.ts';
import { type DecisionsRead, readDecisions, type SheetPage } from '../../enforcement/decisions/read-decisions.ts';
import { issueOfFile } from '../../enforcement/decisions/sheet-issue.ts';
import { decodeText } from '../../platform/papers/plain-text.ts';
import { readPages } from '../../platform/papers/xlsx-cells.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { Issue } from '../../statute/issue.ts';

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
  return Array.isArray(pages) ? readDecisions(pages, kind, today) : pages && { decisions: [], issues: [pages] };
}

/** Lines are numbered as the program that shows the file does, empty ones too. @returns what is wrong where its quotes do not pair */
function csvPages(file: Buffer): SheetPage[] | Issue | undefined {
  const text = decodeText(file);
  if (text === undefined) return undefined;
  try {
    const lines: string[][] = parse(text, { bom: true, trim: true, relax_column_count: true });
    const rows = lines.map((texts, i) => ({ at: i + 1, texts }));
    return [{ rows: rows.filter(({ texts }) => texts.some((said) => said !== '')) }];
  } catch (error) {
    return error instanceof CsvError ? unpaired(error) : undefined;
  }
}

/** A cell that is never closed swallows all that follows it. */
function unpaired({ lines }: CsvError): Issue {
  return issueOfFile(
    `读到第 ${lines} 行，有一格的引号没有配对。`,
    '请检查这一行和它前面的双引号；最稳妥的是用 Excel 或者 WPS 打开，另存为“.xlsx”再上传。',
  );
}
