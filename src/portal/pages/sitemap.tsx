/** 站点地图: every place of the site, by what people come for. */
import type { FastifyInstance } from 'fastify';
import { type Column, columnTree } from '../../publications/columns.ts';
import { asColumn } from '../../publications/special-column.ts';
import { specialColumns } from '../../publications/store/columns.ts';
import { Page } from '../components/page.tsx';
import { DOORS } from '../doors.ts';
import type { Frame } from '../frame.ts';
import type { Portal } from '../portal.ts';
import { cachedPage } from '../send-page.ts';

export const TOOLS = [
  ['/search', '搜索'],
  ['/apply', '申请政府信息'],
  ['/track', '查询申请进度'],
  ['/policies', '政策文件库'],
  ['/gazette', '政府公报'],
  ['/agencies', '各机关'],
  ['/feeds', '订阅'],
  ['/letters', '互动回应：公开的来信和统计'],
  ['/letters/write', '写信'],
  ['/letters/track', '查询来信'],
  ['/interviews', '在线访谈：预告、文字直播和实录'],
  ['/consultations', '征集调查'],
  ['/consultations/track', '查询意见的答复'],
  ['/deadline', '计算答复期限'],
  ['/fee', '计算信息处理费'],
  ['/decisions/licensing', '行政许可公示'],
  ['/decisions/punishment', '行政处罚公示'],
  ['/shared', '各地共享的信息'],
  ['/open', '开放接口'],
  ['/annual-reports/compare', '历年年报比较'],
  ['/check-report', '核对一份年报'],
] as const;

export function sitemap(app: FastifyInstance, portal: Portal): void {
  cachedPage(app, portal, {
    path: '/sitemap',
    build: async (_, frame) => {
      const tree = columnTree((await specialColumns(portal.reading)).map(asColumn));
      return { html: SitemapPage({ frame, columns: [...tree.values()] }), keys: ['sitemap'] };
    },
  });
}

export function SitemapPage({
  frame,
  columns,
}: {
  readonly frame: Frame;
  readonly columns: readonly Column[];
}): string {
  return (
    <Page frame={frame} title="站点地图" canonical="/sitemap" crumbs={[{ name: '站点地图' }]}>
      <div class="page-head">
        <h1>站点地图</h1>
      </div>
      <div class="columns-two">
        <section>
          <h2>政府信息公开</h2>
          <Links links={DOORS.map(({ path, name }) => [path, name])} />
          <h2>办事</h2>
          <Links links={TOOLS} />
        </section>
        {columns
          .filter(({ parent }) => parent === null)
          .map((top) => (
            <section>
              <h2>
                <a href={`/columns/${top.key}`} safe>
                  {top.name}
                </a>
              </h2>
              <Links
                links={columns
                  .filter(({ key }) => key.startsWith(`${top.key}.`))
                  .map(({ key, name }) => [`/columns/${key}`, name])}
              />
            </section>
          ))}
      </div>
    </Page>
  ) as string;
}

function Links({ links }: { readonly links: readonly (readonly [path: string, name: string])[] }): JSX.Element {
  return (
    <ul>
      {links.map(([path, name]) => (
        <li>
          <a href={path} safe>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
