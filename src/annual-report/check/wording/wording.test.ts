import { describe, expect, it } from 'vitest';
import { civil } from '../../../statute/civil-date.ts';
import type { Report } from '../../report.ts';
import { suggestNarrative } from '../../suggest-narrative.ts';
import { YEAR_OF_RECORDS } from '../../year-records.fixture.ts';
import { checkReport } from '../check-report.ts';
import type { CheckOptions } from '../finding.ts';
import { SOUND, saying, withRow } from '../sound-report.fixture.ts';

const codes = (report: Report, options: CheckOptions = {}) =>
  checkReport(report, options).map(({ code, severity }) => `${severity} ${code}`);
const inSix = (text: string, report = SOUND): Report => ({
  ...report,
  narrative: report.narrative.map((section) => (section.heading.startsWith('六') ? { ...section, text } : section)),
});
const headed = (from: string, to: string | null): Report => ({
  ...SOUND,
  narrative: SOUND.narrative.flatMap((s) => (s.heading !== from ? [s] : to === null ? [] : [{ ...s, heading: to }])),
});

describe('sections and dates', () => {
  it('ANR-18 a section that is missing', () => {
    expect(codes(headed('六、其他需要报告的事项', null))).toEqual(['warning SECTIONS']);
    expect(codes(headed('六、其他需要报告的事项', null), { kind: 'own' })).toEqual(['error SECTIONS']);
  });
  it('ANR-18 a heading in other words or with another number is a hint', () => {
    expect(codes(headed('五、存在的主要问题及改进情况', '五、存在的主要问题及整改措施'))).toEqual(['hint SECTIONS']);
    expect(codes(headed('六、其他需要报告的事项', '七、其他需要报告的事项'))).toEqual(['hint SECTIONS']);
  });
  it('ANR-18 sections out of order', () => {
    const [first, ...rest] = SOUND.narrative.filter(({ heading }) => heading !== '六、其他需要报告的事项');
    const six = SOUND.narrative.at(-1)!;
    expect(codes({ ...SOUND, narrative: [first!, six, ...rest] })).toEqual(['warning SECTIONS']);
  });
  it('ANR-18 the five aspects of part one, by heading or by words', () => {
    const withoutAspects = SOUND.narrative.filter(({ heading }) => !/^（[一二三四]）/.test(heading));
    expect(codes({ ...SOUND, narrative: withoutAspects })).toEqual(['hint SECTIONS']);
    expect(codes({ ...SOUND, narrative: withoutAspects }, { kind: 'own' })).toEqual(['error SECTIONS']);
    const text = '主动公开信息90条。未收到依申请公开。落实审核制度，办好门户网站。';
    expect(codes(saying(text, '一、总体情况', { ...SOUND, narrative: withoutAspects }))).toEqual(['error TXT_T3']);
  });
  it('ANR-18 an aspect without the heading that the others have', () => {
    const platform = headed('（四）政府信息公开平台建设情况', null);
    const told = saying('办好门户网站。', '（一）主动公开情况', platform);
    expect(checkReport(told, { kind: 'own' })).toMatchObject([
      { code: 'SECTIONS', severity: 'error', says: '“一、总体情况”没有写政府信息公开平台建设。' },
    ]);
    expect(codes(told)).toEqual(['hint SECTIONS']);
  });
  it('ANR-18 tables stand for their sections where the headings were not kept', () => {
    const narrative = SOUND.narrative.filter(({ heading }) => !/^[二三四]、/.test(heading));
    expect(codes({ ...SOUND, narrative })).toEqual([]);
  });

  it.each([
    ['青禾县人民政府', '2025-03-31', []],
    ['青禾县人民政府', '2025-04-01', ['hint DEADLINE']],
    ['青禾县档案局', '2025-01-31', []],
    ['青禾县档案局', '2025-02-01', ['hint DEADLINE']],
  ])('ANR-18 %s published on %s', (unit, day, expected) => {
    expect(codes({ ...SOUND, unit }, { publishedOn: civil(day) })).toEqual(expected);
  });
  it('ANR-18 our own late report is warned of, never stopped', () => {
    expect(codes(SOUND, { publishedOn: civil('2025-04-01'), kind: 'own' })).toEqual(['warning DEADLINE']);
  });
});

describe('parts that nobody wrote', () => {
  const blank = (...headings: RegExp[]): Report => ({
    ...SOUND,
    narrative: SOUND.narrative.map((s) => (headings.some((one) => one.test(s.heading)) ? { ...s, text: ' \n。' } : s)),
  });
  const told = (report: Report) =>
    checkReport(report, { kind: 'own' }).flatMap(({ code, severity, says }) =>
      code === 'EMPTY' ? [`${severity} ${says}`] : [],
    );
  it('ANR-57 each is named, and the report is not frozen; of others’ reports it is not asked', () => {
    expect(told(SOUND)).toEqual([]);
    const report = blank(/^（[一二三四五]）/, /^[五六]、/);
    expect(told(report)).toEqual(
      SOUND.narrative.flatMap(({ heading }) => (/^（|^[五六]、/.test(heading) ? [`error “${heading}”没有写。`] : [])),
    );
    expect(told(report)).toHaveLength(7);
    expect(codes(report).filter((line) => line.endsWith('EMPTY'))).toEqual([]);
  });
  it('ANR-57 “无” is written; what stands under a heading of a lower level is; tables need no words', () => {
    expect(told(inSix('无。'))).toEqual([]);
    const within = { heading: '（一）主要问题', text: '解读形式单一。下一步，丰富解读形式。' };
    const narrative = blank(/^五、/).narrative.flatMap((s) => (s.heading.startsWith('五') ? [s, within] : [s]));
    expect(told({ ...SOUND, narrative })).toEqual([]);
    expect(told(blank(/^[二三四]、/, /^一、/))).toEqual([]);
  });
  it.each([
    ['解读形式单一。', '改进措施'],
    ['2025年，将丰富解读形式。', '存在的问题'],
  ])('ANR-57 part five of which one half is missing is a warning: %s', (text, half) => {
    const narrative = SOUND.narrative.map((s) => (s.heading.startsWith('五') ? { ...s, text } : s));
    expect(told({ ...SOUND, narrative })).toEqual([`warning “五、存在的主要问题及改进情况”没有写${half}。`]);
  });
  it('ANR-57 part one without any aspect and without a word is blank itself', () => {
    const bare = blank(/^一、/).narrative.filter(({ heading }) => !/^（/.test(heading));
    expect(told({ ...SOUND, narrative: bare })).toEqual(['error “一、总体情况”没有写。']);
  });
});

describe('fees', () => {
  const unpaid = withRow('3.6.2', [1, 0, 0, 0, 0, 0, 1], withRow('3.6.3', [0, 0, 0, 0, 0, 0, 0]));
  it.each([
    '2024年未收取信息处理费。',
    '全年收取信息处理费0元。',
    '本年度没有发生信息处理费收费情况。',
    '全年未发出收费通知，未收取信息处理费。',
    '收取信息处理费情况：无。',
    '全年发出收费通知0件，实际收取0元。',
    '未发收费通知，无其他需要报告的事项。',
  ])('ANR-13 row 3.6.2 is not 0, but: %s', (text) => expect(codes(inSix(text, unpaid))).toEqual(['warning FEE']));
  it('ANR-13 a notice that was sent and not paid is row 3.6.2, in our own text as well', () => {
    const text = '2024年，发出信息处理费收费通知1件，收取信息处理费0元。';
    const ledger = { kind: 'own', feeLedger: { notices: 1, collectedYuan: 0 } } as const;
    expect(codes(inSix(text, unpaid), ledger)).toEqual([]);
    expect(codes(inSix('发出收费通知1件，通知收取200元，实际未收取。', unpaid), ledger)).toEqual([]);
    expect(codes(inSix('发出收费通知1件，通知收取200元，实际收取200元。', unpaid), ledger)).toEqual(['error FEE']);
  });
  it.each([
    '发出收费通知1件，实际收取信息处理费0元。',
    '发出收费通知后，申请人逾期未缴纳，未收取信息处理费。',
    '全年发出收费通知3件，收取信息处理费3940元。',
    '收取信息处理费420元。',
    '无其他需要报告的事项。',
  ])('ANR-13 row 3.6.2 agrees with: %s', (text) => expect(codes(inSix(text, unpaid))).toEqual([]));
  it('ANR-13 our own text says what the ledger says', () => {
    const own = (text: string, notices: number, collectedYuan: number, report = SOUND) =>
      codes(inSix(text, report), { kind: 'own', feeLedger: { notices, collectedYuan } });
    expect(own('收取信息处理费420元。', 2, 420)).toEqual([]);
    expect(own('收取信息处理费400元。', 2, 420)).toEqual(['error FEE']);
    expect(own('未收取信息处理费。', 2, 420)).toEqual(['error FEE']);
    expect(own('收取信息处理费0元。', 0, 0)).toEqual([]);
    expect(own('无。', 0, 0, unpaid)).toEqual(['error FEE']);
    expect(own('发出收费通知2件、金额800元，实际收取420元。', 2, 420)).toEqual([]);
    expect(own('发出收费通知3件，收取信息处理费420元。', 2, 420)).toEqual(['error FEE']);
    expect(own('未发出收费通知，未收取信息处理费。', 2, 0)).toEqual(['error FEE']);
    expect(own('发出收费通知2件，均在办理中。', 2, 0)).toEqual([]);
    expect(own('无其他需要报告的事项。', 2, 420)).toEqual(['error FEE']);
  });
  it('ANR-13 an amount in 元 under 万元', () => {
    const fees = (feesWan: number) => ({ ...SOUND, table2: { ...SOUND.table2!, feesWan } });
    expect(codes(fees(964275))).toEqual(['warning UNIT']);
    expect(codes(saying('全年行政事业性收费7.2万元。', '（一）主动公开情况', fees(72000)))).toContain('warning UNIT');
    expect(codes(fees(72000), { previous: { ...fees(7.5), year: 2023, narrative: [] } })).toContain('warning UNIT');
    expect(codes(fees(7545))).toEqual([]);
  });
});

describe('words', () => {
  it.each([
    '2024年度年度，青禾县推进公开工作。',
    '不断不断完善公开制度。',
    '做好重大政策的的解读。',
    '2023年，全县推进公开工作。',
    '本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。',
    '现公布2023年青禾县政府信息公开工作年度报告。',
    '2025年，全县公开政府信息80条。',
    '所列数据的统计期限自2024年1月1日起至2023年12月31日止。',
    '完成政府信息公开年年度报告。',
  ])('ANR-18 %s', (text) => expect(codes(saying(text, '一、总体情况'))).toEqual(['warning YEAR']));
  it.each([
    '青禾县人民政府政府信息公开工作扎实推进。',
    '2019年以来，全县推进公开工作。',
    '根据2019年修订的条例和国办函〔2020〕109号文件，规范办理。',
    '落实《2023年政务公开工作要点》，目的的实现有了保障。',
    '与2023年相比，公开数量有所增加。',
    '2024年度，全县规范规范性文件管理。',
    '2025年，将继续加强培训。',
    '进行7×24小时监测。',
  ])('ANR-18 is quiet about: %s', (text) => expect(codes(saying(text, '一、总体情况'))).toEqual([]));

  const long =
    '全县聚焦群众关切，完善公开目录，拓展公开渠道，规范公开程序，推动涉企政策精准推送，开展政策宣讲进园区活动，建立问题整改台账，逐月销号。';
  it('ANR-18 text taken over from last year or another agency', () => {
    const report = saying(long, '一、总体情况');
    const previous = { ...report, year: 2023 };
    const carried = withRow('2', SOUND.table3.rows['4']!, report);
    expect(codes(carried, { previous }).filter((line) => line.includes('DUP'))).toEqual(['hint DUP']);
    expect(codes(report, { others: [{ ...report, unit: '白河县' }], kind: 'own' })).toEqual(['warning DUP']);
    expect(codes(report, { others: [{ ...SOUND, unit: '白河县' }] })).toEqual([]);
  });
  it('ANR-18 of several agencies that wrote the same the nearest is named, the others counted', () => {
    const report = saying(long, '一、总体情况');
    const partly = { ...saying(`${long.slice(0, -8)}由专人督办。`, '一、总体情况'), unit: '赤水县' };
    const others = [partly, { ...report, unit: '白河县' }, { ...SOUND, unit: '远山县' }];
    const [finding, ...more] = checkReport(report, { kind: 'own', others }).filter(({ code }) => code === 'DUP');
    expect(more).toEqual([]);
    expect(finding?.says).toContain('有 100% 的文字与“白河县”的报告（另有 1 个单位的也相近）相同。');
  });
  it('ANR-18 the words that are suggested here are nobody’s own, what is written around them is', () => {
    const suggested = (year: number, figure: number) =>
      suggestNarrative(year, YEAR_OF_RECORDS)
        .map(({ text }) => text.replace(/\{[^}]*\}/g, String(figure)))
        .join('');
    const [own, last] = [saying(suggested(2024, 7), '一、总体情况'), saying(suggested(2023, 8), '一、总体情况')];
    const duplicates = (report: Report, previous: Report) =>
      codes(report, { previous: { ...previous, year: 2023 }, kind: 'own' }).filter((line) => line.includes('DUP'));
    expect(duplicates(own, last)).toEqual([]);
    const [withOwn, withLast] = [suggested(2024, 7), suggested(2023, 8)].map((text) =>
      saying(text + long, '一、总体情况'),
    );
    expect(duplicates(withOwn!, withLast!)).toEqual(['warning DUP']);
  });
  it('ANR-18 part one past a thousand characters, where we write it', () => {
    const report = saying('推进公开。'.repeat(200), '（一）主动公开情况');
    expect(codes(report, { kind: 'own' })).toEqual(['hint LEN']);
    expect(codes(report)).toEqual([]);
  });
  it('ANR-18 a county or township tells of 考核, 评议 and 追责', () => {
    const silent = {
      ...SOUND,
      narrative: SOUND.narrative.map((s) => (s.heading.startsWith('（五）') ? { ...s, text: '开展培训。' } : s)),
    };
    const [finding] = checkReport(silent);
    expect(finding).toMatchObject({ code: 'SUP', severity: 'warning' });
    expect(finding?.says).toContain('工作考核、社会评议、责任追究');
    expect(codes({ ...silent, unit: '青禾县东禾镇人民政府' })).toEqual(['warning SUP']);
    expect(codes({ ...silent, unit: '青禾县档案局' })).toEqual([]);
  });
  it.each([
    ['工作考核有待加强，社会评议有待开展，责任追究有待落实。', '工作考核、社会评议、责任追究'],
    ['考核结果良好。下一步，将建立社会评议和责任追究制度。', '社会评议、责任追究'],
    ['将政务公开纳入绩效考核，满意度测评良好，责任追究机制不健全。', '责任追究'],
  ])('ANR-81 what is lacking or meant is no result: %s', (text, missing) => {
    const narrative = SOUND.narrative.map((s) => (s.heading.startsWith('（五）') ? { ...s, text } : s));
    const [finding] = checkReport({ ...SOUND, narrative });
    expect(finding).toMatchObject({ code: 'SUP', says: `监督保障部分没有写${missing}的结果情况。` });
  });
  it('ANR-81 nor is what part five names as a problem', () => {
    const told = { '（五）': '开展培训。', 五: '考核、社会评议、责任追究机制已列入议程。' };
    const narrative = SOUND.narrative.map((s) => {
      const [, text] = Object.entries(told).find(([start]) => s.heading.startsWith(start)) ?? [];
      return text ? { ...s, text } : s;
    });
    expect(codes({ ...SOUND, narrative })).toEqual(['warning SUP']);
  });
  it.each([
    '全年公开信息××条。',
    '全年公开信息XX条。',
    'XX县推进公开工作。',
    '公开信息____条。',
    '【请填写单位名称】推进公开工作。',
    '公开信息{published.items}条。',
    '（此处填写培训次数）',
    '公开信息（）条。',
    '培训情况待补充。',
    '某某局推进公开工作。',
    '公开信息N条。',
    '开展XX评查。',
    '主要问题是XX。',
    'XX局推进公开工作。',
    '×局推进公开工作。',
    '办结**项。',
    '收取信息处理费情况在此处报告。',
    '公开信息【】条。',
    '单击此处输入标题。',
    '改进措施：…………',
  ])('ANR-18 %s', (text) => expect(codes(saying(text, '一、总体情况'))).toEqual(['warning PLACEHOLDER']));
  it.each([
    '建设“互联网+政务服务”，实行7×24小时巡查。',
    '清理空白栏目和待完善的页面。',
    '使用VI标识和X光机名录。',
    '**重点**公开，开展4×100米接力。',
    '一是拓展渠道……；二是完善【目录】。',
  ])('ANR-18 is quiet about: %s', (text) => expect(codes(saying(text, '一、总体情况'))).toEqual([]));
});

describe('scope', () => {
  it.each([
    ['县政府办公室收到政府信息公开申请12件。', 12, 33],
    ['县政府本级受理政府信息公开申请12件。', 12, 33],
    ['县政府办代表县政府受理政府信息公开申请12件。', 12, 33],
    ['全县共收到政府信息公开申请36件。', 36, 33],
  ])('ANR-17 %s', (text, left, right) => {
    const found = checkReport(saying(text));
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['hint SCOPE']);
    expect(found[0]).toMatchObject({ where: text, left, right });
  });
  it('ANR-15 parts below the whole are a hint, since 其中 need not name all', () => {
    expect(codes(saying('发布信息100条，其中动态60条、公告20条。', '（一）主动公开情况'))).toEqual(['hint TXT_SUM']);
    expect(codes(saying('发布信息100条，其中动态60条、公告20条等。', '（一）主动公开情况'))).toEqual([]);
  });
});
