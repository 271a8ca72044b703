import { describe, expect, it } from 'vitest';
import { generatedReport } from '../check/generated-report.fixture.ts';
import { SOUND, saying, withRow } from '../check/sound-report.fixture.ts';
import type { Report, Table3Row } from '../report.ts';
import { type Comparison, compareReports } from './compare-reports.ts';
import { comparisonPaper } from './comparison-paper.ts';
import { MEASURE_TABLES } from './measures.ts';
import { processingFeeYuan } from './processing-fee.ts';
import { rankOf } from './ranking.ts';

const compare = (...reports: Report[]) => compareReports(reports.map((report) => ({ report })));
const measure = ({ tables }: Comparison, key: string) =>
  tables.flatMap(({ measures }) => measures).find((one) => one.key === key);
const values = (comparison: Comparison, key: string) => measure(comparison, key)?.values.map(({ value }) => value);

/** The same figures in the trial format: one row for （六）, another Table 2. */
function inTrialFormat(report: Report, year: number): Report {
  const { '3.6.1': a, '3.6.2': b, '3.6.3': c, ...rest } = report.table3.rows;
  const row: Table3Row = [0, 1, 2, 3, 4, 5, 6].map((i) => a![i]! + b![i]! + c![i]!);
  return {
    ...report,
    year,
    format: '2019-trial',
    table2: null,
    table3: { ...report.table3, rows: { ...rest, '3.6': row } },
  };
}

describe('compareReports', () => {
  it('ANR-73 what is printed wrong is not compared, and that is said', () => {
    const wrong = { ...withRow('2', [-3, 0, 0, 0, 0, 0, 3]), misprints: { '/table3/rows/1/6': '33人' } };
    const comparison = compare(wrong, { ...SOUND, year: 2023 });
    expect(values(comparison, 'applications.received')).toEqual([33, null]);
    expect(measure(comparison, 'applications.received')?.values[1]?.absent).toContain('印错');
    expect(comparison.cautions).toContain('“青禾县人民政府”2024年有 2 格印的不是件数，没有参加比较。');
  });

  it('ANR-36 reads every measure from the cells of the form', () => {
    const comparison = compare(SOUND, { ...SOUND, unit: '白沙县人民政府' });
    expect(comparison.subjects.map(({ label }) => label)).toEqual(['青禾县人民政府', '白沙县人民政府']);
    const read = (key: string) => values(comparison, key)?.[0];
    expect(
      ['received', 'natural', 'organisations', 'carriedIn', 'closed', 'carriedOut'].map((key) =>
        read(`applications.${key}`),
      ),
    ).toEqual([33, 30, 3, 3, 35, 1]);
    expect([1, 2, 3, 4, 5, 6].map((group) => read(`outcomes.${group}`))).toEqual([13, 5, 4, 8, 3, 2]);
    expect(read('outcomes.1.share')).toBeCloseTo((100 * 13) / 35);
    expect([read('reasons.3.4.1'), read('reasons.3.6.3')]).toEqual([7, 1]);
    expect([read('remedies.review'), read('remedies.litigation'), read('remedies.review.correctedShare')]).toEqual([
      7, 3, 20,
    ]);
    expect(read('remedies.per100')).toBeCloseTo((100 * 10) / 35);
    expect([read('proactive.valid'), read('proactive.licensing'), read('fees.administrative')]).toEqual([
      21, 8241, 96.4275,
    ]);
    expect(read('fees.processing')).toBe(0);
  });

  it('ANR-36 the outcomes of a sound report add up to what was closed, whatever the report', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const comparison = compare(generatedReport(seed), generatedReport(seed + 1));
      const closed = values(comparison, 'applications.closed')!;
      const groups = [1, 2, 3, 4, 5, 6].map((group) => values(comparison, `outcomes.${group}`)!);
      expect(closed).toEqual([0, 1].map((at) => groups.reduce((sum, group) => sum + group[at]!, 0)));
    }
  });

  it('ANR-36 years of one agency stand in order, named by the year', () => {
    const comparison = compare(SOUND, { ...SOUND, year: 2022 }, { ...SOUND, year: 2023 });
    expect(comparison.subjects.map(({ label }) => label)).toEqual(['2022 年', '2023 年', '2024 年']);
  });

  it('ANR-1 ANR-36 across formats the same figures compare, and what cannot be compared is said', () => {
    const comparison = compare(SOUND, inTrialFormat(SOUND, 2020));
    for (const key of ['applications.closed', 'outcomes.6', 'reasons.3.4.1', 'remedies.review'])
      expect([key, new Set(values(comparison, key)).size]).toEqual([key, 1]);
    for (const key of ['reasons.3.6.1', 'proactive.valid', 'proactive.licensing', 'fees.administrative'])
      expect(measure(comparison, key)!.values[0]).toEqual({ value: null, absent: '格式没有' });
    const said = comparison.cautions.join('\n');
    for (const words of ['国办公开办函〔2019〕60号', '对外公开总数量', '其他处理”只有一行', '收费项目的数量'])
      expect(said).toContain(words);
    expect(compare(SOUND, { ...SOUND, year: 2023 }).cautions.join()).not.toContain('试行');
  });

  it('ANR-36 blank is not nought: the sums it stands in stay unknown', () => {
    const blank = { ...withRow('3.3.4', null), year: 2023 };
    const comparison = compare(blank, SOUND);
    expect(values(comparison, 'outcomes.3')).toEqual([null, 4]);
    expect(values(comparison, 'outcomes.3.share')![0]).toBeNull();
    const none = withRow('3.7', [0, 0, 0, 0, 0, 0, 0]);
    expect(measure(compare(none, SOUND), 'outcomes.1.share')!.values[0]).toMatchObject({
      value: null,
      absent: '没有基数',
    });
  });

  it('ANR-36 says which reports are the same, unnamed or partly undecided, and that time is not told', () => {
    const said = compare(SOUND, SOUND, { ...SOUND, year: null, undecided: ['/table3/rows/1/0'] }).cautions.join('\n');
    for (const words of ['不止一份', '没有认出机关或者年度', '有 1 格待定', '不含答复用时'])
      expect(said).toContain(words);
    const known = compareReports([SOUND, { ...SOUND, year: 2023 }].map((report, at) => ({ report, workdays: 9 + at })));
    expect(values(known, 'time.median')).toEqual([10, 9]);
    expect(known.cautions).toEqual([]);
  });

  it('ANR-36 every key of a measure is its own', () => {
    const keys = MEASURE_TABLES.flatMap(({ measures }) => measures.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('processingFeeYuan', () => {
  it.each([
    ['2024年未收取信息处理费。', 0],
    ['没有收取任何信息处理费', 0],
    ['全年收取信息处理费2230元。', 2230],
    ['实收信息处理费共计0.35万元', 3500],
    ['收取信息处理费100元，另收取信息处理费200元', null],
    ['没有需要报告的事项。', null],
  ])('ANR-36 %s', (text, yuan) => {
    expect(
      processingFeeYuan(saying(text, '（二）依申请公开情况', { ...SOUND, narrative: SOUND.narrative.slice(0, 4) })),
    ).toBe(yuan);
  });
});

describe('rankOf', () => {
  const county = (unit: string, closed: number, open: number, year = 2024): Report => {
    const row = (n: number): Table3Row => [n, 0, 0, 0, 0, 0, n];
    return { ...withRow('3.1', row(open), withRow('3.7', row(closed))), unit, year };
  };
  const four = compare(county('甲县', 100, 50), county('乙县', 100, 70), county('丙县', 3, 3), county('丁县', 100, 50));

  it('ANR-37 from more to less; equals share a place; too few cases have none', () => {
    const [year] = rankOf(four, 'outcomes.1.share')!.years;
    expect(year!.places.map(({ label, place }) => [label, place])).toEqual([
      ['乙县', 1],
      ['甲县', 2],
      ['丁县', 2],
      ['丙县', null],
    ]);
    expect(rankOf(four, 'outcomes.1')!.years[0]!.places.map(({ place }) => place)).toEqual([1, 2, 2, 4]);
  });

  it('ANR-37 a share carries the range it may lie in by chance, narrower with more cases', () => {
    const [, fifty] = rankOf(four, 'outcomes.1.share')!.years[0]!.places;
    expect(fifty!.range!.map((bound) => Math.round(bound * 10) / 10)).toEqual([40.4, 59.6]);
    const many = rankOf(compare(county('甲县', 10_000, 5_000), SOUND), 'outcomes.1.share')!.years[0]!.places[0]!;
    expect(many.range![1] - many.range![0]).toBeLessThan(2);
  });

  it('ANR-37 years are not ranked against each other, and whoever does not tell it is named', () => {
    const without = { ...SOUND, unit: '戊县', table2: null };
    const ranking = rankOf(compare(county('甲县', 100, 50, 2023), county('乙县', 90, 60), without), 'proactive.valid')!;
    expect(ranking.years.map(({ year, places, unranked }) => [year, places.length, unranked])).toEqual([
      [2023, 1, []],
      [2024, 1, ['戊县 2024 年']],
    ]);
    expect(ranking.cautions.join()).toContain('不是从好到差');
    expect(rankOf(four, 'no.such')).toBeUndefined();
  });
});

describe('comparisonPaper', () => {
  it('ANR-36 stands few reports above and many at the side, every value in either', () => {
    for (const count of [2, 30]) {
      const reports = Array.from({ length: count }, (_, at) => ({ ...SOUND, unit: `第${at}县` }));
      const comparison = compare(...reports);
      const { blocks } = comparisonPaper(comparison, []);
      const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []));
      expect(cells.filter(({ text }) => text === '8241')).toHaveLength(count);
      for (const block of blocks)
        if (block.kind === 'table')
          expect(block.rows.every((row) => row.length === block.columns && block.columns <= 9)).toBe(true);
    }
  });
});
