/** 首页: what is new, what may I ask, where do I find. Search first; below it the blocks as the editor arranged them. */
import type { FastifyInstance } from 'fastify';
import { Page } from '../components/page.tsx';
import { SearchBig } from '../components/search-big.tsx';
import { EVERYTHING } from '../followed.ts';
import type { Frame } from '../frame.ts';
import type { Portal } from '../portal.ts';
import { cachedPage } from '../send-page.ts';
import { type HomePart, homeParts } from './home/home-matter.ts';
import { HomeSections } from './home/home-sections.tsx';

export function home(app: FastifyInstance, portal: Portal): void {
  cachedPage(app, portal, {
    path: '/',
    build: async (_, frame) => ({ html: HomePage({ frame, parts: await homeParts(portal) }), keys: ['home'] }),
  });
}

export function HomePage({ frame, parts }: { readonly frame: Frame; readonly parts: readonly HomePart[] }): string {
  return (
    <Page
      frame={frame}
      title={frame.site.name}
      description={`${frame.site.name}政府信息公开平台：检索、查阅、下载政府信息，在线提出申请。`}
      canonical="/"
      feed={EVERYTHING}
    >
      <div class="page-head">
        <h1>找政府信息</h1>
        <p class="lead">文件、通知、数字、年报，公开了的都在这里；没有公开的，可以申请。</p>
      </div>
      <SearchBig />
      <HomeSections parts={parts} />
    </Page>
  ) as string;
}
