import { art } from './articles.ts';

/**
 * 待核的口径: points of the law on which no text could be read in the original, or on which the text is silent. Each default
 * takes the earlier due day, except the fee (see `feeClockMode`); a county changes one when the original is confirmed or
 * its superior says otherwise. Files already answered keep the reckoning of their day.
 */
export interface StatuteSettings {
  /** 缴费后重新给 20 日还是续算 (国办函〔2020〕109号第六条后半, 待核). `restart` also shows the day of `resume` as a conservative line. */
  readonly feeClockMode: 'restart' | 'resume';
  /** 逾期补正告知: without effect, or resetting the clock all the same (《条例》第三十条 is silent). */
  readonly lateCorrection: 'noReset' | 'reset';
  /** 补正、缴费重新起算时,此前的延期 is cleared or kept. */
  readonly extensionAfterReset: 'cleared' | 'kept';
  /** 停表首尾: the day of sending is the agency's and the day of receipt is not (`sentDayCounts`); or both count; or neither. */
  readonly consultationEdges: 'sentDayCounts' | 'bothCount' | 'neitherCounts';
  /** 第三方、共同制作机关逾期才答: the clock stands still to the 15th workday, or until the answer really came. */
  readonly lateOpinion: 'fifteenthWorkday' | 'receivedDay';
  /** 延期次数: once for each day the clock starts, or several times with 20 workdays together. */
  readonly extensions: 'once' | 'several';
  /** 补正期, in workdays, where the notice names none (《条例》第三十条“合理的补正期限”). */
  readonly correctionWorkdays: number;
  /** 延迟答复最长, in workdays after the day it replaces (《条例》第三十五条 only says “合理期限”, 待核). */
  readonly delayWorkdays: number;
  /** 其他机关的催办期, in workdays; silence has no effect in law (《条例》第三十三条第三款). */
  readonly agencyReminderWorkdays: number;
  /** 告知第三方以后、提供信息以前, in workdays from his receipt (《条例》第三十二条 names none, 推论); never past the day of the reply. */
  readonly thirdPartyWaitWorkdays: number;
  /** 协办期限的默认值, in workdays from the day it is sent; the Regulation sets none. */
  readonly taskWorkdays: number;
  /** 更正本人信息申请的期限, in workdays (《条例》第四十一条 names none, 待核). */
  readonly personalCorrectionWorkdays: number;
  /** 咨询诉求的承诺答复期限, in workdays, of letters that are no simple questions (待核); short of the three months of the veto. */
  readonly letterWorkdays: number;
  /** 公开征求意见的最少日数 where no law says thirty (各省的规范性文件办法不同, 待核). */
  readonly consultationDays: number;
  /** 征集结束后多久公布采纳情况, in days (no text names any, 待核); reminded of until it is published. */
  readonly consultationResultDays: number;
  /** 政府信息公开投诉、举报的答复期限, in workdays (《条例》第四十七条、第五十一条 name none, 待核). */
  readonly complaintWorkdays: number;
  /** 培训答题的合格分, of a hundred (no text names any, 待核); a paper keeps the one it was drawn under. */
  readonly quizPassScore: number;
  /** 不予公开的评估周期, in months (《条例》第十八条“定期”, 待核); what was answered keeps the day it was given. */
  readonly refusalReviewMonths: number;
  /** 没有有效期的规范性文件多少年清理一次 (国办发〔2018〕37号 “定期清理” names none, the provinces differ, 待核). */
  readonly normativeReviewYears: number;
  /** 有效期届满、清理到期前多少日提醒 (各省的办法不同, 待核). */
  readonly normativeRemindDays: number;
  /**
   * 表四的统计口径 (国办公开办函〔2021〕30号, 待核). `closed-or-open`: closed in the year, and open at its end, so that each result is
   * reported once. `filed`: filed in the year, whatever became of it by its end.
   */
  readonly table4Basis: 'closed-or-open' | 'filed';
  /** 申请人身份的保留年数, from the day the file is settled for good. No text sets it for applications (待核). */
  readonly identityYears: '3' | '5' | '10' | '30';
}

export type SettingName = keyof StatuteSettings;

export interface SettingRange {
  readonly from: number;
  readonly to: number;
  /** As it is said behind the number. */
  readonly unit: '个工作日' | '日' | '个月' | '年' | '分';
}

/** 口径的说明: what is asked, what may be answered, and what the answer decides. */
export interface SettingRule {
  readonly term: string;
  readonly basis: string;
  readonly note: string;
  /** Answers by name; a number has a range instead. */
  readonly choices: Readonly<Record<string, string>> | SettingRange;
}

export const SETTING_RULES: Readonly<Record<SettingName, SettingRule>> = {
  feeClockMode: {
    term: '缴费以后的答复期限',
    basis: '国办函〔2020〕109号第六条',
    note: '原文后半句待核。选重新计算的，同时显示续算的保守线。',
    choices: { restart: '自缴清次日重新计算20个工作日', resume: '扣除等待的时间，接着算' },
  },
  lateCorrection: {
    term: '逾期发出的补正告知',
    basis: art(30),
    note: '条例没有写逾期告知的后果。',
    choices: { noReset: '不停表，不重新起算', reset: '仍在收到补正之日重新起算' },
  },
  extensionAfterReset: {
    term: '重新起算以后，此前的延期',
    basis: art(30),
    note: '条例没有写明。',
    choices: { cleared: '不再计，需要的另行延期', kept: '继续有效' },
  },
  consultationEdges: {
    term: '征求意见首尾两日',
    basis: art(33, { paragraph: 3 }),
    note: '发出当日和收到意见当日是否计入答复期限。',
    choices: {
      sentDayCounts: '发出当日计入，收到当日不计入',
      bothCount: '两日都计入',
      neitherCounts: '两日都不计入',
    },
  },
  lateOpinion: {
    term: '第三方、共同制作机关逾期才答',
    basis: `${art(32)}、${art(34)}`,
    note: '第15个工作日以后的等待是否仍不计入。',
    choices: { fifteenthWorkday: '不计入的时间止于第15个工作日', receivedDay: '不计入的时间到实际收到之日' },
  },
  extensions: {
    term: '延期的次数',
    basis: art(33, { paragraph: 2 }),
    note: '合计都不超过20个工作日。',
    choices: { once: '每次起算只延一次', several: '可以分几次' },
  },
  correctionWorkdays: {
    term: '补正告知没有写明期限的，补正期（工作日）',
    basis: art(30),
    note: '条例只说“合理的补正期限”。',
    choices: { from: 1, to: 60, unit: '个工作日' },
  },
  delayWorkdays: {
    term: '延迟答复的期限最多晚于原期限多少个工作日',
    basis: art(35),
    note: '条例只说“合理期限”，不受第三十三条20个工作日的限制。上限待核，默认60个工作日，用来挡住写错的年份和明显过长的期限。',
    choices: { from: 20, to: 240, unit: '个工作日' },
  },
  agencyReminderWorkdays: {
    term: '征求其他机关意见的催办期（工作日）',
    basis: art(33, { paragraph: 3 }),
    note: '只用来提醒催办，其他机关沉默没有法律后果。',
    choices: { from: 1, to: 60, unit: '个工作日' },
  },
  taskWorkdays: {
    term: '请其他机关协办的期限（工作日）',
    basis: art(4),
    note: '条例没有规定协办的期限，默认为发出后5个工作日，给承办机关拟写、审核、签发留出时间。发协办函时可以另定。',
    choices: { from: 1, to: 20, unit: '个工作日' },
  },
  thirdPartyWaitWorkdays: {
    term: '违背第三方意愿公开的，告知后等多久再提供（工作日）',
    basis: art(32),
    note: '条例只要求书面告知，没有写等待的期限，默认第三方收到后满5个工作日，让其有时间寻求救济。等待不停止计算答复期限，最迟在应答复日提供。',
    choices: { from: 0, to: 15, unit: '个工作日' },
  },
  personalCorrectionWorkdays: {
    term: '更正本人信息申请的办理期限（工作日）',
    basis: art(41),
    note: '条例没有写明期限，默认比照答复期限20个工作日，自收到之日起算，要求补充证据不停止计算。',
    choices: { from: 5, to: 60, unit: '个工作日' },
  },
  letterWorkdays: {
    term: '咨询诉求的承诺答复期限（工作日）',
    basis: '国办秘函〔2019〕19号检查指标',
    note: '简单常见问题5个工作日；其他的按本机关承诺，各地常见7至15个工作日，默认10个。超过三个月没有答复的构成单项否决。',
    choices: { from: 5, to: 40, unit: '个工作日' },
  },
  consultationDays: {
    term: '法律没有规定30日的，公开征求意见最少多少日',
    basis: '国办发〔2018〕37号',
    note: '重大行政决策、与市场主体密切相关的规范性文件一般不少于30日，不在这里改。其他的各省规定不同，默认7日。',
    choices: { from: 1, to: 30, unit: '日' },
  },
  consultationResultDays: {
    term: '征集结束后多少日内公布采纳情况',
    basis: '国办秘函〔2019〕19号检查指标',
    note: '没有文件写明期限，默认30日，只用来提醒；公布以前一直在待办里。',
    choices: { from: 1, to: 180, unit: '日' },
  },
  complaintWorkdays: {
    term: '政府信息公开投诉、举报的答复期限（工作日）',
    basis: art(47, { paragraph: 2 }),
    note: '《条例》没有写期限；默认30个工作日，本省信访、投诉规定更短的照它改。',
    choices: { from: 5, to: 60, unit: '个工作日' },
  },
  quizPassScore: {
    term: '培训答题多少分合格',
    basis: art(46),
    note: '没有文件写明合格分，默认 80 分（满分 100 分）。改了以后出的试卷用新的，已经出的试卷不变。',
    choices: { from: 50, to: 100, unit: '分' },
  },
  normativeReviewYears: {
    term: '没有有效期的规范性文件，多少年清理一次',
    basis: '国办发〔2018〕37号',
    note: '文件只要求定期清理，年数由各省规定，默认 2 年。',
    choices: { from: 1, to: 10, unit: '年' },
  },
  normativeRemindDays: {
    term: '规范性文件有效期届满、清理到期以前，提前多少日提醒',
    basis: '国办发〔2018〕37号',
    note: '届满前要留出评估、修改、审核和重新公布的时间，默认 90 日。',
    choices: { from: 15, to: 365, unit: '日' },
  },
  refusalReviewMonths: {
    term: '不予公开的信息多久评估审查一次（月）',
    basis: art(18),
    note: '条例只说“定期评估审查”，周期待核，默认每年一次，自作出不予公开之日起算。已经答复的保持原定的日期。',
    choices: { from: 1, to: 60, unit: '个月' },
  },
  table4Basis: {
    term: '表四统计哪些复议、诉讼案件',
    basis: '国办公开办函〔2021〕30号',
    note: '填报说明原文待核。已经定稿、公布的报告不受影响。',
    choices: { 'closed-or-open': '本年审结的和年末未结的', filed: '本年新收的' },
  },
  identityYears: {
    term: '申请人身份信息的保留期限',
    basis: '《个人信息保护法》第十九条、第四十七条',
    note: '保留期限应当是实现处理目的所必要的最短时间，申请案卷的年数没有明文规定，待核。期满只列出，由人确认以后才清除；文书、办理经过和留痕不清除。',
    choices: { 3: '归档满3年', 5: '归档满5年', 10: '归档满10年', 30: '归档满30年' },
  },
};

/** Whether a value is one of the answers to a setting. */
export function isSettingValue(name: string, value: unknown): name is SettingName {
  if (!Object.hasOwn(SETTING_RULES, name)) return false;
  const { choices } = SETTING_RULES[name as SettingName];
  return isRange(choices)
    ? Number.isInteger(value) && choices.from <= (value as number) && (value as number) <= choices.to
    : typeof value === 'string' && Object.hasOwn(choices, value);
}

export function isRange(choices: SettingRule['choices']): choices is SettingRange {
  return typeof choices.from === 'number';
}

export const DEFAULT_SETTINGS: StatuteSettings = {
  feeClockMode: 'restart',
  lateCorrection: 'noReset',
  extensionAfterReset: 'cleared',
  consultationEdges: 'sentDayCounts',
  lateOpinion: 'fifteenthWorkday',
  extensions: 'once',
  correctionWorkdays: 10,
  delayWorkdays: 60,
  agencyReminderWorkdays: 15,
  thirdPartyWaitWorkdays: 5,
  taskWorkdays: 5,
  refusalReviewMonths: 12,
  normativeReviewYears: 2,
  normativeRemindDays: 90,
  personalCorrectionWorkdays: 20,
  letterWorkdays: 10,
  consultationDays: 7,
  consultationResultDays: 30,
  complaintWorkdays: 30,
  quizPassScore: 80,
  table4Basis: 'closed-or-open',
  identityYears: '5',
};
