/** Invented reports as PDF in every layout. `GONGKAI_FILES=200 npx vitest run src/main/report/pdf-layouts.test.ts` reads that many of each. */
import { describe, expect, it } from 'vitest';
import { PDF_LAYOUTS, printPdf } from '../../../test/support/report-layouts/pdf-layouts.ts';
import { printReport } from '../../../test/support/report-layouts/printed-report.ts';
import { seeded } from '../../../test/support/report-layouts/random.ts';
import { score } from '../../../test/support/report-layouts/score.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { readReportFile } from './report-file.ts';

const asked = Number(process.env.GONGKAI_FILES ?? 0);
/** Every other one has blank cells, the first too. */
const SEEDS = Array.from({ length: asked || 1 }, (_, i) => i + 2);

describe('ANR-58 a report as PDF is read as it is seen, or left undecided', () => {
  it.each(Object.entries(PDF_LAYOUTS))('%s', async (name, layout) => {
    const wrong: string[] = [];
    let [right, undecided] = [0, 0];
    for (const seed of SEEDS) {
      const printed = printReport(seeded(seed), 'plain', seed % 2 === 0 ? 'kept' : 'none');
      const report = await readReportFile(printPdf(printed, seeded(seed + 1000), layout));
      if (isRefusal(report)) throw new Error(`seed ${seed}: ${report.says}`);
      const cells = score(printed.figures, report);
      right += cells.right;
      undecided += cells.undecided;
      wrong.push(...cells.wrong.map((cell) => `seed ${seed}: ${cell.join(' ')}`));
    }
    if (asked) console.log(`${name}: ${right} right, ${undecided} undecided, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
    expect(right / (right + undecided)).toBeGreaterThanOrEqual(layout.atLeast ?? 0.999);
  });
});
