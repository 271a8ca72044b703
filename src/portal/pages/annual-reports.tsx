/** 政府信息公开年报 (《条例》第四十九条): every year that was published stays. */
import type { FastifyInstance } from 'fastify';
import { receivedOver } from '../../annual-report/render/report-charts.ts';
import { publishedYears } from '../../annual-report/store/reports.ts';
import type { Agency } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import { inProse } from '../../statute/civil-date.ts';
import { Empty } from '../components/empty.tsx';
import { Page } from '../components/page.tsx';
import { Chart } from '../components/report-chart.tsx';
import type { Frame } from '../frame.ts';
import { AGENCIES, ANNUAL_REPORTS } from '../page-keys.ts';
import type { Portal } from '../portal.ts';
import { reportsPath, type ShownReport, shownReports } from '../published-report.ts';
import { cachedPage } from '../send-page.ts';
import { agenciesWithin } from './agencies.tsx';

const TREND = 5;

export function annualReports(app: FastifyInstance, portal: Portal): void {
  cachedPage(app, portal, {
    path: '/annual-reports',
    build: async (_, frame) => {
      const reports = await shownReports(portal.reading, portal.countyId);
      const others = await othersThatPublished(portal);
      return { html: AnnualReportsPage({ frame, reports, others }), keys: [ANNUAL_REPORTS, AGENCIES] };
    },
  });
}

/** 部门、乡镇 with the years they have published, newest first. */
interface OtherReports {
  readonly agency: Agency;
  readonly path: string;
  readonly years: readonly number[];
}

async function othersThatPublished(portal: Portal): Promise<OtherReports[]> {
  const { reading: db } = portal;
  const below = agenciesWithin(portal, await listAgencies(db)).filter(({ id }) => id !== portal.countyId);
  const published = await publishedYears(
    db,
    below.map(({ id }) => id),
  );
  return below.flatMap((agency) => {
    const years = published.flatMap(({ agencyId, year }) => (agencyId === agency.id ? [year] : []));
    return years.length > 0 ? [{ agency, path: reportsPath(portal, agency.id), years }] : [];
  });
}

export function AnnualReportsPage({
  frame,
  reports,
  others,
}: {
  readonly frame: Frame;
  readonly reports: readonly ShownReport[];
  readonly others: readonly OtherReports[];
}): string {
  return (
    <Page
      frame={frame}
      title="政府信息公开年报"
      description="历年政府信息公开工作年度报告，可以查阅、下载。"
      canonical="/annual-reports"
      crumbs={[{ name: '政府信息公开年报' }]}
    >
      <div class="page-head">
        <h1>政府信息公开年报</h1>
        <p class="lead">县人民政府每年三月三十一日前公布上一年度的报告，各部门一月三十一日前公布。</p>
      </div>
      {reports.length === 0 ? (
        <Empty says="还没有公布年度报告。公布后，表格、图和下载都在这里。" />
      ) : (
        <div class="beside">
          <ul class="list">
            {reports.map(({ year, title, publishedOn }) => (
              <li>
                <a href={`/annual-reports/${year}`} safe>
                  {title}
                </a>
                <time datetime={publishedOn} safe>
                  {inProse(publishedOn)}
                </time>
              </li>
            ))}
          </ul>
          <aside class="aside">
            {reports.length > 1 ? <Chart chart={receivedOver(reports.slice(0, TREND).toReversed())} /> : null}
            {reports.length > 1 ? (
              <p>
                <a href="/annual-reports/compare">历年逐项比较</a>
              </p>
            ) : null}
            <h2>核对工具</h2>
            <p>
              任何一份年报都可以<a href="/check-report">在这里核对</a>，找出表格和文字里的矛盾。
            </p>
          </aside>
        </div>
      )}
      {others.length > 0 ? (
        <section>
          <h2>各部门、乡镇的年度报告</h2>
          <ul class="plain">
            {others.map(({ agency, path, years }) => (
              <li>
                <a href={`/agencies/${agency.id}`} safe>
                  {agency.name}
                </a>
                {years.map((year) => (
                  <>
                    {'　'}
                    <a href={`${path}/${year}`} safe>{`${year} 年`}</a>
                  </>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Page>
  ) as string;
}
