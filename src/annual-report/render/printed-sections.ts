/**
 * 报告的排列: the narrative in its own order with 表二、表三、表四 in the sections the form gives them (国办公开办函〔2021〕30号). The one
 * order for the page and the Word file.
 */
import type { PaperTable } from '../../statute/paper.ts';
import { SECTIONS } from '../form.ts';
import type { Report } from '../report.ts';
import { table2, table3, table4 } from './official-tables.ts';

export interface PrintedSection {
  /** As the report prints it; empty for what stands before the first. */
  readonly heading: string;
  /** 1: `一、…`; 2: `（一）…` within it. */
  readonly level: 1 | 2;
  readonly paragraphs: readonly string[];
  readonly table: PaperTable | undefined;
}

const TABLE_SECTIONS: readonly string[] = SECTIONS.slice(1, 4);

export function printedSections(report: Report): PrintedSection[] {
  const tables = tablesOf(report);
  return withTableSections(report).narrative.map(({ heading, text }) => ({
    heading,
    level: /^[（(]/.test(heading) ? 2 : 1,
    paragraphs: text.split('\n').filter((paragraph) => paragraph.trim() !== ''),
    table: tables[TABLE_SECTIONS.indexOf(heading)],
  }));
}

/** Where the narrative has no section for a table, the section stands before the fifth. */
export function withTableSections(report: Report): Report {
  const { narrative } = report;
  const tables = tablesOf(report);
  const told = new Set(narrative.map(({ heading }) => heading));
  const missing = TABLE_SECTIONS.flatMap((heading, at) =>
    told.has(heading) || !tables[at] ? [] : [{ heading, text: '' }],
  );
  if (missing.length === 0) return report;
  const fifth = narrative.findIndex(({ heading }) => heading === SECTIONS[4]);
  return { ...report, narrative: narrative.toSpliced(fifth < 0 ? narrative.length : fifth, 0, ...missing) };
}

function tablesOf(report: Report): (PaperTable | undefined)[] {
  return [table2(report), table3(report), table4(report)];
}
