/**
 * 空白格合起来说 [ANR-74]: the blanks of a row of Table 3, of Table 2 or of a group of Table 4 are one finding that names them; those of more than a few
 * rows are one finding of the table.
 */
import { APPLICANT_COLUMNS, LITIGATION_COLUMNS } from '../../form.ts';
import type { Observation } from '../finding.ts';
import { cellName, nameOf } from './cells.ts';

export const ADVICE = '填写实际数字，没有的填 0。';

/** So many rows are told each by itself. */
const FEW = 3;
const TITLES: Readonly<Record<string, string>> = { table2: '表二', table3: '表三', table4: '表四' };

/** @param blanks pointers of what is blank @param cells of all that could be */
export function blanksTogether(blanks: readonly string[], cells: readonly string[]): Observation[] {
  const size = groupBy(cells, lineOf);
  return [...groupBy(blanks, tableOf)].flatMap(([table, of]) => {
    const lines = [...groupBy(of, lineOf)].map(([line, its]) => ({
      its,
      where: its.length === 1 ? its[0]! : line,
      name: named(line, its, size.get(line)!.length),
    }));
    if (lines.length <= FEW) return lines.map(({ where, name, its }) => finding(where, `${name}是空白。`, its));
    const says = `${TITLES[table]}有 ${of.length} 格空白：${lines.map(({ name }) => name.replace(/^表三/, '')).join('；')}。`;
    return [finding(`/${table}`, says, of)];
  });
}

/** Parts left blank are a hint; a 总计 among them is not. */
function finding(where: string, says: string, blanks: readonly string[]): Observation {
  return { where, says, advice: ADVICE, ...(blanks.some(isTotal) ? {} : { severity: 'hint' }) };
}

function isTotal(pointer: string): boolean {
  return /^\/table3\/.*\/6$/.test(pointer);
}

function groupBy(pointers: readonly string[], by: (pointer: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const pointer of pointers) groups.set(by(pointer), [...(groups.get(by(pointer)) ?? []), pointer]);
  return groups;
}

function tableOf(pointer: string): string {
  return pointer.split('/')[1]!;
}

/** The row of Table 3, the group of Table 4, all of Table 2. */
function lineOf(pointer: string): string {
  return tableOf(pointer) === 'table2' ? '/table2' : pointer.slice(0, pointer.lastIndexOf('/'));
}

function named(line: string, blanks: readonly string[], size: number): string {
  if (line === '/table2') return blanks.map(cellName).join('、');
  if (blanks.length === 1) return cellName(blanks[0]!);
  if (blanks.length === size) return `${nameOf(line)}各格`;
  const names = line.startsWith('/table3') ? APPLICANT_COLUMNS : LITIGATION_COLUMNS;
  return `${nameOf(line)}${blanks.map((pointer) => `“${names[Number(pointer.split('/').pop())]}”`).join('')}`;
}
