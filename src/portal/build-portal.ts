/** 门户 (《条例》第二十四条: one platform to search, read and download): builds the citizen's face from what the rooms offer. */
import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import type { News } from '../ledger/store/follow-ledger.ts';
import { buildFace, showAsJson } from '../platform/http/face.ts';
import { securityHeaders } from '../platform/http/security-headers.ts';
import { greyPeriods } from '../publications/store/site.ts';
import { serveAssets } from './assets.ts';
import { BEAT_MS } from './live-streams.ts';
import { offerShared } from './offer-shared.ts';
import { isForPrograms, openInterface } from './open-interface/serve-open-interface.ts';
import { agencies } from './pages/agencies.tsx';
import { annualReport } from './pages/annual-report.tsx';
import { annualReports } from './pages/annual-reports.tsx';
import { apply } from './pages/apply.tsx';
import { catalogue } from './pages/catalogue.tsx';
import { checkReportPage } from './pages/check-report.tsx';
import { column } from './pages/column.tsx';
import { compareYears } from './pages/compare-years.tsx';
import { consultations } from './pages/consultations.tsx';
import { deadline } from './pages/deadline.tsx';
import { decisions } from './pages/decisions.tsx';
import { document } from './pages/document.tsx';
import { documentFile } from './pages/document-file.tsx';
import { documentPapers } from './pages/document-paper.ts';
import { documentPicture } from './pages/document-picture.tsx';
import { ErrorPage, unsentForm } from './pages/error-page.tsx';
import { fee } from './pages/fee.tsx';
import { feeds } from './pages/feeds.tsx';
import { figures } from './pages/figures.tsx';
import { formerAddresses } from './pages/former-address.ts';
import { gazette } from './pages/gazette.tsx';
import { guide } from './pages/guide.tsx';
import { home } from './pages/home.tsx';
import { homePicture } from './pages/home-picture.tsx';
import { interviewPicture } from './pages/interview-picture.tsx';
import { interviews } from './pages/interviews.tsx';
import { letters } from './pages/letters.tsx';
import { mistakes } from './pages/mistakes.tsx';
import { notAnApplication } from './pages/not-an-application.tsx';
import { openInterfacePage } from './pages/open-interface.tsx';
import { policies } from './pages/policies.tsx';
import { search } from './pages/search.tsx';
import { settings } from './pages/settings.ts';
import { shared } from './pages/shared.tsx';
import { siteIndex } from './pages/site-index.ts';
import { sitemap } from './pages/sitemap.tsx';
import { track } from './pages/track.tsx';
import { pagesOfNews, tellsOfGrey } from './pages-of-news.ts';
import { type PortalDeps, portalOf } from './portal.ts';
import { receiveShared } from './receive-shared.ts';
import { sendOwn } from './send-page.ts';
import { openShortWay } from './short-way.ts';
import { stylesheet, stylesheetPath } from './stylesheet.ts';
import { wechatCallback } from './wechat-callback.ts';

const PAGES = [
  home,
  homePicture,
  interviewPicture,
  column,
  document,
  documentFile,
  documentPicture,
  documentPapers,
  search,
  catalogue,
  gazette,
  policies,
  guide,
  figures,
  decisions,
  fee,
  deadline,
  apply,
  notAnApplication,
  track,
  letters,
  interviews,
  consultations,
  mistakes,
  annualReports,
  compareYears,
  annualReport,
  checkReportPage,
  agencies,
  feeds,
  shared,
  openInterface,
  openInterfacePage,
  sitemap,
  siteIndex,
  formerAddresses,
];

export interface BuiltPortal {
  readonly app: FastifyInstance;
  /** Drops the pages that show something else since these acts. */
  hear(news: readonly News[]): Promise<void>;
}

export function buildPortal(deps: PortalDeps): BuiltPortal {
  const portal = portalOf(deps);
  const app = buildFace({
    name: 'portal',
    config: deps.config,
    log: deps.log,
    show(problem, request, reply) {
      if (isForPrograms(request.url)) return showAsJson(problem, request, reply.header('cache-control', 'no-store'));
      const { status, code, says } = problem;
      const isAway = code === 'HTTP_503';
      const unsent = isAway ? unsentForm(request) : undefined;
      const told = isAway ? undefined : says;
      return sendOwn(reply, ErrorPage({ frame: portal.frame(request), status, says: told, unsent }), status);
    },
  });
  app.register(formbody);
  const assets = serveAssets(
    app,
    [
      { path: stylesheetPath, text: stylesheet, type: 'css' },
      ...Object.values(portal.scripts).map(({ path, text }) => ({ path, text, type: 'script' as const })),
    ],
    deps.plainPages ?? false,
  );
  app.register(async (pages) => {
    for (const page of PAGES) page(pages, portal);
    settings(pages);
  });
  receiveShared(app, portal);
  offerShared(app, portal);
  wechatCallback(app, portal);
  const beating = setInterval(portal.live.beat, BEAT_MS).unref();
  app.addHook('preClose', async () => {
    clearInterval(beating);
    portal.live.close();
  });
  const headers = securityHeaders({ publicUrl: deps.config.publicUrl, inlineStyles: false });
  openShortWay(app, { pages: portal.cache, assets }, headers, deps.house.now);
  return {
    app,
    async hear(news) {
      const db = deps.hearing ?? portal.reading;
      if (news.some(tellsOfGrey)) portal.setGreys(await greyPeriods(db));
      const stale = await pagesOfNews(db, news);
      if (stale === 'everything') portal.cache.clear();
      else portal.cache.invalidate(stale);
      for (const { room, subject } of news) if (room === 'interviews') portal.live.wake(subject);
    },
  };
}
