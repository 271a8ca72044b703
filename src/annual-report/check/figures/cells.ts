/** The cells of a report's tables by JSON Pointer, in the order of the form. */
import { APPLICANT_COLUMNS, FORMATS, LITIGATION_COLUMNS, LITIGATION_GROUPS } from '../../form.ts';
import type { Figure, Report, ReportFigures, Table2, Table4 } from '../../report.ts';

export interface Cell {
  readonly where: string;
  /** How a clerk would call it: 表三“2.重复申请”自然人. */
  readonly name: string;
  readonly figure: Figure;
}

export const TOTAL_COLUMN = 6;

export function rowPointer(code: string): string {
  return `/table3/rows/${code}`;
}

const ROW_NAMES = new Map<string, string>(
  FORMATS.flatMap(({ rows }) =>
    rows.map(({ code, label }) => [code, `表三“${label.replace(/(.{3,}?)（.*$/, '$1')}”行`]),
  ),
);

export function rowName(code: string): string {
  return ROW_NAMES.get(code) ?? `表三“${code}”行`;
}

const DOCUMENT_KINDS = [
  ['regulations', '规章'],
  ['normativeDocuments', '行政规范性文件'],
] as const;
const STOCK_COLUMNS = [
  ['made', '本年制发件数'],
  ['repealed', '本年废止件数'],
  ['valid', '现行有效件数'],
] as const;
const AMOUNTS = [
  ['licensing', '行政许可'],
  ['punishment', '行政处罚'],
  ['coercion', '行政强制'],
  ['feesWan', '行政事业性收费'],
] as const;

export function table2Cells(table2: Partial<Table2>): Cell[] {
  const stock = DOCUMENT_KINDS.flatMap(([kind, label]) =>
    STOCK_COLUMNS.flatMap(([column, heading]): Cell[] => {
      const figures = table2[kind];
      return figures === undefined
        ? []
        : [{ where: `/table2/${kind}/${column}`, name: `表二“${label}”${heading}`, figure: figures[column] }];
    }),
  );
  const amounts = AMOUNTS.flatMap(([key, label]): Cell[] => {
    const figure = table2[key];
    return figure === undefined ? [] : [{ where: `/table2/${key}`, name: `表二“${label}”`, figure }];
  });
  return [...stock, ...amounts];
}

export function table3Cells(rows: ReportFigures['table3']['rows']): Cell[] {
  return Object.entries(rows).flatMap(([code, row]) => {
    const [pointer, name] = [rowPointer(code), rowName(code)];
    return (row ?? []).map((figure, i) => ({
      where: `${pointer}/${i}`,
      name: `${name}“${APPLICANT_COLUMNS[i]}”`,
      figure,
    }));
  });
}

export function table4Cells(table4: Partial<ReportFigures['table4']>): Cell[] {
  return LITIGATION_GROUPS.flatMap(({ key, label }) =>
    (table4[key] ?? []).map((figure, i) => ({
      where: `/table4/${key}/${i}`,
      name: `表四“${label}”${LITIGATION_COLUMNS[i]}`,
      figure,
    })),
  );
}

export function allCells(figures: Pick<ReportFigures, 'table2' | 'table3' | 'table4'>): Cell[] {
  return [
    ...(figures.table2 ? table2Cells(figures.table2) : []),
    ...table3Cells(figures.table3.rows),
    ...table4Cells(figures.table4),
  ];
}

/** How a clerk would call the cell of a pointer, whether the report has it or not. */
export function cellName(where: string): string {
  const [, table, first = '', second = '', third = ''] = where.split('/');
  if (table === 'table3') return `${rowName(second)}“${APPLICANT_COLUMNS[Number(third)] ?? ''}”`;
  if (table === 'table4') {
    const group = LITIGATION_GROUPS.find(({ key }) => key === first);
    return `表四“${group?.label ?? first}”${LITIGATION_COLUMNS[Number(second)] ?? ''}`;
  }
  const kind = DOCUMENT_KINDS.find(([key]) => key === first);
  if (kind) return `表二“${kind[1]}”${STOCK_COLUMNS.find(([column]) => column === second)?.[1] ?? ''}`;
  return `表二“${AMOUNTS.find(([key]) => key === first)?.[1] ?? first}”`;
}

/** The figures that the source shows but nobody could settle, a row of them by its own name. */
export function undecidedNames({
  undecided,
  ...figures
}: Pick<Report, 'undecided' | 'table2' | 'table3' | 'table4'>): string[] {
  const known = new Map(allCells(figures).map(({ where, name }) => [where, name]));
  const rows = Object.keys(figures.table3.rows).filter((code) =>
    APPLICANT_COLUMNS.every((_, i) => undecided.includes(`${rowPointer(code)}/${i}`)),
  );
  const alone = undecided.filter((where) => !rows.some((code) => where.startsWith(`${rowPointer(code)}/`)));
  return [...rows.map(rowName), ...alone.map((where) => known.get(where) ?? nameOf(where))];
}

/** A pointer to more than a cell: /table3/rows/3.4.1, /table4/review. */
export function nameOf(where: string): string {
  const [, table, part, code] = where.split('/');
  if (table === 'table3') return part === 'rows' && code ? rowName(code) : '表三';
  const group = LITIGATION_GROUPS.find(({ key }) => key === part);
  if (table === 'table4') return group ? `表四“${group.label}”` : '表四';
  return table === 'table2' ? '表二' : where;
}

type Figures = Pick<ReportFigures, 'table2' | 'table3' | 'table4'>;

/** Reads one cell out of many reports: its pointer is taken apart once. */
export function figureAt(where: string): (figures: Figures) => Figure | undefined {
  const [, table, first = '', second = '', third = ''] = where.split('/');
  if (table === 'table3') return ({ table3 }) => table3.rows[second]?.[Number(third)];
  if (table === 'table4') return ({ table4 }) => table4[first as keyof Table4][Number(second)];
  return ({ table2 }) => {
    const value = table2?.[first as keyof Table2];
    return typeof value === 'object' && value !== null ? value[second as keyof Stocked] : value;
  };
}

type Stocked = Table2['normativeDocuments'];
