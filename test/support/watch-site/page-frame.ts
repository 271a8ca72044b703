/** 网页的框: the head, the menu and the foot that every page of the site has, with the tags the watch reads. */
import type { CivilDate } from '../../../src/statute/civil-date.ts';
import type { Column, SiteInMaking } from './site-in-making.ts';

function siteTags(): string {
  return `<meta name="SiteName" content="示例县人民政府"><meta name="SiteDomain" content="www.example.gov.cn"><meta name="SiteIDCode" content="3603210001">`;
}

export function columnTags({ name, type }: Column): string {
  return `<meta name="ColumnName" content="${name}"><meta name="ColumnDescription" content="${name}"><meta name="ColumnKeywords" content="${name}"><meta name="ColumnType" content="${type}">`;
}

export function articleTags(title: string, day: CivilDate): string {
  return `<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${day} 09:30"><meta name="ContentSource" content="县政府办公室">`;
}

export function frame({ columns }: Pick<SiteInMaking, 'columns'>, title: string, body: string, tags = ''): string {
  const menu = columns
    .slice(0, 8)
    .map(({ folder, name }) => `<li><a href="/${folder}/">${name}</a></li>`)
    .join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>${siteTags()}${tags}<link rel="stylesheet" href="/site.css"></head><body><header><img src="/logo.png" alt="标志"><nav><ul><li><a href="/">首页</a></li>${menu}</ul></nav></header><main>${body}</main><footer>主办：示例县人民政府办公室　联系电话：0799—6660000　网站标识码：3603210001　赣ICP备05000001号　赣公网安备36032102000001号　<a href="/">网站地图</a></footer></body></html>`;
}
