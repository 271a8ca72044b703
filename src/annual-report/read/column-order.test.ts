/** Columns of Table 3 in an order of their own are read by what their head says, or not at all. */
import { expect, it } from 'vitest';
import { printReport } from '../../../test/support/report-layouts/printed-report.ts';
import { seeded } from '../../../test/support/report-layouts/random.ts';
import { score } from '../../../test/support/report-layouts/score.ts';
import { spaced } from '../../../test/support/report-layouts/text-layouts.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { readReport } from './read-report.ts';

const SEEDS = Array.from({ length: 6 }, (_, i) => 900 + i);

/** The second and third figures of every line of seven change places, as their heads do. */
function swapped(text: string, head: string): string {
  return text
    .replace(/^自然人.*\n(?:.*\n)?(?=一、)/m, `${head}\n`)
    .replace(/^(.*[^\d\s].* )(\S+) +(\S+) +(\S+)((?: +\S+){4})$/gm, '$1$2 $4 $3$5');
}

function scores(head: string) {
  return SEEDS.map((seed) => {
    const report = printReport(seeded(seed));
    const reading = readReport(new TextEncoder().encode(swapped(spaced(report, seeded(seed)), head)));
    if (isRefusal(reading)) throw new Error(reading.says);
    return score(report.figures, reading);
  });
}

it('ANR-21 columns of 法人或其他组织 in another order are read by their head', () => {
  const head = '自然人 法人或其他组织 总计\n科研机构 商业企业 社会公益组织 法律服务机构 其他';
  for (const { wrong, undecided } of scores(head)) expect([wrong, undecided]).toEqual([[], 0]);
});

it('ANR-21 a broken head that names them in another order leaves them undecided', () => {
  const head = '自然人 法人或其他组织 总计\n科研机构 商业企业\n社会公益组织 法律服务机构 其他';
  for (const { wrong, undecided } of scores(head)) {
    expect(wrong).toEqual([]);
    expect(undecided).toBeGreaterThan(50);
  }
});
