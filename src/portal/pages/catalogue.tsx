/** 法定主动公开内容 (《条例》第二十条、第二十一条): item by item in the order of the Regulation, each with what it holds. */
import type { FastifyInstance } from 'fastify';
import { type Column, STANDARD_COLUMNS } from '../../publications/columns.ts';
import { latestIn } from '../../publications/store/lists.ts';
import { art } from '../../statute/articles.ts';
import { Page } from '../components/page.tsx';
import type { Frame } from '../frame.ts';
import { KEPT_ELSEWHERE, OWN_PAGES, type OwnPage } from '../own-pages.ts';
import type { Portal } from '../portal.ts';
import { cachedPage } from '../send-page.ts';

const STATUTORY = 'catalogue.statutory';

const items = STANDARD_COLUMNS.filter(({ parent }) => parent === STATUTORY);
const others = STANDARD_COLUMNS.filter(
  ({ key, parent }) => (parent === 'catalogue' && key !== STATUTORY) || parent === 'catalogue.policy',
);

export function catalogue(app: FastifyInstance, portal: Portal): void {
  cachedPage(app, portal, {
    path: '/catalogue',
    build: async (_, frame) => {
      const counted = await Promise.all(
        [...items, ...others].map(async ({ key }) => {
          const { total } = await latestIn(portal.reading, key, { number: 1, size: 1 }, portal.today());
          return [key, total] as const;
        }),
      );
      return { html: CataloguePage({ frame, totals: new Map(counted) }), keys: ['column:catalogue'] };
    },
  });
}

export function CataloguePage({
  frame,
  totals,
}: {
  readonly frame: Frame;
  readonly totals: ReadonlyMap<string, number>;
}): string {
  const article20 = items.filter(({ basis }) => basis.startsWith(art(20)));
  const article21 = items.filter(({ basis }) => basis === art(21));
  return (
    <Page
      frame={frame}
      title="法定主动公开内容"
      description="按照政府信息公开条例第二十条、第二十一条逐项列出的主动公开内容。"
      canonical="/catalogue"
      crumbs={[{ name: '法定主动公开内容' }]}
    >
      <div class="page-head">
        <h1>法定主动公开内容</h1>
        <p class="lead">按照条例列举的顺序排列。信息自形成或者变更之日起二十个工作日内公开。</p>
      </div>
      <div class="columns-two">
        <section>
          <h2 safe>{`${art(20)}：各级行政机关`}</h2>
          <Tree columns={article20} totals={totals} />
        </section>
        <section>
          <h2 safe>{`${art(21)}：县级以下`}</h2>
          <Tree columns={article21} totals={totals} />
          <h2>其他栏目</h2>
          <Tree columns={others} totals={totals} />
        </section>
      </div>
    </Page>
  ) as string;
}

function Tree({
  columns,
  totals,
}: {
  readonly columns: readonly Column[];
  readonly totals: ReadonlyMap<string, number>;
}): JSX.Element {
  return (
    <ul class="tree">
      {columns.map(({ key, name }) => {
        const total = totals.get(key) ?? 0;
        // What has a page of its own is there, whatever stands in its column.
        const [own, elsewhere] = [OWN_PAGES[key], KEPT_ELSEWHERE[key]];
        return (
          <li>
            <a href={own?.path ?? `/columns/${key}`} safe>
              {name}
            </a>
            <span class="num">
              {total > 0 ? `${total} 条` : own ? '' : elsewhere ? <See page={elsewhere} /> : '暂无'}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function See({ page: { path, name } }: { readonly page: OwnPage }): JSX.Element {
  return (
    <>
      见
      <a href={path} safe>
        {name}
      </a>
    </>
  );
}
