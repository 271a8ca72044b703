/** The whole page: head tags, demo notice, head, crumbs, main, foot. Every page is one of these. */

import type { PropsWithChildren } from '@kitajs/html';
import type { Followed } from '../followed.ts';
import type { Frame } from '../frame.ts';
import { inAttribute } from '../in-attribute.ts';
import { stylesheetPath } from '../stylesheet.ts';
import { type Crumb, Crumbs } from './crumbs.tsx';
import { FeedTags } from './feed-links.tsx';
import { type ArticleTags, type ColumnTags, HeadTags } from './head-tags.tsx';
import { jsonForScript } from './json-for-script.ts';
import { SiteFoot } from './site-foot.tsx';
import { SiteHead } from './site-head.tsx';

export interface PageProps {
  readonly frame: Frame;
  readonly title: string;
  /** Of a list in several pages: from the second on the title says which. */
  readonly page?: number;
  readonly description?: string;
  readonly crumbs?: readonly Crumb[];
  readonly column?: ColumnTags | undefined;
  readonly article?: ArticleTags | undefined;
  /** JSON-LD for search engines. */
  readonly linkedData?: unknown;
  /** Address of a script that makes the page easier and is missed nowhere. */
  readonly script?: string | undefined;
  /** What a reader of this page may want to follow. */
  readonly feed?: Followed | undefined;
  /** Path of the page among several addresses of the same content; none keeps it out of search engines. */
  readonly canonical?: string | undefined;
  /** Above everything, where the page is not the one at its address. */
  readonly banner?: { readonly term: string; readonly says: string } | undefined;
}

export function Page(props: PropsWithChildren<PageProps>): string {
  const { frame, description, crumbs, column, article, linkedData, script, feed, canonical, banner, children } = props;
  const title = (props.page ?? 1) > 1 ? `${props.title}（第 ${props.page} 页）` : props.title;
  const { site, visit } = frame;
  const look = [frame.grey && 'grey', visit.senior && 'senior', visit.size !== 'normal' && visit.size]
    .filter(Boolean)
    .join(' ');
  const html = (
    <html lang="zh-CN" class={look || undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title safe>{title === site.name ? title : `${title} - ${site.name}`}</title>
        {description ? <meta name="description" content={inAttribute(description)} /> : null}
        <HeadTags site={site} column={column} article={article} />
        {canonical ? (
          <link rel="canonical" href={`${site.url}${canonical}`} />
        ) : (
          <meta name="robots" content="noindex" />
        )}
        {feed ? <FeedTags followed={feed} /> : null}
        <link rel="stylesheet" href={stylesheetPath} />
        {script ? <script src={script} defer></script> : null}
        {linkedData !== undefined && <script type="application/ld+json">{jsonForScript(linkedData)}</script>}
      </head>
      <body>
        <a class="skip" href="#main">
          跳到正文
        </a>
        {banner ? (
          <aside class="demo detached" aria-label={banner.term}>
            <p class="wide">
              <strong safe>{banner.term}</strong>
              <span safe>{banner.says}</span>
            </p>
          </aside>
        ) : null}
        {frame.demo ? (
          <aside class="demo" aria-label="演示说明">
            <p class="wide">
              <strong>演示数据</strong>本站的单位、人员、文件和数字都是虚构的，不能作为依据。
            </p>
          </aside>
        ) : null}
        <SiteHead frame={frame} />
        {frame.cutOff ? (
          <aside class="demo" aria-label="暂停受理">
            <p class="wide">
              <strong>暂停受理</strong>
              现在连不上数据库，网上的申请、来信、意见、纠错和查询暂时不能办理。已经公开的信息照常查阅；着急办理的，请打页面下方的电话，或者到窗口、邮寄办理。
            </p>
          </aside>
        ) : null}
        <main id="main" class="wide">
          {crumbs ? <Crumbs trail={crumbs} /> : null}
          {children}
        </main>
        <SiteFoot site={site} />
      </body>
    </html>
  );
  return `<!doctype html>${html}`;
}
