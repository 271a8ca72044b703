/** The unit and the parts of a report, where a layout leaves no line of their own for them. */
import { expect, it } from 'vitest';
import { isRefusal } from '../../statute/refusal.ts';
import type { Report } from '../report.ts';
import { readReport } from './read-report.ts';

const read = (text: string): Report => {
  const report = readReport(new TextEncoder().encode(text));
  if (isRefusal(report)) throw new Error(report.says);
  return report;
};
const PARTS = [
  '一、总体情况',
  '（一）主动公开情况。2024年主动公开政府信息63条。',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
];
const CONTACT = '编制本报告。统计期限自2024年1月1日起至2024年12月31日止。如有疑问，请与本机关联系。';
const headingsOf = ({ narrative }: Report) => narrative.map(({ heading }) => heading).filter((text) => text !== '');
const HEADINGS = [
  '一、总体情况',
  '（一）主动公开情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
];

it('ANR-17 “请与本机关联系” names no unit', () => {
  expect(read([CONTACT, ...PARTS].join('\n'))).toMatchObject({ unit: null, year: 2024 });
  expect(read([CONTACT.replace('本机关', '临湖县自然资源局'), ...PARTS].join('\n')).unit).toBe('临湖县自然资源局');
});

it('ANR-17 a report printed as one line begins with its title', () => {
  const line = ['临湖县自然资源局2024年政府信息公开工作年度报告', CONTACT.repeat(9), ...PARTS].join(' ');
  expect(read(line)).toMatchObject({ unit: '临湖县自然资源局', year: 2024 });
});

it('ANR-17 a heading alone in a row of a sheet is a heading', () => {
  const rows = PARTS.map((text) => `<tr><td>${text}</td><td></td><td></td></tr>`).join('');
  const page = `<html><table>${rows}<tr><td>规章</td><td>1</td><td>2</td></tr></table></html>`;
  expect(headingsOf(read(page))).toEqual(HEADINGS);
});

it('ANR-17 Markdown with a whole page around each table keeps its lines', () => {
  const table = '<html><body><table><tr><td><p>规章</p></td><td>1</td></tr></table></body></html>';
  const text = ['# 云岭县人民政府2024年政府信息公开工作年度报告', ...PARTS.map((part) => `## ${part}`), table];
  const report = read(text.join('\n\n'));
  expect(headingsOf(report)).toEqual(HEADINGS);
  expect(report.unit).toBe('云岭县人民政府');
});
