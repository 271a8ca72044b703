import { expect, it } from 'vitest';
import { yearLines } from './year-lines.ts';

const line = (kind: string, month: string, amount: string, charge = '', agency = '示例县财政局') => ({
  ...{ agency, kind, charge, month, amount },
  registered: null as string | null,
});

it('puts the months of one kind side by side and sums them', () => {
  const lines = yearLines([line('行政许可', '2024-12', '5 件'), line('行政许可', '2024-01', '12 件')]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ kind: '行政许可', unit: '件', total: '17' });
  expect(lines[0]!.months).toEqual(['12', '', '', '', '', '', '', '', '', '', '', '5']);
});

it('ENF-36 names the months that the register tells otherwise', () => {
  const lines = [
    { ...line('行政许可', '2024-02', '5 件'), registered: '双公示登记 7 件' },
    line('行政许可', '2024-03', '1 件'),
  ];
  expect(yearLines(lines)[0]!.differing).toEqual(['2月登记 5 件，双公示登记 7 件']);
});

it('sums fees to the cent', () => {
  const fee = (month: string, yuan: string) => line('行政事业性收费', month, `${yuan} 元`, '不动产登记费');
  expect(yearLines([fee('2024-01', '0.10'), fee('2024-02', '0.20'), fee('2024-03', '340.00')])[0]).toMatchObject({
    unit: '元',
    total: '340.30',
  });
});

it('parts agencies and charges', () => {
  const fees = [
    line('行政事业性收费', '2024-01', '1.00 元', '不动产登记费'),
    line('行政事业性收费', '2024-01', '2.00 元', '诉讼费'),
    line('行政事业性收费', '2024-01', '4.00 元', '诉讼费', '示例县民政局'),
  ];
  expect(yearLines(fees).map(({ agency, charge, total }) => [agency, charge, total])).toEqual([
    ['示例县财政局', '不动产登记费', '1.00'],
    ['示例县财政局', '诉讼费', '2.00'],
    ['示例县民政局', '诉讼费', '4.00'],
  ]);
  expect(yearLines([])).toEqual([]);
});
