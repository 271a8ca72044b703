/**
 * 检查指标 Indicator: the lines of the inspection (国办秘函〔2019〕19号) that the watch can speak to, each with how certain its text is. A line that is
 * reworded later gets `until` and a new one beside it, so that any quarter can be judged by its own rules.
 */
export interface Indicator {
  readonly code: string;
  readonly term: string;
  /** 单项否决 or 扣分指标. */
  readonly weight: 'veto' | 'points';
  readonly threshold: string;
  readonly certainty: '依据' | '推论' | '待核';
  readonly since: string;
  readonly until?: string;
}

const since = '2019-04-01';

export const INDICATORS = {
  safety: {
    code: 'V1',
    term: '安全、泄密事故等严重问题',
    weight: 'veto',
    threshold: '出现一处',
    certainty: '依据',
    since,
  },
  availability: {
    code: 'V2',
    term: '站点无法访问',
    weight: 'veto',
    threshold: '一周内每天访问 20 次以上，15 秒打不开的占 5% 以上',
    certainty: '依据',
    since,
  },
  home: { code: 'V3', term: '首页不更新', weight: 'veto', threshold: '2 周没有更新', certainty: '依据', since },
  columns: {
    code: 'V4',
    term: '栏目不更新',
    weight: 'veto',
    threshold: '一级栏目 5 个以上、应更新栏目 10 个以上或者空白栏目 5 个以上',
    certainty: '依据',
    since,
  },
  letters: {
    code: 'V5',
    term: '互动回应差',
    weight: 'veto',
    threshold: '没有有效渠道，或者有效留言 3 个月没有回应',
    certainty: '依据',
    since,
  },
  links: { code: 'K1', term: '链接可用', weight: 'points', threshold: '每个扣 0.1 分左右', certainty: '待核', since },
  marks: {
    code: 'K2',
    term: '域名、标识和网页标签',
    weight: 'points',
    threshold: '缺一项扣分',
    certainty: '待核',
    since,
  },
  reading: { code: 'K3', term: '解读与文件关联', weight: 'points', threshold: '每个扣分', certainty: '待核', since },
  ipv6: { code: 'K4', term: 'IPv6 改造', weight: 'points', threshold: '首页能用 IPv6 打开', certainty: '待核', since },
  certificate: {
    code: 'Z1',
    term: '安全证书',
    weight: 'points',
    threshold: '没有加密或者证书到期，浏览器会提示不安全',
    certainty: '推论',
    since,
  },
  reports: {
    code: 'J1',
    term: '“我为政府网站找错”留言办理',
    weight: 'points',
    threshold: '未办结每条扣 3 分，超过 1 个月才办结每条扣 2 分',
    certainty: '待核',
    since,
  },
  accounts: {
    code: 'M2',
    term: '政务新媒体内容不更新',
    weight: 'veto',
    threshold: '2 周没有更新',
    certainty: '推论',
    since,
  },
} as const satisfies Record<string, Indicator>;

export type IndicatorName = keyof typeof INDICATORS;
