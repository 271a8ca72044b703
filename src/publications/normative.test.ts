import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civil, yearOf } from '../statute/civil-date.ts';
import { endsOn, type NormativeSpan, stockFigures, stockShare, validityOn } from './normative.ts';

const repealed = (on: string) => ({ how: 'repealed', on: civil(on), by: '县政发〔2024〕1号' }) as const;

describe('validity', () => {
  const document = { effectiveOn: civil('2021-03-01'), expiresOn: civil('2026-02-28'), ending: null };

  it.each([
    ['2021-02-28', 'notYet'],
    ['2021-03-01', 'valid'],
    ['2026-02-28', 'valid'],
    ['2026-03-01', 'expired'],
  ])('PUB-9 自2021年3月1日起施行、有效期五年的文件,在 %s 是 %s', (day, validity) =>
    expect(validityOn(document, civil(day))).toBe(validity),
  );

  it('PUB-10 a repeal counts from its day, and only when it comes before the lapse', () => {
    const early = { ...document, ending: repealed('2024-07-01') };
    expect(validityOn(early, civil('2024-06-30'))).toBe('valid');
    expect(validityOn(early, civil('2024-07-01'))).toBe('repealed');
    const late = { ...document, ending: repealed('2027-01-01') };
    expect(endsOn(late)).toBe('2026-03-01');
    expect(validityOn(late, civil('2028-01-01'))).toBe('expired');
  });
});

const span = (written: string, ends: string | null = null, more: Partial<NormativeSpan> = {}): NormativeSpan => ({
  writtenOn: civil(written),
  countedFrom: civil(written),
  endsOn: ends === null ? null : civil(ends),
  withdrawnOn: null,
  ...more,
});

describe('the three figures of Table 2', () => {
  it.each([
    ['made in the year, in force at its end', span('2024-05-01'), { made: 1, repealed: 0, valid: 1 }],
    ['made and repealed within the year', span('2024-05-01', '2024-11-01'), { made: 1, repealed: 1, valid: 0 }],
    ['of an earlier year, still in force', span('2021-05-01'), { made: 0, repealed: 0, valid: 1 }],
    ['whose last day is 31 December', span('2021-05-01', '2025-01-01'), { made: 0, repealed: 0, valid: 1 }],
    ['which stops on 1 January', span('2021-05-01', '2024-01-01'), { made: 0, repealed: 1, valid: 0 }],
    ['of the following year', span('2025-01-01'), { made: 0, repealed: 0, valid: 0 }],
  ])('PUB-11 one piece %s', (_, piece, figures) => expect(stockShare(piece, 2024)).toMatchObject(figures));

  it('PUB-11 a piece an earlier report had missed changes the scope and is not made', () => {
    const missed = span('2020-04-01', null, { countedFrom: civil('2024-06-01') });
    expect(stockShare(missed, 2020)).toMatchObject({ made: 0, valid: 0 });
    expect(stockShare(missed, 2024)).toEqual({ validBefore: 0, made: 0, repealed: 0, scope: 1, valid: 1 });
  });

  it('PUB-11 a piece taken back leaves the scope and is not repealed', () =>
    expect(stockShare(span('2020-04-01', null, { withdrawnOn: civil('2024-06-01') }), 2024)).toEqual({
      ...{ validBefore: 1, made: 0, repealed: 0, scope: -1, valid: 0 },
    }));

  it('PUB-11 年末有效 = 年初有效 + 制发 − 停止有效 ± 范围变动, whatever the pieces, and joins year to year', () => {
    const day = fc.integer({ min: 0, max: 2_500 }).map((n) => addDays(civil('2019-01-01'), n));
    const piece = fc
      .record({
        writtenOn: day,
        late: fc.boolean(),
        lasts: fc.option(fc.integer({ min: 1, max: 1_500 })),
        back: fc.option(day),
      })
      .map(({ writtenOn, late, lasts, back }): NormativeSpan => {
        const countedFrom = late ? addDays(writtenOn, 400) : writtenOn;
        const withdrawnOn = back !== null && back > countedFrom ? back : null;
        return { writtenOn, countedFrom, endsOn: lasts === null ? null : addDays(countedFrom, lasts), withdrawnOn };
      });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.integer({ min: 2019, max: 2027 }), (pieces, year) => {
        const { validBefore, made, repealed: stopped, scope, valid } = stockFigures(pieces, year);
        const walked = pieces.filter(({ countedFrom, endsOn: end, withdrawnOn }) => {
          const last = civil(`${year}-12-31`);
          return countedFrom <= last && !(end && end <= last) && !(withdrawnOn && withdrawnOn <= last);
        }).length;
        expect(valid).toBe(walked);
        expect(valid).toBe(validBefore + made - stopped + scope);
        expect(validBefore).toBe(stockFigures(pieces, year - 1).valid);
        expect(made).toBe(pieces.filter((p) => p.countedFrom === p.writtenOn && yearOf(p.writtenOn) === year).length);
      }),
    );
  });
});
