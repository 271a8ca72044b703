/**
 * 一年的年报: narrative and official tables as the form prints them (国办公开办函〔2021〕30号), beside them a small picture for people, and
 * the same as files.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type PrintedSection, printedSections } from '../../annual-report/render/printed-sections.ts';
import { reportCharts } from '../../annual-report/render/report-charts.ts';
import { REPORT_SCHEMA } from '../../annual-report/report-schema.ts';
import { inProse } from '../../statute/civil-date.ts';
import { OfficialTable } from '../components/official-table.tsx';
import { Page } from '../components/page.tsx';
import { Chart } from '../components/report-chart.tsx';
import type { Frame } from '../frame.ts';
import { ANNUAL_REPORTS } from '../page-keys.ts';
import type { Portal } from '../portal.ts';
import { type ShownReport, shownReport, shownReports } from '../published-report.ts';
import { REPORT_DOWNLOADS, type ReportDownloadKind, reportFiles } from '../report-files.ts';
import { cachedPage, sendOwn } from '../send-page.ts';
import { ErrorPage } from './error-page.tsx';

export function annualReport(app: FastifyInstance, portal: Portal): void {
  const { house, countyId } = portal;
  const askedFor = async (request: FastifyRequest) => {
    const { year } = request.params as { year: string };
    return /^20\d\d$/.test(year) ? shownReport(house.db, countyId, Number(year)) : undefined;
  };
  const notFound = (request: FastifyRequest, reply: FastifyReply) =>
    sendOwn(reply, ErrorPage({ frame: portal.frame(request), status: 404 }), 404);

  cachedPage(app, portal, {
    path: '/annual-reports/:year',
    build: async (request, frame) => {
      const shown = await askedFor(request);
      if (!shown) return { html: ErrorPage({ frame, status: 404 }), keys: [], status: 404 };
      // The years up to this one: what came later is no part of its picture.
      const years = (await shownReports(house.db, countyId)).filter(({ year }) => year <= shown.year);
      return { html: AnnualReportPage({ frame, shown, years }), keys: [ANNUAL_REPORTS] };
    },
  });
  app.get('/annual-reports/schema.json', (_, reply) =>
    reply
      .type('application/schema+json; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(`${JSON.stringify(REPORT_SCHEMA, null, 2)}\n`),
  );
  const files = reportFiles(portal);
  for (const kind of DOWNLOAD_KINDS) {
    app.get(`/annual-reports/:year.${kind}`, async (request, reply) => {
      const shown = await askedFor(request);
      if (!shown) return notFound(request, reply);
      const name = encodeURIComponent(`${shown.title}.${kind}`);
      reply.type(REPORT_DOWNLOADS[kind].type).header('cache-control', 'no-cache');
      // Data are looked at where they are, files are kept.
      if (kind === 'json') reply.header('link', '</annual-reports/schema.json>; rel="describedby"');
      else
        reply.header('content-disposition', `attachment; filename="${shown.year}.${kind}"; filename*=UTF-8''${name}`);
      return reply.send(await files(kind, shown));
    });
  }
}

const DOWNLOAD_KINDS = Object.keys(REPORT_DOWNLOADS) as ReportDownloadKind[];

export function AnnualReportPage({
  frame,
  shown,
  years,
}: {
  readonly frame: Frame;
  readonly shown: ShownReport;
  /** Published years, this one first, then those before it. */
  readonly years: readonly ShownReport[];
}): string {
  const { year, title, report, correction, publishedOn } = shown;
  return (
    <Page
      frame={frame}
      title={title}
      description={`${title}：正文、官方表格和下载。`}
      canonical={`/annual-reports/${year}`}
      crumbs={[{ name: '政府信息公开年报', path: '/annual-reports' }, { name: `${year} 年` }]}
    >
      <div class="page-head">
        <h1 class="document-title" safe>
          {title}
        </h1>
        <p class="lead" safe>{`公布日期：${inProse(publishedOn)}`}</p>
      </div>
      {correction ? (
        <p class="notice warn">
          <strong>更正说明：</strong>
          <span safe>{correction}</span>
        </p>
      ) : null}
      <div class="strip charts">
        {reportCharts(years).map((chart) => (
          <section>
            <Chart chart={chart} />
          </section>
        ))}
        <section>
          <h2>下载</h2>
          <ul class="plain">
            {DOWNLOAD_KINDS.map((kind) => (
              <li>
                <a href={`/annual-reports/${year}.${kind}`}>{REPORT_DOWNLOADS[kind].term}</a>
              </li>
            ))}
          </ul>
          <p>
            各种文件内容相同。JSON 的格式见<a href="/annual-reports/schema.json">格式说明</a>。
          </p>
          {years.length > 1 ? (
            <p>
              <a href="/annual-reports/compare">历年逐项比较</a>
            </p>
          ) : null}
          <p>
            数字对不上的，可以用<a href="/check-report">核对工具</a>查一查，或者打页面下方的电话。
          </p>
        </section>
      </div>
      <article>{printedSections(report).map((section) => Section(section))}</article>
    </Page>
  ) as string;
}

function Section({ heading, level, paragraphs, table }: PrintedSection): JSX.Element {
  return (
    <section>
      {heading === '' ? null : level === 1 ? <h2 safe>{heading}</h2> : <h3 safe>{heading}</h3>}
      {paragraphs.length > 0 ? (
        <div class="official-text">
          {paragraphs.map((paragraph) => (
            <p safe>{paragraph}</p>
          ))}
        </div>
      ) : null}
      {table ? <OfficialTable table={table} /> : null}
    </section>
  );
}
