import { expect, it } from 'vitest';
import { notCompared } from './not-compared.ts';

it('ANR-92 whoever sent figures alone is named as not compared, of many the first five and how many', () => {
  expect(notCompared([])).toEqual([]);
  expect(notCompared(['甲局', '乙局'])[0]).toContain('没有与甲局、乙局比较：只报送了数，没有正文');
  expect(notCompared([...'甲乙丙丁戊己'])[0]).toContain('没有与甲、乙、丙、丁、戊等 6 个单位比较');
});
