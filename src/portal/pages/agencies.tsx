/** 各机关 [PRT-85]: every agency of the county, and a page for each with what it published and how it is reached. */
import type { FastifyInstance } from 'fastify';
import { publishedYears } from '../../annual-report/store/reports.ts';
import { AGENCY_KINDS, type Agency, living, subtreeOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { PublicList } from '../../publications/public-view.ts';
import { latest } from '../../publications/store/lists.ts';
import { askedPage } from '../asked.ts';
import { Contact, hasContact } from '../components/contact.tsx';
import { DocumentList } from '../components/document-list.tsx';
import { Empty } from '../components/empty.tsx';
import { FeedLinks } from '../components/feed-links.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Before, Ended } from '../components/succession.tsx';
import { agencyFeed } from '../followed.ts';
import type { Frame } from '../frame.ts';
import { AGENCIES, ANNUAL_REPORTS } from '../page-keys.ts';
import type { Portal } from '../portal.ts';
import { reportsPath } from '../published-report.ts';
import { cachedPage } from '../send-page.ts';
import { ErrorPage } from './error-page.tsx';

const PAGE_SIZE = 20;

export function agencies(app: FastifyInstance, portal: Portal): void {
  const within = async () => agenciesWithin(portal, await listAgencies(portal.reading));
  cachedPage(app, portal, {
    path: '/agencies',
    build: async (_, frame) => ({ html: AgenciesPage({ frame, agencies: await within() }), keys: [AGENCIES] }),
  });
  cachedPage(app, portal, {
    path: '/agencies/:id',
    asks: ['page'],
    build: async (request, frame) => {
      const { id } = request.params as { id: string };
      const page = askedPage(request.query);
      const all = await within();
      const agency = all.find((one) => one.id === id);
      const list =
        agency &&
        (await latest(portal.reading, { number: page, size: PAGE_SIZE }, portal.today(), { agencyId: agency.id }));
      if (!agency || !list || (page > 1 && list.lines.length === 0))
        return { html: ErrorPage({ frame, status: 404 }), keys: [], status: 404 };
      const reports = (await publishedYears(portal.reading, [id])).map(({ year }) => ({
        year,
        path: `${reportsPath(portal, id)}/${year}`,
      }));
      return {
        html: AgencyPage({ frame, agency, agencies: all, list, page, reports }),
        keys: [`agency:${id}`, AGENCIES, ANNUAL_REPORTS],
      };
    },
  });
}

/** The county government and every agency below it, in that order. */
export function agenciesWithin({ countyId }: Pick<Portal, 'countyId'>, all: readonly Agency[]): Agency[] {
  const byId = new Map(all.map((agency) => [agency.id, agency]));
  return subtreeOf(countyId, all).flatMap((id) => byId.get(id) ?? []);
}

export function AgenciesPage({
  frame,
  agencies: shown,
}: {
  readonly frame: Frame;
  readonly agencies: readonly Agency[];
}): string {
  const kinds = Object.entries(AGENCY_KINDS).map(([kind, { term }]) => ({
    term,
    of: living(shown).filter((agency) => agency.kind === kind),
  }));
  const over = shown.filter(({ ended }) => ended);
  return (
    <Page
      frame={frame}
      title="各机关"
      description={`${frame.site.name}和各部门、乡镇公开的政府信息。`}
      canonical="/agencies"
      crumbs={[{ name: '各机关' }]}
    >
      <div class="page-head">
        <h1>各机关</h1>
        <p class="lead">每个机关公开了什么、怎样联系，都在它自己的页面上。</p>
      </div>
      {kinds
        .filter(({ of }) => of.length > 0)
        .map(({ term, of }) => (
          <section>
            <h2>{term}</h2>
            <ul class="doors">
              {of.map(({ id, name }) => (
                <li>
                  <a href={`/agencies/${id}`} safe>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      {over.length > 0 ? (
        <section>
          <h2>已撤销的机关</h2>
          <ul class="doors">
            {over.map(({ id, name }) => (
              <li>
                <a href={`/agencies/${id}`} safe>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Page>
  ) as string;
}

export function AgencyPage({
  frame,
  agency,
  agencies: among,
  list,
  page,
  reports,
}: {
  readonly frame: Frame;
  readonly agency: Agency;
  readonly agencies: readonly Agency[];
  readonly list: PublicList;
  readonly page: number;
  /** 已公布的年度报告, newest first. */
  readonly reports: readonly { readonly year: number; readonly path: string }[];
}): string {
  const address = (n: number) => `/agencies/${agency.id}${n > 1 ? `?page=${n}` : ''}`;
  return (
    <Page
      frame={frame}
      title={agency.name}
      page={page}
      description={`${agency.name}公开的政府信息，共 ${list.total} 条。`}
      canonical={address(page)}
      crumbs={[{ name: '各机关', path: '/agencies' }, { name: agency.name }]}
      feed={agencyFeed(agency)}
    >
      <div class="page-head">
        <h1 safe>{agency.name}</h1>
        <p class="lead" safe>{`在本站公开 ${list.total} 条。`}</p>
      </div>
      <Ended agency={agency} agencies={among} />
      {hasContact(agency) && page === 1 && !agency.ended ? (
        <section>
          <h2>政府信息公开工作机构</h2>
          <Contact agency={agency} />
        </section>
      ) : null}
      <section>
        <h2>公开的信息</h2>
        {list.lines.length > 0 ? (
          <DocumentList lines={list.lines} />
        ) : (
          <Empty says="这个机关还没有在本站公开信息。">
            <p>
              需要的信息没有找到的，可以<a href="/apply">申请公开</a>。
            </p>
          </Empty>
        )}
        <Pager page={page} pages={Math.ceil(list.total / PAGE_SIZE)} address={address} />
      </section>
      {page === 1 && reports.length > 0 ? (
        <section>
          <h2>年度报告</h2>
          <ul class="doors">
            {reports.map(({ year, path }) => (
              <li>
                <a href={path} safe>{`${year} 年政府信息公开工作年度报告`}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {page === 1 ? <Before agency={agency} agencies={among} /> : null}
      <h2>订阅</h2>
      <FeedLinks followed={agencyFeed(agency)} />
    </Page>
  ) as string;
}
