/**
 * 取数口径 FigureSource (《条例》第五十条; 国办公开办函〔2021〕30号): for every cell of Tables 2 to 4 and every live figure of the narrative,
 * what is counted, by which rule, and in which room the records lie. A cell is named by its JSON Pointer, a live figure by its name.
 */
import { REGISTER_KIND_NAMES, REGISTER_KINDS, type RegisterKindName } from '../enforcement/register-kinds.ts';
import { INTERACTION_KINDS, type InteractionKindName } from '../interaction/interaction.ts';
import type { PublicationFigure } from '../publications/figures.ts';
import { REMEDY_KINDS, type RemedyKind } from '../requests/remedies/remedy.ts';
import { art, LAWS } from '../statute/articles.ts';
import { SUPERVISION_FIGURES, type SupervisionFigure } from '../supervision/year-figures.ts';
import { APPLICANT_COLUMNS, formatFor, LITIGATION_COLUMNS, LITIGATION_GROUPS } from './form.ts';
import { isLiveFigure, LIVE_FIGURES, type LiveFigure, type LiveFigureKey } from './live-figures.ts';

/** Where the records of a figure lie. */
export type RecordsWanted =
  | { readonly room: 'requests'; readonly row: string; readonly column: number }
  | { readonly room: 'remedies'; readonly kinds: readonly RemedyKind[]; readonly column: number }
  | { readonly room: 'publications'; readonly figure: PublicationFigure }
  | { readonly room: 'enforcement'; readonly kind: RegisterKindName }
  | { readonly room: 'interaction'; readonly kind: InteractionKindName }
  | { readonly room: 'supervision'; readonly of: SupervisionFigure }
  | { readonly room: 'processing-fee'; readonly of: 'notices' | 'payments' };

export interface FigureSource {
  readonly term: string;
  /** 口径, in one sentence. */
  readonly says: string;
  readonly basis: string;
  readonly wanted: RecordsWanted;
  /** The cell of Tables 2 to 4 it is, or repeats; what was entered by hand says nothing of other figures. */
  readonly cell?: string;
}

/** Undefined when the form of the year has no such figure. */
export function sourceOf(figure: string, year: number): FigureSource | undefined {
  if (isLiveFigure(figure)) return liveFigure(figure, year);
  const source = ofCell(figure, year);
  return source && { ...source, cell: figure };
}

function ofCell(figure: string, year: number): FigureSource | undefined {
  const [, table, ...steps] = figure.split('/');
  if (table === 'table2') return steps.length === 2 ? stock(steps, year) : decisions(figure, year);
  if (table === 'table3' && steps[0] === 'rows' && steps.length === 3) return applications(steps[1]!, steps[2]!, year);
  if (table === 'table4' && steps.length === 2) return litigation(steps[0]!, steps[1]!, year);
  return undefined;
}

const STOCK = {
  regulations: '规章',
  normativeDocuments: '行政规范性文件',
} as const;

const STOCK_FIGURES = {
  made: { term: '本年制发件数', says: (year: number) => `成文日期在 ${year} 年的，每件计一件，修改的版本不另计。` },
  repealed: {
    term: '本年废止件数',
    says: (year: number) => `在 ${year} 年废止、宣布失效或者有效期届满的，按停止有效之日计入。`,
  },
  valid: { term: '现行有效件数', says: (year: number) => `到 ${year} 年 12 月 31 日仍然有效的，包括以前年度制发的。` },
} as const;

function stock([row, column]: readonly string[], year: number): FigureSource | undefined {
  if (!isKeyOf(STOCK, row) || !isKeyOf(STOCK_FIGURES, column)) return undefined;
  const { term, says } = STOCK_FIGURES[column];
  return {
    term: `${STOCK[row]}：${term}`,
    says: says(year),
    basis: art(20, { item: 1 }),
    wanted: { room: 'publications', figure: `${row}.${column}` },
  };
}

function decisions(cell: string, year: number): FigureSource | undefined {
  const kind = REGISTER_KIND_NAMES.find((name) => REGISTER_KINDS[name].reportCell === cell);
  if (!kind) return undefined;
  const { term, basis } = REGISTER_KINDS[kind];
  const says =
    kind === 'fee'
      ? `${year} 年各月缴入国库的金额相加，以分为单位存储，显示为万元，不丢小数。`
      : `${year} 年各月作出的决定件数相加，无论是否公开。`;
  return {
    term: kind === 'fee' ? `${term}：本年收费金额（万元）` : `${term}：本年处理决定数量`,
    says,
    basis,
    wanted: { room: 'enforcement', kind },
  };
}

/** Rows of 表三 that are not a result. */
const ROW_RULES: Readonly<Record<string, (year: number) => string>> = {
  '1': (year) => `收到申请之日在 ${year} 年的申请。`,
  '2': (year) => `${year} 年以前收到、进入 ${year} 年时还没有办结的申请。`,
  '3.7': (year) => `在 ${year} 年办结的全部申请，每件恰好计入一种结果。`,
  '4': (year) => `到 ${year} 年 12 月 31 日已经收到、还没有办结的申请。`,
};

function applications(code: string, position: string, year: number): FigureSource | undefined {
  const row = formatFor(year).rows.find((one) => one.code === code);
  const column = indexIn(APPLICANT_COLUMNS, position);
  if (!row || column === undefined) return undefined;
  const rule = ROW_RULES[code]?.(year) ?? `答复日或者办结记录在 ${year} 年、处理结果为这一项的申请。`;
  const whose =
    APPLICANT_COLUMNS[column] === '总计' ? '各类申请人合计。' : `只计申请人为“${APPLICANT_COLUMNS[column]}”的。`;
  return {
    term: `${[...row.within, row.label].join(' ')}：${APPLICANT_COLUMNS[column]}`,
    says: rule + whose,
    basis: row.basis,
    wanted: { room: 'requests', row: code, column },
  };
}

function litigation(key: string, position: string, year: number): FigureSource | undefined {
  const group = LITIGATION_GROUPS.find((one) => one.key === key);
  const column = indexIn(LITIGATION_COLUMNS, position);
  if (!group || column === undefined) return undefined;
  return {
    term: `${REMEDY_KINDS[group.key].term}：${LITIGATION_COLUMNS[column]}`,
    says: `本机关为被申请人或者被告、在 ${year} 年审结或者年末还没有审结的案件。一案经几级只计一次。`,
    basis: art(50, { paragraph: 1, item: 3 }),
    wanted: { room: 'remedies', kinds: [group.key], column },
  };
}

const PUBLISHED = (year: number) => `发布日期在 ${year} 年的信息，一份文件记一条，因差错撤回的不计。`;

/** Live figures that repeat no cell. */
const OWN_SOURCES: Readonly<Partial<Record<LiveFigureKey, { says(year: number): string; wanted: RecordsWanted }>>> = {
  'published.items': published('items', PUBLISHED),
  'published.twice': published('inTwoColumns', (year) => `${PUBLISHED(year)}只计同时列入两个以上主栏目的。`),
  'published.news': published('column.news', (year) => `${PUBLISHED(year)}只计列入政务动态的。`),
  'published.overview': published('column.overview', (year) => `${PUBLISHED(year)}只计列入概况信息的。`),
  'published.catalogue': published('column.catalogue', (year) => `${PUBLISHED(year)}只计列入信息公开目录的。`),
  'published.specialColumns': published('specialColumns', (year) => `${year} 年内开设过的专栏，年内关闭的也计。`),
  'published.gazettes': published('kind.gazette', (year) => `${PUBLISHED(year)}只计政府公报。`),
  'published.interpretations': published('kind.interpretation', (year) => `${PUBLISHED(year)}只计政策解读。`),
  'published.meetings': published('kind.meeting', (year) => `${PUBLISHED(year)}只计重大会议。`),
  'interaction.consultations': held('consultation'),
  'interaction.interviews': held('interview'),
  'interaction.inquiries': held('inquiry'),
  'interaction.posts': held('post'),
  'supervision.patrols': supervised('patrols'),
  'supervision.tickets': supervised('tickets'),
  'supervision.closed': supervised('closed'),
  'supervision.trainings': supervised('trainings'),
  'supervision.persons': supervised('persons'),
  'supervision.workPoints': supervised('workPoints'),
  'supervision.pointsDone': supervised('pointsDone'),
  'litigation.total': {
    says: (year) => `在 ${year} 年审结或者年末还没有审结的行政诉讼案件，未经复议直接起诉和复议后起诉的合计。`,
    wanted: { room: 'remedies', kinds: ['directLitigation', 'postReviewLitigation'], column: 4 },
  },
  'fee.notices': {
    says: (year) => `在 ${year} 年发出、没有撤回的收费通知。`,
    wanted: { room: 'processing-fee', of: 'notices' },
  },
  'fee.collected': {
    says: (year) => `在 ${year} 年实际收到的信息处理费，按缴费之日计入。`,
    wanted: { room: 'processing-fee', of: 'payments' },
  },
};

function published(figure: PublicationFigure, says: (year: number) => string) {
  return { says, wanted: { room: 'publications', figure } } as const;
}

function supervised(of: SupervisionFigure) {
  const says = (year: number) => SUPERVISION_FIGURES[of].says.replace('这一年', ` ${year} 年`).trim();
  return { says, wanted: { room: 'supervision', of } } as const;
}

function held(kind: InteractionKindName) {
  const { term, measure } = INTERACTION_KINDS[kind];
  const only = kind === 'post' ? '媒体账号台账里逐个账号计数，发布后撤下的不计。' : '';
  const says = (year: number) => `在 ${year} 年举行、办结或者发布的${term}，每${measure}一条记录。${only}`;
  return { says, wanted: { room: 'interaction', kind } } as const;
}

function liveFigure(key: LiveFigureKey, year: number): FigureSource | undefined {
  const figure: LiveFigure = LIVE_FIGURES[key];
  if (figure.cell) {
    const source = sourceOf(figure.cell, year);
    return source && { ...source, term: figure.term };
  }
  const own = OWN_SOURCES[key]!;
  const basis = key.startsWith('fee.')
    ? LAWS.feeMeasures
    : key.startsWith('supervision.')
      ? art(46)
      : art(50, { paragraph: 1, item: 1 });
  return { term: figure.term, says: own.says(year), basis, wanted: own.wanted };
}

function isKeyOf<T extends object>(table: T, name: string | undefined): name is Extract<keyof T, string> {
  return name !== undefined && Object.hasOwn(table, name);
}

function indexIn(columns: readonly string[], position: string): number | undefined {
  return /^\d$/.test(position) && Number(position) < columns.length ? Number(position) : undefined;
}
