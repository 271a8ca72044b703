/** Sentences that contradict the tables or themselves, each with the code that must tell and the two figures. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../report.ts';
import { checkReport } from '../check-report.ts';
import { SOUND, saying, withRow } from '../sound-report.fixture.ts';

const RULE: Readonly<Record<string, string>> = {
  TXT_T3: 'ANR-14',
  TXT_T4: 'ANR-14',
  TXT_T2: 'ANR-14',
  TXT_SUM: 'ANR-15',
  TXT_PCT: 'ANR-16',
};

type Case = readonly [code: string, left: number, right: number, text: string];

const ON_REQUEST: readonly Case[] = [
  ['TXT_T3', 34, 33, '2024年，全县共收到政府信息公开申请34件，均已答复。'],
  ['TXT_T3', 31, 33, '全年新收政府信息公开申请31件。'],
  ['TXT_T3', 38, 33, '全县共受理依申请公开38件（其中上年结转3件）。'],
  ['TXT_T3', 34, 35, '收到政府信息公开申请33件，办结34件。'],
  ['TXT_T3', 25, 35, '收到政府信息公开申请33件。办结25件，结转下年度1件。'],
  ['TXT_T3', 2, 3, '收到政府信息公开申请33件，上年结转2件。'],
  ['TXT_T3', 2, 1, '收到政府信息公开申请33件，结转下年度继续办理2件。'],
  ['TXT_T3', 2, 1, '收到政府信息公开申请33件，另有2件顺延到下年度答复。'],
  ['TXT_T3', 43, 33, '通过网络、信函、当面申请等方式，受理公民、法人或其他组织向县政府提出的政府信息依申请公开43件。'],
  ['TXT_T3', 14, 13, '办结的申请中，予以公开14件、部分公开5件。'],
  ['TXT_T3', 6, 5, '办结政府信息公开申请35件，部分公开6件。'],
  ['TXT_T3', 5, 4, '办结政府信息公开申请35件，不予公开5件。'],
  ['TXT_T3', 9, 8, '对政府信息公开申请作出无法提供答复9件。'],
  ['TXT_T3', 4, 3, '政府信息公开申请不予处理4件。'],
  ['TXT_T3', 1, 2, '政府信息公开申请作其他处理1件。'],
  ['TXT_T3', 17, 18, '办结政府信息公开申请35件，其中予以公开及部分公开17件。'],
  ['TXT_T3', 8, 7, '因本机关不掌握相关政府信息无法提供的8件。'],
  ['TXT_T3', 3, 2, '不予处理3件，其中信访举报投诉类申请3件。'],
  ['TXT_T3', 28, 30, '收到政府信息公开申请33件，其中自然人申请28件、法人或其他组织3件。'],
  ['TXT_T3', 5, 3, '收到政府信息公开申请33件，其中自然人30件，法人或其他组织5件。'],
  ['TXT_T3', 0, 33, '2024年，全县未收到政府信息公开申请。'],
  ['TXT_T3', 0, 33, '全县依申请公开受理量为0件。'],
  ['TXT_T3', 35, 33, '全县收到政府信息公开申请三十五件。'],
  ['TXT_T3', 35, 33, '２０２４年全县收到政府信息公开申请３５件。'],
  ['TXT_T3', 29, 33, '我县收到29件政府信息公开申请。'],
  ['TXT_T3', 40, 33, '县政府办公室收到政府信息公开申请40件。'],
  ['TXT_T4', 8, 7, '因政府信息公开引起的行政复议8件、行政诉讼3件。'],
  ['TXT_T4', 2, 3, '因政府信息公开引起的行政复议7件，行政诉讼2件。'],
  ['TXT_T4', 0, 3, '因政府信息公开产生行政复议7件，未发生行政诉讼案件。'],
  ['TXT_T4', 0, 7, '未发生因政府信息公开引发的行政复议、行政诉讼案件。'],
  ['TXT_T4', 0, 3, '未发生因政府信息公开引发的行政复议、行政诉讼案件。'],
  ['TXT_T4', 6, 7, '有6件涉及政府信息公开工作的行政复议。'],
  ['TXT_T4', 2, 3, '政府信息公开行政复议、行政诉讼案件分别为7件、2件。'],
  ['TXT_T4', 11, 10, '发生政府信息公开行政复议和行政诉讼共11件。'],
  ['TXT_T4', 4, 3, '政府信息公开行政复议7件，其中结果维持4件。'],
  ['TXT_T4', 2, 1, '政府信息公开行政诉讼3件，其中结果纠正2件。'],
  ['TXT_T4', 1, 2, '政府信息公开行政诉讼3件，其中未经复议直接起诉1件，复议后起诉1件。'],
  ['TXT_T4', 3, 2, '政府信息公开行政复议7件，尚未审结3件。'],
  ['TXT_T4', 9, 7, '全县备案政府信息依申请公开领域行政复议案件9件。'],
  ['TXT_SUM', 33, 34, '收到政府信息公开申请33件，其中网络20件、信函10件、当面4件。'],
  ['TXT_SUM', 33, 35, '收到政府信息公开申请33件（网上申请22件，信函申请13件）。'],
  ['TXT_SUM', 35, 36, '政府信息公开行政复议35件，其中结果维持20件，结果纠正10件，其他结果6件。'],
  ['TXT_T3', 12, 13, '行政复议7件，行政诉讼3件。\n办结的35件中，予以公开12件，部分公开5件，不予公开4件，无法提供8件。'],
  ['TXT_T3', 2, 1, '行政复议7件，行政诉讼3件。\n其中，不予公开4件，包括保护第三方合法权益2件、属于行政执法案卷1件。'],
  ['TXT_T3', 35, 33, '全县收到政府信息公开申请 3 5 件。'],
  ['TXT_T3', 32, 30, '收到政府信息公开申请33件，其中自然人申请32件，法人或其他组织申请3件。'],
  ['TXT_PCT', 38.14, 37.14, '办结政府信息公开申请35件，其中：予以公开13件，占38.14%；部分公开5件，占14.29%。'],
  ['TXT_PCT', 12, 10, '收到政府信息公开申请33件，较上年增加3件，同比增长12%。'],
  ['TXT_PCT', 20, 17.5, '收到政府信息公开申请33件，较上年减少7件，下降20%。'],
  ['TXT_PCT', 15, 10, '收到政府信息公开申请33件，较上年的30件增长15%。'],
];
const PROACTIVE: readonly Case[] = [
  ['TXT_SUM', 1000, 1100, '全年主动公开政府信息1000条，其中政务动态600条、概况类信息200条、信息公开目录信息300条。'],
  ['TXT_SUM', 1000, 1001, '主动公开政府信息1000条，包括：人事信息12条，政务动态889条，公告公示100条。'],
  ['TXT_SUM', 119, 120, '全年制作119期政策简明问答，其中，县级48期、东乡28期、西乡22期、南乡15期、北乡5期、中乡2期。'],
  ['TXT_SUM', 3607, 3707, '3607条信息（甲镇1100条、乙镇1607条、丙镇1000条）全部经过审查。'],
  ['TXT_SUM', 249, 259, '公开政府信息249条，其中：政策解读信息9条；机构设置信息17条；重点工作39条；网站信息194条。'],
  ['TXT_SUM', 110, 100, '发布动态60条、公告30条、解读10条，共计110条。'],
  ['TXT_SUM', 90, 100, '发布动态60条、公告30条、解读10条，合计90条。'],
  ['TXT_SUM', 110, 100, '公开信息110条，由动态60条、公告40条组成。'],
  ['TXT_SUM', 110, 100, '公开信息共110条，分别为动态60条、公告40条。'],
  ['TXT_SUM', 300, 350, '网站发布信息500条，其中动态300条（含图片新闻200条、视频新闻150条），公告200条。'],
  ['TXT_SUM', 2950, 3050, '收取信息处理费2950元。其中，甲局1件，收取450元；乙局2件，收取2600元。'],
  ['TXT_SUM', 100, 120, '发布信息100条，其中动态120条。'],
  ['TXT_SUM', 2680, 2780, '通过政府网站发布政府信息2680条，政务动态、概况、目录分别为1400条、380条、1000条。'],
  ['TXT_PCT', 4.2, 3.2, '栏目更新及时率由92.1%提高到95.3%，提高4.2个百分点。'],
  ['TXT_SUM', 120, 130, '发布信息一百二十条，其中动态一百条、公告三十条。'],
  ['TXT_SUM', 10, 14, '召开新闻发布会十场，其中县政府六场、部门八场。'],
  ['TXT_SUM', 2340, 2440, '发布信息2,340条，其中动态2,100条、公告340条。'],
  ['TXT_SUM', 95, 96, '全县共有政务新媒体95个，其中微信公众号60个、视频号20个、其他16个。'],
  [
    'TXT_SUM',
    2340,
    2676,
    '通过县政府门户网站发布政府信息2340条,其中政务动态信息2144条、概况类信息51条、信息公开目录信息481条;开设专栏19个。',
  ],
  [
    'TXT_SUM',
    12917,
    12918,
    '主动公开政府信息12917条。（其中概况类信息100条，政务动态信息8380条，信息公开目录信息4438条）',
  ],
  ['TXT_T2', 0, 5, '2024年，全县未制发行政规范性文件。'],
  ['TXT_T2', 6, 5, '本年制发行政规范性文件6件，废止4件，现行有效21件。'],
  ['TXT_T2', 3, 4, '本年制发行政规范性文件5件，废止3件，现行有效21件。'],
  ['TXT_T2', 22, 21, '清理并集中发布现行有效行政规范性文件22件。'],
  ['TXT_T2', 8242, 8241, '全年作出行政许可决定8242件、行政处罚决定517件。'],
  ['TXT_T2', 571, 517, '全年作出行政许可决定8241件、行政处罚决定571件。'],
  ['TXT_T2', 32, 23, '实施行政强制32件。'],
  ['TXT_T2', 98.43, 96.4275, '全年行政事业性收费98.43万元。'],
  ['TXT_T2', 1, 0, '本年制定规章1件。'],
];

describe('contradicting sentences', () => {
  const found = (text: string, heading: string) =>
    checkReport(saying(text, heading)).map(({ code, severity, left, right }) => ({ code, severity, left, right }));
  const titled = (cases: readonly Case[]) => cases.map((each) => [RULE[each[0]], ...each] as const);
  const finding = (code: string, left: number, right: number) => ({
    code,
    severity: code === 'TXT_PCT' ? 'warning' : 'error',
    left,
    right,
  });

  it.each(titled(ON_REQUEST))('%s %s %d ≠ %d: %s', (_, code, left, right, text) => {
    expect(found(text, '（二）依申请公开情况')).toContainEqual(finding(code, left, right));
  });
  it.each(titled(PROACTIVE))('%s %s %d ≠ %d: %s', (_, code, left, right, text) => {
    expect(found(text, '（一）主动公开情况')).toContainEqual(finding(code, left, right));
  });
  it('ANR-15 quotes the sentence and shows the arithmetic', () => {
    const text = '发布信息100条，其中动态90条、公告20条。';
    expect(checkReport(saying(text))).toContainEqual(
      expect.objectContaining({ where: text, says: '正文总数 100条，分项 90+20=110条，相差 10。' }),
    );
  });

  it.each([
    ['现行有效行政规范性文件93件。', '现行有效行政规范性文件93件。'],
    ['本年制发行政规范性文件8件，现行有效20件。', '本年制发行政规范性文件8件，现行有效20件。'],
  ])('ANR-14 figures printed without borders tell what they cannot be: %s', (text, where) => {
    const unknown = { made: null, repealed: null, valid: null };
    const report: Report = {
      ...SOUND,
      table2: { ...SOUND.table2!, normativeDocuments: unknown },
      undecided: ['made', 'repealed', 'valid'].map((column) => `/table2/normativeDocuments/${column}`),
      glued: { '/table2/normativeDocuments': '715120' },
    };
    expect(checkReport(saying('本年制发行政规范性文件71件，现行有效120件。', '（一）主动公开情况', report))).toEqual(
      [],
    );
    expect(checkReport(saying(text, '（一）主动公开情况', report))).toEqual([
      expect.objectContaining({ code: 'TXT_T2', severity: 'error', where, right: null }),
    ]);
  });
});

it('ANR-14 where （七）总计 was not met, the concluded are not held against 一 and 二', () => {
  const found = (code: string) =>
    checkReport(saying('办结政府信息公开申请30件。', undefined, withRow(code, null))).map((each) => each.code);
  expect(found('3.7')).not.toContain('TXT_T3');
  expect(found('3.6.3')).toContain('TXT_T3');
});

describe('ANR-14 remedies told without a word of disclosure', () => {
  const told = (text: string) =>
    checkReport(saying(text, '（五）监督保障情况'))
      .filter(({ code }) => code === 'SCOPE' || code === 'TXT_T4')
      .map(({ severity, left }) => [severity, left]);

  it.each([
    ['收到行政复议申请106件。', 106],
    ['全年被提起行政诉讼206件。', 206],
    ['发生行政复议106件。', 106],
  ])('%s is asked about', (text, left) => {
    expect(told(text)).toEqual([['hint', left]]);
  });

  it('some of what a row counts is not held against all of it', () => {
    const found = (text: string) => checkReport(saying(text, '（二）依申请公开情况')).map(({ code }) => code);
    expect(found('办结的申请中，予以公开12件。')).toContain('TXT_T3');
    expect(found('办结的申请中，予以公开中含12件历史件。')).not.toContain('TXT_T3');
  });

  it('a review organ that accepts and decides counts other cases', () => {
    expect(told('全年受理、审结行政复议案件126件。')).toEqual([]);
  });
});
