/** 开放接口 [XCH-20…22]: kept and made stale like the pages that show the same; nobody asks more often than a program has to. */
import type { FastifyInstance } from 'fastify';
import { subtreeOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import { showAsJson } from '../../platform/http/face.ts';
import { problemOfStatus } from '../../platform/http/problem.ts';
import { RateLimit } from '../../platform/rate-limit.ts';
import type { PublicList } from '../../publications/public-view.ts';
import { allColumns } from '../../publications/store/columns.ts';
import { latest, latestIn } from '../../publications/store/lists.ts';
import { publicDocument } from '../../publications/store/public-document.ts';
import { asked, askedPage } from '../asked.ts';
import type { Rendered } from '../page-cache.ts';
import { AGENCIES } from '../page-keys.ts';
import type { Portal } from '../portal.ts';
import { cachedText } from '../send-page.ts';
import { MOST_A_PAGE, openApi, PER_MINUTE } from './description.ts';
import { csvOf, documentShown, lineShown } from './views.ts';

const ASKS = ['column', 'agency', 'page', 'size'];

/** Whoever asks there reads no pages, whatever is wrong with the address. */
export const isForPrograms = (url: string): boolean => /^\/(?:api|exchange)(?:[/?]|$)/.test(url);

export function openInterface(app: FastifyInstance, portal: Portal): void {
  app.register(async (scope) => {
    const limit = new RateLimit({ times: PER_MINUTE, withinMs: 60_000, now: portal.house.now });
    scope.addHook('onRequest', async (request, reply) => {
      const freeIn = limit.freeIn(request.ip);
      if (freeIn > 0) {
        const says = `读取太频繁：一个地址一分钟 ${PER_MINUTE} 次。请过一会儿再读。`;
        reply.header('retry-after', Math.ceil(freeIn / 1_000));
        return showAsJson({ ...problemOfStatus(429), says }, request, reply);
      }
      limit.count(request.ip);
    });
    serve(scope, portal);
  });
}

function serve(app: FastifyInstance, portal: Portal): void {
  const { reading: db } = portal;
  const { site } = portal;
  const told = (says: unknown, keys: readonly string[]): Rendered => ({
    text: JSON.stringify(says),
    type: 'data',
    keys,
  });

  cachedText(app, portal, {
    path: '/api/v1/documents',
    asks: ASKS,
    async build({ query }) {
      const { list, keys, page, size } = await listAsked(portal, query);
      const following = new URLSearchParams({ page: String(page + 1) });
      for (const name of ['column', 'agency', 'size']) if (asked(query, name)) following.set(name, asked(query, name));
      const next = page * size < list.total ? `${site.url}/api/v1/documents?${following}` : null;
      return told(
        { total: list.total, page, size, next, documents: list.lines.map((line) => lineShown(line, site.url)) },
        keys,
      );
    },
  });
  cachedText(app, portal, {
    path: '/api/v1/documents.csv',
    asks: ASKS,
    async build({ query }) {
      const { list, keys } = await listAsked(portal, query);
      return { text: csvOf(list.lines.map((line) => lineShown(line, site.url))), type: 'csv', keys };
    },
  });
  cachedText(app, portal, {
    path: '/api/v1/documents/:id',
    async build({ params }) {
      const { id } = params as { id: string };
      const found = await publicDocument(db, id, portal.today());
      const keys = [`document:${id}`];
      if (found?.view === 'document') return told(documentShown(found, site.url), keys);
      const status = found ? 410 : 404;
      const says = found ? '这条信息已经撤回。请一并删去你的副本。' : '没有这条信息。';
      return { ...told({ ...problemOfStatus(404), status, code: `HTTP_${status}`, says }, keys), status };
    },
  });
  cachedText(app, portal, {
    path: '/api/v1/columns',
    build: async () =>
      told(
        [...(await allColumns(db)).values()].map(({ key, parent, name }) => ({ key, parent, name })),
        ['sitemap'],
      ),
  });
  cachedText(app, portal, {
    path: '/api/v1/agencies',
    async build() {
      const agencies = await listAgencies(db);
      const within = subtreeOf(portal.countyId, agencies);
      const shown = agencies
        .filter(({ id }) => within.includes(id))
        .map(({ id, parentId, name }) => ({ id, parentId, name }));
      return told(shown, [AGENCIES]);
    },
  });
  cachedText(app, portal, { path: '/api/v1/openapi.json', build: async () => told(openApi(site), []) });
}

interface ListAsked {
  readonly list: PublicList;
  readonly keys: readonly string[];
  readonly page: number;
  readonly size: number;
}

async function listAsked({ reading: db, today }: Portal, query: unknown): Promise<ListAsked> {
  const [column, agencyId, page] = [asked(query, 'column'), asked(query, 'agency'), askedPage(query)];
  const size = Math.min(Number(/^[1-9]\d{0,2}$/.exec(asked(query, 'size'))?.[0] ?? 30), MOST_A_PAGE);
  const wanted = { number: page, size };
  if (column !== '')
    return { list: await latestIn(db, column, wanted, today()), keys: [`column:${column}`], page, size };
  if (agencyId !== '')
    return { list: await latest(db, wanted, today(), { agencyId }), keys: [`agency:${agencyId}`], page, size };
  return { list: await latest(db, wanted, today()), keys: ['sitemap'], page, size };
}
