/** 开放接口 [XCH-21]: what programs may read here, how, and how they are told of changes. */
import type { FastifyInstance } from 'fastify';
import { Page } from '../components/page.tsx';
import type { Frame } from '../frame.ts';
import { OPERATIONS } from '../open-interface/description.ts';
import type { Portal } from '../portal.ts';
import { cachedPage } from '../send-page.ts';

export function openInterfacePage(app: FastifyInstance, portal: Portal): void {
  cachedPage(app, portal, { path: '/open', build: async (_, frame) => ({ html: OpenPage({ frame }), keys: [] }) });
}

function OpenPage({ frame }: { readonly frame: Frame }): string {
  return (
    <Page frame={frame} title="开放接口" canonical="/open" crumbs={[{ name: '开放接口' }]}>
      <div class="page-head">
        <h1>开放接口</h1>
        <p class="lead">程序可以直接读取本站公开的信息，不用登录，不收费，内容与网页相同。</p>
      </div>
      <h2>可以读什么</h2>
      <dl class="facts">
        {OPERATIONS.map(({ path, term }) => (
          <>
            <dt safe>{term}</dt>
            <dd>
              <code safe>{path}</code>
            </dd>
          </>
        ))}
      </dl>
      <p class="actions">
        <a class="button" href="/api/v1/openapi.json">
          接口说明（OpenAPI 3.1）
        </a>
        <a class="button quiet" href="/api/v1/documents.csv?size=100">
          下载最新一百条的目录（CSV）
        </a>
      </p>
      <h2>怎样读</h2>
      <ul>
        <li>
          例如最近的通知公告：<code>/api/v1/documents?column=news.notices&amp;size=50</code>；答复里的
          <code>next</code> 是下一页。
        </li>
        <li>每个答复都有 ETag；再来时带上 If-None-Match，没有变的只答 304。</li>
        <li>同一地址一分钟最多一百二十次（各个接口合计），超过的答 429，请过 Retry-After 写明的秒数再来。</li>
        <li>已经撤回的答 410，请一并删去你的副本；其他没有办成的也是 JSON，写明哪里不对、怎么办。</li>
      </ul>
      <h2>有变化时怎样知道</h2>
      <p>
        可以<a href="/feeds">订阅</a>
        ；需要即时通知（Webhook，带签名）或者整体同步的单位，请与页面下方的主办单位联系开通。
      </p>
    </Page>
  ) as string;
}
