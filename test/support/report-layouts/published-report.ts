/** An invented report as the product itself would publish it. */
import { formatNamed } from '../../../src/annual-report/form.ts';
import type { Report, Table3Row } from '../../../src/annual-report/report.ts';
import type { PrintedReport } from './printed-report.ts';

export function publishedReport({ unit, year, figures, headings, prose }: PrintedReport): Report {
  const [made, repealed, valid, madeNormative, repealedNormative, validNormative] = figures.documents;
  const rows: Record<string, Table3Row> = {};
  for (const { code } of [...formatNamed('2021').rows, ...formatNamed('2019-trial').rows]) {
    const row = figures.rows.get(code);
    if (row) rows[code] = row;
  }
  const [review, directLitigation, postReviewLitigation] = figures.table4;
  return {
    unit,
    year,
    format: figures.format,
    table2:
      figures.format === '2021'
        ? {
            regulations: { made: made!, repealed: repealed!, valid: valid! },
            normativeDocuments: { made: madeNormative!, repealed: repealedNormative!, valid: validNormative! },
            ...figures.decisions,
            feesWan: figures.feesWan,
          }
        : null,
    table3: { columns: [], rows },
    table4: { review: review!, directLitigation: directLitigation!, postReviewLitigation: postReviewLitigation! },
    narrative: [
      { heading: '', text: prose.intro },
      { heading: headings[0]!, text: prose.overall.join('\n') },
      { heading: headings[4]!, text: prose.problems },
      { heading: headings[5]!, text: prose.other },
    ],
    undecided: [],
  };
}
