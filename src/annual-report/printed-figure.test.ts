import { expect, it } from 'vitest';
import { compileFigures } from './compile.ts';
import { asOfNow } from './decide.ts';
import { printedFigure } from './printed-figure.ts';
import { YEAR_OF_RECORDS } from './year-records.fixture.ts';

const figures = compileFigures('示例县财政局', 2024, YEAR_OF_RECORDS);
const narrative = [
  { heading: '一', text: '没有数。' },
  {
    heading: '二',
    text: '（1.）发布{published.items}条*，访谈{interaction.interviews}期；再说一次{published.items}条。',
  },
];
const frozen = asOfNow({ narrative } as never, { records: YEAR_OF_RECORDS, figures });

it.each([
  ['a cell', '/table3/rows/1/6', '/table3/rows/1/6', 9],
  ['a cell that a chip repeats', 'requests.received', '/table3/rows/1/6', 9],
  ['a chip', 'published.items', undefined, 40],
  ['a chip after others', 'interaction.interviews', undefined, 1],
  ['what the text does not use', 'supervision.patrols', undefined, null],
])('ANR-70 what a frozen report prints: %s', (_, figure, cell, printed) => {
  expect(printedFigure({ narrative, frozen }, figure, cell)).toBe(printed);
  expect(printedFigure({ narrative, frozen: null }, figure, cell)).toBe(null);
});
