/**
 * 一年的年报: narrative and official tables as the form prints them (国办公开办函〔2021〕30号), beside them a small picture for people, and
 * the same as files. The county's own stands at `/annual-reports`, that of any other agency below the page of the agency [PRT-126].
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type PrintedSection, printedSections } from '../../annual-report/render/printed-sections.ts';
import { reportCharts } from '../../annual-report/render/report-charts.ts';
import { REPORT_SCHEMA } from '../../annual-report/report-schema.ts';
import type { Agency } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import { inProse } from '../../statute/civil-date.ts';
import { OfficialTable } from '../components/official-table.tsx';
import { Page } from '../components/page.tsx';
import { Chart } from '../components/report-chart.tsx';
import type { Frame } from '../frame.ts';
import { AGENCIES, ANNUAL_REPORTS } from '../page-keys.ts';
import type { Portal } from '../portal.ts';
import { reportsPath, type ShownReport, shownReport, shownReports } from '../published-report.ts';
import { REPORT_DOWNLOADS, type ReportDownloadKind, reportFiles } from '../report-files.ts';
import { cachedPage, sendOwn } from '../send-page.ts';
import { agenciesWithin } from './agencies.tsx';
import { ErrorPage } from './error-page.tsx';

export function annualReport(app: FastifyInstance, portal: Portal): void {
  const { reading, countyId } = portal;
  const askedFor = async (request: FastifyRequest): Promise<Asked | undefined> => {
    const { year, id } = request.params as { year: string; id?: string };
    if (!/^20\d\d$/.test(year)) return undefined;
    // The county's own report has one address, without its id.
    const other = id === undefined ? undefined : (await others()).find((agency) => agency.id === id);
    if (id !== undefined && !other) return undefined;
    const shown = await shownReport(reading, other?.id ?? countyId, Number(year));
    return shown && { shown, other };
  };
  const others = async () =>
    agenciesWithin(portal, await listAgencies(reading)).filter((agency) => agency.id !== countyId);
  const notFound = (request: FastifyRequest, reply: FastifyReply) =>
    sendOwn(reply, ErrorPage({ frame: portal.frame(request), status: 404 }), 404);

  for (const place of PLACES)
    cachedPage(app, portal, {
      path: `${place}/:year`,
      build: async (request, frame) => {
        const asked = await askedFor(request);
        if (!asked) return { html: ErrorPage({ frame, status: 404 }), keys: [], status: 404 };
        const { shown, other } = asked;
        const agencyId = other?.id ?? countyId;
        // The years up to this one: what came later is no part of its picture.
        const years = (await shownReports(reading, agencyId)).filter(({ year }) => year <= shown.year);
        const path = reportsPath(portal, agencyId);
        return { html: AnnualReportPage({ frame, shown, years, other, path }), keys: [ANNUAL_REPORTS, AGENCIES] };
      },
    });
  app.get('/annual-reports/schema.json', (_, reply) =>
    reply
      .type('application/schema+json; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(`${JSON.stringify(REPORT_SCHEMA, null, 2)}\n`),
  );
  const files = reportFiles(portal);
  for (const [place, kind] of PLACES.flatMap((at) => DOWNLOAD_KINDS.map((of) => [at, of] as const))) {
    app.get(`${place}/:year.${kind}`, async (request, reply) => {
      const asked = await askedFor(request);
      if (!asked) return notFound(request, reply);
      const { shown } = asked;
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

/** What somebody asked for, with whose it is when it is not the county's. */
interface Asked {
  readonly shown: ShownReport;
  readonly other: Agency | undefined;
}

const PLACES = ['/annual-reports', '/agencies/:id/annual-reports'] as const;

const DOWNLOAD_KINDS = Object.keys(REPORT_DOWNLOADS) as ReportDownloadKind[];

export function AnnualReportPage({
  frame,
  shown,
  years,
  other,
  path,
}: {
  readonly frame: Frame;
  readonly shown: ShownReport;
  /** Published years, this one first, then those before it. */
  readonly years: readonly ShownReport[];
  /** Whose it is when it is not the county's. */
  readonly other: Agency | undefined;
  /** Below which the years of the agency stand. */
  readonly path: string;
}): string {
  const { year, title, report, correction, publishedOn } = shown;
  return (
    <Page
      frame={frame}
      title={title}
      description={`${title}：正文、官方表格和下载。`}
      canonical={`${path}/${year}`}
      crumbs={[
        { name: '政府信息公开年报', path: '/annual-reports' },
        ...(other ? [{ name: other.name, path: `/agencies/${other.id}` }] : []),
        { name: `${year} 年` },
      ]}
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
                <a href={`${path}/${year}.${kind}`}>{REPORT_DOWNLOADS[kind].term}</a>
              </li>
            ))}
          </ul>
          <p>
            各种文件内容相同。JSON 的格式见<a href="/annual-reports/schema.json">格式说明</a>。
          </p>
          {years.length > 1 && !other ? (
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
