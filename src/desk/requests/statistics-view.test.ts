import { expect, it } from 'vitest';
import { civil } from '../../statute/civil-date.ts';
import { inOneLine, statisticsView } from './statistics-view.ts';

it('STA-7 a row by result carries its group in the words of 表三', () => {
  const counted = (reportRow: string | null) => ({
    id: String(reportRow),
    agencyId: 'county',
    channel: 'web' as const,
    receivedOn: civil('2026-03-02'),
    closedOn: reportRow === null ? null : civil('2026-03-16'),
    reportRow,
    workdays: null,
    late: false,
  });
  const rows = ['3.1', '3.2', '3.3.1', '3.4.1', '3.6.2', null];
  const { tables } = statisticsView(rows.map(counted), 2026, (id) => id);
  expect(tables.find(({ name }) => name === 'outcome')!.lines.map(inOneLine)).toEqual([
    '予以公开',
    '部分公开',
    '不予公开 › 1.属于国家秘密',
    '无法提供 › 1.本机关不掌握相关政府信息',
    '其他处理 › 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    '没有办结',
  ]);
});
