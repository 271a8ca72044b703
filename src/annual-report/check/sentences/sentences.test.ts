import { describe, expect, it } from 'vitest';
import { checkReport } from '../check-report.ts';
import { SOUND, saying } from '../sound-report.fixture.ts';
import { ON_REQUEST } from './on-request.fixture.ts';
import { PROACTIVE } from './proactive.fixture.ts';
import { REMEDIES } from './remedies.fixture.ts';

const grave = (text: string, heading: string) =>
  checkReport(saying(text, heading), { kind: 'own' }).filter(({ severity }) => severity !== 'hint');
const plain = (marked: string) => marked.replace(/[{}]/g, '');

/** The sentence once for each marked figure, with that figure wrong: far off, and never by chance another figure of the tables. */
function wrongWays(marked: string): string[] {
  const count = [...marked.matchAll(/\{/g)].length;
  return Array.from({ length: count }, (_, wrong) => {
    let at = -1;
    return marked.replace(/\{([^}]*)\}/g, (_, figure: string) => {
      at += 1;
      if (at !== wrong) return figure;
      return /^[\d.]+$/.test(figure) ? String(Number(figure) + (Number(figure) > 50 ? 17 : 100)) : '九十九';
    });
  });
}

it('ANR-14 the report they are put into is sound', () => expect(checkReport(SOUND, { kind: 'own' })).toEqual([]));

describe.each([
  ['（二）依申请公开情况', [...ON_REQUEST, ...REMEDIES]],
  ['（一）主动公开情况', PROACTIVE],
])('%s', (heading, sentences) => {
  it.each(sentences.map(plain))('ANR-17 neither error nor warning: %s', (text) =>
    expect(grave(text, heading)).toEqual([]),
  );
  it.each(sentences.flatMap(wrongWays))('ANR-14 contradicts the tables: %s', (text) => {
    const codes = grave(text, heading).map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith('TXT_'))).not.toEqual([]);
  });
});

it.each([
  '上年情况：2023年，三、本年度办理结果（一）予以公开 117 件，（七）总计 773 件，四、结转下年度继续办理 9 件。行政许可 2734 件，行政处罚 50 件。',
  '2023年，三、本年度办理结果（一）予以公开 117 件。',
  '注：其中1件为上年结转。',
  '（单位：件，截至12月31日）注：其中1件为上年结转。',
])('ANR-17 what is told of another year, or of some in a table, contradicts nothing: %s', (text) => {
  const contradictions = (said: string, heading: string) =>
    grave(said, heading).filter(({ code }) => code.startsWith('TXT_'));
  expect(contradictions(text, '四、政府信息公开行政复议、行政诉讼情况')).toEqual([]);
  expect(contradictions(`共收到申请33件。\n${text}`, '（二）依申请公开情况')).toEqual([]);
});

it.each([...ON_REQUEST, ...REMEDIES].map(plain))(
  'ANR-17 neither error nor warning where the aspects stand in one part: %s',
  (text) => expect(grave(`（二）依申请公开情况。${text}`, '一、总体情况')).toEqual([]),
);

it.each(['收到1件，', '。其中1件', '（1件', '（', '省按照1件', '2023年', '收到申请1件，办结2件。'])(
  'ANR-17 text made to keep us reading is left in time: %s without end',
  (text) => expect(checkReport(saying(text.repeat(10_000)))).toBeInstanceOf(Array),
  15_000,
);
