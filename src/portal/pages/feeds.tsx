/** 订阅 [PRT-83, PRT-84]: the newest of everything, of a column, of an agency, for programs; and the page that says how. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { listAgencies } from '../../people/store.ts';
import { type Column, columnTree } from '../../publications/columns.ts';
import { asColumn } from '../../publications/special-column.ts';
import { specialColumns } from '../../publications/store/columns.ts';
import { type FeedScope, feedEntries } from '../../publications/store/walks.ts';
import { FeedLinks } from '../components/feed-links.tsx';
import { Page } from '../components/page.tsx';
import { FEED_FORMATS, type FeedFormatName, writeFeed } from '../feed-formats.ts';
import { agencyFeed, columnFeed, EVERYTHING, type Followed } from '../followed.ts';
import type { Frame } from '../frame.ts';
import { AGENCIES } from '../page-keys.ts';
import type { Portal } from '../portal.ts';
import { cachedPage, cachedText } from '../send-page.ts';
import { agenciesWithin } from './agencies.tsx';

/** Enough for who looks once a week. */
const ENTRIES = 50;

interface Source {
  /** Path with its parameter; the feeds lie below it. */
  readonly path: string;
  /** Undefined for what does not exist. */
  find(
    id: string,
    portal: Portal,
  ): Promise<{ followed: Followed; scope: FeedScope; keys: readonly string[] } | undefined>;
}

const SOURCES: readonly Source[] = [
  { path: '', find: async () => ({ followed: EVERYTHING, scope: {}, keys: ['feed'] }) },
  {
    path: '/columns/:id',
    find: async (id, { reading }) => {
      const found = columnTree((await specialColumns(reading)).map(asColumn)).get(id);
      return found && { followed: columnFeed(found), scope: { column: id }, keys: [`column:${id}`] };
    },
  },
  {
    path: '/agencies/:id',
    find: async (id, portal) => {
      const found = agenciesWithin(portal, await listAgencies(portal.reading)).find((agency) => agency.id === id);
      return found && { followed: agencyFeed(found), scope: { agencyId: id }, keys: [`agency:${id}`, AGENCIES] };
    },
  },
];

export function feeds(app: FastifyInstance, portal: Portal): void {
  for (const { path, find } of SOURCES)
    for (const name of Object.keys(FEED_FORMATS) as FeedFormatName[]) {
      const { file, type } = FEED_FORMATS[name];
      cachedText(app, portal, {
        path: `${path}/${file}`,
        build: async (request: FastifyRequest) => {
          const found = await find((request.params as { id?: string }).id ?? '', portal);
          if (!found) return { text: '没有这个订阅源。\n', type: 'text', keys: [], status: 404 };
          const entries = await feedEntries(portal.reading, found.scope, ENTRIES);
          return { text: writeFeed(name, found.followed, entries, portal.site), type, keys: found.keys };
        },
      });
    }
  cachedPage(app, portal, {
    path: '/feeds',
    build: async (_, frame) => {
      const tree = columnTree((await specialColumns(portal.reading)).map(asColumn));
      return { html: FeedsPage({ frame, columns: [...tree.values()] }), keys: ['sitemap'] };
    },
  });
}

export function FeedsPage({ frame, columns }: { readonly frame: Frame; readonly columns: readonly Column[] }): string {
  const shown = columns.filter(({ key }) => key.split('.').length <= 2);
  return (
    <Page
      frame={frame}
      title="订阅"
      description="用阅读器订阅最新公开的政府信息。"
      canonical="/feeds"
      crumbs={[{ name: '订阅' }]}
      feed={EVERYTHING}
    >
      <div class="page-head">
        <h1>订阅</h1>
        <p class="lead">把下面的网址加到阅读器里，有新公开的信息就会收到，不用注册。</p>
      </div>
      <h2>全部</h2>
      <FeedLinks followed={EVERYTHING} />
      <p>
        只看一个机关公开的，在<a href="/agencies">各机关</a>里打开那个机关的页面订阅。
      </p>
      <h2>按栏目</h2>
      <ul class="plain">
        {shown.map((column) => (
          <li>
            <FeedLinks followed={columnFeed(column)} />
          </li>
        ))}
      </ul>
    </Page>
  ) as string;
}
