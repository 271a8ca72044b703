import { describe, expect, it } from 'vitest';
import { findersWords } from './county-words.ts';
import { SHIPPED_WORDS } from './shipped-words.ts';
import { readWords, wordRows } from './word-sheet.ts';

const read = (...rows: (readonly [word: string, kind: string, instead?: string])[]) =>
  readWords(
    rows.map(([word, kind, instead = ''], i) => ({ at: i + 2, cells: { word, kind, instead } })),
    SHIPPED_WORDS,
  );
const told = (...rows: Parameters<typeof read>) => read(...rows).faults.map(({ at, key, says }) => [at, key, says]);

describe('REV-23 a sheet of words', () => {
  it.each<[string, Parameters<typeof read>, [number, string, RegExp][]]>([
    ['an empty word', [['', '违禁词']], [[2, 'word', /没有填写/]]],
    ['one letter', [['的', '违禁词']], [[2, 'word', /只有一个字“的”/]]],
    ['two lines in a cell', [['甲乙\n丙丁', '违禁词']], [[2, 'word', /几行字/]]],
    ['too long', [['长'.repeat(51), '违禁词']], [[2, 'word', /51 个字，最多 50/]]],
    ['no kind', [['甲乙', '']], [[2, 'kind', /没有选择类别/]]],
    ['a kind nobody knows', [['甲乙', '敏感']], [[2, 'kind', /不认识类别“敏感”/]]],
    ['a mistyped word without the right one', [['甲乙', '易错词']], [[2, 'instead', /没有写应当改成什么/]]],
    ['an allowed phrase to be mended', [['甲乙丙', '白名单', '乙']], [[2, 'instead', /白名单不用改/]]],
    [
      'the same word twice, set wide',
      [
        ['甲乙', '违禁词'],
        ['甲 乙', '违禁词'],
      ],
      [[3, 'word', /第 2 行已经有了/]],
    ],
    ['what would be found again', [['县医院', '易错词', '示例县医院']], [[2, 'instead', /里还有“县医院”/]]],
  ])('%s is told with its row, its column and what to do', (_, rows, faults) => {
    expect(told(...rows)).toEqual(faults.map(([at, key, says]) => [at, key, expect.stringMatching(says)]));
    expect(read(...rows).faults.every(({ advice }) => advice !== '')).toBe(true);
  });

  it('takes the right word for what it is once it is allowed, and is read back as it was written', () => {
    const rows = [
      ['县医院', '易错词', '示例县医院'],
      ['示例县医院', '白名单', ''],
      ['残联', '不当称谓', ''],
    ] as const;
    const { list, faults } = read(...rows);
    expect(faults).toEqual([]);
    expect([...wordRows(list)].sort()).toEqual([...rows].sort());
    const find = findersWords([list]);
    expect(find('到示例县医院就诊', 'title')).toEqual([]);
    expect(find('到县医院就诊', 'title')[0]).toMatchObject({ code: 'REV-12', severity: 'warning' });
  });

  it('tells which allowed phrases do nothing, and which free a word altogether', () => {
    const { notes } = read(['风和日丽', '白名单'], ['大麻', '白名单']);
    expect(notes).toEqual([
      expect.stringMatching(/有 1 句不含.*“风和日丽”/),
      expect.stringMatching(/有 1 个就是.*以后不报：“大麻”/),
    ]);
  });
});

describe('REV-22 lists of a county beside the shipped one', () => {
  const words = (...all: string[]) => all.map((word) => ({ word, category: 'forbidden', instead: null }) as const);
  const found = (text: string, ...lists: Parameters<typeof findersWords>[0][number][]) =>
    findersWords(lists)(text, 'bodyHtml').map(({ says }) => /“(.+?)”/.exec(says)![1]);

  it('of overlapping words of either the longest counts, and a phrase allowed by either frees what is in it', () => {
    const county = { words: words('大麻制品', '路口交警'), allowed: ['大麻布'] };
    expect(found('查获大麻制品', county)).toEqual(['大麻制品']);
    expect(found('收购大麻布', county)).toEqual([]);
    expect(found('收购大麻布')).toEqual(['大麻']);
    // 路口交 is allowed by the product; the county asks for more than that, and more is found.
    expect(found('路口交警', county)).toEqual(['路口交警']);
  });

  it('the nearest agency says what a word of several lists is', () => {
    const town = { words: [{ word: '做为', category: 'misspelt', instead: '当作' } as const], allowed: [] };
    const county = { words: [{ word: '做为', category: 'forbidden', instead: null } as const], allowed: [] };
    expect(findersWords([town, county])('做为', 'title')[0]).toMatchObject({ severity: 'warning' });
    expect(findersWords([county])('做为', 'title')[0]).toMatchObject({ severity: 'error' });
  });

  it('ten thousand words are looked for in a long text in well under a second', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => `词${String.fromCharCode(0x4e00 + n)}语`);
    const find = findersWords([{ words: words(...many), allowed: [] }]);
    const text = '全县各乡镇认真落实会议精神，抓好春耕备耕和防火工作。'.repeat(2_000);
    const began = performance.now();
    expect(find(`${text}词一语`, 'bodyHtml')).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(800);
  });
});
