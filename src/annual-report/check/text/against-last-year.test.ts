import { describe, expect, it } from 'vitest';
import type { Report } from '../../report.ts';
import { checkReport } from '../check-report.ts';
import { SOUND, saying, withRow } from '../sound-report.fixture.ts';

/** The sound report of 2024 says 33 received, 35 concluded; this one of 2023: 30 received, 30 concluded, 3 left over. */
const LAST: Report = {
  ...withRow(
    '3.7',
    [30, 0, 0, 0, 0, 0, 30],
    withRow('1', [30, 0, 0, 0, 0, 0, 30], withRow('4', [3, 0, 0, 0, 0, 0, 3])),
  ),
  year: 2023,
};
const PREVIOUS: Report = {
  ...withRow('2', [3, 0, 0, 0, 0, 0, 3], LAST),
  table2: { ...SOUND.table2!, licensing: 8000, normativeDocuments: { made: 4, repealed: 3, valid: 20 } },
};
const found = (text: string, heading = '（二）依申请公开情况') =>
  checkReport(saying(text, heading), { previous: PREVIOUS })
    .filter(({ code, severity }) => code.startsWith('TXT_') && severity !== 'hint')
    .map(({ code, left }) => [code, left]);

describe('what is said of last year', () => {
  it.each([
    ['收到政府信息公开申请33件，比上年增加4件。', 4],
    ['收到政府信息公开申请33件，较2023年减少3件。', 3],
    ['收到政府信息公开申请33件，同比增长10%，较去年多收5件。', 5],
    ['收到政府信息公开申请33件，同比减少3件。', 3],
    ['收到政府信息公开申请33件，与上年持平。', 33],
    ['办结政府信息公开申请35件，与2023年持平。', 35],
    ['收到政府信息公开申请33件，是上年的1.2倍。', 1.2],
    ['收到政府信息公开申请33件，较上年的32件增长3.13%。', 32],
    ['2023年收到政府信息公开申请31件，2024年收到33件。', 31],
    ['去年收到政府信息公开申请29件，今年收到33件。', 29],
    ['去年，全县未收到政府信息公开申请。', 0],
  ])('ANR-80 contradicts last year’s report: %s', (text, left) => {
    expect(found(text)).toContainEqual(['TXT_PCT', left]);
  });

  it.each([
    '收到政府信息公开申请33件，比上年增加3件，增长10%。',
    '收到政府信息公开申请33件，较2023年（30件）增加3件。',
    '收到政府信息公开申请33件，较2022年减少10件，与2021年持平。',
    '收到政府信息公开申请33件，与上年基本持平。',
    '收到政府信息公开申请33件，是上年的1.1倍。',
    '收到政府信息公开申请33件，较上年的30件增长10%。',
    '2023年收到政府信息公开申请30件，2024年收到33件。',
    '2023年结转3件，2024年收到政府信息公开申请33件。',
    '2021年收到政府信息公开申请97件。',
    '县教育局收到政府信息公开申请4件，同比增长100%，比上年增加2件；县公安局收到6件，与上年持平。',
    '收到政府信息公开申请33件，办结35件，均较上年有所增加。',
    '往年有3件政府信息公开申请中止办理，已恢复并答复2件。',
    '近三年共收到政府信息公开申请106件，年均增加6件。',
  ])('ANR-80 agrees with it, or speaks of something else: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('ANR-80 holds for the decisions of 表二 as well, and says nothing without last year’s report', () => {
    expect(found('办理行政许可8241件，比上年增加240件。', '（一）主动公开情况')).toEqual([['TXT_PCT', 240]]);
    expect(found('办理行政许可8241件，比上年增加241件。', '（一）主动公开情况')).toEqual([]);
    const alone = checkReport(saying('收到政府信息公开申请33件，与上年持平。'));
    expect(alone).toEqual([]);
  });
});
