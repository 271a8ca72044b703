/** 植入: each fault somewhere on the site, with what the watch has to say of it. */

import { frame } from './page-frame.ts';
import { docxWith, pdfWith } from './papers.ts';
import type { FaultName } from './plan.ts';
import { type Article, plant, type SiteInMaking } from './site-in-making.ts';
import { headline, identityNumber } from './words.ts';

export function plantLinks(site: SiteInMaking): void {
  const { order, shares, main, outside, titles, articles, next } = site;
  const { origins } = order;
  const at = places(site);
  const place = () => at.next().value as Article;
  const link = (url: string, words = '相关链接') => place().more.push(`<p><a href="${url}">${words}</a></p>`);
  const times = (fault: FaultName, make: (n: number) => void) => {
    for (let n = 0; n < shares[fault]; n += 1) make(n);
  };
  times('missing', (n) => {
    const url = n % 4 === 3 ? `${origins.outside}/missing-${n}.html` : `${origins.main}/missing/${n}.html`;
    plant(site, 'missing', url);
    link(url);
  });
  times('serverError', (n) => {
    main.set(`/error/${n}.html`, { status: 500, body: '<h1>Internal Server Error</h1>' });
    plant(site, 'serverError', `${origins.main}/error/${n}.html`);
    link(`/error/${n}.html`);
  });
  times('timeout', (n) => {
    main.set(`/hang/${n}.html`, { hangs: true });
    plant(site, 'timeout', `${origins.main}/hang/${n}.html`);
    link(`/hang/${n}.html`);
  });
  times('redirectLoop', (n) => {
    main.set(`/loop/${n}-a.html`, { status: 302, headers: { location: `/loop/${n}-b.html` } });
    main.set(`/loop/${n}-b.html`, { status: 302, headers: { location: `/loop/${n}-a.html` } });
    plant(site, 'redirectLoop', `${origins.main}/loop/${n}-a.html`);
    link(`/loop/${n}-a.html`);
  });
  times('softMissing', (n) => {
    const says = n % 2 === 0 ? '您访问的页面不存在' : '该信息已被删除';
    main.set(`/gone/${n}.html`, { body: frame(site, says, `<h1>${says}</h1><p>请返回首页，或者使用检索。</p>`) });
    plant(site, 'softMissing', `${origins.main}/gone/${n}.html`);
    link(`/gone/${n}.html`);
  });
  times('brokenAnchor', (n) => {
    const target = articles[(n * 13 + 5) % articles.length]!;
    plant(site, 'brokenAnchor', `${origins.main}${target.path}`, `第${n}条`);
    link(`${target.path}#${encodeURIComponent(`第${n}条`)}`, '详见该条');
  });
  times('deadFile', (n) => {
    const path = `/files/none-${n}.${['docx', 'pdf', 'xlsx', 'doc'][n % 4]}`;
    if (n % 5 === 0) main.set(path, { body: frame(site, '系统提示', '<p>请登录后下载。</p>') });
    plant(site, 'deadFile', `${origins.main}${path}`);
    link(path, '附件下载');
  });
  times('deadInDocx', (n) => {
    const dead = `${origins.outside}/dead-in-docx-${n}.html`;
    main.set(`/files/word-${n}.docx`, {
      type: 'application/octet-stream',
      body: docxWith('见相关网址。', [dead, `${origins.outside}/fine-0/`]),
    });
    plant(site, 'deadInDocx', dead);
    link(`/files/word-${n}.docx`, '附件');
  });
  times('deadInPdf', (n) => {
    const dead = `${origins.outside}/dead-in-pdf-${n}.html`;
    main.set(`/files/paper-${n}.pdf`, { type: 'application/pdf', body: pdfWith(dead) });
    plant(site, 'deadInPdf', dead);
    link(`/files/paper-${n}.pdf`, '附件');
  });
  times('botWall', (n) => {
    const wall = { status: 403, body: '<title>安全验证</title><p>访问过于频繁，请输入验证码。</p>' };
    (n % 2 === 0 ? outside : main).set(`/wall/${n}.html`, wall);
    const url = `${n % 2 === 0 ? origins.outside : origins.main}/wall/${n}.html`;
    plant(site, 'botWall', url);
    link(url);
  });
  times('changedTitle', (n) => {
    const url = `${origins.outside}/changed-${n}/`;
    titles.set(url, `${headline(next, n)}专题网站`);
    outside.set(`/changed-${n}/`, {
      body: `<title>${n % 2 === 0 ? '真人娱乐城 百家乐在线' : '域名出售 联系微信购买'}</title><p>欢迎光临。</p>`,
    });
    plant(site, 'changedTitle', url);
    link(url, '专题网站');
  });
  times('slow', () => {
    const article = place();
    article.slow = true;
    plant(site, 'slow', `${origins.main}${article.path}`);
  });
  times('mixedContent', () => {
    const article = place();
    article.more.push(`<p><img src="${origins.plain}/picture.png" alt="现场"></p>`);
    plant(site, 'mixedContent', `${origins.main}${article.path}`);
  });
}

export function plantWords(site: SiteInMaking): void {
  const { order, shares, main } = site;
  const { origins } = order;
  const at = places(site);
  for (let n = 0; n < shares.identityNumber; n += 1) {
    // Some stand in an attachment only.
    if (n % 5 === 4) {
      main.set(`/files/names-${n}.docx`, {
        type: 'application/octet-stream',
        body: docxWith(`申请人身份证号：${identityNumber(n)}`, []),
      });
      (at.next().value as Article).more.push(`<p><a href="/files/names-${n}.docx">名单</a></p>`);
      plant(site, 'identityNumber', `${origins.main}/files/names-${n}.docx`);
      continue;
    }
    const article = at.next().value as Article;
    article.more.push(`<p>张某，身份证号 ${identityNumber(n)}，符合条件。</p>`);
    plant(site, 'identityNumber', `${origins.main}${article.path}`);
  }
  const wrong = ['截止目前', '布署', '按排', '以经', '欢渡'];
  for (let n = 0; n < shares.wrongWord; n += 1) {
    const article = at.next().value as Article;
    article.more.push(`<p>各单位${wrong[n % wrong.length]}情况如下。</p>`);
    plant(site, 'wrongWord', `${origins.main}${article.path}`);
  }
}

/** Every n-th article, so that faults are spread over the whole site. */
function* places({ articles, order: { faults } }: SiteInMaking): Generator<Article> {
  const step = Math.max(1, Math.floor(articles.length / (faults * 1.3)));
  for (let n = 1; ; n += step) yield articles[n % articles.length]!;
}
