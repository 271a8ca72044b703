/**
 * 词库表 [REV-23]: a county's words as a sheet, a word a row. What would find too much or nothing is told with its row and what to do; the list is taken
 * whole or not at all.
 */
import type { CellFault, SheetColumn, SheetLine } from '../statute/sheet.ts';
import { WORD_CATEGORIES, type WordCategory, type Wording, type WordList, withoutGaps, wordFinder } from './wording.ts';

export type WordKey = 'word' | 'kind' | 'instead';

const ALLOWED = '白名单';
const KINDS = new Map<string, WordCategory | 'allowed'>([
  ...Object.entries(WORD_CATEGORIES).map(([name, { term }]) => [term, name as WordCategory] as const),
  [ALLOWED, 'allowed'],
]);

export const WORD_COLUMNS: readonly SheetColumn<WordKey>[] = [
  {
    key: 'word',
    head: '词语',
    must: true,
    hint: '要查的词，或者白名单里的一句话，2 到 50 个字。白名单要把会误报的词包在里面，例如词库里有“大麻”，白名单写“大麻烦”。',
  },
  {
    key: 'kind',
    head: '类别',
    must: true,
    hint: '违禁词拦住发布，其他的提醒；白名单里的话不报。',
    choices: [...KINDS.keys()],
  },
  {
    key: 'instead',
    head: '改为',
    must: false,
    hint: '易错词、过时的机构名称必填：应当怎样写。白名单不填。',
  },
];

/** How many words one list holds. */
export const MOST_WORDS = 20_000;
const LONGEST = 50;
/** Without the word to write instead a writer does not know what is wrong. */
const NEEDS_INSTEAD: readonly WordCategory[] = ['misspelt', 'outdated'];

export interface WordFault extends CellFault<WordKey> {
  /** Number of the row. */
  readonly at: number;
}

export interface ReadWords {
  readonly list: WordList;
  readonly faults: readonly WordFault[];
  /** What is taken as it stands and may not be meant so. */
  readonly notes: readonly string[];
}

interface Row {
  readonly at: number;
  readonly word: string;
  readonly kind: WordCategory | 'allowed' | undefined;
  readonly kindTyped: string;
  readonly instead: string;
}

/** @param shipped what the product brings along: a phrase may let its words stand, too */
export function readWords(lines: readonly SheetLine<WordKey>[], shipped: WordList): ReadWords {
  const rows = lines.map(({ at, cells }): Row => {
    const kindTyped = cells.kind.trim();
    const [word, instead] = [withoutGaps(cells.word), withoutGaps(cells.instead)];
    return { at, word, kind: KINDS.get(kindTyped), kindTyped, instead };
  });
  const allowed = new Set(rows.filter(({ kind }) => kind === 'allowed').map(({ word }) => word));
  const first = new Map<string, number>();
  const faults = rows.flatMap((row) => {
    const before = first.get(row.word);
    first.set(row.word, before ?? row.at);
    return faultsOf(row, before, allowed).map((fault) => ({ at: row.at, ...fault }));
  });
  const words = rows.flatMap(({ word, kind, instead }): Wording[] =>
    kind === undefined || kind === 'allowed' ? [] : [{ word, category: kind, instead: instead || null }],
  );
  const list = { words, allowed: [...allowed] };
  return { list, faults, notes: faults.length > 0 ? [] : notesOn(list, shipped) };
}

type Told = Omit<WordFault, 'at'>;

function faultsOf(row: Row, before: number | undefined, allowed: ReadonlySet<string>): Told[] {
  const { word, kind, kindTyped, instead } = row;
  const told: (Told | false)[] = [
    word === '' && { key: 'word', says: '没有填写词语。', advice: '填写要查的词，或者删去这一行。' },
    word.includes('\n') && { key: 'word', says: '一格里有几行字。', advice: '一行只写一个词。' },
    word.length === 1 && {
      key: 'word',
      says: `只有一个字“${word}”，几乎每一篇都会报。`,
      advice: '写成两个字以上的词。',
    },
    word.length > LONGEST && {
      key: 'word',
      says: `有 ${word.length} 个字，最多 ${LONGEST} 个。`,
      advice: '写短一些。',
    },
    word !== '' &&
      before !== undefined && {
        key: 'word',
        says: `“${word}”在第 ${before} 行已经有了。`,
        advice: '留一行，另一行删去。',
      },
    kind === undefined && {
      key: 'kind',
      says: kindTyped === '' ? '没有选择类别。' : `不认识类别“${kindTyped.slice(0, 20)}”。`,
      advice: `从“${[...KINDS.keys()].join('”“')}”里选一个。`,
    },
    kind !== undefined &&
      kind !== 'allowed' &&
      NEEDS_INSTEAD.includes(kind) &&
      instead === '' && {
        key: 'instead',
        says: '没有写应当改成什么。',
        advice: '写明正确的写法；只要求删除的，类别选“违禁词”。',
      },
    kind === 'allowed' && instead !== '' && { key: 'instead', says: '白名单不用改。', advice: '清空这一格。' },
    instead.length > LONGEST && {
      key: 'instead',
      says: `有 ${instead.length} 个字，最多 ${LONGEST} 个。`,
      advice: '写短一些。',
    },
    word.length > 1 &&
      instead !== '' &&
      instead.includes(word) &&
      !allowed.has(instead) && {
        key: 'instead',
        says: instead === word ? '与词语一样。' : `“${instead}”里还有“${word}”，改了以后还会报。`,
        advice: instead === word ? '写明正确的写法。' : `另加一行：词语“${instead}”，类别“${ALLOWED}”。`,
      },
  ];
  return told.filter((one) => one !== false);
}

const SHOWN = 5;

function notesOn({ words, allowed }: WordList, shipped: WordList): string[] {
  const all = [...words, ...shipped.words];
  const [finds, known] = [wordFinder({ words: all, allowed: [] }), new Set(all.map(({ word }) => word))];
  const idle = allowed.filter((phrase) => finds(phrase, '').length === 0);
  const freed = allowed.filter((phrase) => known.has(phrase));
  return [
    ...(idle.length > 0 ? [`白名单里有 ${idle.length} 句不含词库里的词，不起作用：${quoted(idle)}。`] : []),
    ...(freed.length > 0
      ? [`白名单里有 ${freed.length} 个就是词库里的词本身，这些词以后不报：${quoted(freed)}。`]
      : []),
  ];
}

function quoted(words: readonly string[]): string {
  const told = words.slice(0, SHOWN).map((word) => `“${word}”`);
  return told.join('') + (words.length > SHOWN ? '等' : '');
}

/** 词库 as the rows of the sheet it can be uploaded from again. */
export function wordRows({ words, allowed }: WordList): (readonly [word: string, kind: string, instead: string])[] {
  return [
    ...words.map(({ word, category, instead }) => [word, WORD_CATEGORIES[category].term, instead ?? ''] as const),
    ...allowed.map((phrase) => [phrase, ALLOWED, ''] as const),
  ];
}
