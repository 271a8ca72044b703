import { describe, expect, it } from 'vitest';
import { shippedFinder } from '../../review/county-words.ts';
import { civil } from '../../statute/civil-date.ts';
import { readPage } from '../read-page.ts';
import type { ColumnKindName, SeenPage, SiteRules } from '../seen-page.ts';
import { changedSite } from './changed-site.ts';
import { freshness } from './column-freshness.ts';
import { columnOf } from './columns-online.ts';
import { deadLink } from './dead-link.ts';
import { PAGE_CHECKS } from './page-checks.ts';
import { heavyPage } from './slow-page.ts';
import { comparable, softMissing } from './soft-missing.ts';

const SITE: SiteRules = {
  hosts: new Set(['www.example.gov.cn']),
  scriptHosts: new Set(['stat.example.com']),
  slowMs: 3_000,
  heavyBytes: 1_000,
  columns: new Map(),
  words: shippedFinder,
};
const TAGS =
  '<meta name="SiteName" content="县"><meta name="SiteDomain" content="d"><meta name="SiteIDCode" content="3603210001">';
const COLUMN = (type: string) =>
  `<meta name="ColumnName" content="栏"><meta name="ColumnDescription" content="栏"><meta name="ColumnKeywords" content="栏"><meta name="ColumnType" content="${type}">`;

function pageOf(body: string, more: Partial<SeenPage> & { head?: string } = {}): SeenPage {
  const url = more.url ?? 'https://www.example.gov.cn/a/';
  const content = readPage(`<html><head>${TAGS}${more.head ?? ''}</head><body>${body}</body></html>`, url);
  return { site: SITE, url, depth: 1, millis: 100, bytes: 100, content, today: civil('2026-11-20'), ...more };
}
const kinds = (page: SeenPage) => PAGE_CHECKS.flatMap((check) => check(page)).map(({ kind }) => kind);

describe('one page', () => {
  it('SUP-10 a file without encryption in an encrypted page, not a link to such a page', () => {
    expect(kinds(pageOf('<img src="http://x.gov.cn/a.png">'))).toEqual(['mixedContent']);
    expect(kinds(pageOf('<a href="http://x.gov.cn/">外站</a>'))).toEqual([]);
    expect(kinds(pageOf('<img src="http://x.gov.cn/a.png">', { url: 'http://www.example.gov.cn/' }))).toEqual([]);
  });

  it('SUP-11 people and wrong words, of head and foot only on the home page', () => {
    expect(kinds(pageOf('<p>身份证号 110101199003077758</p><p>截止目前</p>'))).toEqual([
      'personalInformation',
      'wrongWord',
    ]);
    expect(kinds(pageOf('<footer>截止目前</footer>'))).toEqual([]);
    expect(kinds(pageOf('<footer>截止目前</footer>', { depth: 0 }))).toContain('wrongWord');
    expect(kinds(pageOf('<script>var a = "截止目前"</script>'))).toEqual([]);
  });

  it('SUP-12 links to other sites that nobody sees; a folded menu is left in peace', () => {
    expect(
      kinds(pageOf('<div style="position:absolute;left:-9999px"><a href="http://bet.example/">x</a></div>')),
    ).toEqual(['hiddenLinks']);
    expect(
      kinds(pageOf('<div style="display: none"><a href="/menu">x</a><a href="http://www.gov.cn/">y</a></div>')),
    ).toEqual([]);
    expect(kinds(pageOf('<a href="http://friend.example/">x</a>'))).toEqual([]);
  });

  it('SUP-13 scripts and frames of other sites, unless they are welcome', () => {
    expect(kinds(pageOf('<script src="//cdn.example.net/a.js"></script>'))).toEqual(['foreignScript']);
    expect(kinds(pageOf('<script src="//stat.example.com/a.js"></script><iframe src="/map"></iframe>'))).toEqual([]);
  });

  it('SUP-14 slow and heavy pages', () => {
    expect(kinds(pageOf('', { millis: 3_000 }))).toEqual(['slowPage']);
    expect(kinds(pageOf('', { millis: 2_999 }))).toEqual([]);
    expect(heavyPage('u', 1_000, 1_000)).toEqual([]);
    expect(heavyPage('u', 1_001, 1_000)).toHaveLength(1);
  });

  it('SUP-15 a page that says it is not there, not an article about such pages', () => {
    const missing = (body: string, unmade?: string) => softMissing(pageOf(body), unmade).length;
    expect(missing('<h1>您访问的页面不存在</h1><p>请返回首页</p>')).toBe(1);
    expect(missing('<h1>404</h1>')).toBe(1);
    expect(missing(`<h1>关于页面不存在问题的通知</h1><p>${'各单位要认真排查。'.repeat(60)}</p>`)).toBe(0);
    expect(missing('<h1>第 4040 号公告</h1>')).toBe(0);
    const same = comparable(pageOf('<p>出错了，时间 12:01:33</p>').content.words);
    expect(missing('<p>出错了，时间 18:20:01</p>', same)).toBe(1);
    expect(missing('<p>正常内容</p>', same)).toBe(0);
  });

  it('SUP-19 tags of a column and of an article, and only of what the page is', () => {
    expect(kinds(pageOf('', { head: '<meta name="ArticleTitle" content="题">' }))).toEqual(['metaTags']);
    expect(
      kinds(
        pageOf('', {
          head: '<meta name="ArticleTitle" content="题"><meta name="PubDate" content="2026-01-01 09:00"><meta name="ContentSource" content="办">',
        }),
      ),
    ).toEqual([]);
    expect(kinds(pageOf('<p><a href="/x">x</a></p>', { head: '<meta name="ColumnName" content="栏">' }))).toEqual([
      'metaTags',
    ]);
  });

  it('SUP-20 the foot of the home page', () => {
    const foot = '主办：县政府 电话：1 网站标识码：3603210001 赣ICP备1号 赣公网安备1号 网站地图';
    expect(kinds(pageOf(`<footer>${foot}</footer>`, { depth: 0 }))).toEqual([]);
    const page = pageOf(`<footer>${foot.replace('赣公网安备1号', '')}</footer>`, { depth: 0 });
    expect(PAGE_CHECKS.flatMap((check) => check(page))).toMatchObject([
      { kind: 'footerBlock', says: '首页底部缺少：公安机关备案标识。' },
    ]);
    expect(kinds(pageOf('<footer></footer>'))).toEqual([]);
  });
});

describe('columns', () => {
  const list = (day: string) => `<ul><li><a href="/a/1.html">甲</a><span>${day}</span></li></ul>`;
  const at = (body: string, type: string) => kinds(pageOf(body, { head: COLUMN(type) }));

  it.each<[ColumnKindName, string, string, string, number]>([
    // 两周: the fourteenth day is the last; the National Day holidays count.
    ['news', '2026-11-06', '2026-11-15', 'fresh', 5],
    ['news', '2026-11-06', '2026-11-16', 'warning', 4],
    ['news', '2026-11-06', '2026-11-20', 'due', 0],
    ['news', '2026-11-06', '2026-11-21', 'stale', -1],
    ['news', '2026-09-28', '2026-10-12', 'due', 0],
    // 六个月: to the day of the same number, or the last of a shorter month.
    ['notices', '2026-05-20', '2026-11-20', 'due', 0],
    ['notices', '2026-05-20', '2026-11-21', 'stale', -1],
    ['notices', '2026-08-31', '2027-02-28', 'due', 0],
    ['notices', '2026-08-31', '2027-03-01', 'stale', -1],
    ['notices', '2026-05-20', '2026-10-16', 'fresh', 35],
    ['notices', '2026-05-20', '2026-10-17', 'warning', 34],
  ])('SUP-16 %s last fed %s is on %s: %s', (kind, latest, today, state, daysLeft) =>
    expect(freshness(kind, civil(latest), civil(today))).toMatchObject({ state, daysLeft }),
  );

  it('SUP-17 by what the page declares or the register says, never by its title; without a day it is not updated', () => {
    expect(at(list('2026-11-05'), '要闻动态')).toEqual(['staleColumn']);
    expect(at(list('2026-11-06'), '要闻动态')).toEqual([]);
    expect(at(list('2026-05-19'), '通知公告，政策文件')).toEqual(['staleColumn']);
    expect(at(list('2020-01-01'), '领导信息')).toEqual([]);
    expect(at(list(''), '要闻动态')).toEqual(['staleColumn']);
    expect(at(list('2026-12-31'), '要闻动态')).toEqual(['staleColumn']);
    const site = { ...SITE, columns: new Map([['https://www.example.gov.cn/a/', 'notices' as const]]) };
    expect(kinds(pageOf(list('2026-11-01'), { head: COLUMN('要闻动态'), site }))).toEqual([]);
  });

  it('SUP-18 a column without anything listed is blank; one a script fills could not be looked at', () => {
    expect(at('<div class="position"><a href="/">首页</a></div><p>暂无内容</p>', '要闻动态')).toEqual(['blankColumn']);
    const filled = pageOf('<div class="v-cloak"></div>', { head: COLUMN('要闻动态') });
    expect(columnOf(filled)).toMatchObject({ latest: undefined, blank: false });
    expect(kinds(filled)).toEqual([]);
  });
});

describe('links', () => {
  const answered = (status: number, body = '', headers = {}) =>
    ({
      outcome: 'answered',
      url: 'u',
      finalUrl: 'u',
      hops: 0,
      status,
      headers,
      body: Buffer.from(body),
      cut: false,
      millis: 1,
    }) as const;
  const failed = (failure: 'timeout' | 'dns' | 'redirect-loop' | 'certificate') =>
    ({ outcome: 'failed', url: 'u', failure, millis: 1 }) as const;
  const kind = (fetched: Parameters<typeof deadLink>[0], role: Parameters<typeof deadLink>[1] = 'page') =>
    deadLink(fetched, role)[0]?.kind;

  it.each<[title: string, words: string, remembered: string | undefined, marks: number]>([
    ['某县图书馆 2026', '', '某县图书馆', 0],
    ['域名出售', '', '某县图书馆', 1],
    ['真人百家乐', '', undefined, 1],
    ['第一次见到的网站', '', undefined, 0],
    // What is about them, and what only sounds like them.
    ['全国成人高考报名网', '', undefined, 0],
    ['中国福利彩票发行管理中心', '', undefined, 0],
    ['公安部：打击治理跨境赌博', '', undefined, 0],
    ['成人电影', '', undefined, 1],
    // A name that ran out, though nobody knows what stood there before.
    ['example.com', 'example.com is for sale. Buy this domain now.', undefined, 1],
    ['系统维护公告', '', '某县图书馆', 0],
    ['Slot Gacor', 'judi slot togel terpercaya, casino online', undefined, 1],
  ])('SUP-21 “%s” beside what is remembered', (title, words, remembered, marks) =>
    expect(changedSite('u', { title, words }, remembered)).toHaveLength(marks),
  );

  it('SUP-22 each answer by its own name', () => {
    expect(kind(answered(200))).toBeUndefined();
    expect(kind(answered(404))).toBe('deadLink');
    expect(kind(answered(404), 'file')).toBe('deadFile');
    expect(kind(answered(404), 'inFile')).toBe('deadLinkInFile');
    expect(kind(answered(500))).toBe('serverError');
    expect(kind(failed('timeout'))).toBe('timeout');
    expect(kind(failed('dns'))).toBe('deadLink');
    expect(kind(failed('redirect-loop'))).toBe('redirectLoop');
    expect(kind(failed('certificate'))).toBe('certificate');
    expect(kind({ outcome: 'forbidden', url: 'u', says: '内网地址' }, 'outside')).toBe('forbiddenLink');
  });

  it('SUP-23 a wall against machines is no dead link', () => {
    expect(kind(answered(403))).toBe('botWall');
    expect(kind(answered(412), 'outside')).toBe('botWall');
    expect(kind(answered(503, '请输入验证码'))).toBe('botWall');
    expect(kind(answered(503, '维护中'))).toBe('serverError');
  });
});
