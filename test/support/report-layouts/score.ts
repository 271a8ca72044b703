/** How a reading compares with what was printed: cell by cell right, said to be undecided, or wrong without notice. */
import { LITIGATION_GROUPS } from '../../../src/annual-report/form.ts';
import type { Figure, Report } from '../../../src/annual-report/report.ts';
import type { InventedFigures } from './invented-figures.ts';

export interface Score {
  right: number;
  undecided: number;
  /** Pointer, printed, read. */
  readonly wrong: (readonly [pointer: string, printed: Figure, read: Figure | undefined])[];
}

export function score(figures: InventedFigures, report: Report): Score {
  const result: Score = { right: 0, undecided: 0, wrong: [] };
  const compare = (pointer: string, printed: Figure, read: Figure | undefined) => {
    if (report.undecided.includes(pointer) && read === null) result.undecided++;
    else if (printed === (read ?? null)) result.right++;
    else result.wrong.push([pointer, printed, read]);
  };
  if (figures.format === '2021') {
    const { documents: d, decisions, feesWan } = figures;
    const two = report.table2;
    (['made', 'repealed', 'valid'] as const).forEach((key, i) => {
      compare(`/table2/regulations/${key}`, d[i]!, two?.regulations[key]);
      compare(`/table2/normativeDocuments/${key}`, d[i + 3]!, two?.normativeDocuments[key]);
    });
    compare('/table2/licensing', decisions.licensing, two?.licensing);
    compare('/table2/punishment', decisions.punishment, two?.punishment);
    compare('/table2/coercion', decisions.coercion, two?.coercion);
    compare('/table2/feesWan', feesWan, two?.feesWan);
  } else if (report.table2 !== null) {
    result.wrong.push(['/table2', null, 0]);
  }
  for (const [code, row] of figures.rows)
    row.forEach((figure, i) => void compare(`/table3/rows/${code}/${i}`, figure, report.table3.rows[code]?.[i]));
  for (const [code, row] of Object.entries(report.table3.rows)) {
    const said = report.undecided.includes(`/table3/rows/${code}/0`);
    if (row !== null && !figures.rows.has(code) && !said) result.wrong.push([`/table3/rows/${code}`, null, row[0]]);
  }
  LITIGATION_GROUPS.forEach(({ key }, group) => {
    figures.table4[group]!.forEach((figure, i) => void compare(`/table4/${key}/${i}`, figure, report.table4[key][i]));
  });
  return result;
}
