/** Invented reports as files of the office. `GONGKAI_FILES=500 npx vitest run src/main/report/report-file.test.ts` reads that many of each. */
import { describe, expect, it } from 'vitest';
import { type PrintedReport, printReport } from '../../../test/support/report-layouts/printed-report.ts';
import { publishedReport } from '../../../test/support/report-layouts/published-report.ts';
import { seeded } from '../../../test/support/report-layouts/random.ts';
import { score } from '../../../test/support/report-layouts/score.ts';
import { reportPaper } from '../../annual-report/render/report-paper.ts';
import { paperDocx } from '../../platform/papers/docx.ts';
import { paperPdf } from '../../platform/papers/pdf.ts';
import { paperXlsx } from '../../platform/papers/xlsx.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { readReportFile } from './report-file.ts';

const asked = Number(process.env.GONGKAI_FILES ?? 0);
const COUNT = asked || 6;

const invented = (seed: number): PrintedReport =>
  printReport(seeded(seed), 'plain', seed % 2 === 0 ? 'kept' : 'none');

const paperOf = (printed: PrintedReport) =>
  reportPaper(publishedReport(printed), `${printed.unit}${printed.year}年政府信息公开工作年度报告`);

const KINDS = [
  { name: 'DOCX', write: paperDocx, atLeast: 0.999 },
  { name: 'XLSX', write: paperXlsx, atLeast: 0.999 },
  { name: 'PDF', write: paperPdf, atLeast: 0.999 },
] as const;

describe('ANR-30 our own files give back the report they print', () => {
  it.each(KINDS)('$name', async ({ name, write, atLeast }) => {
    const wrong: string[] = [];
    let [right, undecided, time] = [0, 0, 0];
    for (let seed = 1; seed <= COUNT; seed += 1) {
      const printed = invented(seed);
      const bytes = await write(paperOf(printed));
      const began = performance.now();
      const report = await readReportFile(bytes);
      time += performance.now() - began;
      if (isRefusal(report)) {
        wrong.push(`seed ${seed}: ${report.says}`);
        continue;
      }
      const cells = score(printed.figures, report);
      right += cells.right;
      undecided += cells.undecided;
      wrong.push(...cells.wrong.map((cell) => `seed ${seed}: ${cell.join(' ')}`));
      expect([report.unit, report.year]).toEqual([printed.unit, printed.year]);
    }
    const share = right / (right + undecided + wrong.length);
    if (asked)
      console.log(
        `${name}: ${(100 * share).toFixed(3)} % right, ${undecided} undecided, ${wrong.length} wrong, ${(COUNT / (time / 1000)).toFixed(1)} reports/s`,
      );
    expect(wrong).toEqual([]);
    expect(share).toBeGreaterThanOrEqual(atLeast);
  });
});
