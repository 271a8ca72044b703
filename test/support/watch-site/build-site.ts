/**
 * A county's site as a server would send it, with faults planted and the list of them: columns with lists and turned pages, articles, attachments, and two other
 * hosts. Everything follows from the seed; beside every fault stand sound things that look like it.
 */

import { fillColumns, makeColumns, turnedLists } from './columns.ts';
import { articleTags, columnTags, frame } from './page-frame.ts';
import { type Planted, sharesOf } from './plan.ts';
import { plantLinks, plantWords } from './plant-faults.ts';
import { PER_LIST, PNG, plant, type Sent, type SiteInMaking, type SiteOrder } from './site-in-making.ts';
import { addSoundThings } from './sound-things.ts';
import { paragraphs, random } from './words.ts';

export interface BuiltSite {
  readonly pages: number;
  readonly main: ReadonlyMap<string, Sent>;
  readonly outside: ReadonlyMap<string, Sent>;
  readonly plain: ReadonlyMap<string, Sent>;
  readonly planted: readonly Planted[];
  /** Titles of outside sites as they were. */
  readonly titles: ReadonlyMap<string, string>;
}

export function buildSite(order: SiteOrder): BuiltSite {
  const { pages, faults, origins, seed = 7 } = order;
  const [next, shares] = [random(seed), sharesOf(faults)];
  const columns = makeColumns(order, shares);
  const site: SiteInMaking = {
    ...{ order, next, shares, columns, articles: fillColumns(columns, pages, next) },
    ...{ main: new Map(), outside: new Map(), planted: [], titles: new Map() },
    plain: new Map<string, Sent>([['/picture.png', { type: 'image/png', body: PNG }]]),
  };
  for (const { folder, blank } of columns.filter((column) => column.blank || column.folder.startsWith('still')))
    plant(site, blank ? 'blankColumn' : 'staleColumn', `${origins.main}/${folder}/`);
  plantLinks(site);
  plantWords(site);
  addSoundThings(site);
  render(site);
  const { main, outside, plain, planted, titles, articles } = site;
  return { pages: 1 + columns.length + turnedLists(columns) + articles.length, main, outside, plain, planted, titles };
}

function render(site: SiteInMaking): void {
  const { order, main, columns, articles, next } = site;
  const doors = columns.map(({ folder, name }) => `<li><a href="/${folder}/">${name}</a></li>`).join('');
  const latest = articles
    .slice(0, 10)
    .map(({ path, title, day }) => `<li><a href="${path}">${title}</a><span>${day}</span></li>`)
    .join('');
  main.set('/', { body: frame(site, '示例县人民政府', `<ul>${latest}</ul><ul>${doors}</ul>`) });
  for (const column of columns) {
    const { folder, name, articles: listed } = column;
    for (let n = 0; n * PER_LIST < Math.max(1, listed.length); n += 1) {
      const rows = listed
        .slice(n * PER_LIST, (n + 1) * PER_LIST)
        .map(({ path, title, day }) => `<li><a href="${path}">${title}</a><span>${day}</span></li>`);
      const more =
        (n + 1) * PER_LIST < listed.length ? `<p><a href="/${folder}/index_${n + 1}.html">下一页</a></p>` : '';
      // Turned pages are parts of the column and carry no tags of a column of their own.
      main.set(n === 0 ? `/${folder}/` : `/${folder}/index_${n}.html`, {
        body: frame(
          site,
          name,
          `<div class="position">当前位置：<a href="/">首页</a></div><ul>${rows.join('')}</ul>${more}`,
          n === 0 ? columnTags(column) : '',
        ),
      });
    }
  }
  articles.forEach(({ path, title, day, more, slow }, n) => {
    const body = paragraphs(next, 4 + (n % 9))
      .map((p) => `<p>${p}</p>`)
      .join('');
    const beside = articles[(n + 1) % articles.length]!;
    main.set(path, {
      body: frame(
        site,
        title,
        `<h1>${title}</h1><p>发布时间：${day}</p>${body}${more.join('')}<p>下一篇：<a href="${beside.path}">${beside.title}</a></p>`,
        articleTags(title, day),
      ),
      ...(slow ? { delayMs: order.slowMs * 1.6 } : {}),
    });
  });
}
