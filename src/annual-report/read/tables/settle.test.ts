import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../form.ts';
import { settle } from './settle.ts';
import type { Reading } from './slot.ts';

type Row = readonly number[];

/** Rows printed without blanks between their figures. */
const glued = (rows: Readonly<Record<string, Row | string>>): Map<string, Reading> =>
  new Map(
    Object.entries(rows).map(([code, row]) => [
      code,
      { kind: 'glued', digits: typeof row === 'string' ? row.split(' ') : [row.join('')] },
    ]),
  );

const NOTHING: Row = [0, 0, 0, 0, 0, 0, 0];
const FOUR: Row = [4, 0, 0, 0, 0, 0, 4];
/** 111000012 can be cut in three ways with a right sum: 11 + 1, 1 + 11, 1 + 1 + 10. */
const TWELVE: Row = [11, 1, 0, 0, 0, 0, 12];
const SIXTEEN: Row = [15, 1, 0, 0, 0, 0, 16];

describe('ANR-22 sets the borders of glued figures by all sums of the table at once', () => {
  it('leaves a row open that its own sum does not settle', () => {
    expect(settle(glued({ '3.1': TWELVE })).get('3.1')).toContain(undefined);
  });

  it('lets the columns settle it', () => {
    const rows = settle(
      glued({ '1': SIXTEEN, '2': NOTHING, '3.1': TWELVE, '3.2': FOUR, '3.7': SIXTEEN, '4': NOTHING }),
    );
    expect(rows.get('3.1')).toEqual(TWELVE);
    expect(rows.get('1')).toEqual(SIXTEEN);
  });

  it('keeps what all explanations of a contradiction agree on', () => {
    const received = [14, 1, 0, 0, 0, 0, 15];
    const rows = settle(
      glued({ '1': received, '2': NOTHING, '3.1': TWELVE, '3.2': FOUR, '3.7': SIXTEEN, '4': NOTHING }),
    );
    expect(rows.get('3.1')).toEqual(TWELVE);
    expect(rows.get('3.2')).toEqual(FOUR);
  });

  it.each<[string, string, readonly (number | null)[]]>([
    ['a wrong total', '111000013', [11, 1, 0, 0, 0, 0, 13]],
    ['no total', '1110000', [11, 1, 0, 0, 0, 0, null]],
  ])('ANR-67 reads the one row with %s by what the columns leave for it', (_, digits, row) => {
    const rows = { '1': SIXTEEN, '2': NOTHING, '3.2': FOUR, '3.7': SIXTEEN, '4': NOTHING };
    expect(settle(glued({ ...rows, '3.1': digits })).get('3.1')).toEqual(row);
    // With another row that the columns contradict nothing is left for it.
    expect(settle(glued({ ...rows, '3.1': digits, '3.2': [5, 0, 0, 0, 0, 0, 5] })).get('3.1')).toContain(undefined);
  });

  it('does not take a sum that holds by chance for the borders of a row whose own total is wrong', () => {
    const wrongTotal = [6, 11, 2, 0, 1, 0, 29];
    const total = [10, 11, 2, 0, 1, 0, 24];
    const rows = settle(
      glued({ '1': total, '2': NOTHING, '3.1': wrongTotal, '3.2': FOUR, '3.7': total, '4': NOTHING }),
    );
    expect(rows.get('3.1')).not.toEqual([6, 1, 1, 20, 1, 0, 29]);
    expect(rows.get('3.1')).toContain(undefined);
  });

  it('leaves a row open whose total may be blank: seven digits are no seven figures where neither sum holds', () => {
    const rows = settle(
      glued({ '1': '1443223', '2': NOTHING, '3.1': TWELVE, '3.2': FOUR, '3.7': SIXTEEN, '4': NOTHING }),
    );
    expect(rows.get('1')).toEqual(Array(7).fill(undefined));
    expect(rows.get('3.7')).toEqual(SIXTEEN);
  });

  it('keeps figures partly apart, where a zero is glued to the next', () => {
    expect(settle(glued({ '3.1': '9 0 0 0 00 0' })).get('3.1')).toEqual([9, 0, 0, 0, 0, 0, 0]);
  });

  it('takes nothing for glued that may as well be blank', () => {
    expect(settle(glued({ '3.1': '32 0 0 0 0 0' })).get('3.1')).toEqual(Array(7).fill(undefined));
  });

  it.each(['1'.repeat(14), '10'.repeat(10), '2'.repeat(40)])(
    'ANR-20 gives up rather than try for hours where every row is %s',
    (digits) => {
      const codes = FORMATS.at(-1)!.rows.map(({ code }) => code);
      const rows = settle(glued(Object.fromEntries(codes.map((code) => [code, digits]))));
      expect(rows.get('3.1')).toContain(undefined);
    },
  );
});
