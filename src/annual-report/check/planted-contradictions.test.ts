/** One contradiction of every kind, planted in a sound report: it is found on each occasion, as gravely as the rule says, and alone. */
import { describe, expect, it } from 'vitest';
import { civil } from '../../statute/civil-date.ts';
import type { Severity } from '../../statute/issue.ts';
import type { Report, Table2, Table3Row } from '../report.ts';
import { checkReport } from './check-report.ts';
import { CHECKS } from './checks.ts';
import type { CheckOptions } from './finding.ts';
import { SOUND, saying, withRow } from './sound-report.fixture.ts';

interface Plant {
  readonly report?: Report;
  readonly options?: CheckOptions;
}

const natural = (n: number): Table3Row => [n, 0, 0, 0, 0, 0, n];
const table2 = (changed: Partial<Table2>): Report => ({ ...SOUND, table2: { ...SOUND.table2!, ...changed } });
const without = (heading: RegExp): Report => ({
  ...SOUND,
  narrative: SOUND.narrative.filter((section) => !heading.test(section.heading)),
});
const rewritten = (heading: RegExp, text: string, report = SOUND): Report => ({
  ...report,
  narrative: report.narrative.map((section) => (heading.test(section.heading) ? { ...section, text } : section)),
});
/** What the year before handed over and had in force. */
const LAST_YEAR: Report = {
  ...withRow('4', natural(3), table2({ normativeDocuments: { made: 2, repealed: 1, valid: 20 } })),
  year: 2023,
  narrative: [],
};
const UNPAID = withRow('3.6.2', natural(1), withRow('3.6.3', natural(0)));
const GUARDED =
  '全县聚焦群众关切，完善公开目录，拓展公开渠道，规范公开程序，推动涉企政策精准推送，开展政策宣讲进园区活动，建立问题整改台账，逐月销号。';

type Row = readonly [code: string, own: Severity | null, read: Severity | null, plant: Plant];

const PLANTS: readonly Row[] = [
  [
    'T3_ROW',
    'error',
    'error',
    { report: withRow('3.1', [12, 1, 0, 0, 0, 0, 14], withRow('3.2', [4, 0, 0, 0, 1, 0, 4])) },
  ],
  ['T3_COL', 'error', 'error', { report: withRow('3.5.1', natural(3)) }],
  ['T3_BAL', 'error', 'error', { report: withRow('4', natural(2)) }],
  ['T4_SUM', 'error', 'error', { report: { ...SOUND, table4: { ...SOUND.table4, review: [3, 1, 1, 2, 0] } } }],
  ['T3_CARRY', 'error', 'error', { options: { previous: withRow('4', natural(2), LAST_YEAR) } }],
  ['NONNEG_INT', 'error', 'error', { report: table2({ coercion: -1 }) }],
  ['NO_BLANK', 'error', 'hint', { report: table2({ licensing: null }) }],
  ['NO_BLANK', 'error', 'warning', { report: withRow('3.1', [12, 1, 0, 0, 0, 0, null]) }],
  ['SECTIONS', 'error', 'warning', { report: without(/^六、/) }],
  ['EMPTY', 'error', null, { report: rewritten(/^（四）/, '') }],
  ['DEADLINE', 'warning', 'hint', { options: { publishedOn: civil('2025-04-01') } }],
  [
    'T2_STOCK',
    'warning',
    'warning',
    {
      options: {
        previous: {
          ...LAST_YEAR,
          table2: { ...SOUND.table2!, normativeDocuments: { made: 2, repealed: 1, valid: 25 } },
        },
      },
    },
  ],
  ['T2_ZERO', 'warning', 'hint', { report: table2({ punishment: 0 }) }],
  ['T2_REG', 'error', 'warning', { report: table2({ regulations: { made: 0, repealed: 0, valid: 2 } }) }],
  ['TXT_T3', 'error', 'error', { report: saying('全县共收到政府信息公开申请43件。') }],
  ['TXT_T4', 'error', 'error', { report: saying('未发生因政府信息公开引发的行政复议。') }],
  ['TXT_T2', 'error', 'error', { report: saying('现行有效行政规范性文件31件。', '（一）主动公开情况') }],
  ['TXT_SUM', 'error', 'error', { report: saying('发布信息90条，其中动态60条、公告40条。', '（一）主动公开情况') }],
  ['TXT_SUM', 'hint', 'hint', { report: saying('发布信息90条，其中动态60条、公告20条。', '（一）主动公开情况') }],
  ['TXT_SUM', 'error', 'error', { report: saying('发布信息90条，分别为动态60条、公告20条。', '（一）主动公开情况') }],
  ['TXT_PCT', 'warning', 'warning', { report: saying('收到政府信息公开申请33件，比上年的30件增长12%。') }],
  ['FEE', 'error', 'warning', { report: rewritten(/^六、/, '2024年未收取信息处理费。', UNPAID) }],
  ['YEAR', 'warning', 'warning', { report: saying('2024年度年度，全县推进公开工作。', '一、总体情况') }],
  [
    'DUP',
    'warning',
    'hint',
    {
      report: saying(GUARDED, '一、总体情况'),
      options: { others: [{ ...saying(GUARDED, '一、总体情况'), unit: '白河县' }] },
    },
  ],
  [
    'TXT_LIVE',
    'warning',
    null,
    {
      report: SOUND,
      options: {
        live: {
          narrative: [{ heading: '（一）主动公开情况', text: '举办在线访谈3期。' }],
          figures: [{ name: 'interaction.interviews', term: '在线访谈期数', value: 1 }],
        },
      },
    },
  ],
  ['LEN', 'hint', null, { report: saying('推进公开。'.repeat(201), '（一）主动公开情况') }],
  ['SUP', 'warning', 'warning', { report: rewritten(/^（五）/, '政务公开列入年度考核。') }],
  ['UNIT', 'warning', 'warning', { report: table2({ feesWan: 964_275 }) }],
  ['PLACEHOLDER', 'error', 'warning', { report: saying('全年培训××次。', '一、总体情况') }],
  ['AGG', 'error', null, { options: { subordinates: [{ unit: '县公安局', figures: table2({ licensing: 1 }) }] } }],
  [
    'AGG',
    'warning',
    null,
    {
      options: {
        subordinates: [
          { unit: '县公安局', figures: SOUND },
          { unit: '西乡', figures: null },
        ],
      },
    },
  ],
  ['CROSS_CASE', 'error', null, { options: { counted: { rows: { '3.1': [11, 1, 0, 0, 0, 0, 13] } } } }],
  [
    'CROSS_CASE',
    'hint',
    null,
    {
      options: {
        counted: { rows: { '3.1': [11, 1, 0, 0, 0, 0, 13] } },
        overrides: [{ where: '/table3/rows/3.1/0', reason: '补登一件' }],
      },
    },
  ],
  [
    'ENTERED',
    'error',
    null,
    {
      options: {
        handEntered: [{ where: '/table2/licensing', unit: '西乡', entered: 7, recorded: 5, beside: '本系统的记录' }],
      },
    },
  ],
  ['SCOPE', 'hint', 'hint', { report: saying('县政府办公室收到政府信息公开申请12件。') }],
  ['SCOPE', 'hint', 'hint', { report: saying('全县共收到政府信息公开申请36件。') }],
];

describe('planted contradictions', () => {
  const seen = ({ report = SOUND, options = {} }: Plant, kind: 'own' | 'read') => [
    ...new Set(checkReport(report, { ...options, kind }).map(({ code, severity }) => `${severity} ${code}`)),
  ];

  it('ANR-19 every check has one', () => {
    expect(new Set(PLANTS.map(([code]) => code))).toEqual(new Set(CHECKS.map(({ code }) => code)));
  });
  it.each(PLANTS)('ANR-19 %s: %s in our own report, %s in one we read', (code, own, read, plant) => {
    expect(seen(plant, 'own')).toEqual(own === null ? [] : [`${own} ${code}`]);
    expect(seen(plant, 'read')).toEqual(read === null ? [] : [`${read} ${code}`]);
  });
  it('ANR-19 what holds against last year, the files and the agencies is quiet', () => {
    const options: CheckOptions = {
      previous: LAST_YEAR,
      counted: { ...SOUND, rows: SOUND.table3.rows },
      subordinates: [{ unit: '县公安局', figures: SOUND }],
      feeLedger: { notices: 0, collectedYuan: 0 },
      publishedOn: civil('2025-03-31'),
    } as CheckOptions;
    expect(checkReport(SOUND, { ...options, kind: 'own' })).toEqual([]);
    expect(checkReport(SOUND, { ...options, kind: 'read' })).toEqual([]);
  });
});
