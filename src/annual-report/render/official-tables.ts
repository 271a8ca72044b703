/**
 * 表二、表三、表四 exactly as the 2021 form prints them (国办公开办函〔2021〕30号): labels, order and merged cells. One value
 * for the portal page, the console and the Word file.
 */
import type { PaperCell, PaperTable } from '../../statute/paper.ts';
import { APPLICANT_COLUMNS, type FormRow, formatNamed, LITIGATION_COLUMNS, LITIGATION_GROUPS } from '../form.ts';
import type { Figure, ReportFigures, Table2, Table4 } from '../report.ts';

/** Table 2 in its four blocks; none in the trial format, whose Table 2 asks other things. */
export function table2(figures: ReportFigures): PaperTable | undefined {
  const t2 = figures.table2;
  if (!t2) return undefined;
  return asPrinted(figures, {
    kind: 'table',
    caption: '主动公开政府信息情况',
    columns: 4,
    headRows: 0,
    rows: [
      [clause('第二十条第（一）项')],
      [head('信息内容'), head('本年制发件数'), head('本年废止件数'), head('现行有效件数')],
      stockRow('规章', 'regulations', t2),
      stockRow('行政规范性文件', 'normativeDocuments', t2),
      ...countBlock('第二十条第（五）项', '本年处理决定数量', [['行政许可', t2.licensing, '/table2/licensing']]),
      ...countBlock('第二十条第（六）项', '本年处理决定数量', [
        ['行政处罚', t2.punishment, '/table2/punishment'],
        ['行政强制', t2.coercion, '/table2/coercion'],
      ]),
      ...countBlock('第二十条第（八）项', '本年收费金额（单位：万元）', [
        ['行政事业性收费', t2.feesWan, '/table2/feesWan'],
      ]),
    ],
  });
}

/** Table 3: three label columns (stage, group, case) and seven figures. */
export function table3(figures: ReportFigures): PaperTable {
  const rows = printedRows(figures);
  return asPrinted(figures, {
    kind: 'table',
    caption: '收到和处理政府信息公开申请情况',
    columns: 10,
    headRows: 3,
    rows: [
      [
        { ...head('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'), colspan: 3, rowspan: 3 },
        { ...head('申请人情况'), colspan: 7 },
      ],
      [
        { ...head(APPLICANT_COLUMNS[0]), rowspan: 2 },
        { ...head('法人或其他组织'), colspan: 5 },
        { ...head(APPLICANT_COLUMNS[6]), rowspan: 2 },
      ],
      APPLICANT_COLUMNS.slice(1, 6).map(head),
      ...rows.map((row, at) => [
        ...labelCells(rows, at),
        ...APPLICANT_COLUMNS.map((_, column) =>
          figureCell(figures.table3.rows[row.code]?.[column] ?? null, `/table3/rows/${row.code}/${column}`),
        ),
      ]),
    ],
  });
}

/** Some published reports in the form of 2021 print （六） as one row, as the trial format did: then so do we. */
function printedRows({ format, table3: { rows } }: ReportFigures): readonly FormRow[] {
  const layout = formatNamed(rows['3.6'] ? '2019-trial' : format);
  return layout.rows.filter(({ code }) => code in rows);
}

/** Table 4: one row of fifteen figures under three groups. */
export function table4(figures: ReportFigures): PaperTable {
  const five = LITIGATION_COLUMNS.map(head);
  return asPrinted(figures, {
    kind: 'table',
    caption: '政府信息公开行政复议、行政诉讼情况',
    columns: 15,
    headRows: 3,
    rows: [
      [
        { ...head('行政复议'), colspan: 5 },
        { ...head('行政诉讼'), colspan: 10 },
      ],
      [
        ...LITIGATION_COLUMNS.map((label) => ({ ...head(label), rowspan: 2 })),
        { ...head('未经复议直接起诉'), colspan: 5 },
        { ...head('复议后起诉'), colspan: 5 },
      ],
      [...five, ...five],
      LITIGATION_GROUPS.flatMap(({ key }) => litigationCells(figures.table4, key)),
    ],
  });
}

/** What is printed wrong is printed so again [ANR-73]. */
function asPrinted({ misprints }: ReportFigures, table: PaperTable): PaperTable {
  if (!misprints) return table;
  const rows = table.rows.map((row) =>
    row.map((cell) => ({ ...cell, text: (cell.figure && misprints[cell.figure]) ?? cell.text })),
  );
  return { ...table, rows };
}

/** How a figure is printed: as it is, in plain decimals, and blank where the report has none. */
export function printed(figure: Figure): string {
  if (figure === null) return '';
  return Number.isInteger(figure) ? String(figure) : figure.toFixed(6).replace(/0+$/, '');
}

/** The label cells that begin at this row: a group's label spans all rows of the group. */
function labelCells(rows: readonly FormRow[], at: number): PaperCell[] {
  const row = rows[at]!;
  const cells: PaperCell[] = [];
  row.within.forEach((label, depth) => {
    const startsHere = rows[at - 1]?.within[depth] !== label;
    if (startsHere) cells.push({ ...rowHead(label), rowspan: rows.filter((r) => r.within[depth] === label).length });
  });
  return [...cells, { ...rowHead(row.label), colspan: 3 - row.within.length }];
}

function litigationCells(table: Table4, key: keyof Table4): PaperCell[] {
  return LITIGATION_COLUMNS.map((_, i) => ({
    ...figureCell(table[key][i] ?? null, `/table4/${key}/${i}`),
    align: 'center' as const,
  }));
}

function stockRow(label: string, key: 'regulations' | 'normativeDocuments', t2: Table2): PaperCell[] {
  const { made, repealed, valid } = t2[key];
  return [
    rowHead(label),
    figureCell(made, `/table2/${key}/made`),
    figureCell(repealed, `/table2/${key}/repealed`),
    figureCell(valid, `/table2/${key}/valid`),
  ];
}

function countBlock(
  title: string,
  column: string,
  lines: readonly (readonly [string, Figure, string])[],
): PaperCell[][] {
  return [
    [clause(title)],
    [head('信息内容'), { ...head(column), colspan: 3 }],
    ...lines.map(([label, figure, pointer]) => [rowHead(label), { ...figureCell(figure, pointer), colspan: 3 }]),
  ];
}

const clause = (text: string): PaperCell => ({ text, head: 'column', align: 'center', colspan: 4 });
const head = (text: string): PaperCell => ({ text, head: 'column', align: 'center' });
const rowHead = (text: string): PaperCell => ({ text, head: 'row', align: 'left' });
const figureCell = (figure: Figure, pointer: string): PaperCell => ({
  text: printed(figure),
  align: 'right',
  figure: pointer,
});
