/** 像问题而不是问题的: beside every fault stand sound things that look like it, and the watch must pass them by. */
import iconv from 'iconv-lite';
import { articleTags, frame } from './page-frame.ts';
import { docxWith } from './papers.ts';
import { PNG, type SiteInMaking } from './site-in-making.ts';
import { headline, paragraphs } from './words.ts';

export function addSoundThings(site: SiteInMaking): void {
  const { order, main, outside, titles, articles, next } = site;
  const { origins, today } = order;
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
      site,
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
      frame(site, '旧编码的页面', '<p>内容完整。</p>').replace('charset="utf-8"', 'charset="gb2312"'),
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
