/** 合计 while figures are being entered: the server computes them again; here they show what does not balance before it is sent. */

/** What stands in the boxes, by pointer of the cell; empty is 0. */
export type Entered = Readonly<Record<string, string>>;

const ROW = /^\/table3\/rows\/([\d.]+)\/(\d)$/;
const GROUP = /^\/table4\/(\w+)\/(\d)$/;

/** What is no figure counts for nothing until it is put right. */
const figureIn = (entered: Entered, pointer: string) =>
  isFigure(pointer, entered[pointer] ?? '') ? Number(entered[pointer] || 0) : 0;

/** 全角数字、分节号: what means the same figure. Anything else stays as it was typed, and is told of. */
export function asFigure(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s,]/g, '');
}

/** Cells in which something else than a figure stands. */
export function noFigures(entered: Entered): string[] {
  return Object.keys(entered).filter((pointer) => !isFigure(pointer, entered[pointer]!));
}

/** A cell that is not entered: the sum of its row, its column or both. @param pointers of the cells that are entered */
export function sumAt(figure: string, entered: Entered, pointers: readonly string[]): number {
  const [, row, column] = ROW.exec(figure) ?? [];
  if (row !== undefined)
    return total(
      entered,
      pointers.filter((pointer) => {
        const [, code = '', at] = ROW.exec(pointer) ?? [];
        return (row === '3.7' ? code.startsWith('3.') : code === row) && (column === '6' || at === column);
      }),
    );
  const [, group] = GROUP.exec(figure) ?? [];
  return total(
    entered,
    pointers.filter((pointer) => GROUP.exec(pointer)?.[1] === group),
  );
}

function total(entered: Entered, pointers: readonly string[]): number {
  return pointers.reduce((sum, pointer) => sum + figureIn(entered, pointer), 0);
}

/** 第一项加第二项之和，等于第三项加第四项之和: the columns of 表三 where it does not, by their place. */
export function unbalanced(entered: Entered, pointers: readonly string[]): number[] {
  const at = (code: string, column: number) => figureIn(entered, `/table3/rows/${code}/${column}`);
  return [0, 1, 2, 3, 4, 5].filter(
    (column) =>
      at('1', column) + at('2', column) !== sumAt(`/table3/rows/3.7/${column}`, entered, pointers) + at('4', column),
  );
}

/** Only what is a figure: digits, and for money a point with at most six behind it. */
export function isFigure(pointer: string, typed: string): boolean {
  return (pointer.endsWith('/feesWan') ? /^\d{0,10}(\.\d{0,6})?$/ : /^\d{0,10}$/).test(typed);
}
