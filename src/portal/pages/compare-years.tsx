/**
 * 历年比较 [ANR-38]: the county's own published years beside each other, with charts that need no script and every figure in a table; what a
 * format of the report did not ask for is said where it is missing.
 */
import type { FastifyInstance } from 'fastify';
import {
  type ComparedMeasure,
  type ComparedTable,
  type Comparison,
  compareReports,
} from '../../annual-report/compare/compare-reports.ts';
import { comparisonPaper, measureHead, printedValue } from '../../annual-report/compare/comparison-paper.ts';
import { BarChart } from '../components/bar-chart.tsx';
import { Empty } from '../components/empty.tsx';
import { Page } from '../components/page.tsx';
import { StackedChart } from '../components/stacked-chart.tsx';
import type { Frame } from '../frame.ts';
import { ANNUAL_REPORTS } from '../page-keys.ts';
import type { Portal } from '../portal.ts';
import { shownReports } from '../published-report.ts';
import { REPORT_DOWNLOADS } from '../report-files.ts';
import { cachedPage, sendOwn } from '../send-page.ts';
import { ErrorPage } from './error-page.tsx';

/** More columns are no comparison any more; older years stay on their own pages. */
const YEARS = 10;

export function compareYears(app: FastifyInstance, portal: Portal): void {
  const comparison = async (): Promise<Comparison | undefined> => {
    const shown = (await shownReports(portal.reading, portal.countyId)).slice(0, YEARS);
    return shown.length > 1
      ? compareReports(shown.map(({ report, year }) => ({ report: { ...report, year } })))
      : undefined;
  };

  cachedPage(app, portal, {
    path: '/annual-reports/compare',
    build: async (_, frame) => ({
      html: CompareYearsPage({ frame, comparison: await comparison() }),
      keys: [ANNUAL_REPORTS],
    }),
  });

  // Made once for each set of published years: whoever publishes changes the text of the paper.
  let made: { readonly text: string; readonly file: Promise<Buffer> } | undefined;
  app.get('/annual-reports/compare.xlsx', async (request, reply) => {
    const compared = await comparison();
    if (!compared) return sendOwn(reply, ErrorPage({ frame: portal.frame(request), status: 404 }), 404);
    const paper = comparisonPaper(compared, []);
    const text = JSON.stringify(paper);
    if (made?.text !== text) made = { text, file: portal.paperFile('xlsx', paper) };
    const { file } = made;
    file.catch(() => {
      made = undefined;
    });
    const name = encodeURIComponent('历年政府信息公开工作年度报告比较.xlsx');
    return reply
      .type(REPORT_DOWNLOADS.xlsx.type)
      .header('content-disposition', `attachment; filename="compare.xlsx"; filename*=UTF-8''${name}`)
      .header('cache-control', 'no-cache')
      .send(await file);
  });
}

function CompareYearsPage({
  frame,
  comparison,
}: {
  readonly frame: Frame;
  readonly comparison: Comparison | undefined;
}): string {
  return (
    <Page
      frame={frame}
      title="历年年报比较"
      description="历年政府信息公开工作年度报告逐项比较：申请、办理结果、行政复议和行政诉讼、主动公开、收费。"
      canonical="/annual-reports/compare"
      crumbs={[{ name: '政府信息公开年报', path: '/annual-reports' }, { name: '历年比较' }]}
    >
      <div class="page-head">
        <h1>历年年报比较</h1>
        <p class="lead">数字全部取自已公布的年度报告；更正过的，取最新的版本。</p>
      </div>
      {comparison ? (
        <Compared comparison={comparison} />
      ) : (
        <Empty says="公布两年以上的年度报告后，可以在这里逐项比较。" />
      )}
    </Page>
  ) as string;
}

function Compared({ comparison }: { readonly comparison: Comparison }): JSX.Element {
  const { subjects, tables, cautions } = comparison;
  return (
    <>
      <div class="strip">
        <Bars comparison={comparison} name="received" title="每年新收申请" wanted={['applications.received']} />
        <Outcomes comparison={comparison} />
        <Bars
          comparison={comparison}
          name="remedies"
          title="每年的行政复议和行政诉讼"
          wanted={['remedies.review', 'remedies.litigation']}
        />
      </div>
      {cautions.length > 0 ? (
        <section class="notice">
          <h2>怎样比较</h2>
          <ul>
            {cautions.map((caution) => (
              <li safe>{caution}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {tables.map((table) => (
        <YearsTable table={table} labels={subjects.map(({ label }) => label)} />
      ))}
      <p class="actions">
        <a class="button" href="/annual-reports/compare.xlsx">
          下载比较表（XLSX）
        </a>
      </p>
    </>
  );
}

/** The measures together, a bar a year; a year that does not tell one has no bar. */
function Bars({
  comparison,
  name,
  title,
  wanted,
}: {
  readonly comparison: Comparison;
  readonly name: string;
  readonly title: string;
  readonly wanted: readonly string[];
}): JSX.Element {
  const measures = wanted.flatMap((key) => measureOf(comparison, key) ?? []);
  const bars = comparison.subjects.flatMap(({ label }, at) => {
    const values = measures.flatMap(({ values }) => values[at]!.value ?? []);
    return values.length < wanted.length ? [] : [{ label, value: values.reduce((sum, value) => sum + value, 0) }];
  });
  return bars.length > 1 ? <BarChart name={name} title={title} unit="件" bars={bars} /> : '';
}

function Outcomes({ comparison }: { readonly comparison: Comparison }): JSX.Element {
  const groups = [1, 2, 3, 4, 5, 6].flatMap((group) => measureOf(comparison, `outcomes.${group}`) ?? []);
  const bars = comparison.subjects.map(({ label }, at) => ({
    label,
    amounts: groups.map(({ values }) => values[at]!.value),
  }));
  return (
    <StackedChart name="outcomes" title="办理结果的构成" unit="件" parts={groups.map(({ term }) => term)} bars={bars} />
  );
}

function YearsTable({
  table: { title, measures },
  labels,
}: {
  readonly table: ComparedTable;
  readonly labels: readonly string[];
}): JSX.Element {
  return (
    <section>
      <h2 safe>{title}</h2>
      <section class={['scroll', labels.length > 3 && 'slides']} aria-label={title} tabindex="0">
        <table class="years" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">指标</th>
              {labels.map((label) => (
                <th scope="col" class="right" safe>
                  {label}
                </th>
              ))}
              <th scope="col" class="right">
                比上年
              </th>
            </tr>
          </thead>
          <tbody>
            {measures.map((measure) => (
              <tr>
                <th scope="row" safe>
                  {measureHead(measure)}
                </th>
                {measure.values.map((value) => (
                  <td class={['right', value.value === null && 'absent']} safe>
                    {printedValue(value, measure.unit)}
                  </td>
                ))}
                <td class="right" safe>
                  {change(measure)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** From the year before last to the last; between shares in percentage points. */
function change({ values, unit }: ComparedMeasure): string {
  const [before, last] = values.slice(-2).map(({ value }) => value);
  if (before === null || last === null || before === undefined || last === undefined) return '';
  const more = unit === '%' ? Number((last - before).toFixed(1)) : Number((last - before).toFixed(6));
  if (more === 0) return '持平';
  return `${more > 0 ? '+' : '−'}${Math.abs(more)}${unit === '%' ? ' 个百分点' : ''}`;
}

function measureOf({ tables }: Comparison, key: string): ComparedMeasure | undefined {
  return tables.flatMap(({ measures }) => measures).find((measure) => measure.key === key);
}
