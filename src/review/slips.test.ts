import { describe, expect, it } from 'vitest';
import { shippedFinder } from './county-words.ts';

const slipsIn = (text: string) => shippedFinder(text, 'bodyHtml').map(({ says }) => /“(.+?)”/.exec(says)![1]);

describe('PUB-119 slips of the pen', () => {
  it.each([
    ['公示期至2月30日', '2月30日'],
    ['2025年2月29日印发', '2025年2月29日'],
    ['4月31日前报送', '4月31日'],
    ['２０２５年１３月５日', '2025年13月5日'],
    ['2025年13月底前', '2025年13月'],
    ['2025-02-30', '2025-02-30'],
    ['二〇二五年二月三十日', '二月三十日'],
    ['十一月三十一日', '十一月三十一日'],
    ['县政府的的决定', '的的'],
    ['完成了了任务', '了了'],
    ['住建局和和财政局', '和和'],
    ['以及及其附件', '以及及'],
    ['同志们们', '们们'],
    ['对此进行进行整改', '进行进行'],
  ])('%s: %s', (text, slip) => expect(slipsIn(text)).toEqual([slip]));

  it.each([
    '2024年2月29日，2月29日，12月31日，十二月三十日，十二月三十一日',
    '农历2月30日，农历二月三十日',
    '项目代码2024-13-45，2024-130624-48-01，2025年12月5日，2025年12月底',
    '24月龄，13个月，2025年1-12月',
    '人人、天天、渐渐、常常、年年、等等、研究研究',
    '为了这一目的的实现，拍卖标的的价款，的的确确',
    '为了了解情况，不了了之，作了了结',
    '和和美美，发展和和平，两项总和和均值',
    '存在在建工程，目前在在建项目中，现在在办',
    '参与与会人员，普及及推广，以及及时上报',
  ])('%s has none', (text) => expect(slipsIn(text)).toEqual([]));

  it('PUB-119 warns, and quotes the place', () =>
    expect(shippedFinder('请于\n2月30日前报送', 'title')).toMatchObject([
      { code: 'REV-12', severity: 'warning', where: 'title', says: '有不存在的日期“2月30日”：“2月30日前报送”。' },
    ]));
});
