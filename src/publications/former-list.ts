/** 旧网站的清单: rows of a sheet or entries of a JSON file → forms, each column known by its head. What is not known is refused, never passed over. */
import { FORMER_COLUMNS, type FormerField, type FormerForm } from './former-article.ts';

export interface FormerLine {
  /** Row of the sheet, or number of the entry from 1. */
  readonly at: number;
  readonly form: FormerForm;
}

/** The lines, or what is wrong with the list as a whole. */
export type FormerList = { readonly lines: readonly FormerLine[] } | { readonly says: readonly string[] };

const EMPTY = Object.fromEntries(FORMER_COLUMNS.map(({ key }) => [key, ''])) as FormerForm;
const HEADS = FORMER_COLUMNS.map(({ head }) => head).join('、');

const unknownColumn = (head: string) => `不认识“${head}”这一列。请删去，或者改成：${HEADS}。`;

/** @param rows the first with the heads */
export function linesOfSheet(rows: readonly { readonly at: number; readonly texts: readonly string[] }[]): FormerList {
  const [first, ...below] = rows;
  const heads = (first?.at === 1 ? first.texts : []).map((head) => head.trim());
  const says = [
    ...heads.filter((head) => head !== '' && keyOf(head) === undefined).map(unknownColumn),
    ...heads.filter((head, i) => head !== '' && heads.indexOf(head) !== i).map((head) => `“${head}”这一列写了两次。`),
    ...missing(new Set(heads.map(keyOf))),
  ];
  if (says.length > 0) return { says };
  const keys = heads.map(keyOf);
  return {
    lines: below.map(({ at, texts }) => ({
      at,
      form: Object.fromEntries([
        ...Object.entries(EMPTY),
        ...keys.flatMap((key, i) => (key === undefined ? [] : [[key, texts[i] ?? '']])),
      ]) as FormerForm,
    })),
  };
}

/** @param value an array of entries, each with heads as its names; 附件 may be a list */
export function linesOfJson(value: unknown): FormerList {
  if (!Array.isArray(value)) return { says: ['JSON 文件应当是一个数组，每篇文章一个对象。'] };
  const says = new Set<string>();
  const lines = value.map((entry: unknown, i) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
      says.add(`第 ${i + 1} 条不是一个对象。`);
      return { at: i + 1, form: EMPTY };
    }
    const cells = Object.entries(entry).map(([head, cell]): [string, string] => {
      const text = textOf(cell);
      if (keyOf(head) === undefined) says.add(unknownColumn(head));
      else if (text === undefined) says.add(`第 ${i + 1} 条的“${head}”不是文字。`);
      return [keyOf(head) ?? '', text ?? ''];
    });
    return { at: i + 1, form: { ...EMPTY, ...Object.fromEntries(cells.filter(([key]) => key !== '')) } };
  });
  return says.size > 0 ? { says: [...says].slice(0, 20) } : { lines };
}

function keyOf(head: string): FormerField | undefined {
  return FORMER_COLUMNS.find((column) => column.head === head)?.key;
}

function missing(there: ReadonlySet<FormerField | undefined>): string[] {
  return FORMER_COLUMNS.filter(({ must, key }) => must && !there.has(key)).map(({ head }) => `没有“${head}”这一列。`);
}

function textOf(cell: unknown): string | undefined {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  return Array.isArray(cell) && cell.every((one) => typeof one === 'string') ? cell.join('\n') : undefined;
}
