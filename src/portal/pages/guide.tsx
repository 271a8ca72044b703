/** 政府信息公开指南 (《条例》第十二条): what is published, how it is ordered, how to get it, and how each office is reached. */
import type { FastifyInstance } from 'fastify';
import { type Agency, living, subtreeOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { PublicLine } from '../../publications/public-view.ts';
import { latestIn } from '../../publications/store/lists.ts';
import { Contact, hasContact } from '../components/contact.tsx';
import { Empty } from '../components/empty.tsx';
import { Page } from '../components/page.tsx';
import type { Frame } from '../frame.ts';
import { AGENCIES } from '../page-keys.ts';
import type { Portal } from '../portal.ts';
import { cachedPage } from '../send-page.ts';

const GUIDE = 'catalogue.guide';

export function guide(app: FastifyInstance, portal: Portal): void {
  cachedPage(app, portal, {
    path: '/guide',
    build: async (_, frame) => {
      const { reading: db } = portal;
      const [agencies, published] = await Promise.all([
        listAgencies(db),
        latestIn(db, GUIDE, { number: 1, size: 5 }, portal.today()),
      ]);
      const within = new Set(subtreeOf(portal.countyId, agencies));
      const html = GuidePage({
        frame,
        county: agencies.find(({ id }) => id === portal.countyId),
        agencies: living(agencies).filter(({ id }) => within.has(id) && id !== portal.countyId),
        documents: published.lines,
      });
      return { html, keys: [AGENCIES, `column:${GUIDE}`] };
    },
  });
}

export function GuidePage({
  frame,
  county,
  agencies,
  documents,
}: {
  readonly frame: Frame;
  readonly county: Agency | undefined;
  readonly agencies: readonly Agency[];
  readonly documents: readonly PublicLine[];
}): string {
  return (
    <Page
      frame={frame}
      title="政府信息公开指南"
      description="政府信息的分类、编排体系、获取方式，以及政府信息公开工作机构的联系方式。"
      canonical="/guide"
      crumbs={[{ name: '政府信息公开指南' }]}
    >
      <div class="page-head">
        <h1>政府信息公开指南</h1>
        <p class="lead">公开什么、怎样编排、去哪里找、怎样申请。</p>
      </div>
      <h2>信息分类和编排</h2>
      <p>
        本站按<a href="/columns/news">政务动态</a>、<a href="/columns/overview">概况信息</a>、
        <a href="/columns/catalogue">信息公开目录</a>三部分编排。目录中的
        <a href="/catalogue">法定主动公开内容</a>
        按照条例第二十条、第二十一条逐项排列，每条信息有索引号、名称、内容概述和生成日期。
      </p>
      <h2>获取方式</h2>
      <p>
        主动公开的信息可以在本站检索、查阅、下载。没有公开的，可以<a href="/apply">在线申请</a>
        ，也可以当面提交或者邮寄到下面的工作机构；书面填写有困难的，可以口头提出，由工作人员代为填写。申请不问用途。
      </p>
      {documents.length > 0 ? (
        <ul>
          {documents.map(({ id, title }) => (
            <li>
              <a href={`/documents/${id}`} safe>
                {title}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <h2>受理机构</h2>
      {county && hasContact(county) ? (
        <>
          <h3 safe>{county.name}</h3>
          <Contact agency={county} />
        </>
      ) : (
        <Empty says="本级工作机构的联系方式还没有公布，请打页面下方的电话。" />
      )}
      <h2>各部门、乡镇</h2>
      {agencies.filter(hasContact).map((agency) => (
        <details>
          <summary safe>{agency.name}</summary>
          <Contact agency={agency} />
        </details>
      ))}
    </Page>
  ) as string;
}
