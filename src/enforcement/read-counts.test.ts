import { describe, expect, it } from 'vitest';
import { wanYuan } from './decision-count.ts';
import { readCounts } from './read-counts.ts';

const HEAD = '类别,月份,数量或金额,收费项目\n';

describe('readCounts', () => {
  it('ENF-2 reads counts, and amounts in 元 to the 分', () => {
    const { counts, issues } = readCounts(
      `\uFEFF${HEAD}行政许可,2024-01,"1,204",\n行政事业性收费,2024-02,88.1,不动产登记费\n`,
    );
    expect(issues).toEqual([]);
    expect(counts).toEqual([
      { kind: 'licensing', month: '2024-01-01', amount: 1204, charge: '' },
      { kind: 'fee', month: '2024-02-01', amount: 8810, charge: '不动产登记费' },
    ]);
  });

  it.each([
    ['行政奖励,2024-01,3,', '第 2 行“类别”'],
    ['行政许可,2024-13,3,', '第 2 行“月份”'],
    ['行政许可,2024-01-05,3,', '第 2 行“月份”'],
    ['行政许可,2024-01,-3,', '第 2 行“数量或金额”'],
    ['行政许可,2024-01,2.5,', '第 2 行“数量或金额”'],
    ['行政事业性收费,2024-01,3.555,登记费', '第 2 行“数量或金额”'],
    ['行政事业性收费,2024-01,3,', '第 2 行“收费项目”'],
  ])('ENF-2 refuses %s and names the place', (line, where) => {
    const { counts, issues } = readCounts(`${HEAD}${line}\n行政处罚,2024-01,1,\n`);
    expect(issues.map((issue) => issue.where)).toEqual([where]);
    expect(counts).toEqual([]);
  });

  it.each([
    ['', '没有数据行'],
    ['月份,数量\n2024-01,3\n', '缺少“类别”“数量或金额”列'],
    [`${HEAD}"行政许可,2024-01`, 'CSV'],
  ])('ENF-2 refuses a file that is no table: %j', (csv, says) =>
    expect(readCounts(csv).issues[0]?.says).toContain(says),
  );

  it('ENF-2 refuses a month that stands twice', () => {
    expect(readCounts(`${HEAD}行政许可,2024-01,3,\n行政许可,2024-01,4,\n`).issues[0]?.says).toContain('两次');
  });

  it('ENF-3 万元 keep every digit', () => {
    expect(wanYuan(88_782_480)).toBe(88.78248);
    expect(wanYuan(1)).toBe(0.000001);
  });
});
