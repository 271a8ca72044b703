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

it('ANR-21 of a head in text that names 商业企业 and 科研机构 in another order only what both orders read alike is read', () => {
  const head = '自然人 法人或其他组织 总计\n科研机构 商业企业 社会公益组织 法律服务机构 其他';
  for (const seed of SEEDS) {
    const report = printReport(seeded(seed));
    const page = spaced(report, seeded(seed));
    // The figures move with their heads, or stay where the form has them: nothing in the text tells.
    for (const text of [swapped(page, head), page.replace(/^自然人.*\n(?:.*\n)?(?=一、)/m, `${head}\n`)]) {
      const reading = readReport(new TextEncoder().encode(text));
      if (isRefusal(reading)) throw new Error(reading.says);
      const differ = [...report.figures.rows].flatMap(([code, row]) =>
        row[1] === row[2] ? [] : [`/table3/rows/${code}/1`, `/table3/rows/${code}/2`],
      );
      expect(score(report.figures, reading).wrong).toEqual([]);
      expect([...reading.undecided].filter((pointer) => /^\/table3.*\/[12]$/.test(pointer)).sort()).toEqual(
        differ.sort(),
      );
    }
  }
});

it('ANR-21 a broken head that names them in another order leaves them undecided', () => {
  const head = '自然人 法人或其他组织 总计\n科研机构 商业企业\n社会公益组织 法律服务机构 其他';
  for (const { wrong, undecided } of scores(head)) {
    expect(wrong).toEqual([]);
    expect(undecided).toBeGreaterThan(50);
  }
});
