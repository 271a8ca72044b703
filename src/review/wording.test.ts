import { describe, expect, it } from 'vitest';
import { SHIPPED_WORDS } from './shipped-words.ts';
import { wordFinder } from './wording.ts';

const find = wordFinder(SHIPPED_WORDS);
const wordsIn = (text: string) => find(text, 'bodyHtml').map(({ says }) => /“(.+?)”/.exec(says)![1]);

describe('REV-11 the words of the list', () => {
  it.each([
    '这是个大麻烦',
    '整治路口交通秩序',
    '出口交货值增长',
    '窗口交件',
    '大麻哈鱼养殖',
    '手按装置检修',
    '大麻籽油加工',
    '程控接入口交换机',
    '各港口交接班',
    '认购全部份额',
    '毕竟争取到了资金',
    '扩大·麻类作物',
    '强大\n麻醉科建设',
  ])('大麻烦 and 路口交通 are not blocked: %s is left in peace, the allowed phrase wins', (text) =>
    expect(wordsIn(text)).toEqual([]),
  );

  it.each([
    ['中华人共和国', ['中华人共和国']],
    ['全国人名代表大会常委会', ['全国人名代表']],
    ['按步就班推进乡村震兴', ['按步就班', '乡村震兴']],
    ['种植大麻', ['大麻']],
    ['大麻烦与大麻', ['大麻']],
    ['大 麻', ['大麻']],
    ['大\u200b麻', ['大麻']],
    ['大\n麻', []],
  ])('%j: %j', (text, words) => expect(wordsIn(text)).toEqual(words));

  it.each([
    ['大·麻', '大麻'],
    ['大*麻', '大麻'],
    ['⼤麻', '大麻'],
    ['查處賭博網站一批', '赌博网站'],
    ['赌-博-网-站', '赌博网站'],
    ['赌博\n网站', '赌博网站'],
    ['ＡＢｃ词', 'abC词'],
  ])('%j hides no word: %s', (text, word) => {
    const one = wordFinder({ words: [{ word, category: 'forbidden', instead: null }], allowed: [] });
    expect(one(text, 'title')).toHaveLength(1);
  });

  it('what is advised is not found wrong in turn', () => {
    const advised = SHIPPED_WORDS.words.flatMap(({ instead }) => instead ?? []);
    expect(advised.flatMap((text) => find(text, 'title').map(({ says }) => says))).toEqual([]);
  });

  it('forbids what is forbidden and warns of the rest', () => {
    expect(find('大麻', 'title')[0]).toMatchObject({ code: 'REV-11', severity: 'error', where: 'title' });
    expect(find('截止目前', 'title')[0]).toMatchObject({
      code: 'REV-12',
      severity: 'warning',
      advice: expect.stringContaining('截至目前'),
    });
  });

  it('REV-12 of overlapping words the longest counts', () => {
    const both = wordFinder({
      words: [
        { word: '工商', category: 'outdated', instead: '市场监管' },
        { word: '工商局', category: 'outdated', instead: '市场监管局' },
        { word: '商局', category: 'misspelt', instead: null },
      ],
      allowed: [],
    });
    expect(both('县工商局通知', 'title').map(({ says }) => says)).toEqual([expect.stringContaining('“工商局”')]);
  });

  it('quotes the word in its line', () =>
    expect(find('第一行\n我局截止目前已办结三件\n第三行', 'bodyHtml')[0]!.says).toContain('“我局截止目前已办结三件”'));

  it('an allowed phrase of the shipped list allows a word of the list', () => {
    const words = SHIPPED_WORDS.words.map(({ word }) => word);
    for (const phrase of SHIPPED_WORDS.allowed)
      expect(
        words.some((word) => phrase.includes(word)),
        phrase,
      ).toBe(true);
  });
});
