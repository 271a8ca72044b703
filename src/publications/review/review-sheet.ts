/** 发布审核表: the whole course of an edition on one sheet: who, when, on which text, with what opinion. */
import type { Paper, PaperCell } from '../../statute/paper.ts';
import type { Document } from '../document.ts';
import { kindOf } from '../document-kinds.ts';
import { authorsOf, type Edition } from '../edition.ts';
import { OPEN_MODES } from '../particulars.ts';

/** What the sheet tells besides the document: names and words the face knows. */
export interface SheetWords {
  readonly agency: string;
  readonly columns: readonly string[];
  readonly nameOf: (by: string) => string;
  /** Of a mark: what was done, in words. */
  readonly told: (mark: Document['marks'][number]) => string;
  /** Day and time in Shanghai. */
  readonly timeOf: (at: string) => string;
}

const HEADS = ['序号', '时间', '办理', '办理人', '意见、理由', '稿件摘要值（SM3）'] as const;

export function reviewSheet(document: Document, edition: Edition, words: SheetWords): Paper {
  const { particulars } = edition;
  const facts: readonly (readonly [string, string])[] = [
    ['标题', particulars.title],
    ['发文机关', particulars.issuer],
    ['发文字号', particulars.docNo ?? '—'],
    ['种类', kindOf(document.kind).term],
    ['栏目', words.columns.join('、')],
    ['公开属性', OPEN_MODES[particulars.openMode].term],
    ['拟稿人', authorsOf(edition).map(words.nameOf).join('、')],
    ['索引号', document.indexNo ?? '—'],
    ['发布时间', edition.publishedAt ? words.timeOf(edition.publishedAt) : '未发布'],
    ['稿件摘要值（SM3）', edition.hash],
  ];
  return {
    title: '主动公开信息发布审核表',
    blocks: [
      {
        kind: 'table',
        caption: '稿件',
        columns: 2,
        headRows: 0,
        rows: facts.map(([head, text]): PaperCell[] => [{ text: head, head: 'row' }, { text }]),
      },
      { kind: 'heading', level: 1, text: '审校记录' },
      {
        kind: 'table',
        caption: '审校记录',
        columns: HEADS.length,
        headRows: 1,
        rows: [
          HEADS.map((text): PaperCell => ({ text, head: 'column' })),
          ...document.marks.map((mark): PaperCell[] => [
            { text: String(mark.n), align: 'center' },
            { text: words.timeOf(mark.at) },
            { text: words.told(mark) },
            { text: words.nameOf(mark.by) },
            { text: mark.said },
            { text: mark.edition === edition.hash ? '本稿' : `${mark.edition.slice(0, 16)}…` },
          ]),
        ],
      },
      { kind: 'paragraph', text: `${words.agency}。本表由系统按留痕生成，记录只增不改。` },
    ],
  };
}
