/**
 * 信息种类: what kinds of document there are, what their metadata must say, and which figure of the year they make. One
 * more kind is one more entry.
 */
import { art } from '../statute/articles.ts';
import type { Particulars } from './particulars.ts';

export interface DocumentKind {
  readonly term: string;
  readonly basis: string;
  /** Metadata beyond title, issuer and date without which it cannot be published [PUB-5]. */
  readonly requires: readonly (keyof Particulars)[];
  /** Row of Table 2 in which made, repealed and valid pieces are counted (第二十条第(一)项). */
  readonly counted?: 'regulations' | 'normativeDocuments';
  /** A policy whose interpretation is expected within days of its publication. */
  readonly wantsInterpretation?: true;
  /** Must point at the document it explains. */
  readonly interprets?: true;
}

const kind = (entry: DocumentKind): DocumentKind => entry;

export const DOCUMENT_KINDS = {
  news: kind({ term: '政务动态', basis: art(19), requires: [] }),
  notice: kind({ term: '通知公告', basis: art(19), requires: [] }),
  regulation: kind({
    term: '规章',
    basis: art(20, { item: 1 }),
    requires: ['topic', 'effectiveOn'],
    counted: 'regulations',
    wantsInterpretation: true,
  }),
  normative: kind({
    term: '行政规范性文件',
    basis: art(20, { item: 1 }),
    requires: ['docNo', 'topic', 'genre', 'effectiveOn'],
    counted: 'normativeDocuments',
    wantsInterpretation: true,
  }),
  policy: kind({ term: '其他政策文件', basis: art(20, { item: 3 }), requires: ['docNo', 'topic', 'genre'] }),
  interpretation: kind({ term: '政策解读', basis: '国办发〔2016〕80号', requires: [], interprets: true }),
  meeting: kind({ term: '重大会议', basis: art(19), requires: [] }),
  gazette: kind({ term: '政府公报', basis: `${art(23)}；国办发〔2018〕22号`, requires: ['issue'] }),
  profile: kind({ term: '概况、机构、领导', basis: art(20, { item: 2 }), requires: [] }),
  personnel: kind({ term: '人事信息', basis: art(20, { item: 14 }), requires: [] }),
  budget: kind({ term: '财政预决算', basis: art(20, { item: 7 }), requires: ['topic'] }),
  catalogued: kind({ term: '其他法定公开内容', basis: art(20, { item: 15 }), requires: [] }),
  guide: kind({ term: '政府信息公开指南', basis: art(12), requires: [] }),
  rules: kind({ term: '政府信息公开制度', basis: art(52), requires: [] }),
  annualReport: kind({ term: '政府信息公开年度报告', basis: art(49), requires: [] }),
} as const satisfies Record<string, DocumentKind>;

export type DocumentKindName = keyof typeof DOCUMENT_KINDS;

export function kindOf(name: DocumentKindName): DocumentKind {
  return DOCUMENT_KINDS[name];
}
