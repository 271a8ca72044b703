import { describe, expect, it } from 'vitest';
import { checkReport } from './check-report.ts';
import { drawing, generatedReport } from './generated-report.fixture.ts';

/** `GONGKAI_REPORTS=2000` checks that many. */
const COUNT = Number(process.env.GONGKAI_REPORTS ?? 200);
const SEEDS = Array.from({ length: COUNT }, (_, i) => i + 1);

describe('generated reports', () => {
  it('ANR-17 whose figures and sentences agree raise neither error nor warning', () => {
    const raised = SEEDS.flatMap((seed) =>
      checkReport(generatedReport(seed))
        .filter(({ severity }) => severity !== 'hint')
        .map((finding) => ({ seed, ...finding })),
    );
    expect(raised).toEqual([]);
  });

  it('ANR-10 one figure of Table 3 changed is told in its row or its column', () => {
    const silent = SEEDS.filter((seed) => {
      const report = generatedReport(seed);
      const draw = drawing(seed + 1000);
      const code = draw.one(Object.keys(report.table3.rows));
      const column = draw.upTo(6);
      const row = (report.table3.rows[code] ?? []).map((n, i) => (i === column ? (n ?? 0) + 1 : n));
      const broken = { ...report, table3: { ...report.table3, rows: { ...report.table3.rows, [code]: row } } };
      const found = checkReport(broken).filter(({ severity }) => severity === 'error');
      return (
        !found.some(({ where }) => where === `/table3/rows/${code}`) ||
        !found.some(({ where }) => where === `/table3/columns/${column}`)
      );
    });
    expect(silent).toEqual([]);
  });
});
