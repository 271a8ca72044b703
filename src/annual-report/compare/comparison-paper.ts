/** 比较表 as a paper, for Excel, Word and PDF, and as words for a screen: the subjects stand above where they are few, at the side where they are many. */
import type { Paper, PaperBlock, PaperCell, PaperTable } from '../../statute/paper.ts';
import type { ComparedMeasure, ComparedTable, ComparedValue, Comparison } from './compare-reports.ts';
import type { Ranking } from './ranking.ts';

const FEW = 8;
/** Measures beside each other where the subjects stand at the side. */
const IN_A_ROW = 8;

export function comparisonPaper(comparison: Comparison, rankings: readonly Ranking[]): Paper {
  const { subjects, tables, cautions } = comparison;
  return {
    title: '政府信息公开工作年度报告比较',
    blocks: [
      {
        kind: 'paragraph',
        text: `比较的报告（${subjects.length} 份）：${subjects.map(({ label }) => label).join('、')}。`,
      },
      ...cautions.map((text) => ({ kind: 'paragraph', text }) as const),
      ...tables.flatMap((table): PaperBlock[] => [
        { kind: 'heading', level: 1, text: table.title },
        ...(subjects.length <= FEW ? [subjectsAbove(comparison, table)] : subjectsAside(comparison, table)),
      ]),
      ...rankings.flatMap(rankingBlocks),
    ],
  };
}

export function printedValue({ value, absent }: ComparedValue, unit: ComparedMeasure['unit']): string {
  if (value === null) return absent ?? '';
  return unit === '%' ? `${value.toFixed(1)}%` : String(value);
}

export function measureHead({ term, unit }: Pick<ComparedMeasure, 'term' | 'unit'>): string {
  return unit === '%' ? term : `${term}（${unit}）`;
}

function subjectsAbove({ subjects }: Comparison, { title, measures }: ComparedTable): PaperTable {
  return {
    kind: 'table',
    caption: title,
    columns: subjects.length + 1,
    headRows: 1,
    rows: [
      [head('指标'), ...subjects.map(({ label }) => head(label))],
      ...measures.map((measure) => [
        side(measureHead(measure)),
        ...measure.values.map((value) => figure(printedValue(value, measure.unit))),
      ]),
    ],
  };
}

function subjectsAside({ subjects }: Comparison, { title, measures }: ComparedTable): PaperTable[] {
  const parts = Math.ceil(measures.length / IN_A_ROW);
  return Array.from({ length: parts }, (_, part) => {
    const here = measures.slice(part * IN_A_ROW, (part + 1) * IN_A_ROW);
    return {
      kind: 'table',
      caption: title,
      columns: here.length + 1,
      headRows: 1,
      rows: [
        [head('报告'), ...here.map((measure) => head(measureHead(measure)))],
        ...subjects.map(({ label }, at) => [
          side(label),
          ...here.map((measure) => figure(printedValue(measure.values[at]!, measure.unit))),
        ]),
      ],
    };
  });
}

function rankingBlocks({ measure, years, cautions }: Ranking): PaperBlock[] {
  return [
    { kind: 'heading', level: 1, text: `排名：${measure.term}` },
    ...cautions.map((text) => ({ kind: 'paragraph', text }) as const),
    ...years.flatMap(({ year, places, unranked }): PaperBlock[] => [
      {
        kind: 'table',
        caption: `${year ?? '年度不明'} ${measure.term}`,
        columns: 4,
        headRows: 1,
        rows: [
          ['名次', '报告', measureHead(measure), '基数'].map(head),
          ...places.map(({ place, label, value, base, range }) => [
            figure(place === null ? '不排名' : String(place)),
            side(label),
            figure(
              printedValue({ value }, measure.unit) + (range ? `（${range.map((r) => r.toFixed(0)).join('—')}）` : ''),
            ),
            figure(base === null ? '' : String(base)),
          ]),
        ],
      },
      ...(unranked.length > 0 ? [{ kind: 'paragraph', text: `没有这个数：${unranked.join('、')}。` } as const] : []),
    ]),
  ];
}

const head = (text: string): PaperCell => ({ text, head: 'column', align: 'center' });
const side = (text: string): PaperCell => ({ text, head: 'row', align: 'left' });
const figure = (text: string): PaperCell => ({ text, align: 'right' });
