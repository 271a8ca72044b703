/** 年度报告文本: the report as a paper, for Word, PDF and Excel. */
import type { Paper, PaperBlock, PaperTable } from '../../statute/paper.ts';
import { isUndecided, type Report, UNSETTLED } from '../report.ts';
import { printedSections } from './printed-sections.ts';

/** @param correction 更正说明 [ANR-5]: what a later version corrected, told with it wherever it is read */
export function reportPaper(report: Report, title = reportTitle(report), correction: string | null = null): Paper {
  const blocks = printedSections(withoutMissingRows(report)).flatMap(
    ({ heading, level, paragraphs, table }): PaperBlock[] => [
      ...(heading === '' ? [] : [{ kind: 'heading', level, text: heading } as const]),
      ...paragraphs.map((text) => ({ kind: 'paragraph', text }) as const),
      ...(table ? [withUnsettled(table, report.undecided)] : []),
    ],
  );
  return {
    title,
    blocks: [...(correction ? [{ kind: 'note', text: `更正说明：${correction}` } as const] : []), ...blocks],
  };
}

/** 标题: 机关、年度; what is not known is left out. */
export function reportTitle({ unit, year }: Pick<Report, 'unit' | 'year'>): string {
  return `${unit ?? ''}${year === null ? '' : `${year}年`}政府信息公开工作年度报告`;
}

/** A row that the report lacks stays away: printed blank it would be a row that was left blank. A table of which no row was read stands there unsettled. */
export function withoutMissingRows(report: Report): Report {
  const { table3, undecided } = report;
  const found = Object.values(table3.rows).some((row) => row !== null);
  const rows = Object.entries(table3.rows).filter(
    ([code, row]) => row !== null || (!found && undecided.some((where) => where.startsWith(`/table3/rows/${code}/`))),
  );
  return { ...report, table3: { ...table3, rows: Object.fromEntries(rows) } };
}

function withUnsettled(table: PaperTable, undecided: readonly string[]): PaperTable {
  if (undecided.length === 0) return table;
  const rows = table.rows.map((row) =>
    row.map((cell) =>
      cell.figure !== undefined && cell.text === '' && isUndecided(cell.figure, undecided)
        ? { ...cell, text: UNSETTLED }
        : cell,
    ),
  );
  return { ...table, rows };
}
