/** Tables that browsers print: every cell has a border of its own; each letter belongs to the cell it stands in. */
import { expect, it } from 'vitest';
import type { Letter, Ruling } from './letters.ts';
import { ruledTables } from './ruled-tables.ts';

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

/** Letters of one run, as wide each as figures of their size. */
function run(text: string, x: number, look: Partial<Letter & { readonly step: number }> = {}) {
  const { size = 8, y = 21, step = size / 2, ink = '#000000' } = look;
  return [...text].map((letter, i) => ({ x: x + i * step, y, width: size / 2, size, text: letter, ink, angle: 0 }));
}

const html = (letters: readonly ReturnType<typeof run>[number][], more: readonly Ruling[] = []) =>
  ruledTables([...RULINGS, ...more], letters).tables[0]?.html ?? '';
const cells = (...runs: readonly ReturnType<typeof run>[]) =>
  [...html(runs.flat()).matchAll(/>([^<]+)<\/td/g)].map(([, text]) => text);

it('ANR-58 figures of neighbouring cells are told apart by the lines between them, whatever blanks the file has', () => {
  expect(cells(run('47', 30, { step: 4 }), run('9', 44))).toEqual(['47', '9']);
  expect(cells([...run('797', 26), ...run('315', 43)])).toEqual(['797', '315']);
});

it('ANR-58 a figure that reaches over the line of its cell is nobody’s for sure', () => {
  expect(cells(run('4797315', 20))).toEqual(['47973？', '15？']);
  expect(cells(run('479', 98))).toEqual(['47？']);
});

it('ANR-58 the raised number of a note is no part of a figure, digits of another size or colour are apart', () => {
  expect(html([...run('2199', 14), ...run('[2]', 30, { y: 17.6, size: 6.6 })])).toContain('>2199<sup>2</sup><');
  expect(html([...run('9', 14), ...run('①', 18, { y: 18, size: 4.5 })])).toContain('>9<sup>1</sup><');
  const words = [...run('注', 18, { y: 17.6, size: 4.5 }), ...run('3', 20.5, { y: 18.2, size: 4.5 })];
  expect(html([...run('9', 14), ...words])).toContain('>9<sup>1</sup><sup>3</sup><');
  expect(cells(run('20', 14), run('4', 22, { size: 7.5 }))).toEqual(['20 4']);
  expect(cells(run('20', 14), run('4', 22, { ink: '#ababab' }))).toEqual(['20 4']);
});

it('ANR-58 a figure struck out is told from the one that stands', () => {
  const strike = { level: true, at: 18.5, from: 14, to: 26 };
  expect(html([...run('117', 14), ...run('76', 26), ...run('7', 46)], [strike])).toContain('><s>117</s>76<');
});

it('ANR-58 digits spread over their cell are one figure, a blank between two is not told', () => {
  expect(cells(run('1234', 12, { step: 7 }))).toEqual(['1234']);
  expect(cells(run('1.23', 12, { step: 7 }))).toEqual(['1.23']);
  expect(cells([...run('12', 12), ...run('34', 24)])).toEqual(['12 34']);
});

it('ANR-58 a letter printed twice for bold type is one, other digits over it make it unsure', () => {
  expect(cells(run('12', 14), run('12', 14.4))).toEqual(['12']);
  expect(cells(run('12', 14), run('37', 14.4))).toEqual([expect.stringMatching(/？$/)]);
});

it('ANR-58 a table that lies on its side is read upright', () => {
  const turned = RULINGS.map((line): Ruling => ({ ...line, level: !line.level }));
  const lie = (letters: ReturnType<typeof run>) =>
    letters.map((letter) => ({ ...letter, x: 50 - letter.y, y: letter.x, angle: Math.PI / 2 }));
  const onSide = turned.map((line): Ruling => (line.level ? line : { ...line, at: 50 - line.at }));
  const { tables } = ruledTables(onSide, [...lie(run('123', 14)), ...lie(run('456', 46))]);
  expect([...(tables[0]?.html ?? '').matchAll(/>([^<]+)<\/td/g)].map(([, text]) => text)).toEqual(['123', '456']);
});

it('ANR-58 a table without lines at its sides, or cut by the end of the page, reaches as far as its lines do', () => {
  const level = [10, 24, 36].map((at): Ruling => ({ level: true, at, from: 10, to: 100 }));
  const upright = [40, 60, 80].map((at): Ruling => ({ level: false, at, from: 10, to: 50 }));
  const { tables } = ruledTables(
    [...level, ...upright],
    [...run('12', 14), ...run('34', 84), ...run('56', 44, { y: 44 })],
  );
  expect([...(tables[0]?.html ?? '').matchAll(/>([^<]+)<\/td/g)].map(([, text]) => text)).toEqual(['12', '34', '56']);
});
