/**
 * Random reports, sound and broken, with blanks and with figures nobody could settle, out into every kind of file and back.
 * `GONGKAI_ROUND_TRIPS=200 npx vitest run src/main/report/round-trip.test.ts` takes that many.
 */
import { describe, expect, it } from 'vitest';
import { printReport } from '../../../test/support/report-layouts/printed-report.ts';
import { publishedReport } from '../../../test/support/report-layouts/published-report.ts';
import { type Random, seeded } from '../../../test/support/report-layouts/random.ts';
import { generatedReport } from '../../annual-report/check/generated-report.fixture.ts';
import { APPLICANT_COLUMNS, formatNamed, SECTIONS } from '../../annual-report/form.ts';
import { missingRows } from '../../annual-report/read/tables/table3.ts';
import { unfoundRows } from '../../annual-report/read/tables/unfound.ts';
import type { Figure, Report } from '../../annual-report/report.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { readReportFile } from './report-file.ts';
import { REPORT_WRITERS, type ReportKind } from './report-writers.ts';

const COUNT = Number(process.env.GONGKAI_ROUND_TRIPS ?? 0) || 4;
const KINDS = Object.keys(REPORT_WRITERS) as ReportKind[];

const ASIDES = [
  '“回头看”发现问题3处，均已改正（其中2处为错别字）。',
  '全县37个单位、12个乡镇全部完成任务……',
  '=SUM(A1)不是公式，-1也不是减号。',
  '县人民政府办公室印发《政务公开工作要点》（示政办发〔2024〕3号）；',
  '专栏网址：https://www.example.gov.cn/zwgk?a=1&b=<2>。',
];

/** A report whose figures may contradict each other, in either format, told in sentences that agree with nothing. */
function reportOf(seed: number): Report {
  const random = seeded(seed);
  const { unit, year, format, table2, table3, table4 } = publishedReport(printReport(random, 'plain'));
  const told = generatedReport(seed).narrative.map(({ heading, text }) =>
    heading.startsWith('（') && random.chance(0.5)
      ? { heading, text: [text, random.pick(ASIDES), random.pick(ASIDES)].filter(Boolean).join('\n') }
      : { heading, text },
  );
  const narrative = format === '2021' ? told : told.filter(({ heading }) => heading !== SECTIONS[1]);
  const rows = { ...missingRows(format, '3.6' in table3.rows), ...table3.rows };
  const whole = { unit, year, format, table2, table3: { columns: APPLICANT_COLUMNS, rows }, table4, narrative };
  const { undecided, ...holed } = withHoles({ ...whole, undecided: [] }, random);
  return { ...holed, undecided: [...new Set([...undecided, ...unfoundRows(rows, formatNamed(format))])] };
}

/** Some figures blank, some undecided, some printed wrong [ANR-73]; of a row that was not found every one is [ANR-61]. */
function withHoles(report: Report, random: Random): Report {
  const undecided: string[] = [];
  const misprints: Record<string, string> = {};
  const hole = (figure: Figure, pointer: string): Figure => {
    if (random.chance(0.95)) return figure;
    if (random.chance(0.2) && pointer !== '/table2/feesWan') {
      const [text, value] = random.pick([
        ['-1', -1],
        ['1.5', 1.5],
        ['3人', 3],
      ] as const);
      misprints[pointer] = text;
      return value;
    }
    if (random.chance(0.5)) undecided.push(pointer);
    return null;
  };
  const each = (row: readonly Figure[], pointer: string) => row.map((figure, i) => hole(figure, `${pointer}/${i}`));
  const { table2: two, table3, table4 } = report;
  const stock = (name: 'regulations' | 'normativeDocuments') => ({
    made: hole(two![name].made, `/table2/${name}/made`),
    repealed: hole(two![name].repealed, `/table2/${name}/repealed`),
    valid: hole(two![name].valid, `/table2/${name}/valid`),
  });
  return {
    ...report,
    table2: two && {
      regulations: stock('regulations'),
      normativeDocuments: stock('normativeDocuments'),
      licensing: hole(two.licensing, '/table2/licensing'),
      punishment: hole(two.punishment, '/table2/punishment'),
      coercion: hole(two.coercion, '/table2/coercion'),
      feesWan: hole(two.feesWan, '/table2/feesWan'),
    },
    table3: {
      ...table3,
      rows: Object.fromEntries(
        Object.entries(table3.rows).map(([code, row]) => {
          const isUnfound = row === null && !(code.startsWith('3.6') && table3.rows['3.6']);
          if (isUnfound && code !== '3.6')
            undecided.push(...APPLICANT_COLUMNS.map((_, i) => `/table3/rows/${code}/${i}`));
          return [code, row && each(row, `/table3/rows/${code}`)];
        }),
      ),
    },
    table4: {
      review: each(table4.review, '/table4/review'),
      directLitigation: each(table4.directLitigation, '/table4/directLitigation'),
      postReviewLitigation: each(table4.postReviewLitigation, '/table4/postReviewLitigation'),
    },
    ...(Object.keys(misprints).length > 0 ? { misprints } : {}),
    undecided,
  };
}

describe('ANR-34 our own files give back the same report', () => {
  it.each(KINDS)('.%s', async (kind) => {
    for (let seed = 1; seed <= COUNT; seed += 1) {
      const report = reportOf(seed);
      const read = await readReportFile(await REPORT_WRITERS[kind](report));
      if (isRefusal(read)) throw new Error(`seed ${seed}: ${read.says}`);
      expect(normal(read), `seed ${seed}`).toEqual(normal(report));
    }
  });
});

/** The undecided in one order; a row that was not found, and one whose every cell is printed as undecided, are one. */
function normal(report: Report): Report {
  const unfound = (code: string) => report.undecided.includes(`/table3/rows/${code}/0`);
  const rows = Object.entries(report.table3.rows).map(([code, row]) => [
    code,
    row === null && unfound(code) ? APPLICANT_COLUMNS.map(() => null) : row,
  ]);
  const table3 = { ...report.table3, rows: Object.fromEntries(rows) };
  return { ...report, table3, undecided: [...report.undecided].sort() };
}
