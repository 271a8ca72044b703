import { expect, it } from 'vitest';
import { printReport } from '../../../../test/support/report-layouts/printed-report.ts';
import { seeded } from '../../../../test/support/report-layouts/random.ts';
import { spaced } from '../../../../test/support/report-layouts/text-layouts.ts';
import { isRefusal } from '../../../statute/refusal.ts';
import { readReport } from '../read-report.ts';

const text = spaced(printReport(seeded(906)), seeded(906));
const undecidedIn = (page: string, table: string) => {
  const report = readReport(new TextEncoder().encode(page));
  if (isRefusal(report)) throw new Error(report.says);
  return report.undecided.filter((pointer) => pointer.startsWith(table)).length;
};

it('ANR-22 表三 told in words is no table without figures: every cell is undecided', () => {
  const three = /^三、[\s\S]*?(?=^四、政府信息公开行政复议)/m.exec(text)![0];
  const told = [...three.matchAll(/^(.*?[^\d\s].*?) +(\d+) +(\d+)((?: +\d+){5})$/gm)].map(
    ([, label, person, company]) => `${label}：自然人${person}，商业企业${company}，其他0。`,
  );
  expect(told.length).toBeGreaterThan(15);
  const page = text.replace(three, `三、收到和处理政府信息公开申请情况\n${told.join('\n')}\n`);
  expect([undecidedIn(text, '/table3'), undecidedIn(page, '/table3') > 150]).toEqual([0, true]);
});

it('ANR-22 fifteen figures without a head are not taken for 表四, nor passed over', () => {
  const page = text.replace(
    /(^四、政府信息公开行政复议.*\n)[\s\S]*?(?=^五、)/m,
    '$10 0 2 1 3 10 10 0 0 20 4 9 0 0 13\n',
  );
  expect(page).not.toBe(text);
  expect([undecidedIn(text, '/table4'), undecidedIn(page, '/table4')]).toEqual([0, 15]);
});
