/**
 * 栏目 Column: the tree in which the public finds documents, with the provision each stands on and how often it must be
 * fed. The standard tree is data of the product; a county adds special columns (`special-column.ts`). A document counts
 * once in each of the three main sections it stands in; a special column is one more door to it, never its only place.
 */
import { art } from '../statute/articles.ts';

/** A key of the standard tree, or `special.…` of a county's own. */
export type ColumnKey = string;
export const COLUMN_KEY_LENGTH = 100;

/** 更新要求 (政府网站与政务新媒体检查指标, 国办秘函〔2019〕19号). */
export const UPDATE_RULES = {
  twoWeeks: { term: '两周内应有更新', days: 14 },
  sixMonths: { term: '六个月内应有更新', months: 6 },
  yearly: { term: '每年更新', months: 12 },
  whenChanged: { term: '有变更即更新' },
} as const;

export type UpdateRule = keyof typeof UPDATE_RULES;

export interface Column {
  /** A path: the key of the column above, a dot, a word. */
  readonly key: ColumnKey;
  readonly parent: ColumnKey | null;
  readonly name: string;
  readonly basis: string;
  readonly updateRule: UpdateRule;
}

/** 政务动态、概况信息、信息公开目录, and beside them the special columns. */
export const SECTIONS = ['news', 'overview', 'catalogue', 'special'] as const;
export type Section = (typeof SECTIONS)[number];

const column = (key: ColumnKey, name: string, basis: string, updateRule: UpdateRule): Column => ({
  key,
  parent: key.includes('.') ? key.slice(0, key.lastIndexOf('.')) : null,
  name,
  basis,
  updateRule,
});

const SITE_CHECK = '国办秘函〔2019〕19号';

/** 第二十条第(一)项至第(十五)项, in the order of the Regulation. */
const ARTICLE_20: readonly (readonly [key: string, name: string])[] = [
  ['regulations', '行政法规、规章和规范性文件'],
  ['organization', '机关职能与机构设置'],
  ['planning', '发展规划及相关政策'],
  ['statistics', '统计信息'],
  ['licensing', '行政许可和对外管理服务事项'],
  ['penalty', '行政处罚、行政强制'],
  ['budget', '财政预算、决算'],
  ['fees', '行政事业性收费'],
  ['procurement', '政府集中采购'],
  ['projects', '重大建设项目'],
  ['livelihood', '扶贫、教育、医疗、社会保障、就业'],
  ['emergency', '突发公共事件应对'],
  ['inspection', '监督检查情况'],
  ['recruitment', '公务员招考'],
  ['other', '其他应当主动公开的信息'],
];

/** 第二十一条, for the county and its departments. */
const ARTICLE_21_COUNTY: readonly (readonly [key: string, name: string])[] = [
  ['municipal', '市政建设'],
  ['publicService', '公共服务'],
  ['publicWelfare', '公益事业'],
  ['landTaking', '土地征收'],
  ['houseTaking', '房屋征收'],
  ['publicOrder', '治安管理'],
  ['socialAid', '社会救助'],
];

/** 第二十一条, for townships, beyond what they share with the county. */
const ARTICLE_21_TOWNSHIP: readonly (readonly [key: string, name: string])[] = [
  ['agriculture', '农业农村政策落实'],
  ['waterWorks', '农田水利工程建设运营'],
  ['landContract', '农村土地承包经营权流转'],
  ['homestead', '宅基地使用情况审核'],
  ['villageLevies', '筹资筹劳'],
];

export const STANDARD_COLUMNS: readonly Column[] = [
  column('news', '政务动态', art(19), 'twoWeeks'),
  column('news.headlines', '政务要闻', SITE_CHECK, 'twoWeeks'),
  column('news.departments', '部门动态', SITE_CHECK, 'twoWeeks'),
  column('news.townships', '乡镇动态', SITE_CHECK, 'twoWeeks'),
  column('news.meetings', '重大会议', art(19), 'whenChanged'),
  column('news.notices', '通知公告', SITE_CHECK, 'sixMonths'),

  column('overview', '概况信息', art(20, { item: 2 }), 'whenChanged'),
  column('overview.county', '县情概况', art(20, { item: 2 }), 'yearly'),
  column('overview.leaders', '领导信息', art(20, { item: 2 }), 'whenChanged'),
  column('overview.agencies', '机构职能', art(20, { item: 2 }), 'whenChanged'),
  column('overview.personnel', '人事信息', art(20, { item: 14 }), 'whenChanged'),

  column('catalogue', '信息公开目录', art(12), 'twoWeeks'),
  column('catalogue.guide', '政府信息公开指南', art(12), 'whenChanged'),
  column('catalogue.rules', '政府信息公开制度', art(52), 'whenChanged'),
  column('catalogue.reports', '政府信息公开年报', art(49), 'yearly'),
  column('catalogue.policy', '政策文件', art(20, { item: 1 }), 'sixMonths'),
  column('catalogue.policy.normative', '行政规范性文件', art(20, { item: 1 }), 'sixMonths'),
  column('catalogue.policy.other', '其他文件', art(20, { item: 3 }), 'sixMonths'),
  column('catalogue.interpretation', '政策解读', '国办发〔2016〕80号', 'sixMonths'),
  column('catalogue.gazette', '政府公报', `${art(23)}；国办发〔2018〕22号`, 'sixMonths'),
  column('catalogue.statutory', '法定主动公开内容', art(20), 'twoWeeks'),
  ...ARTICLE_20.map(([key, name], i) =>
    column(`catalogue.statutory.${key}`, name, art(20, { item: i + 1 }), 'whenChanged'),
  ),
  ...[...ARTICLE_21_COUNTY, ...ARTICLE_21_TOWNSHIP].map(([key, name]) =>
    column(`catalogue.statutory.${key}`, name, art(21), 'whenChanged'),
  ),

  column('special', '专题专栏', art(22), 'whenChanged'),
];

const STANDARD: ReadonlyMap<ColumnKey, Column> = new Map(STANDARD_COLUMNS.map((c) => [c.key, c]));

/** The standard tree and a county's own columns, by key. */
export function columnTree(own: readonly Column[] = []): ReadonlyMap<ColumnKey, Column> {
  return own.length === 0 ? STANDARD : new Map([...STANDARD, ...own.map((c) => [c.key, c] as const)]);
}

/** The section a column belongs to: keys are paths, so the first step names it. */
export function sectionOf(key: ColumnKey): Section {
  const first = key.split('.', 1)[0];
  const section = SECTIONS.find((s) => s === first);
  if (!section) throw new RangeError(`a column outside the four sections: ${key}`);
  return section;
}

/** The columns and all that stand above them, each once: a list of 政务动态 shows what its parts show. */
export function withAncestors(keys: readonly ColumnKey[]): ColumnKey[] {
  const all = new Set<ColumnKey>();
  for (const key of keys) {
    const steps = key.split('.');
    for (let n = 1; n <= steps.length; n += 1) all.add(steps.slice(0, n).join('.'));
  }
  return [...all];
}
