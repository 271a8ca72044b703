/**
 * A county's site as a server would send it, with faults planted and the list of them: columns with lists and turned pages, articles, attachments, and two other
 * hosts. Everything follows from the seed; beside every fault stand sound things that look like it.
 */
import iconv from 'iconv-lite';
import { addDays, addMonths, type CivilDate } from '../../../src/statute/civil-date.ts';
import { docxWith, pdfWith } from './papers.ts';
import { FAULTS, type FaultName, type Planted, sharesOf } from './plan.ts';
import { headline, identityNumber, paragraphs, random } from './words.ts';

export interface Sent {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly delayMs?: number;
  /** Never answers. */
  readonly hangs?: boolean;
  readonly refusesHead?: boolean;
}

export interface Origins {
  readonly main: string;
  readonly outside: string;
  /** Without encryption. */
  readonly plain: string;
}

export interface BuiltSite {
  readonly pages: number;
  readonly main: ReadonlyMap<string, Sent>;
  readonly outside: ReadonlyMap<string, Sent>;
  readonly plain: ReadonlyMap<string, Sent>;
  readonly planted: readonly Planted[];
  /** Titles of outside sites as they were. */
  readonly titles: ReadonlyMap<string, string>;
}

export interface SiteOrder {
  readonly pages: number;
  readonly faults: number;
  readonly today: CivilDate;
  readonly origins: Origins;
  readonly slowMs: number;
  readonly seed?: number;
}

const PER_LIST = 50;
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex');

interface Article {
  readonly path: string;
  readonly title: string;
  readonly day: CivilDate;
  /** Further paragraphs, as HTML. */
  readonly more: string[];
  slow: boolean;
}

interface Column {
  readonly folder: string;
  readonly name: string;
  readonly type: string;
  readonly latest: CivilDate;
  readonly blank: boolean;
  readonly articles: Article[];
}

export function buildSite({ pages, faults, today, origins, slowMs, seed = 7 }: SiteOrder): BuiltSite {
  const next = random(seed);
  const shares = sharesOf(faults);
  const main = new Map<string, Sent>();
  const outside = new Map<string, Sent>();
  const plain = new Map<string, Sent>([['/picture.png', { type: 'image/png', body: PNG }]]);
  const planted: Planted[] = [];
  const titles = new Map<string, string>();
  const plant = (fault: FaultName, url: string, detail = '') =>
    void planted.push({ fault, finding: FAULTS[fault].finding, url, detail });

  const columns = makeColumns();
  const articles = fillColumns();
  for (const { folder, name, blank } of columns.filter((column) => column.blank || column.folder.startsWith('still'))) {
    plant(blank ? 'blankColumn' : 'staleColumn', `${origins.main}/${folder}/`, name === '' ? '' : '');
  }
  plantLinks();
  plantWords();
  soundThings();
  render();
  return { pages: 1 + columns.length + turned() + articles.length, main, outside, plain, planted, titles };

  function makeColumns(): Column[] {
    const sound = Math.max(8, Math.floor(pages / 60));
    const column = (folder: string, n: number, type: string, latest: CivilDate, blank = false): Column => ({
      folder,
      name: `${type}第${n}栏`,
      type,
      latest,
      blank,
      articles: [],
    });
    const types = ['要闻动态', '通知公告', '政策解读', '政策文件'];
    return [
      ...Array.from({ length: sound }, (_, n) => {
        const type = types[n % 4]!;
        // A notice four months old is in time, and so is news of this week.
        return column(`lm${n}`, n, type, type === '要闻动态' ? addDays(today, -(n % 6)) : addMonths(today, -(n % 5)));
      }),
      ...Array.from({ length: shares.staleColumn }, (_, n) =>
        n % 2 === 0
          ? column(`still${n}`, n, '要闻动态', addDays(today, -15 - n))
          : column(`still${n}`, n, '通知公告', addDays(addMonths(today, -6), -1 - n)),
      ),
      ...Array.from({ length: shares.blankColumn }, (_, n) => column(`blank${n}`, n, '政策文件', today, true)),
    ];
  }

  function fillColumns(): Article[] {
    const full = columns.filter(({ blank }) => !blank);
    const made: Article[] = [];
    // Until home, columns, turned lists and articles together are the number of pages asked for.
    while (1 + columns.length + turned() + made.length < pages) {
      const column = full[made.length % full.length]!;
      const day = addDays(column.latest, -column.articles.length);
      const article = {
        path: `/${column.folder}/t${made.length}.html`,
        title: headline(next, made.length),
        day,
        more: [],
        slow: false,
      };
      column.articles.push(article);
      made.push(article);
    }
    return made;
  }

  function turned(): number {
    return columns.reduce((sum, { articles: listed }) => sum + Math.max(0, Math.ceil(listed.length / PER_LIST) - 1), 0);
  }

  /** Every n-th article, so that faults are spread over the whole site. */
  function* places(): Generator<Article> {
    const step = Math.max(1, Math.floor(articles.length / (faults * 1.3)));
    for (let n = 1; ; n += step) yield articles[n % articles.length]!;
  }

  function plantLinks(): void {
    const at = places();
    const place = () => at.next().value as Article;
    const link = (url: string, words = '相关链接') => place().more.push(`<p><a href="${url}">${words}</a></p>`);
    const times = (fault: FaultName, make: (n: number) => void) => {
      for (let n = 0; n < shares[fault]; n += 1) make(n);
    };
    times('missing', (n) => {
      const url = n % 4 === 3 ? `${origins.outside}/missing-${n}.html` : `${origins.main}/missing/${n}.html`;
      plant('missing', url);
      link(url);
    });
    times('serverError', (n) => {
      main.set(`/error/${n}.html`, { status: 500, body: '<h1>Internal Server Error</h1>' });
      plant('serverError', `${origins.main}/error/${n}.html`);
      link(`/error/${n}.html`);
    });
    times('timeout', (n) => {
      main.set(`/hang/${n}.html`, { hangs: true });
      plant('timeout', `${origins.main}/hang/${n}.html`);
      link(`/hang/${n}.html`);
    });
    times('redirectLoop', (n) => {
      main.set(`/loop/${n}-a.html`, { status: 302, headers: { location: `/loop/${n}-b.html` } });
      main.set(`/loop/${n}-b.html`, { status: 302, headers: { location: `/loop/${n}-a.html` } });
      plant('redirectLoop', `${origins.main}/loop/${n}-a.html`);
      link(`/loop/${n}-a.html`);
    });
    times('softMissing', (n) => {
      const says = n % 2 === 0 ? '您访问的页面不存在' : '该信息已被删除';
      main.set(`/gone/${n}.html`, { body: frame(says, `<h1>${says}</h1><p>请返回首页，或者使用检索。</p>`) });
      plant('softMissing', `${origins.main}/gone/${n}.html`);
      link(`/gone/${n}.html`);
    });
    times('brokenAnchor', (n) => {
      const target = articles[(n * 13 + 5) % articles.length]!;
      plant('brokenAnchor', `${origins.main}${target.path}`, `第${n}条`);
      link(`${target.path}#${encodeURIComponent(`第${n}条`)}`, '详见该条');
    });
    times('deadFile', (n) => {
      const path = `/files/none-${n}.${['docx', 'pdf', 'xlsx', 'doc'][n % 4]}`;
      if (n % 5 === 0) main.set(path, { body: frame('系统提示', '<p>请登录后下载。</p>') });
      plant('deadFile', `${origins.main}${path}`);
      link(path, '附件下载');
    });
    times('deadInDocx', (n) => {
      const dead = `${origins.outside}/dead-in-docx-${n}.html`;
      main.set(`/files/word-${n}.docx`, {
        type: 'application/octet-stream',
        body: docxWith('见相关网址。', [dead, `${origins.outside}/fine-0/`]),
      });
      plant('deadInDocx', dead);
      link(`/files/word-${n}.docx`, '附件');
    });
    times('deadInPdf', (n) => {
      const dead = `${origins.outside}/dead-in-pdf-${n}.html`;
      main.set(`/files/paper-${n}.pdf`, { type: 'application/pdf', body: pdfWith(dead) });
      plant('deadInPdf', dead);
      link(`/files/paper-${n}.pdf`, '附件');
    });
    times('botWall', (n) => {
      const wall = { status: 403, body: '<title>安全验证</title><p>访问过于频繁，请输入验证码。</p>' };
      (n % 2 === 0 ? outside : main).set(`/wall/${n}.html`, wall);
      const url = `${n % 2 === 0 ? origins.outside : origins.main}/wall/${n}.html`;
      plant('botWall', url);
      link(url);
    });
    times('changedTitle', (n) => {
      const url = `${origins.outside}/changed-${n}/`;
      titles.set(url, `${headline(next, n)}专题网站`);
      outside.set(`/changed-${n}/`, {
        body: `<title>${n % 2 === 0 ? '真人娱乐城 百家乐在线' : '域名出售 联系微信购买'}</title><p>欢迎光临。</p>`,
      });
      plant('changedTitle', url);
      link(url, '专题网站');
    });
    times('slow', () => {
      const article = place();
      article.slow = true;
      plant('slow', `${origins.main}${article.path}`);
    });
    times('mixedContent', () => {
      const article = place();
      article.more.push(`<p><img src="${origins.plain}/picture.png" alt="现场"></p>`);
      plant('mixedContent', `${origins.main}${article.path}`);
    });
  }

  function plantWords(): void {
    const at = places();
    for (let n = 0; n < shares.identityNumber; n += 1) {
      // Some stand in an attachment only.
      if (n % 5 === 4) {
        main.set(`/files/names-${n}.docx`, {
          type: 'application/octet-stream',
          body: docxWith(`申请人身份证号：${identityNumber(n)}`, []),
        });
        (at.next().value as Article).more.push(`<p><a href="/files/names-${n}.docx">名单</a></p>`);
        plant('identityNumber', `${origins.main}/files/names-${n}.docx`);
        continue;
      }
      const article = at.next().value as Article;
      article.more.push(`<p>张某，身份证号 ${identityNumber(n)}，符合条件。</p>`);
      plant('identityNumber', `${origins.main}${article.path}`);
    }
    const wrong = ['截止目前', '布署', '按排', '以经', '欢渡'];
    for (let n = 0; n < shares.wrongWord; n += 1) {
      const article = at.next().value as Article;
      article.more.push(`<p>各单位${wrong[n % wrong.length]}情况如下。</p>`);
      plant('wrongWord', `${origins.main}${article.path}`);
    }
  }

  function soundThings(): void {
    const some = (n: number) => articles[(n * 7 + 3) % articles.length]!;
    for (let n = 0; n < 20; n += 1) {
      const url = `${origins.outside}/fine-${n}/`;
      const title = headline(next, n);
      titles.set(url, title);
      outside.set(`/fine-${n}/`, { body: `<title>${title} - 2026 年版</title><p>${paragraphs(next, 1)[0]}</p>` });
      some(n).more.push(`<p><a href="${url}">友好单位</a></p>`);
      some(n + 20).more.push(
        `<p id="第二部分">第二部分</p><p><a href="#${encodeURIComponent('第二部分')}">回到第二部分</a> <a href="#top">顶部</a></p>`,
      );
    }
    some(41).more.push('<p><a href="/old/41.html">旧地址</a></p>');
    main.set('/old/41.html', { status: 301, headers: { location: some(42).path } });
    some(43).more.push('<p><a href="/about-404.html">关于页面不存在的处理办法</a></p>');
    main.set('/about-404.html', {
      body: frame(
        '关于网站出现 404 页面不存在问题的处理办法',
        `<h1>关于网站出现 404 页面不存在问题的处理办法</h1>${paragraphs(next, 12)
          .map((p) => `<p>${p}</p>`)
          .join('')}`,
        articleTags('关于网站出现 404 页面不存在问题的处理办法', today),
      ),
    });
    some(44).more.push('<p><a href="/gbk.html">旧页面</a></p>');
    main.set('/gbk.html', {
      type: 'text/html',
      body: iconv.encode(
        frame('旧编码的页面', '<p>内容完整。</p>').replace('charset="utf-8"', 'charset="gb2312"'),
        'gb18030',
      ),
    });
    some(45).more.push('<p><img src="/no-head.png" alt="图"><a href="/private/office.html">内部</a></p>');
    main.set('/no-head.png', { type: 'image/png', body: PNG, refusesHead: true });
    main.set('/robots.txt', { type: 'text/plain', body: 'User-agent: *\nDisallow: /private/\n' });
    main.set('/logo.png', { type: 'image/png', body: PNG });
    main.set('/site.css', { type: 'text/css', body: 'body{margin:0}' });
    main.set('/files/fine.docx', {
      type: 'application/octet-stream',
      body: docxWith('附件内容。', [`${origins.outside}/fine-1/`]),
    });
    some(46).more.push('<p><a href="/files/fine.docx">附件</a></p>');
  }

  function siteTags(): string {
    return `<meta name="SiteName" content="示例县人民政府"><meta name="SiteDomain" content="www.example.gov.cn"><meta name="SiteIDCode" content="3603210001">`;
  }

  function columnTags({ name, type }: Column): string {
    return `<meta name="ColumnName" content="${name}"><meta name="ColumnDescription" content="${name}"><meta name="ColumnKeywords" content="${name}"><meta name="ColumnType" content="${type}">`;
  }

  function articleTags(title: string, day: CivilDate): string {
    return `<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${day} 09:30"><meta name="ContentSource" content="县政府办公室">`;
  }

  function frame(title: string, body: string, tags = ''): string {
    const menu = columns
      .slice(0, 8)
      .map(({ folder, name }) => `<li><a href="/${folder}/">${name}</a></li>`)
      .join('');
    return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>${siteTags()}${tags}<link rel="stylesheet" href="/site.css"></head><body><header><img src="/logo.png" alt="标志"><nav><ul><li><a href="/">首页</a></li>${menu}</ul></nav></header><main>${body}</main><footer>主办：示例县人民政府办公室　联系电话：0799—6660000　网站标识码：3603210001　赣ICP备05000001号　赣公网安备36032102000001号　<a href="/">网站地图</a></footer></body></html>`;
  }

  function render(): void {
    const doors = columns.map(({ folder, name }) => `<li><a href="/${folder}/">${name}</a></li>`).join('');
    const latest = articles
      .slice(0, 10)
      .map(({ path, title, day }) => `<li><a href="${path}">${title}</a><span>${day}</span></li>`)
      .join('');
    main.set('/', { body: frame('示例县人民政府', `<ul>${latest}</ul><ul>${doors}</ul>`) });
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
          title,
          `<h1>${title}</h1><p>发布时间：${day}</p>${body}${more.join('')}<p>下一篇：<a href="${beside.path}">${beside.title}</a></p>`,
          articleTags(title, day),
        ),
        ...(slow ? { delayMs: slowMs * 1.6 } : {}),
      });
    });
  }
}
