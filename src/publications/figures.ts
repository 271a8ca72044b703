/**
 * 主动公开的年度数字 [PUB-12, PUB-13]. 一份文件记一条;一条信息放两个栏目、走两个渠道,仍计一条. Every figure is the length of a list that
 * `listBehindFigure` shows; placements are counted beside it and never added up to it.
 */
import type { AgencyId } from '../people/agency.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import type { Section } from './columns.ts';
import type { DocumentId } from './document.ts';
import type { DocumentKindName } from './document-kinds.ts';
import type { StockFigures } from './normative.ts';

export interface PublicationFigures {
  /** 发布政府信息条数: distinct documents published in the year. */
  readonly items: number;
  /** Distinct documents of the year in each section; their sum exceeds `items` by what stands in several. */
  readonly byColumn: Readonly<Record<Section, number>>;
  /** Documents that stand in more than one of the three main sections. */
  readonly inTwoColumns: number;
  /** 专栏 open at any time of the year. */
  readonly specialColumns: number;
  readonly gazettes: number;
  readonly interpretations: number;
  readonly meetings: number;
  readonly byKind: Readonly<Partial<Record<DocumentKindName, number>>>;
}

/** 表二第二十条第(一)项. */
export interface NormativeFigures {
  readonly regulations: StockFigures;
  readonly normativeDocuments: StockFigures;
}

/** Names of figures that open a list. */
export type PublicationFigure =
  | 'items'
  | 'inTwoColumns'
  | 'specialColumns'
  | `column.${Section}`
  | `kind.${DocumentKindName}`
  | `${keyof NormativeFigures}.${'made' | 'repealed' | 'valid'}`;

/** One record behind a figure. */
export interface FigureRow {
  readonly id: DocumentId;
  readonly agencyId: AgencyId;
  readonly title: string;
  readonly docNo: string | null;
  /** The day that put it into this figure. */
  readonly on: CivilDate;
}
