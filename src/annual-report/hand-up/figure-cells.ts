/**
 * 报数的格 FigureCells [ANR-45]: what is entered by hand, by the pointer of the cell. Totals are not entered (ANR-2); a cell that is not named is 0,
 * as the form asks (无数据填0). A sheet that was handed in says its totals, too, and they must be those of its cells.
 */
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { allCells, cellName } from '../check/figures/cells.ts';
import { compileFigures } from '../compile.ts';
import { APPLICANT_COLUMNS, formatFor, LITIGATION_COLUMNS, LITIGATION_GROUPS, resultRows } from '../form.ts';
import type { Report } from '../report.ts';
import type { YearRecords } from '../year-records.ts';
import { NO_RECORDS } from './add-records.ts';

export type FigureCells = Readonly<Record<string, number>>;

const STOCKS = ['regulations', 'normativeDocuments'] as const;
const STOCK_COLUMNS = ['made', 'repealed', 'valid'] as const;
const DECISIONS = ['licensing', 'punishment', 'coercion'] as const;
const FEES = '/table2/feesWan';

/** Six kinds of applicant, four results: the last column of the form is their sum. */
const KINDS = APPLICANT_COLUMNS.slice(0, -1);
const RESULTS = LITIGATION_COLUMNS.slice(0, -1);

/** Pointers of every cell that is entered for a year, in the order of the form. */
export function enteredPointers(year: number): string[] {
  return [
    ...STOCKS.flatMap((stock) => STOCK_COLUMNS.map((column) => `/table2/${stock}/${column}`)),
    ...DECISIONS.map((kind) => `/table2/${kind}`),
    FEES,
    ...formatFor(year)
      .rows.filter(({ code }) => code !== '3.7')
      .flatMap(({ code }) => KINDS.map((_, i) => `/table3/rows/${code}/${i}`)),
    ...LITIGATION_GROUPS.flatMap(({ key }) => RESULTS.map((_, i) => `/table4/${key}/${i}`)),
  ];
}

/** The cells as counts, so that they are summed and compiled like records. */
export function recordsOfCells(cells: FigureCells, year: number): YearRecords {
  const at = (pointer: string) => cells[pointer] ?? 0;
  const stock = (name: string) => ({
    made: at(`/table2/${name}/made`),
    repealed: at(`/table2/${name}/repealed`),
    valid: at(`/table2/${name}/valid`),
  });
  const results = (name: string) => {
    const of = (i: number) => at(`/table4/${name}/${i}`);
    return [of(0), of(1), of(2), of(3)] as const;
  };
  const rows = formatFor(year).rows.filter(({ code }) => code !== '3.7');
  return {
    ...NO_RECORDS,
    regulations: stock('regulations'),
    normativeDocuments: stock('normativeDocuments'),
    decisions: {
      licensing: at('/table2/licensing'),
      punishment: at('/table2/punishment'),
      coercion: at('/table2/coercion'),
      // 万元 to 分, which the register counts in.
      fee: Math.round(at(FEES) * 1_000_000),
    },
    applications: Object.fromEntries(
      rows.map(({ code }) => [code, KINDS.map((_, i) => at(`/table3/rows/${code}/${i}`))]),
    ),
    review: results('review'),
    directLitigation: results('directLitigation'),
    postReviewLitigation: results('postReviewLitigation'),
  };
}

/** The same of figures that were handed up. @param figures with every cell, as `compileFigures` makes them */
export function recordsOfFigures(figures: Pick<Report, 'table2' | 'table3' | 'table4'>, year: number): YearRecords {
  return recordsOfCells(cellsIn(figures), year);
}

function cellsIn(figures: Pick<Report, 'table2' | 'table3' | 'table4'>): FigureCells {
  return Object.fromEntries(allCells(figures).map(({ where, figure }) => [where, figure ?? 0]));
}

const LARGEST = 1_000_000_000;
const TOLD_AT_MOST = 10;

/** [ANR-45] Counts are whole and not negative, fees go to the 分, and every column of 表三 balances. */
export function refuseCells(cells: FigureCells, year: number): Refusal | undefined {
  const pointers = enteredPointers(year);
  const unknown = Object.keys(cells).filter((pointer) => !pointers.includes(pointer));
  if (unknown.length > 0)
    return refuse(
      'ANR-45',
      art(50),
      `表里没有“${unknown[0]!.slice(0, 60)}”这一格，或者它是系统计算的合计。请用本系统的报数表填写。`,
    );
  const wrong = Object.entries(cells).filter(([pointer, figure]) => !isFigure(pointer, figure));
  if (wrong.length > 0)
    return refuse(
      'ANR-45',
      art(50),
      `这些格不是非负整数（收费可以带小数，最多六位）：${told(wrong.map(([pointer]) => cellName(pointer)))}。`,
    );
  return refuseBalance(cells, year);
}

function isFigure(pointer: string, figure: number): boolean {
  if (!Number.isFinite(figure) || figure < 0 || figure > LARGEST) return false;
  return pointer === FEES ? Math.abs(figure * 1e6 - Math.round(figure * 1e6)) < 1e-3 : Number.isInteger(figure);
}

/** 一加二等于三加四, for each kind of applicant. */
function refuseBalance(cells: FigureCells, year: number): Refusal | undefined {
  const at = (code: string, i: number) => cells[`/table3/rows/${code}/${i}`] ?? 0;
  const results = resultRows(formatFor(year));
  const off = KINDS.flatMap((kind, i) => {
    const came = at('1', i) + at('2', i);
    const went = results.reduce((sum, { code }) => sum + at(code, i), 0) + at('4', i);
    return came === went ? [] : [`${kind}：新收加结转 ${came}，办理结果加结转下年 ${went}`];
  });
  return off.length === 0
    ? undefined
    : refuse(
        'ANR-45',
        art(50),
        `表三不平衡，第一项加第二项之和应当等于第三项加第四项之和：${off.join('；')}。请核对后再报。`,
      );
}

/**
 * [ANR-46] What a sheet says, cell by cell. Blank cells and cells that nobody could settle are named, since a report says 0 where there is none; totals
 * of the sheet that are not those of its cells are named, too. What it gives is held against the same rule as when it is handed up.
 */
export function cellsOfSheet(report: Report, agency: string, year: number): FigureCells | Refusal {
  const another = refuseUnit(report.unit, agency);
  if (another) return another;
  if (report.year !== year)
    return refuse(
      'ANR-46',
      art(50),
      `文件是 ${report.year ?? '没有写明'} 年度的，要报的是 ${year} 年度。请换文件，或者回到那一年报送。`,
    );
  const pointers = new Set(enteredPointers(year));
  const misprinted = Object.entries(report.misprints ?? {});
  if (misprinted.length > 0)
    return refuse(
      'ANR-46',
      art(50),
      `文件里这些格不是件数：${told(misprinted.map(([where, text]) => `${cellName(where)}写“${text}”`))}。请改成 0 或者正整数，不写单位，再上传。`,
    );
  const all = allCells(report);
  const has = new Set(all.map(({ where }) => where));
  const absent = [...pointers].filter((pointer) => !has.has(pointer)).map(cellName);
  const blank = all.filter(({ where, figure }) => figure === null && pointers.has(where)).map(({ name }) => name);
  if (absent.length + blank.length > 0)
    return refuse(
      'ANR-46',
      art(50),
      `文件里缺这些格，或者读不出：${told([...absent, ...blank])}。没有的填 0，再上传。`,
    );
  const cells = Object.fromEntries(
    all.filter(({ where }) => pointers.has(where)).map(({ where, figure }) => [where, figure!]),
  );
  const summed = cellsIn(compileFigures(report.unit ?? '', year, recordsOfCells(cells, year)));
  const off = all.filter(({ where, figure }) => !pointers.has(where) && figure !== null && figure !== summed[where]);
  if (off.length > 0)
    return refuse(
      'ANR-46',
      art(50),
      `文件里这些合计与各格相加不一致：${told(off.map(({ name, where, figure }) => `${name}写 ${figure}，相加是 ${summed[where] ?? 0}`))}。请改正后再上传。`,
    );
  return refuseCells(cells, year) ?? cells;
}

/** [ANR-54] Whose sheet it is: one of another agency, or of nobody, is not taken for this one's. */
function refuseUnit(unit: string | null, agency: string): Refusal | undefined {
  const plain = (name: string) => name.replace(/\s/g, '');
  if (unit === null)
    return refuse('ANR-54', art(50), `文件没有写明是哪个单位的。请用${agency}的报数表填写，标题里的单位名称不要删。`);
  return plain(unit) === plain(agency)
    ? undefined
    : refuse(
        'ANR-54',
        art(50),
        `文件是“${unit.slice(0, 60)}”的，要报的是${agency}的数。请换文件，或者回到那个单位报送。`,
      );
}

/** The first names of a list, and how many there are. */
export function told(names: readonly string[]): string {
  const more = names.length > TOLD_AT_MOST ? `等 ${names.length} 格` : '';
  return `${names.slice(0, TOLD_AT_MOST).join('、')}${more}`;
}
