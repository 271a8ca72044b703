import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldNumber } from '../review/chinese-folding.ts';
import { civil } from '../statute/civil-date.ts';
import { foldedText, gramsLiteral, gramsOf, parseQuery, titleWordsLiteral } from './search-text.ts';

const cut = (text: string) => text.split(/(?<=通知|年度|关于)/);

describe('folding', () => {
  it.each([
    ['ＧＤＰ２０２４', 'gdp2024'],
    ['政府資訊公開條例', '政府资讯公开条例'],
    ['Ａ　Ｂ\n', 'a b '],
    ['ΔΕ①', 'δε①'],
  ])('PUB-20 folds %s', (text, folded) => expect(fold(text)).toBe(folded));

  it('PUB-20 keeps every character in its place', () =>
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(text).length === text.length)));

  it.each(['兴政发〔2024〕7号', '兴政发[2024]7号', '兴政发【２０２４】 第7号'])('PUB-22 %s is one number', (typed) =>
    expect(foldNumber(typed)).toBe('兴政发20247号'),
  );

  it('reads characters set wide as one word, and leaves words apart', () => {
    expect(foldedText('关于召开会议的 通 知')).toBe('关于召开会议的 通知');
    expect(foldedText('张三 李四')).toBe('张三 李四');
  });
});

describe('grams', () => {
  it('PUB-20 are pairs of neighbours, the last character, and whole words of other scripts', () =>
    expect([...gramsOf('信息公开 covid19疫情，县')]).toEqual([
      '信息',
      '息公',
      '公开',
      '开',
      'covid19',
      '疫情',
      '情',
      '县',
    ]));

  it('PUB-20 count a character beyond the basic plane as one', () =>
    expect([...gramsOf('𠮷田')]).toEqual(['𠮷田', '田']));

  it('write literals that hold no quote of the text', () => {
    const scope = { agencyId: "o'brien", kind: 'news', publishedOn: civil('2024-03-01') };
    expect(gramsLiteral(fold("a'b\\ 公'开"), scope)).toBe(
      "'a' 'b' '公' '开' 'agency:o''brien' 'kind:news' 'year:2024' 'month:2024-03'",
    );
    expect(titleWordsLiteral("年度'通知", cut)).toBe("'年度':1A '通知':2A");
  });
});

describe('query', () => {
  it('asks for every pair and looks the phrase up again', () => {
    const query = parseQuery('義務教育 招生', cut);
    expect(query.terms).toEqual(['义务教育', '招生']);
    expect(query.grams).toEqual(["'义务'", "'务教'", "'教育'", "'招生'"]);
    expect(query.recheck).toEqual(['义务教育']);
  });

  it('takes a single character as the beginning of a pair', () =>
    expect(parseQuery('县', cut).grams).toEqual(["'县':*"]));

  it('asks nothing when nothing can be looked for', () =>
    expect(parseQuery(' 《》!? ', cut)).toMatchObject({ terms: [], grams: [], words: null }));

  it('bounds what one query may cost', () => {
    const { terms } = parseQuery(
      Array.from({ length: 60 }, (_, i) => `词${String.fromCharCode(0x4e00 + i)}`).join(' '),
      cut,
    );
    expect(terms).toHaveLength(8);
  });

  /** The promise of PUB-20, against a brute-force look into the text. */
  it('PUB-20 finds every text that holds the term, whatever stands around it', () => {
    const character = fc.constantFrom(...'政府信息公开县a1，。 ');
    const text = fc.string({ unit: character, maxLength: 30 });
    const han = fc.string({ unit: fc.constantFrom(...'政府信息公开县'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(text, han, text, (before, term, after) => {
        const grams = gramsOf(foldedText(`${before}${term}${after}`));
        const held = parseQuery(term, cut).grams.every((condition) => {
          const lexeme = condition.split("'")[1]!;
          return condition.endsWith(':*') ? [...grams].some((gram) => gram.startsWith(lexeme)) : grams.has(lexeme);
        });
        // Characters set wide close up, so the phrase may stand elsewhere than it was put.
        return held || !foldedText(`${before}${term}${after}`).includes(term);
      }),
    );
  });
});
