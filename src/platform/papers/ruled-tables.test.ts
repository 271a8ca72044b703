/** Tables that browsers print: every cell has a border of its own, and the words of neighbouring cells may come as one run. */
import { expect, it } from 'vitest';
import { type Placed, type Ruling, ruledTables } from './ruled-tables.ts';

function box(left: number, top: number, right: number, bottom: number): Ruling[] {
  return [
    { level: true, at: top, from: left, to: right },
    { level: true, at: bottom, from: left, to: right },
    { level: false, at: left, from: top, to: bottom },
    { level: false, at: right, from: top, to: bottom },
  ];
}

const CELLS = [0, 1].flatMap((row) =>
  [0, 1, 2].map((column) => box(10 + column * 32.2, 10 + row * 16.2, 40 + column * 32.2, 24 + row * 16.2)),
);
const RULINGS = [...box(8, 8, 106.4, 42.2), ...CELLS.flat()];
const word = (text: string, x: number, width: number): Placed => ({ text, x, y: 21, width, size: 8 });
const cells = (words: readonly Placed[]) =>
  ruledTables(RULINGS, words)?.tables.flatMap(({ html }) =>
    [...html.matchAll(/>([^<]+)<\/td/g)].map(([, text]) => text),
  );

it('ANR-21 a run of words over several cells is parted where it has a blank for every line', () => {
  expect(cells([word('科研机构', 12, 27), word('社会公益 其他', 44, 45)])).toEqual(['科研机构', '社会公益', '其他']);
});

it('ANR-21 a run of words over a line without a blank cannot be told apart', () => {
  expect(cells([word('4797315', 12, 60)])).toBeUndefined();
  expect(cells([word('4 797 315', 12, 50)])).toBeUndefined();
});

it('ANR-21 the raised number of a note is no part of a figure, digits of another size are apart', () => {
  const mark = { ...word('[2]', 32, 8), y: 17.6, size: 6.6 };
  expect(ruledTables(RULINGS, [word('2199', 14, 18), mark])?.tables[0]?.html).toContain('>2199<sup>2</sup><');
  expect(cells([word('20', 14, 9), { ...word('4', 23, 4), size: 7.5 }])).toEqual(['20 4']);
});

it('ANR-21 a figure struck out is told from the one that stands, or left to a person', () => {
  const strike = { level: true, at: 18.5, from: 14, to: 32 };
  const html = (words: readonly Placed[]) => ruledTables([...RULINGS, strike], words)?.tables[0]?.html;
  expect(html([word('1179', 14, 18), word('7', 46, 4)])).toContain('><s>1179</s><');
  expect(html([word('11791176', 14, 26)])).toContain('>11791176？<');
});
