/**
 * 看不见的格 [FIL-14]: rows and columns of a sheet that are hidden or as narrow as a line and have something in them, and cells in white or in a format
 * that shows nothing. What is empty hides nothing.
 */
import { type Attributes, parse } from './xml-pass.ts';

export interface Hidden {
  readonly says: string;
  readonly advice: string;
}

const ROWS: Hidden = {
  says: '工作表里有隐藏的行或者列。',
  advice: '请取消隐藏、拉开行高和列宽，核对内容；不提供的，删除后再上传。',
};
const UNSEEN: Hidden = {
  says: '工作表里有看不见的单元格（白色的字，或者不显示内容的格式）。',
  advice: '请选中全表改成黑色、“常规”格式，核对内容；不提供的，删除后再上传。',
};

/** In points and in letters: less of a row or a column nobody sees. */
const LOW = 2;
const NARROW = 0.5;

export function hiddenCells(parts: ReadonlyMap<string, string>): Hidden[] {
  const isUnseen = unseenStyles(parts.get('xl/styles.xml') ?? '');
  let [rows, cells] = [false, false];
  for (const [name, xml] of parts) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    const found = inSheet(xml, isUnseen);
    rows ||= found.rows;
    cells ||= found.cells;
  }
  return [...(rows ? [ROWS] : []), ...(cells ? [UNSEEN] : [])];
}

function isOut({ hidden, ht, width }: Attributes): boolean {
  if (hidden === '1' || hidden === 'true') return true;
  return (ht !== undefined && Number(ht) < LOW) || (width !== undefined && Number(width) < NARROW);
}

function inSheet(
  xml: string,
  isUnseen: (style: number) => boolean,
): { readonly rows: boolean; readonly cells: boolean } {
  const columns: (readonly [number, number])[] = [];
  // A table brings its own colours, on which white may stand.
  const hasTable = /<(?:\w+:)?tablePart\b/.test(xml);
  let [isRowOut, column, style, reading] = [false, 0, 0, false];
  let [rows, cells] = [false, false];
  parse(xml, {
    open(tag, attributes) {
      if (tag === 'col' && isOut(attributes)) columns.push([Number(attributes.min), Number(attributes.max)]);
      if (tag === 'row') [isRowOut, column] = [isOut(attributes), 0];
      if (tag === 'c') [column, style] = [columnOf(attributes.r) ?? column + 1, Number(attributes.s ?? 0)];
      reading = tag === 'v' || tag === 't';
    },
    text(words) {
      if (!reading || words.trim() === '') return;
      rows ||= isRowOut || columns.some(([min, max]) => min <= column && column <= max);
      cells ||= !hasTable && isUnseen(style);
    },
    close() {
      reading = false;
    },
  });
  return { rows, cells };
}

function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0];
  return letters === undefined ? undefined : [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Formats that show nothing of figures and texts. */
const NOTHING = /^\s*(?:""|\s)*;\s*(?:""|\s)*;\s*(?:""|\s)*(?:;\s*(?:""|\s)*)?$/;

function unseenStyles(xml: string): (style: number) => boolean {
  const silent = new Set<number>();
  const [fonts, fills, styles]: [boolean[], boolean[], boolean[]] = [[], [], []];
  const open: string[] = [];
  parse(xml, {
    open(tag, attributes) {
      const inside = open.at(-1);
      open.push(tag);
      if (tag === 'numFmt' && NOTHING.test(attributes.formatCode ?? '')) silent.add(Number(attributes.numFmtId));
      if (tag === 'font' && inside === 'fonts') fonts.push(false);
      if (tag === 'color' && inside === 'font' && open.includes('fonts')) fonts[fonts.length - 1] = isWhite(attributes);
      if (tag === 'fill' && inside === 'fills') fills.push(false);
      if (tag === 'patternFill' && open.includes('fills'))
        fills[fills.length - 1] = (attributes.patternType ?? 'none') !== 'none';
      if (tag === 'gradientFill' && open.includes('fills')) fills[fills.length - 1] = true;
      if (tag === 'fgColor' && open.includes('fills') && isWhite(attributes)) fills[fills.length - 1] = false;
      if (tag === 'xf' && inside === 'cellXfs') {
        const isBare = !fills[Number(attributes.fillId ?? 0)];
        styles.push(
          silent.has(Number(attributes.numFmtId)) || (isBare && (fonts[Number(attributes.fontId ?? 0)] ?? false)),
        );
      }
    },
    close() {
      open.pop();
    },
  });
  return (style) => styles[style] ?? false;
}

/** White by number, or the first colour of the theme. */
function isWhite({ rgb, theme, tint, indexed }: Attributes): boolean {
  if (rgb !== undefined) return /^(?:..)?F[A-F\d]F[A-F\d]F[A-F\d]$/i.test(rgb);
  return (theme === '0' && Number(tint ?? 0) === 0) || indexed === '1' || indexed === '9';
}
