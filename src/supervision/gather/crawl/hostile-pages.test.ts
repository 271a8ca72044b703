/** 刁难监测的网页: what real sites of counties do to a machine that looks at them, each with what has to be told of it and what must not. */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { shippedFinder } from '../../../review/county-words.ts';
import { civil } from '../../../statute/civil-date.ts';
import type { Answered } from '../../fetched.ts';
import { readPage } from '../../read-page.ts';
import { readLetters } from './decode-page.ts';
import { type LookSettings, lookAt } from './look-at.ts';
import { Alike } from './roles.ts';

const HOME = 'https://a.gov.cn/';
const TAGS =
  '<meta name="SiteName" content="县"><meta name="SiteDomain" content="d"><meta name="SiteIDCode" content="3603210001">';
const pageWith = (body: string, head = '') =>
  `<html><head>${TAGS}${head}<title>通知</title></head><body>${body}<p>${'正文。'.repeat(120)}</p></body></html>`;

const answered = (url: string, body: string | Buffer, more: Partial<Answered> = {}): Answered => ({
  ...{ outcome: 'answered', url, finalUrl: url, hops: 0, status: 200, cut: false, millis: 1 },
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(body),
  ...more,
});
const settings: LookSettings = {
  site: {
    ...{ hosts: new Set(['a.gov.cn']), scriptHosts: new Set<string>(), slowMs: 3_000, heavyBytes: 1e9 },
    ...{ columns: new Map(), words: shippedFinder },
  },
  ...{ home: HOME, today: civil('2026-11-20'), timeoutMs: 1_000, titles: new Map(), unmade: undefined },
  readFile: async () => undefined,
};
const look = (url: string, fetched: Answered, role: 'page' | 'file' | 'asset' | 'outside' = 'page') =>
  lookAt({ url, role, depth: 2 }, async () => fetched, settings);
const kindsOf = async (body: string | Buffer, more: Partial<Answered> = {}) =>
  (await look(`${HOME}x/1.html`, answered(`${HOME}x/1.html`, body, more))).looked.marks.map(({ kind }) => kind);

describe('SUP-28 where addresses stand', () => {
  const found = (body: string, head = '') =>
    readPage(pageWith(body, head), `${HOME}x/1.html`).links.map(({ url, use }) => `${use} ${url}`);

  it.each<[what: string, body: string, links: string[]]>([
    ['a script that sends on', '<script>if (a) { location.href = "/m/"; }</script>', ['jump https://a.gov.cn/m/']],
    ['what a script puts together is not guessed', '<script>location.href = "/m/" + id; x = "/n/";</script>', []],
    [
      'what is commented out is not run',
      '<script>// location.href="/old/"\n/* location.replace("/b/") */</script>',
      [],
    ],
    [
      'an address with two strokes is no comment',
      '<script>window.open("http://b.cn/c")</script>',
      ['jump http://b.cn/c'],
    ],
    ['a button', `<div onclick="location.href='/go.html'">去</div>`, ['jump https://a.gov.cn/go.html']],
    [
      'a menu of friendly sites',
      '<select><option value="http://b.gov.cn/">乙县</option></select>',
      ['jump http://b.gov.cn/'],
    ],
    [
      'pictures in several sizes, commas in their names',
      '<img src="a.png" srcset="b,1.png 1x, c.png 2x">',
      ['asset https://a.gov.cn/x/a.png', 'asset https://a.gov.cn/x/b,1.png', 'asset https://a.gov.cn/x/c.png'],
    ],
    ['pictures that are fetched later', '<img data-original="/l.jpg">', ['asset https://a.gov.cn/l.jpg']],
    ['a style', '<div style="background:url(\'/bg.png\')">', ['asset https://a.gov.cn/bg.png']],
    [
      'a style of the page',
      '<style>@namespace svg url(http://w3.org/);a{b:url(data:x)}@import "c.css";</style>',
      ['asset https://a.gov.cn/x/c.css'],
    ],
    ['a map', '<map><area href="b.html"></map>', ['link https://a.gov.cn/x/b.html']],
    ['a frame', '<iframe src="/f.html"></iframe>', ['frame https://a.gov.cn/f.html']],
    ['a background of old', '<table background="/t.gif">', ['asset https://a.gov.cn/t.gif']],
    ['patterns that a script fills', '<a href="{{url}}">x</a><template><a href="/t">x</a></template>', []],
    ['Chinese and spaces', '<a href=" 文件 1.doc ">x</a>', ['link https://a.gov.cn/x/%E6%96%87%E4%BB%B6%201.doc']],
    ['no address of the web', '<a href="mailto:a@b.cn">x</a><a href="tel:1">x</a><a href="javascript:;">x</a>', []],
    [
      'a number given to each visit',
      '<a href="/a.do;jsessionid=0A1B2C3D4E5F?id=1&sid=abcdefabcdef12">x</a>',
      ['link https://a.gov.cn/a.do?id=1'],
    ],
  ])('%s', (_, body, links) => expect(found(body)).toEqual(links));

  it('of several bases the first holds; what the head names is looked at', () =>
    expect(
      found('<a href="1.html">x</a>', '<base href="/b/"><base href="/c/"><link rel="canonical" href="/gone.html">'),
    ).toEqual(['jump https://a.gov.cn/gone.html', 'link https://a.gov.cn/b/1.html']));

  it('a place named in either way of writing it is there', () => {
    const { anchors, links } = readPage('<p id="%E7%94%B2"></p><a href="#%E7%94%B2">甲</a><p id="a"><p id="a">', HOME);
    expect(links.every(({ fragment }) => anchors.has(fragment))).toBe(true);
  });
});

describe('SUP-15 SUP-23 pages that are not what they seem', () => {
  it.each<[what: string, body: string, kinds: string[]]>([
    ['a box that says so', "<script>alert('您查看的信息不存在！');history.back();</script>", ['softMissing']],
    ['a line without a heading', '<title></title><div>抱歉，您访问的页面走丢了</div>', ['softMissing']],
    ['an answer to an applicant', `<h1>答复</h1>${TAGS}<p>经检索，您申请公开的信息不存在。</p>`, []],
    ['a headline that links on', `${TAGS}<a href="/n">网站页面不存在怎么办</a>`, []],
    ['a script asked of the reader', '<title>安全验证</title><p>请完成验证</p>', ['botWall']],
    ['a page that only leads on', '<script>location.replace("/new/")</script>', []],
    ['at once', '<meta http-equiv="refresh" content="0;url=/new/">', []],
  ])('%s', async (_, body, kinds) => expect(await kindsOf(body)).toEqual(kinds));

  it('led to a page of errors it is the link that is told', async () => {
    const { looked, found } = await look(
      `${HOME}1.html`,
      answered(`${HOME}1.html`, '', { finalUrl: `${HOME}404.html` }),
    );
    expect([looked.marks[0]?.kind, found]).toEqual(['softMissing', []]);
  });

  it('an outside page that only leads on is followed once', async () => {
    const body = '<script>window.location.href="https://bet.example/"</script>';
    const { found } = await look('http://b.cn/', answered('http://b.cn/', body), 'outside');
    expect(found).toMatchObject([{ url: 'https://bet.example/', role: 'outside' }]);
    const again = await lookAt({ ...found[0]! }, async () => answered(found[0]!.url, body), settings);
    expect(again.found).toEqual([]);
  });

  it('an outside wall is no site that became another', async () => {
    const known = { ...settings, titles: new Map([['http://b.cn/', '某县图书馆']]) };
    const fetched = answered('http://b.cn/', '<title>Just a moment...</title>');
    const { looked } = await lookAt({ url: 'http://b.cn/', role: 'outside', depth: 2 }, async () => fetched, known);
    expect(looked.grade).toBe('botWall');
  });
});

describe('SUP-11 SUP-12 SUP-87 SUP-88 what a page carries', () => {
  const ID = '110101199003077758';
  it.each<[what: string, html: string, kinds: string[]]>([
    ['a number beside a picture', pageWith(`<img src="/a.png" alt="身份证 ${ID}">`), ['personalInformation']],
    ['a number folded away', pageWith(`<div style="display:none">身份证 ${ID}</div>`), ['personalInformation']],
    ['a wrong word in the title only', pageWith('', '<title>截止目前</title>'), ['wrongWord']],
    [
      'hidden by the page’s style',
      pageWith('<div class="z"><a href="http://bet.cn/">x</a></div>', '<style>.z{display:none}</style>'),
      ['hiddenLinks'],
    ],
    [
      'hidden on paper only',
      pageWith('<div class="z"><a href="http://b.cn/">x</a></div>', '<style>@media print{.z{display:none}}</style>'),
      [],
    ],
    [
      'too small to see',
      pageWith('<marquee height=1 width=3><a href="http://bet.cn/">x</a></marquee>'),
      ['hiddenLinks'],
    ],
    [
      'cut to nothing',
      pageWith('<div style="overflow:hidden;height:1px"><a href="http://bet.cn/">x</a></div>'),
      ['hiddenLinks'],
    ],
    [
      'buttons to share',
      pageWith('<div style="display:none"><a href="http://service.weibo.com/share">x</a></div>'),
      [],
    ],
    ['words nobody sees', pageWith('<div style="display:none">真人百家乐 澳门葡京 开户送彩金</div>'), ['plantedWords']],
    ['words in another language', pageWith('<p>สล็อต บาคาร่า</p>'), ['plantedWords']],
    ['words for search machines', pageWith('', '<meta name="keywords" content="六合彩,老虎机">'), ['plantedWords']],
    ['what fights them', pageWith('', '<meta name="keywords" content="打击博彩,赌场,专项行动">'), []],
    [
      'a file of the editor',
      pageWith('<img src="file:///C:/a.png"><a href="D:\\b.doc">x</a>'),
      ['miswritten', 'miswritten'],
    ],
    [
      'a scheme mistyped',
      pageWith('<a href="htttp://b.gov.cn">x</a><a href="http//b.gov.cn">x</a>'),
      ['miswritten', 'miswritten'],
    ],
  ])('%s', async (_, html, kinds) => expect(await kindsOf(html)).toEqual(kinds));
});

describe('SUP-86 letters', () => {
  const body = (charset: string) => iconv.encode(pageWith('', `<meta charset="${charset}">`), charset);
  const type = (charset: string) => ({ headers: { 'content-type': `text/html; charset=${charset}` } });
  it.each<[what: string, body: Buffer, type: string, kinds: string[]]>([
    ['GBK as it says', body('gbk'), 'gbk', []],
    ['GBK, told by the page alone', body('gbk'), '', []],
    ['GBK called UTF-8', body('gbk'), 'utf-8', ['garbled']],
    ['GBK called Latin', body('gbk'), 'iso-8859-1', ['garbled']],
    ['UTF-8 called GBK', body('utf-8'), 'gbk', ['garbled']],
    ['GBK that nobody tells of', iconv.encode(pageWith(''), 'gbk'), '', []],
    ['UTF-16 with its mark', iconv.encode(pageWith(''), 'utf-16'), '', []],
  ])('%s', async (_, html, charset, kinds) => expect(await kindsOf(html, type(charset))).toEqual(kinds));

  it('is read as it is written all the same, and without zeros', () => {
    expect(readLetters(body('gbk'), 'text/html; charset=utf-8').text).toContain('正文');
    expect(readLetters(Buffer.from('甲\0乙')).text).toBe('甲乙');
  });
});

describe('SUP-14 SUP-28 what has no end', () => {
  it('a page that was not read to its end is not looked at, and its places are not judged', async () => {
    const { looked } = await look(`${HOME}1.html`, answered(`${HOME}1.html`, '<p>很长', { cut: true }));
    expect([looked.grade, looked.anchors, looked.marks]).toEqual(['notLooked', null, []]);
  });

  it('a calendar is left after sixty months that say the same, articles are not', () => {
    const alike = new Alike();
    for (let n = 0; n < 80; n += 1) {
      alike.saw(`${HOME}cal/2026/${n}.html`, '日一二三四五六');
      alike.saw(`${HOME}news/t2026_${n}.html`, `第${String.fromCharCode(0x4e00 + n)}条`);
    }
    expect(alike.isEndless(`${HOME}cal/2031/7.html`)).toBe(true);
    expect(alike.isEndless(`${HOME}news/t2026_99.html`)).toBe(false);
  });

  it('what is nested deeper than browsers go is left, and its places are not judged', () => {
    const { filledByScript, anchors } = readPage(`${'<div>'.repeat(2_000)}<p id="deep">`, HOME);
    expect([filledByScript, anchors.has('deep')]).toEqual([true, false]);
  });

  it('files that are none', async () => {
    const file = async (name: string, body: string | Buffer) =>
      (
        await look(
          `${HOME}${name}`,
          answered(`${HOME}${name}`, body, { headers: { 'content-type': 'application/x' } }),
          'file',
        )
      ).looked;
    expect((await file('a.pdf', '')).marks[0]?.kind).toBe('deadFile');
    expect((await file('a.pdf', '出错了')).marks[0]?.kind).toBe('deadFile');
    expect((await file('a.docx', '<!DOCTYPE html><p>请登录')).marks[0]?.kind).toBe('deadFile');
    // Locked with a password: nobody can say what is in it.
    expect((await file('a.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).grade).toBe('notLooked');
  });

  it('a style leads to its pictures', async () => {
    const css = answered(`${HOME}c/a.css`, '.a{background:url(../i/a.png)}', {
      headers: { 'content-type': 'text/css' },
    });
    expect((await look(css.url, css, 'asset')).found).toMatchObject([{ url: `${HOME}i/a.png`, role: 'asset' }]);
  });
});
