import { expect, it } from 'vitest';
import type { Issue } from '../../../src/desk/contract.ts';
import { faultsOf } from './faults.ts';

const issue = (where: string, says = '没有填写。'): Issue => ({
  ...{ code: 'PUB-19', severity: 'error', where, says, basis: '期初登记', advice: '补上。' },
});

it('PUB-19 names row and column of each fault, in the order of the rows', () => {
  const faults = faultsOf([issue('第 12 行“成文日期”'), issue('第 3 行', '登记号已经有了。'), issue('第 3 行“标题”')]);
  expect(faults.map(({ row, place }) => [row, place])).toEqual([
    [3, ''],
    [3, '标题'],
    [12, '成文日期'],
  ]);
  expect(faults[0]).toMatchObject({ says: '登记号已经有了。', advice: '补上。' });
});

it('ENF-2 puts what is about the whole file first, in the words of the desk', () => {
  const faults = faultsOf([issue('第 2 行“月份”'), issue('整个文件'), issue('行政许可  2024-01')]);
  expect(faults.map(({ row, place }) => [row, place])).toEqual([
    [null, '整个文件'],
    [null, '行政许可  2024-01'],
    [2, '月份'],
  ]);
});
