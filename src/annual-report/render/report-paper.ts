/** 年度报告文本: the report as a paper, for Word. */
import type { Paper, PaperBlock } from '../../statute/paper.ts';
import type { Report } from '../report.ts';
import { printedSections } from './printed-sections.ts';

export function reportPaper(report: Report, title: string): Paper {
  const blocks = printedSections(report).flatMap(({ heading, level, paragraphs, table }): PaperBlock[] => [
    ...(heading === '' ? [] : [{ kind: 'heading', level, text: heading } as const]),
    ...paragraphs.map((text) => ({ kind: 'paragraph', text }) as const),
    ...(table ? [table] : []),
  ]);
  return { title, blocks };
}
