/** In the report of a department: what is said of others contradicts nothing, what is said of itself does. */
import { describe, expect, it } from 'vitest';
import { checkReport } from '../check-report.ts';
import { saying, withRow } from '../sound-report.fixture.ts';

const UNIT = '青禾县卫生健康局';
const HEADING = '（二）依申请公开情况';
const previous = { ...withRow('1', [20, 2, 0, 0, 1, 0, 23]), year: 2023 };

function told(text: string): string[] {
  return checkReport({ ...saying(text, HEADING), unit: UNIT }, { previous, level: 'department' })
    .filter(({ code, severity }) => severity !== 'hint' && code.startsWith('TXT_'))
    .map(({ code, says }) => `${code} ${says}`);
}

const OTHERS = [
  '县教育局', '青禾县公安局', '县住房和城乡建设局', '县自然资源局', '县政府办公室', '县医保局', '市卫生健康委员会', '省卫健委', '市卫健委',
  '县发改委', '城关街道办事处', '东禾镇', '西乡', '县人民医院', '东禾镇卫生院', '局属卫生监督所', '下属单位', '局下属事业单位', '所属单位',
  '各乡镇', '各乡镇卫生院', '上级机关', '上级部门', '其他行政机关', '其他部门', '有关单位', '各科室', '县人民政府', '县法院', '县公安局城东派出所',
]; // biome-ignore format: a list
const SAID: readonly ((who: string) => string)[] = [
  (who) => `${who}收到申请6件，同比增长41%。`,
  (who) => `${who}全年收到政府信息公开申请6件，办结5件，结转下年度2件。`,
  (who) => `其中，${who}办理申请46件，予以公开20件，不予公开9件。`,
  (who) => `据了解，${who}共受理政府信息公开申请120件，均已答复。`,
  (who) => `2024年，${who}新收申请8件，较上年下降20%。`,
  (who) => `${who}答复申请59件；${who}办结58件。`,
  (who) => `我局收到政府信息公开申请33件，办结35件。${who}收到申请6件，同比增长50%，其中自然人申请6件。`,
  (who) => `${who}作出政府信息公开答复88件，无法提供12件，不予处理15件。`,
  (who) => `因申请内容不属于我局职责，告知申请人向${who}提出申请6件。`,
  (who) => `移交${who}办理政府信息公开申请9件。`,
];
const MORE = [
  '全县共收到政府信息公开申请620件，同比增长41%。',
  '全市卫健系统收到政府信息公开申请920件。',
  '全县各部门共收到政府信息公开申请620件。',
  '受县教育局委托办理政府信息公开申请6件。',
  '受市卫生健康委员会委托，答复政府信息公开申请4件。',
  '代县政府办理政府信息公开申请4件。',
  '以县政府名义答复政府信息公开申请4件。',
  '上级转办政府信息公开申请5件，均已办结。',
  '县政府信息公开申请受理点直接受理申请7件。',
];

describe('ANR-83 another agency’s figure in the report of a department', () => {
  it.each(OTHERS)('neither error nor warning of %s', (who) =>
    expect(SAID.map((say) => [say(who), told(say(who))]).filter(([, found]) => found?.length)).toEqual([]),
  );
  it.each(MORE)('neither error nor warning: %s', (text) => expect(told(text)).toEqual([]));
  it.each([
    '县卫健局', '我局', '本机关', '本单位', '县卫生健康局', '青禾县卫生健康局', '青禾县卫健局', '今年以来，县卫健局', '全年', '本局', '我单位', '县卫健局全年共',
    '通过各种渠道，', '按照上级部门要求，我局', '在县政府办公室指导下，我局', '会同有关部门，县卫健局', '县教育局收到申请6件，我局',
    '按照县政府要求，', '与县教育局会商后，县卫健局',
  ])('still contradicts the tables: %s收到政府信息公开申请34件', (who) =>
    expect(told(`${who}收到政府信息公开申请34件。`)).toEqual([expect.stringContaining('TXT_T3')]),
  ); // biome-ignore format: a list
  it('still works out the growth of its own', () =>
    expect(told('县卫健局收到政府信息公开申请33件，同比增长41%。')).toEqual([expect.stringContaining('TXT_PCT')]));
  it('in a government’s report, one agency that is named right after a heading and its colon', () => {
    const report = { ...saying('依申请公开情况：县教育局收到申请6件，已全部办结。', HEADING), unit: '青禾县人民政府' };
    const found = checkReport(report, { level: 'county' }).filter(({ severity }) => severity !== 'hint');
    expect(found.map(({ says }) => says)).toEqual([]);
  });
});
