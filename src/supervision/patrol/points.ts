/**
 * 巡查要点 PatrolPoint: what is looked at each day, where to look, and what the watch has to say of it. A point that is dropped later gets `until`; what was signed
 * keeps its own list.
 */
import { FINDING_KINDS, type FindingKindName } from '../finding-kinds.ts';
import { type MachineWord, ofFindings, ofIndicator, UNKNOWN, type WatchFacts } from './watch-facts.ts';

export interface PatrolPoint {
  readonly term: string;
  /** 怎样看. */
  readonly look: string;
  readonly basis: string;
  readonly certainty: '依据' | '推论' | '待核';
  readonly machine: (facts: WatchFacts) => MachineWord;
}

const INSPECTION = '国办秘函〔2019〕19号';
const GUIDE = '国办发〔2017〕47号';

const kindsOf = (wanted: (kind: FindingKindName) => boolean): readonly FindingKindName[] =>
  (Object.keys(FINDING_KINDS) as FindingKindName[]).filter(wanted);
const LINK_KINDS = kindsOf((kind) => {
  const found = FINDING_KINDS[kind];
  return 'indicator' in found && found.indicator === 'links';
});
const WORD_KINDS: readonly FindingKindName[] = [
  'wrongWord',
  'forbiddenWord',
  'personalInformation',
  'perhapsPersonal',
  'backdated',
];
const DANGER_KINDS: readonly FindingKindName[] = ['hiddenLinks', 'changedSite', 'foreignScript', 'forbiddenLink'];

export const PATROL_POINTS = {
  opens: {
    term: '首页打得开',
    look: '用电脑和手机各打开一次首页，点开两个栏目。',
    basis: `${INSPECTION}（站点无法访问）`,
    certainty: '依据',
    machine: (facts) => ofIndicator('availability', facts),
  },
  home: {
    term: '首页有更新',
    look: '看首页有没有昨天以后的信息。',
    basis: `${INSPECTION}（首页不更新）`,
    certainty: '依据',
    machine: (facts) => ofIndicator('home', facts),
  },
  columns: {
    term: '栏目有内容、按期更新',
    look: '点开快要到期的栏目，看最近一条的日期。',
    basis: `${INSPECTION}（栏目不更新）`,
    certainty: '依据',
    machine: (facts) => ofFindings(['blankColumn', 'staleColumn'], '栏目', facts),
  },
  links: {
    term: '链接和附件打得开',
    look: '打开最近发布的三条信息，逐个点开链接和附件。',
    basis: `${INSPECTION}（链接不可用）`,
    certainty: '待核',
    machine: (facts) => ofFindings(LINK_KINDS, '链接和附件', facts),
  },
  words: {
    term: '新发布的信息没有错别字、个人信息',
    look: '通读昨天以来发布的信息，核对姓名、职务、数字和公示中的个人信息。',
    basis: '《条例》第十五条',
    certainty: '依据',
    machine: (facts) => ofFindings(WORD_KINDS, '文字和个人信息', facts),
  },
  tampering: {
    term: '页面没有被改动、没有可疑链接',
    look: '看首页和友情链接，点开外部链接各一次。',
    basis: `${INSPECTION}（安全、泄密事故等严重问题）`,
    certainty: '依据',
    machine: (facts) => ofFindings(DANGER_KINDS, '外部链接和脚本', facts),
  },
  search: {
    term: '检索、依申请公开入口能用',
    look: '检索一个最近的标题；打开申请页面，看到第一个问题为止。',
    basis: '《条例》第二十四条',
    certainty: '依据',
    machine: () => UNKNOWN,
  },
  letters: {
    term: '来信和找错留言有人办理',
    look: '看有没有没受理的来信，等得最久的是哪一封。',
    basis: `${INSPECTION}（互动回应差）`,
    certainty: '依据',
    machine: ({ letters }) => ({ state: letters.state, says: letters.says }),
  },
  accounts: {
    term: '政务新媒体有更新',
    look: '打开各个账号，看最近一条的日期和评论。',
    basis: `${INSPECTION}（政务新媒体单项否决）`,
    certainty: '推论',
    machine: (facts) => ofIndicator('accounts', facts),
  },
  foot: {
    term: '页面底部标识齐全',
    look: '看主办单位、联系方式、标识码、备案编号，拨一次公布的电话。',
    basis: `${GUIDE}（页面底部功能区）`,
    certainty: '待核',
    machine: (facts) => ofFindings(['footerBlock', 'metaTags'], '标识和网页标签', facts),
  },
} as const satisfies Record<string, PatrolPoint>;

export type PatrolPointName = keyof typeof PATROL_POINTS;
export const PATROL_POINT_NAMES = Object.keys(PATROL_POINTS) as PatrolPointName[];

export function machineWords(facts: WatchFacts): Readonly<Record<PatrolPointName, MachineWord>> {
  return Object.fromEntries(
    PATROL_POINT_NAMES.map((name) => [name, PATROL_POINTS[name].machine(facts)]),
  ) as unknown as Record<PatrolPointName, MachineWord>;
}
