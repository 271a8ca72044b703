/** 栏目: its parts, and what it holds, newest first, twenty a page. */
import type { FastifyInstance } from 'fastify';
import { type Column, type ColumnKey, columnTree } from '../../publications/columns.ts';
import type { PublicList } from '../../publications/public-view.ts';
import { asColumn, type SpecialColumn } from '../../publications/special-column.ts';
import { specialColumns } from '../../publications/store/columns.ts';
import { linesIn } from '../../publications/store/lists.ts';
import { inProse } from '../../statute/civil-date.ts';
import { askedPage } from '../asked.ts';
import { columnTotal } from '../column-total.ts';
import { columnCrumbs, columnTags } from '../column-trail.ts';
import { DocumentList } from '../components/document-list.tsx';
import { Empty } from '../components/empty.tsx';
import { FeedLinks } from '../components/feed-links.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { columnFeed } from '../followed.ts';
import type { Frame } from '../frame.ts';
import { KEPT_ELSEWHERE, OWN_PAGES } from '../own-pages.ts';
import type { Portal } from '../portal.ts';
import { cachedPage } from '../send-page.ts';
import { ErrorPage } from './error-page.tsx';

const PAGE_SIZE = 20;

export function column(app: FastifyInstance, portal: Portal): void {
  cachedPage(app, portal, {
    path: '/columns/:key',
    asks: ['page'],
    build: async (request, frame) => {
      const { key } = request.params as { key: string };
      const own = await specialColumns(portal.reading);
      const tree = columnTree(own.map(asColumn));
      const page = askedPage(request.query);
      const found = tree.get(key);
      if (!found) return { html: ErrorPage({ frame, status: 404 }), keys: [], status: 404 };
      const [lines, total] = await Promise.all([
        linesIn(portal.reading, key, { number: page, size: PAGE_SIZE }, portal.today()),
        columnTotal(portal, key),
      ]);
      if (page > 1 && lines.length === 0) return { html: ErrorPage({ frame, status: 404 }), keys: [], status: 404 };
      const list = { lines, total };
      return { html: ColumnPage({ frame, column: found, tree, own, list, page }), keys: [`column:${key}`] };
    },
  });
}

export function ColumnPage({
  frame,
  column: shown,
  tree,
  own,
  list,
  page,
}: {
  readonly frame: Frame;
  readonly column: Column;
  readonly tree: ReadonlyMap<ColumnKey, Column>;
  readonly own: readonly SpecialColumn[];
  readonly list: PublicList;
  readonly page: number;
}): string {
  const closed = new Map(own.flatMap(({ key, closedOn }) => (closedOn ? [[key, closedOn] as const] : [])));
  const below = [...tree.values()].filter(({ parent }) => parent === shown.key);
  const parts = below.filter(({ key }) => !closed.has(key));
  const archived = below.filter(({ key }) => closed.has(key));
  const special = own.find(({ key }) => key === shown.key);
  const elsewhere = OWN_PAGES[shown.key] ?? KEPT_ELSEWHERE[shown.key];
  const address = (n: number) => `/columns/${shown.key}${n > 1 ? `?page=${n}` : ''}`;
  return (
    <Page
      frame={frame}
      title={shown.name}
      page={page}
      description={`${frame.site.name}：${shown.name}，共 ${list.total} 条。`}
      canonical={address(page)}
      crumbs={columnCrumbs(shown.key, tree)}
      column={columnTags(shown)}
      feed={columnFeed(shown)}
    >
      <div class="page-head">
        <h1 safe>{shown.name}</h1>
        <p class="lead" safe>
          {special ? special.purpose : `共 ${list.total} 条。公开依据：${shown.basis}`}
        </p>
      </div>
      {special?.closedOn ? (
        <p class="notice" safe>{`这个专栏已于${inProse(special.closedOn)}关闭，内容仍可查阅。`}</p>
      ) : null}
      {parts.length > 0 ? (
        <ul class="doors">
          {parts.map((part) => (
            <li>
              <a href={`/columns/${part.key}`} safe>
                {part.name}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {archived.length > 0 ? (
        <details class="archived">
          <summary safe>{`已经关闭的专栏（${archived.length} 个），内容仍可查阅`}</summary>
          <ul>
            {archived.map(({ key, name }) => (
              <li>
                <a href={`/columns/${key}`} safe>
                  {name}
                </a>
                <span class="soft" safe>{`（${closed.get(key)} 关闭）`}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {elsewhere ? (
        <p class="notice">
          见
          <a href={elsewhere.path} safe>
            {elsewhere.name}
          </a>
          。
        </p>
      ) : null}
      {list.lines.length > 0 ? (
        <DocumentList lines={list.lines} />
      ) : elsewhere ? null : (
        <Empty says="这个栏目还没有信息。">
          <p>
            需要的信息在别处也没有找到时，可以<a href="/apply">申请公开</a>。
          </p>
        </Empty>
      )}
      <Pager page={page} pages={Math.ceil(list.total / PAGE_SIZE)} address={address} />
      <h2>订阅</h2>
      <FeedLinks followed={columnFeed(shown)} />
    </Page>
  ) as string;
}
