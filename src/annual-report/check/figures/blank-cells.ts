/** NO_BLANK [ANR-11, ANR-74]: no cell is left blank or filled with / or —. A blank 总计 hides a figure; a blank part is read as unknown, not as 0. */
import { APPLICANT_COLUMNS, LITIGATION_COLUMNS, LITIGATION_GROUPS } from '../../form.ts';
import type { Report } from '../../report.ts';
import type { CheckSubject, Observation } from '../finding.ts';
import { isUndecided, partsSum } from './blank-as-zero.ts';
import { ADVICE, blanksTogether } from './blanks-together.ts';
import { type Cell, rowPointer, TOTAL_COLUMN, table2Cells, table3Cells, table4Cells } from './cells.ts';

export function blankCells({ report, occasion }: CheckSubject): Observation[] {
  const blankColumns = columnsLeftBlank(report);
  const table3 = table3Cells(report.table3.rows).filter(
    ({ where }) => !blankColumns.has(Number(where.split('/').pop())),
  );
  const cells = [...(report.table2 ? table2Cells(report.table2) : []), ...table3, ...table4Cells(report.table4)];
  const blanks = cells
    .filter(({ where, figure }) => figure === null && !isUndecided(report, where))
    .map((cell) => blank(report, cell));
  // Our own system fills every cell; in somebody's report a blank part hides no total.
  const observations = [
    ...[...blankColumns].map((column): Observation => {
      const says = `表三“${APPLICANT_COLUMNS[column]}”整列空白，读作没有数据，不当作 0。`;
      return { where: `/table3/columns/${column}`, says, advice: ADVICE, severity: 'hint' };
    }),
    ...blanks.filter((one) => !isOfNothing(one)),
    ...blanksTogether(
      blanks.filter(isOfNothing).map(({ where }) => where),
      cells.map(({ where }) => where),
    ),
  ];
  return occasion === 'read' ? observations : observations.map(({ severity: _, ...grave }) => grave);
}

/** A blank part, or a blank 总计 of nothing: a report that leaves its zeros blank has dozens of them. */
function isOfNothing({ severity, right }: Observation): boolean {
  return severity === 'hint' || right === 0;
}

function blank(report: Report, { where, name }: Cell): Observation {
  const parts = partsOfTotal(report, where);
  if (!parts) return { where, says: `${name}是空白。`, advice: ADVICE, severity: 'hint' };
  const group = where.slice(0, where.lastIndexOf('/'));
  if (parts.some((_, i) => isUndecided(report, `${group}/${i}`))) {
    return { where, says: `${name}是空白。`, advice: '核对各项后填写它们的和。' };
  }
  const sum = partsSum([...parts, null]);
  return {
    where,
    says: `${name}是空白，按各项之和应为 ${sum}。`,
    advice: `核对后填写 ${sum}。`,
    left: null,
    right: sum,
  };
}

/** The figures a blank total should add up; undefined for a cell that is no total or has nothing to add. */
function partsOfTotal(report: Report, where: string): readonly (number | null)[] | undefined {
  for (const [code, row] of Object.entries(report.table3.rows)) {
    if (where === `${rowPointer(code)}/${TOTAL_COLUMN}`) return row?.slice(0, TOTAL_COLUMN);
  }
  for (const { key } of LITIGATION_GROUPS) {
    const parts = report.table4[key].slice(0, LITIGATION_COLUMNS.length - 1);
    if (where === `/table4/${key}/${LITIGATION_COLUMNS.length - 1}` && parts.some((p) => p !== null)) return parts;
  }
  return undefined;
}

function columnsLeftBlank(report: Report): Set<number> {
  const rows = Object.entries(report.table3.rows).filter(([, row]) => row !== null);
  return new Set(
    rows.length < 2
      ? []
      : APPLICANT_COLUMNS.map((_, i) => i).filter((i) =>
          rows.every(([code, row]) => row?.[i] == null && !isUndecided(report, `${rowPointer(code)}/${i}`)),
        ),
  );
}
