/** 版式 of PDF: a report set on sheets the ways programs and people do it, each letter and line where such a file has it. */
import { bar, drawnPdf, HEIGHT, type Look, line, type Sheet, text, WIDTH, widthOf } from '../drawn-pdf.ts';
import type { PrintedReport, PrintedRow } from './printed-report.ts';
import type { Random } from './random.ts';

/** What a file does to one figure: nothing where it is left out. */
type Spoil = (figure: string, at: Box, random: Random, height: number) => string | undefined;

export interface PdfLayout {
  readonly rules?: 'lines' | 'bars' | 'level' | 'none';
  readonly align?: 'left' | 'center' | 'right';
  /** Rows of Table 3 on a sheet; the head again on the next. */
  readonly rowsOnSheet?: number;
  readonly headAgain?: boolean;
  /** Set sideways on its sheet; `page`: and the page turned back. */
  readonly turned?: 'page' | 'content';
  readonly form?: boolean;
  readonly look?: Look;
  readonly heads?: 'stacked' | 'sideways';
  readonly numbered?: boolean;
  readonly spoil?: Spoil;
  /** Share of the cells that are read, where it cannot be told what is blank, or what is one figure. */
  readonly atLeast?: number;
  /** Width of a column of figures. */
  readonly column?: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const SIZE = 8;
const LEFT = 50;
const LABEL = [56, 70, 118];

interface Cell {
  readonly words: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly figure?: boolean;
  readonly head?: boolean;
}

export function printPdf(printed: PrintedReport, random: Random, layout: PdfLayout = {}): Buffer {
  const width = layout.turned ? HEIGHT : WIDTH;
  const height = width === WIDTH ? HEIGHT : WIDTH;
  const sheets: string[] = [];
  let content = '';
  let y = 60;
  const next = () => {
    sheets.push(content);
    content = '';
    y = 60;
  };
  const say = (words: string, size = 10) => {
    const lines = cut(words, width - 2 * LEFT, size);
    for (const one of lines) {
      if (y > height - 80) next();
      y += size * 1.6;
      content += text(one, LEFT, y, { size, height });
    }
    y += 4;
  };
  const table = (rows: readonly (readonly Cell[])[], widths: readonly number[], headRows: number) => {
    const heights = rows.map((row) =>
      Math.max(...row.map((cell) => ((cell.rows ?? 1) > 1 ? 14 : 4 + 10 * linesIn(cell, widths, layout)))),
    );
    const placed = placedCells(rows, widths.length);
    for (let from = 0; from < rows.length; ) {
      if (y > height - 120) next();
      const again = from > 0 && layout.headAgain ? [...rows.keys()].slice(0, headRows) : [];
      const part = [...again];
      let high = again.reduce((sum, row) => sum + heights[row]!, 0);
      while (
        from < rows.length &&
        y + high + heights[from]! < height - 60 &&
        part.length - again.length < (layout.rowsOnSheet ?? 99)
      ) {
        high += heights[from]!;
        part.push(from);
        from += 1;
      }
      content += drawPart(placed, part, heights, widths, { x: LEFT, y, height }, layout, random);
      y += high + 8;
      if (from < rows.length) next();
    }
  };
  say(`${printed.unit}${printed.year}年政府信息公开工作年度报告`, 14);
  say(printed.prose.intro);
  const [one, two, three, four, five, six] = printed.headings as [string, string, string, string, string, string];
  say(one);
  for (const words of printed.prose.overall) say(words);
  say(two);
  const four2 = [140, 90, 90, 90];
  for (const block of printed.table2) {
    const columns = block.head.length;
    table(
      [
        [{ words: block.title, columns }],
        block.head.map((words) => ({ words })),
        ...block.rows.map((row) => [{ words: row.label }, ...row.cells.map((words) => ({ words, figure: true }))]),
      ],
      columns === 4 ? four2 : columns === 3 ? [140, 135, 135] : [140, 270],
      0,
    );
  }
  say(three);
  const column = layout.column ?? 35;
  table(table3(printed.table3), [...LABEL, ...Array<number>(7).fill(column)], 3);
  say(four);
  table(table4(printed.table4), Array<number>(15).fill(Math.min(column, 33)), 3);
  say(five);
  say(printed.prose.problems);
  say(six);
  say(printed.prose.other);
  next();
  return drawnPdf(
    sheets.map((body, i): Sheet => {
      const foot = layout.numbered ? text(`${i + 1}`, width / 2, height - 30, { size: 9, height }) : '';
      const sideways = layout.turned !== undefined;
      return {
        content: sideways ? `q 0 1 -1 0 ${height} 0 cm ${body}${foot} Q` : body + foot,
        width: sideways ? height : width,
        height: sideways ? width : height,
        turned: layout.turned === 'page' ? 1 : 0,
        form: layout.form ?? false,
      };
    }),
  );
}

function table3(rows: readonly PrintedRow[]): Cell[][] {
  const heads = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
  const spanOf = (i: number, depth: number) => {
    let to = i + 1;
    while (to < rows.length && rows[to]!.depth > depth && rows[to]!.groups.length <= rows[to]!.depth - 1 - depth)
      to += 1;
    return to - i;
  };
  return [
    [
      {
        words: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
        columns: 3,
        rows: 3,
        head: true,
      },
      { words: '申请人情况', columns: 7, head: true },
    ],
    [
      { words: '自然人', rows: 2, head: true },
      { words: '法人或其他组织', columns: 5, head: true },
      { words: '总计', rows: 2, head: true },
    ],
    heads.map((words) => ({ words, head: true })),
    ...rows.map((row, i): Cell[] => {
      const above = row.depth - 1 - row.groups.length;
      const labels = row.groups.map((words, at): Cell => ({ words, rows: spanOf(i, above + at + 1) }));
      return [
        ...labels,
        { words: row.label, columns: 4 - row.depth },
        ...row.cells.map((words) => ({ words, figure: true })),
      ];
    }),
  ];
}

function table4(figures: readonly string[]): Cell[][] {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  return [
    [
      { words: '行政复议', columns: 5, rows: 2, head: true },
      { words: '行政诉讼', columns: 10, head: true },
    ],
    [
      { words: '未经复议直接起诉', columns: 5, head: true },
      { words: '复议后起诉', columns: 5, head: true },
    ],
    [0, 1, 2].flatMap(() => results.map((words) => ({ words, head: true }))),
    figures.map((words) => ({ words, figure: true })),
  ];
}

function widthAt(at: number, columns: number, widths: readonly number[]): number {
  return widths.slice(at, at + columns).reduce((sum, one) => sum + one, 0);
}

function linesIn({ words, columns = 1, figure, rows = 1 }: Cell, widths: readonly number[], layout: PdfLayout): number {
  if (figure || rows > 1) return 1;
  if (layout.heads === 'stacked' && columns === 1) return words.length;
  return cut(words, (columns === 1 ? widths.at(-1)! : 100) - 4, SIZE).length;
}

function cut(words: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let one = '';
  for (const letter of words) {
    if (widthOf(one + letter, size) > width && one !== '') {
      lines.push(one);
      one = '';
    }
    one += letter;
  }
  return [...lines, one];
}

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

interface PlacedCell {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly wide: number;
  readonly high: number;
}

function placedCells(rows: readonly (readonly Cell[])[], columns: number): PlacedCell[] {
  const taken = rows.map(() => new Set<number>());
  return rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell): PlacedCell => {
      while (taken[row]!.has(column)) column += 1;
      const wide = Math.min(cell.columns ?? 1, columns - column);
      const high = Math.min(cell.rows ?? 1, rows.length - row);
      for (let i = row; i < row + high; i += 1) for (let j = column; j < column + wide; j += 1) taken[i]!.add(j);
      const place = { cell, row, column, wide, high };
      column += wide;
      return place;
    });
  });
}

/** Rows of a table that stand on one sheet; a merged cell is cut where the sheet ends, and goes on blank. */
function drawPart(
  placed: readonly PlacedCell[],
  part: readonly number[],
  heights: readonly number[],
  widths: readonly number[],
  { x, y, height }: Frame,
  layout: PdfLayout,
  random: Random,
): string {
  const xs = [...widths.keys(), widths.length].map((at) => x + widthAt(0, at, widths));
  const tops = new Map<number, number>();
  let top = y;
  for (const row of part) {
    tops.set(row, top);
    top += heights[row]!;
  }
  return placed.reduce((out, { cell, row, column, wide, high }) => {
    const rows = part.filter((at) => at >= row && at < row + high);
    if (rows.length === 0) return out;
    const box = {
      left: xs[column]!,
      right: xs[column + wide]!,
      top: tops.get(rows[0]!)!,
      bottom: tops.get(rows.at(-1)!)! + heights[rows.at(-1)!]!,
    };
    const words = rows[0] === row ? cell : { ...cell, words: '' };
    return out + border(box, layout.rules ?? 'lines', height) + drawCell(words, box, layout, random, height);
  }, '0.5 w 0 G 0 g\n');
}

function border({ left, right, top, bottom }: Box, rules: NonNullable<PdfLayout['rules']>, height: number): string {
  if (rules === 'none') return '';
  const draw = rules === 'bars' ? bar : line;
  const level = draw(left, top, right, top, height) + draw(left, bottom, right, bottom, height);
  return rules === 'level'
    ? level
    : level + draw(left, top, left, bottom, height) + draw(right, top, right, bottom, height);
}

function drawCell(cell: Cell, box: Box, layout: PdfLayout, random: Random, height: number): string {
  const { words } = cell;
  const [middle, wide] = [(box.top + box.bottom) / 2, box.right - box.left];
  if (cell.figure) {
    const spoilt = layout.spoil?.(words, box, random, height);
    if (spoilt !== undefined) return spoilt;
    const long = widthOf(words, SIZE);
    const x =
      layout.align === 'left'
        ? box.left + 2
        : layout.align === 'right'
          ? box.right - 2 - long
          : box.left + (wide - long) / 2;
    return words === '' ? '' : text(words, x, middle + 3, { size: SIZE, height, ...layout.look });
  }
  if (layout.heads === 'sideways' && cell.head && (cell.columns ?? 1) === 1)
    return text(words, box.left + wide / 2 + 3, box.bottom - 2, { size: 5, angle: 90, height });
  const lines =
    layout.heads === 'stacked' && cell.head && (cell.columns ?? 1) === 1 ? [...words] : cut(words, wide - 4, SIZE);
  return lines
    .map((one, i) => text(one, box.left + 2, middle + 3 + (i - (lines.length - 1) / 2) * 9, { size: SIZE, height }))
    .join('');
}

/** A figure with something beside, behind or over it, every third time. */
function spoiling(print: (figure: string, x: number, y: number, random: Random, height: number) => string): Spoil {
  return (figure, { left, top, bottom }, random, height) =>
    !/^\d+$/.test(figure) || random.chance(0.7)
      ? undefined
      : print(figure, left + 3, (top + bottom) / 2 + 3, random, height);
}

const NOTES = ['1', '[2]', '（3）', '①', '注'];

const noted = spoiling((figure, x, y, random, height) => {
  const note = text(random.pick(NOTES), x + widthOf(figure, SIZE), y - 3, { size: 4.5, height });
  return text(figure, x, y, { size: SIZE, height }) + note;
});
const hidden = spoiling((figure, x, y, random, height) => {
  const before = random.pick(['1 g', '3 Tr', '/Clear gs']);
  return (
    text(figure, x, y, { size: SIZE, height }) + text('7', x + widthOf(figure, SIZE), y, { size: SIZE, before, height })
  );
});
const struck = spoiling((figure, x, y, random, height) => {
  const old = String(random.upTo(999));
  const end = x + widthOf(old, SIZE);
  return (
    text(old, x, y, { size: SIZE, height }) +
    line(x, y - 2.6, end, y - 2.6, height) +
    text(figure, end, y, { size: SIZE, height })
  );
});
const covered = spoiling((figure, x, y, random, height) => {
  const old = text(String(random.upTo(99)), x, y, { size: SIZE, height });
  return `${old}q 1 g ${x - 1} ${height - y - 2} 30 10 re f Q\n${text(figure, x, y, { size: SIZE, height })}`;
});
const overPrinted = spoiling(
  (figure, x, y, random, height) =>
    text(String(random.upTo(9999)), x + 1.5, y, { size: SIZE, height }) + text(figure, x, y, { size: SIZE, height }),
);
/** So far to the right that some reach over the line, or right up to it. */
const overLine: Spoil = (figure, { left, right, top, bottom }, random, height) =>
  !/^\d+$/.test(figure) || right - left > 50 || random.chance(0.6)
    ? undefined
    : text(figure, right - random.upTo(9) - 3, (top + bottom) / 2 + 3, { size: SIZE, height });

export const PDF_LAYOUTS: Readonly<Record<string, PdfLayout>> = {
  'ruled by bars, in a form': { rules: 'bars', align: 'right', form: true },
  'level lines only': { rules: 'level', atLeast: 0.85 },
  'no lines over sheets': { rules: 'none', rowsOnSheet: 7, numbered: true, align: 'right', atLeast: 0.85 },
  'over sheets, heads stacked': { rowsOnSheet: 6, numbered: true, heads: 'stacked' },
  'over sheets, head again, letters drawn': { rowsOnSheet: 5, headAgain: true, align: 'left', look: { font: 'F3' } },
  'sideways on its sheet, heads across': { turned: 'content', heads: 'sideways' },
  'sheet turned, letters spread': { turned: 'page', look: { before: '1.4 Tc' } },
  'no lines, sideways': { turned: 'content', rules: 'none', atLeast: 0.85 },
  'letters wide spread': { look: { before: '3 Tc' }, align: 'left', atLeast: 0.85 },
  'notes raised': { spoil: noted },
  'notes raised, no lines': { spoil: noted, rules: 'none', atLeast: 0.7 },
  'figures hidden': { spoil: hidden },
  'figures struck out': { spoil: struck },
  'figures covered': { spoil: covered },
  'figures printed over': { spoil: overPrinted, atLeast: 0.6 },
  'figures printed over, no lines': { spoil: overPrinted, rules: 'none', atLeast: 0.1 },
  'figures over a line': { spoil: overLine, atLeast: 0.4 },
};
