/**
 * 2,340 items of the year: 1,808 in 政务动态 alone, 145 in 信息公开目录 alone, 336 in both, 51 in 概况信息; so the columns show
 * 2,144, 51 and 481. Titles and texts are put together from patterns; a few kinds (normative documents, interpretations,
 * gazettes, meetings) are written out elsewhere and count among them.
 */
import type { DocumentKindName } from '../../src/publications/document-kinds.ts';
import { addDays, type CivilDate, civil } from '../../src/statute/civil-date.ts';
import { type Chance, chanceFrom } from '../chance.ts';

export interface Item {
  readonly kind: DocumentKindName;
  readonly agencyId: string;
  readonly columns: readonly string[];
  readonly title: string;
  readonly text: readonly string[];
  readonly writtenOn: CivilDate;
  readonly publishedOn: CivilDate;
  readonly docNo?: string;
  readonly topic?: string;
  readonly genre?: string;
}

const DEPARTMENTS = [
  'development',
  'education',
  'finance',
  'resources',
  'housing',
  'agriculture',
  'health',
  'market',
  'transport',
  'civil-affairs',
] as const;
const TOWNSHIPS = ['qingshi', 'liuwan', 'beiling'] as const;

const DONE = [
  '现场推进',
  '专题调度',
  '督导检查',
  '业务培训',
  '入户走访',
  '联合巡查',
  '总结部署',
  '集中整治',
  '宣传服务',
  '项目验收',
] as const;
const MATTERS = [
  '春耕备耕',
  '农村客运',
  '校园安全',
  '老旧小区改造',
  '饮用水水源保护',
  '食品安全',
  '秸秆综合利用',
  '医疗服务',
  '农田水利',
  '道路养护',
  '养老服务',
  '就业帮扶',
  '森林防火',
  '防汛准备',
  '冬季供暖',
  '不动产登记',
  '市场秩序',
  '人居环境',
  '耕地保护',
  '电商进村',
] as const;
const STATUTORY = [
  ['catalogue.statutory.budget', 'finance', '部门预算执行情况'],
  ['catalogue.statutory.projects', 'development', '重大建设项目批准和实施情况'],
  ['catalogue.statutory.procurement', 'finance', '政府集中采购实施情况'],
  ['catalogue.statutory.livelihood', 'civil-affairs', '城乡低保和特困供养情况'],
  ['catalogue.statutory.inspection', 'market', '食品抽检结果'],
  ['catalogue.statutory.emergency', 'agriculture', '农业气象灾害应对情况'],
  ['catalogue.statutory.landTaking', 'resources', '征收土地公告'],
  ['catalogue.statutory.publicService', 'transport', '农村客运班次调整'],
  ['catalogue.statutory.recruitment', 'education', '教师公开招聘事项'],
  ['catalogue.statutory.municipal', 'housing', '市政设施维护计划'],
] as const;

/** Spread evenly over the days of the year on which the portal publishes. */
const dayOf = (i: number, of: number): CivilDate => addDays(civil('2024-01-02'), Math.floor((i * 361) / of));

const AREAS = ['城区', '青石镇', '柳湾镇', '北岭乡', '全县'] as const;

/** 政务动态 alone. */
export function news(count: number): Item[] {
  const chance = chanceFrom(1);
  return Array.from({ length: count }, (_, i) => {
    const inTown = i % 3 === 2;
    const agencyId = inTown ? chance.pick(TOWNSHIPS) : chance.pick(DEPARTMENTS);
    const [area, matter, done] = [chance.pick(AREAS), chance.pick(MATTERS), chance.pick(DONE)];
    return {
      kind: 'news',
      agencyId: i % 6 === 0 ? 'office' : agencyId,
      columns: [i % 6 === 0 ? 'news.headlines' : inTown ? 'news.townships' : 'news.departments'],
      title: `${area}开展${matter}${done}`,
      text: newsText(chance, area, matter, done),
      ...days(dayOf(i, count), chance),
    };
  });
}

/** In 通知公告 and in the catalogue at once: 336 of the year. */
export function noticesInBoth(count: number): Item[] {
  const chance = chanceFrom(2);
  return Array.from({ length: count }, (_, i) => {
    const [column, agencyId, matter] = STATUTORY[i % STATUTORY.length]!;
    return {
      kind: 'notice',
      agencyId,
      columns: ['news.notices', column, ...specialOf(column)],
      title: `关于${chance.pick(AREAS)}${matter}的公告（2024年第${Math.floor(i / STATUTORY.length) + 1}号）`,
      text: noticeText(chance, matter),
      ...days(dayOf(i, count), chance),
    };
  });
}

/** 信息公开目录 alone. */
export function catalogued(count: number): Item[] {
  const chance = chanceFrom(3);
  return Array.from({ length: count }, (_, i) => {
    const [column, agencyId, matter] = STATUTORY[i % STATUTORY.length]!;
    return {
      kind: 'catalogued',
      agencyId,
      columns: [column, ...specialOf(column)],
      title: `2024年${chance.pick(AREAS)}${matter}（${i + 1}）`,
      text: noticeText(chance, matter),
      ...days(dayOf(i, count), chance),
    };
  });
}

/** 概况信息. */
export function overview(count: number): Item[] {
  const chance = chanceFrom(5);
  const AGENCY_IDS = [...DEPARTMENTS, ...TOWNSHIPS];
  return Array.from({ length: count }, (_, i) => {
    const agencyId = AGENCY_IDS[i % AGENCY_IDS.length]!;
    const personnel = i % 4 === 3;
    return {
      kind: personnel ? 'personnel' : 'profile',
      agencyId,
      columns: [personnel ? 'overview.personnel' : 'overview.agencies'],
      title: personnel
        ? `任前公示（2024年第${Math.floor(i / 4) + 1}号）`
        : `机构职能、办公地址和联系方式（第${i + 1}次更新）`,
      text: [
        personnel
          ? '按照干部任用有关规定，现将拟任职情况公示五个工作日。'
          : '内设机构、办公时间和联系电话如有变动，以本页为准。',
      ],
      ...days(dayOf(i, count), chance),
    };
  });
}

/** 重大会议. */
export function meetings(count: number): Item[] {
  const chance = chanceFrom(6);
  return Array.from({ length: count }, (_, i) => ({
    kind: 'meeting' as const,
    agencyId: 'office',
    columns: ['news.meetings'],
    title: `县政府第${i + 1}次常务会议`,
    text: [
      `会议研究了${chance.pick(MATTERS)}、${chance.pick(MATTERS)}等工作，审议了有关文件，并对下一步工作提出要求。`,
    ],
    ...days(dayOf(i, count), chance),
  }));
}

function days(publishedOn: CivilDate, chance: Chance): Pick<Item, 'writtenOn' | 'publishedOn'> {
  return { publishedOn, writtenOn: addDays(publishedOn, -chance.below(6)) };
}

function newsText(chance: Chance, area: string, matter: string, done: string): string[] {
  return [
    `近日，${area}围绕${matter}工作开展${done}，对照年度任务逐项核对进度。`,
    `工作人员走访${chance.below(40) + 3}个点位，收集意见建议${chance.below(30) + 2}条，能当场解决的当场解决。`,
    `下一步将把${matter}纳入每月调度，进展情况在本网站公开。`,
  ];
}

function noticeText(chance: Chance, matter: string): string[] {
  return [
    `根据《中华人民共和国政府信息公开条例》，现将${matter}有关情况予以公开。`,
    `本次共涉及${chance.below(60) + 5}项，具体内容见下列说明。如有疑问，请与发布机关联系。`,
  ];
}

const SPECIAL_BY_COLUMN: Readonly<Record<string, string>> = {
  'catalogue.statutory.budget': 'special.budget',
  'catalogue.statutory.projects': 'special.projects',
  'catalogue.statutory.procurement': 'special.procurement',
  'catalogue.statutory.livelihood': 'special.social-aid',
  'catalogue.statutory.inspection': 'special.food',
  'catalogue.statutory.emergency': 'special.flood',
  'catalogue.statutory.landTaking': 'special.land',
  'catalogue.statutory.publicService': 'special.transport',
  'catalogue.statutory.recruitment': 'special.school',
  'catalogue.statutory.municipal': 'special.housing',
};

function specialOf(column: string): string[] {
  const special = SPECIAL_BY_COLUMN[column];
  return special ? [special] : [];
}
