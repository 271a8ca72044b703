import { describe, expect, it } from 'vitest';
import { SOUND, withRow } from '../check/sound-report.fixture.ts';
import { chartTold, reportCharts } from './report-charts.ts';

const year = (n: number, report = SOUND) => ({ year: n, report });
const chart = (name: string, ...years: Parameters<typeof reportCharts>[0]) =>
  reportCharts(years).find((one) => one.name === name);

describe('ANR-56 what is drawn of a report', () => {
  it('a year alone: its outcomes, the most frequent first, and how reviews and suits ended', () => {
    expect(reportCharts([year(2024)]).map(({ name }) => name)).toEqual(['outcomes', 'remedy-results']);
    expect(chartTold(chart('outcomes', year(2024))!)).toBe(
      '予以公开 13 件，无法提供 8 件，部分公开 5 件，不予公开 4 件，不予处理 3 件，其他处理 2 件。',
    );
    expect(chartTold(chart('remedy-results', year(2024))!)).toContain('行政复议 结果维持');
  });

  it('years beside each other, the oldest first, five at most', () => {
    const years = [2024, 2023, 2022, 2021, 2020, 2019].map((n) => year(n));
    expect(chart('received', ...years)!.bars.map(({ label }) => label)).toEqual(
      [2020, 2021, 2022, 2023, 2024].map((n) => `${n} 年`),
    );
    const shares = chart('outcomes-over', ...years)!;
    expect([shares.parts?.length, shares.bars[0]!.amounts.reduce((a, b) => a + b)]).toEqual([6, 35]);
    expect(chart('remedies', ...years)!.parts).toEqual(['行政复议', '行政诉讼']);
  });

  it('a figure that is not told is no bar and no 0; nothing at all is no chart', () => {
    const blank = withRow('1', [1, 0, 0, 0, 0, 0, null]);
    expect(chart('received', year(2024), year(2023, blank))).toBeUndefined();
    const five = [0, 0, 0, 0, 0];
    const none = { ...SOUND, table4: { review: five, directLitigation: five, postReviewLitigation: five } };
    expect(reportCharts([year(2024, none), year(2023, none)]).map(({ name }) => name)).toEqual([
      'outcomes',
      'received',
      'outcomes-over',
    ]);
    expect(reportCharts([])).toEqual([]);
  });
});
