import { describe, expect, it } from 'vitest';
import { compileFigures } from '../../compile.ts';
import { asOfNow } from '../../decide.ts';
import { readLiveFigures } from '../../live-figures.ts';
import { suggestNarrative } from '../../suggest-narrative.ts';
import { YEAR_OF_RECORDS } from '../../year-records.fixture.ts';
import { checkReport } from '../check-report.ts';

const figures = compileFigures('示例县财政局', 2024, YEAR_OF_RECORDS);
const live = readLiveFigures(YEAR_OF_RECORDS, figures);

/** What is told of a text that stands alone in the report being written. */
function told(text: string, level: 'department' | 'county' = 'department'): string[] {
  const narrative = [{ heading: '（一）主动公开情况', text }];
  const report = asOfNow({ narrative } as never, { records: YEAR_OF_RECORDS, figures });
  return checkReport(report, { kind: 'own', level, live: { narrative, figures: live } })
    .filter(({ code }) => code === 'TXT_LIVE')
    .map(({ severity, says, left, right }) => `${severity} ${/“(.+?)”/.exec(says)![1]} ${left}/${right}`);
}

describe('TXT_LIVE', () => {
  it.each([
    ['全年开展在线访谈3期。', '在线访谈期数 3/1'],
    ['举办3场在线访谈。', '在线访谈期数 3/1'],
    ['2024年，通过门户网站主动公开政府信息120条。', '主动公开信息条数 120/40'],
    ['全年发布信息55条。', '主动公开信息条数 55/40'],
    ['全年发布各类政府信息共55条。', '主动公开信息条数 55/40'],
    ['示例县财政局全年主动公开55条政府信息。', '主动公开信息条数 55/40'],
    ['政务新媒体12条。', '政务新媒体信息条数 12/20'],
    ['政务新媒体发布信息12条。', '政务新媒体信息条数 12/20'],
    ['发布政府公报4期。', '政府公报期数 4/1'],
    ['编发４期政府公报。', '政府公报期数 4/1'],
    ['发布政府公报{published.gazettes}期、文件解读8篇。', '文件解读篇数 8/2'],
    ['发布政策解读8篇。', '文件解读篇数 8/2'],
    ['发布重大会议9篇。', '重大会议篇数 9/3'],
    ['主动公开政府信息{published.items}条，其中政务动态29条。', '政务动态信息条数 29/30'],
    ['设置重点领域专栏5个。', '重点领域专栏个数 5/2'],
    ['开展民意征集调查{interaction.consultations}期、在线访谈9期。', '在线访谈期数 9/1'],
    ['开展意见征集6次。', '民意征集调查期数 6/2'],
    ['举办培训6期。', '举办培训期数 6/2'],
    ['组织6期政务公开业务培训。', '举办培训期数 6/2'],
    ['举办六期业务培训。', '举办培训期数 6/2'],
    ['发布政策解读八篇。', '文件解读篇数 8/2'],
    ['设置重点领域专栏十个。', '重点领域专栏个数 10/2'],
    ['培训300人次。', '培训到场人次 300/96'],
    ['签发整改单9张。', '开出的整改单张数 9/18'],
    ['开出整改单{supervision.tickets}张，复查销号8张。', '销号的整改单张数 8/17'],
    ['本年列入政务公开工作要点12项，完成{supervision.pointsDone}项。', '列入工作要点项数 12/9'],
    ['列入政务公开工作要点{supervision.workPoints}项，已完成9项。', '完成工作要点项数 9/8'],
    ['每日巡查签巡查单365张。', '签了的巡查单张数 365/240'],
    ['受理办结群众咨询、诉求9件。', '受理办结咨询诉求件数 9/4'],
  ])('ANR-69 a typed figure that the records tell otherwise: %s', (text, finding) => {
    expect(told(text)).toEqual([`warning ${finding}`]);
  });

  it('ANR-69 says which figure, what was recorded and which 数据项 to put in its place', () => {
    const narrative = [{ heading: '（一）主动公开情况', text: '全年开展在线访谈3期。' }];
    const report = asOfNow({ narrative } as never, { records: YEAR_OF_RECORDS, figures });
    const given = { kind: 'own', live: { narrative, figures: live } } as const;
    expect(checkReport(report, given)).toContainEqual(
      expect.objectContaining({
        code: 'TXT_LIVE',
        where: '全年开展在线访谈3期。',
        says: '正文写的“在线访谈期数”是 3，记录 1，相差 2。',
        advice: '不要手填，改用数据项“在线访谈期数”，数随记录变动；记录漏登的，先补登记。',
      }),
    );
    expect(checkReport(report, { kind: 'own' }).some(({ code }) => code === 'TXT_LIVE')).toBe(false);
  });

  it.each([
    ['what the records say', '全年发布信息40条，在线访谈1期，培训2期、96人次，整改单18张，销号17张。'],
    [
      'chips',
      suggestNarrative(2024, YEAR_OF_RECORDS)
        .map(({ text }) => text)
        .join('\n'),
    ],
    ['another channel', '微信公众号发布信息500条。通过抖音发布信息20条。政府公报发布信息7条。'],
    ['a part', '发布视频解读5篇、图文解读3篇。其中线上培训9次。重点领域公开信息13条。'],
    ['another year', '2023年举办培训9期。去年发布信息300条。较上年多发布信息20条。'],
    ['another period', '一季度举办培训1期。累计公开信息15000条。'],
    ['about', '发布信息50余条，培训约200人次。'],
    ['somebody else’s', '公安局发布信息300条。指导各部门举办培训30期。'],
    ['parts that come to the whole', '上旬举办培训，即举办培训1期；又举办培训1期。'],
    ['the whole and a part', '全年举办培训2期，其中面向乡镇举办培训1期。'],
    ['items of a list', '发布动态60条、公告30条、解读10条。发布政策文件45件。'],
    ['another matter', '公开财政预决算信息106条。发布公共资源交易信息560条。整改问题9件，销号8件。完成任务7项。'],
  ])('ANR-69 never of %s', (_, text) => expect(told(text, 'county')).toEqual([]));
});
