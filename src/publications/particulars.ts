/**
 * 元数据 Particulars: what the catalogue says of a document (《条例》第十二条:目录应当包括索引、名称、内容概述、生成日期等). 索引号 and
 * 发布日期 are not among them: the system gives both.
 */
import type { CivilDate } from '../statute/civil-date.ts';
import type { GazetteIssue } from './gazette-issue.ts';

/** 公开属性, decided when the document is drawn up (国办发〔2016〕80号); only 主动公开 reaches the portal. */
export const OPEN_MODES = {
  proactive: { term: '主动公开' },
  onRequest: { term: '依申请公开' },
  notDisclosed: { term: '不予公开' },
} as const;

export type OpenMode = keyof typeof OPEN_MODES;

export interface Particulars {
  readonly title: string;
  /** 发文机关. */
  readonly issuer: string;
  /** 发文字号; null for what is not an official document. */
  readonly docNo: string | null;
  /** 成文日期; the day the 20 workdays of Article 26 count from. */
  readonly writtenOn: CivilDate;
  /** 主题分类, e.g. 综合政务. */
  readonly topic: string;
  /** 体裁分类, e.g. 通知、意见、办法. */
  readonly genre: string;
  /** 内容概述. */
  readonly summary: string;
  readonly keywords: readonly string[];
  /** 施行日期. */
  readonly effectiveOn: CivilDate | null;
  /** 有效期最后一日; null when no end was set. */
  readonly expiresOn: CivilDate | null;
  readonly openMode: OpenMode;
  /** 不公开或依申请公开的理由. */
  readonly openModeReason: string | null;
  /** 公报期次. */
  readonly issue: GazetteIssue | null;
}

/** How the fields are called beside the form and in the metadata table. */
export const PARTICULAR_TERMS: Readonly<Record<keyof Particulars, string>> = {
  title: '标题',
  issuer: '发文机关',
  docNo: '发文字号',
  writtenOn: '成文日期',
  topic: '主题分类',
  genre: '体裁分类',
  summary: '内容概述',
  keywords: '关键词',
  effectiveOn: '施行日期',
  expiresOn: '有效期至',
  openMode: '公开属性',
  openModeReason: '不公开的理由',
  issue: '公报期次',
};

/** Letters a field holds, however it comes in [PUB-116]. */
export const MOST_LETTERS = {
  ...{ title: 200, issuer: 100, docNo: 100, topic: 50, genre: 50, summary: 2_000, keyword: 30, openModeReason: 500 },
} as const;

/** Marks that turn the direction of reading or cannot be seen. */
const UNSEEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** [PUB-117] What stands in lists, feeds and letters is one line that reads as it stands. */
export function inOneLine(particulars: Particulars): Particulars {
  const line = (words: string) =>
    words
      .replace(UNSEEN, '')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim();
  const { title, issuer, docNo } = particulars;
  return { ...particulars, title: line(title), issuer: line(issuer), docNo: docNo && line(docNo) };
}

/** Metadata with every optional field empty, so that a form or a table of demo content names only what it knows. */
export function particularsOf(
  known: Pick<Particulars, 'title' | 'issuer' | 'writtenOn'> & Partial<Particulars>,
): Particulars {
  return {
    docNo: null,
    topic: '',
    genre: '',
    summary: '',
    keywords: [],
    effectiveOn: null,
    expiresOn: null,
    openMode: 'proactive',
    openModeReason: null,
    issue: null,
    ...known,
  };
}
