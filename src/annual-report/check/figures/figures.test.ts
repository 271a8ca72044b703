import { describe, expect, it } from 'vitest';
import type { Report, Table3Row } from '../../report.ts';
import { checkReport } from '../check-report.ts';
import type { CheckOptions } from '../finding.ts';
import { SOUND, saying, withRow } from '../sound-report.fixture.ts';
import { undecidedNames } from './cells.ts';

const codes = (report: Report, options: CheckOptions = {}) =>
  checkReport(report, options).map(({ code, severity, where }) => `${severity} ${code} ${where}`);
const row = (code: string) => SOUND.table3.rows[code] as Table3Row;
const changed = (code: string, column: number, figure: number | null, report = SOUND) =>
  withRow(
    code,
    (report.table3.rows[code] as Table3Row).map((old, i) => (i === column ? figure : old)),
    report,
  );

describe('Table 3', () => {
  it.each(Object.keys(SOUND.table3.rows))('ANR-10 the parts of row %s make up its total', (code) => {
    const report = changed(code, 6, (row(code)[6] ?? 0) + 1);
    expect(codes(report)).toContain(`error T3_ROW /table3/rows/${code}`);
  });

  it('ANR-10 the arithmetic stands in the sentence', () => {
    const [finding] = checkReport(changed('3.4.1', 6, 9)).filter(({ code }) => code === 'T3_ROW');
    expect(finding).toMatchObject({ left: 7, right: 9 });
    expect(finding?.says).toBe('表三“1.本机关不掌握相关政府信息”行：各类申请人 6+1+0+0+0+0=7，与总计 9 相差 2。');
  });

  it('ANR-10 a row with blanks that hold as 0 is a hint, one that does not hold an error', () => {
    expect(codes(changed('3.4.1', 3, null))).toContain('hint T3_ROW /table3/rows/3.4.1');
    expect(codes(changed('3.4.1', 1, null))).toContain('error T3_ROW /table3/rows/3.4.1');
  });

  it('ANR-10 a table whose columns of organisations are blank is told once', () => {
    const rows = Object.fromEntries(
      Object.entries(SOUND.table3.rows).map(([code, r]) => [
        code,
        [r?.[0], null, null, null, null, null, r?.[0]] as Table3Row,
      ]),
    );
    const found = codes({ ...SOUND, table3: { ...SOUND.table3, rows } });
    expect(found.filter((line) => line.includes('T3_ROW'))).toEqual(['hint T3_ROW /table3/rows']);
    expect(found.filter((line) => line.includes('NO_BLANK'))).toHaveLength(5);
    expect(found.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it.each([0, 1, 2, 3, 4, 5, 6])('ANR-10 results make up （七）总计 in column %i', (column) => {
    const found = codes(changed('3.5.4', column, 5));
    expect(found).toContain(`error T3_COL /table3/columns/${column}`);
  });

  it('ANR-10 two errors that cancel in 总计 are both found', () => {
    const moved = changed('3.2', 1, 1, changed('3.2', 0, 3));
    expect(codes(moved).filter((line) => line.includes('T3_'))).toEqual([
      'error T3_COL /table3/columns/0',
      'error T3_COL /table3/columns/1',
    ]);
  });

  it('ANR-10 a report that keeps （六）其他处理 as one row is added up with it', () => {
    const { '3.6.1': _, '3.6.2': __, '3.6.3': ___, ...rest } = SOUND.table3.rows;
    const report = { ...SOUND, table3: { ...SOUND.table3, rows: { ...rest, '3.6': [2, 0, 0, 0, 0, 0, 2] } } };
    expect(codes(report)).toEqual([]);
    expect(codes(changed('3.6', 6, 3, report))).toContain('error T3_COL /table3/columns/6');
  });

  it('ANR-10 a row the report lacks is not counted as 0', () => {
    expect(codes(withRow('3.4.1', null)).filter((line) => line.includes('T3_COL'))).toEqual([]);
  });

  it.each([0, 1, 2, 3, 4, 5, 6])('ANR-10 一 and 二 equal 三（七） and 四 in column %i', (column) => {
    expect(codes(changed('4', column, 4))).toContain(`error T3_BAL /table3/columns/${column}`);
  });

  it('ANR-10 a blank total is read from its parts and reported once, as a blank', () => {
    expect(codes(changed('4', 6, null))).toEqual(['warning NO_BLANK /table3/rows/4/6']);
  });

  it('ANR-12 二 is last year’s 四, column by column', () => {
    const previous = { ...changed('4', 0, 3, changed('4', 6, 3)), year: 2023 };
    expect(codes(SOUND, { previous }).filter((line) => line.includes('T3_CARRY'))).toEqual([]);
    const moved = { ...changed('4', 1, 1, changed('4', 0, 2, previous)), year: 2023 };
    expect(codes(SOUND, { previous: moved })).toEqual(
      expect.arrayContaining(['error T3_CARRY /table3/rows/2/0', 'error T3_CARRY /table3/rows/2/1']),
    );
    expect(codes(SOUND, { previous: moved, carryCaveat: '上年年报已更正', kind: 'own' })).toContain(
      'warning T3_CARRY /table3/rows/2/0',
    );
  });

  it('ANR-12 a report of another year is not last year’s', () => {
    expect(
      codes(SOUND, { previous: { ...SOUND, year: 2022, narrative: [] } }).filter((l) => l.includes('CARRY')),
    ).toEqual([]);
  });

  it('ANR-11 counts are whole and not negative, money may have decimals', () => {
    expect(codes(changed('3.1', 0, 12.5))).toContain('error NONNEG_INT /table3/rows/3.1/0');
    expect(codes(changed('3.1', 0, -12))).toContain('error NONNEG_INT /table3/rows/3.1/0');
    const table2 = { ...SOUND.table2!, punishment: 1.5, feesWan: -1 };
    expect(codes({ ...SOUND, table2 })).toEqual(
      expect.arrayContaining(['error NONNEG_INT /table2/punishment', 'error NONNEG_INT /table2/feesWan']),
    );
  });

  it('ANR-11 a blank total is a warning, a blank part a hint, in our own report an error', () => {
    expect(codes(changed('3.4.1', 6, null))).toContain('warning NO_BLANK /table3/rows/3.4.1/6');
    expect(codes(changed('3.4.1', 4, null))).toContain('hint NO_BLANK /table3/rows/3.4.1/4');
    expect(codes(changed('3.4.1', 4, null), { kind: 'own' })).toContain('error NO_BLANK /table3/rows/3.4.1/4');
    const table4 = { ...SOUND.table4, review: [3, 1, 1, 2, null] };
    expect(checkReport({ ...SOUND, table4 })).toContainEqual(
      expect.objectContaining({ code: 'NO_BLANK', severity: 'warning', where: '/table4/review/4', right: 7 }),
    );
    expect(codes({ ...SOUND, table2: { ...SOUND.table2!, licensing: null } })).toContain(
      'hint NO_BLANK /table2/licensing',
    );
  });

  it('ANR-74 the blanks of a row, of a group and of 表二 are one finding each, which names them', () => {
    const report: Report = {
      ...changed('3.4.1', 3, null, changed('3.4.1', 4, null)),
      table2: { ...SOUND.table2!, licensing: null, coercion: null },
      table4: { ...SOUND.table4, directLitigation: [null, null, null, null, null] },
    };
    const blanks = checkReport(report).filter(({ code }) => code === 'NO_BLANK');
    expect(blanks.map(({ where, says }) => `${where} ${says}`)).toEqual([
      '/table2 表二“行政许可”、表二“行政强制”是空白。',
      '/table3/rows/3.4.1 表三“1.本机关不掌握相关政府信息”行“社会公益组织”“法律服务机构”是空白。',
      '/table4/directLitigation 表四“未经复议直接起诉”各格是空白。',
    ]);
  });

  it('ANR-74 a report that leaves its zeros blank is told once a table, a total that hides a figure by itself', () => {
    const rows = Object.fromEntries(
      Object.entries(SOUND.table3.rows).map(([code, row]) => [
        code,
        (row as Table3Row).map((figure) => figure || null),
      ]),
    );
    const zeros = withRow('4', [1, null, null, null, null, null, null], {
      ...SOUND,
      table3: { ...SOUND.table3, rows },
    });
    const blanks = checkReport(zeros).filter(({ code }) => code === 'NO_BLANK');
    const columns = (where: string) => !where.startsWith('/table3/columns');
    expect(blanks.filter(({ where }) => columns(where)).map(({ severity, where }) => `${severity} ${where}`)).toEqual([
      'warning /table3/rows/4/6',
      'warning /table3',
    ]);
    const [, table] = blanks.filter(({ where }) => columns(where));
    expect(table!.says).toMatch(/^表三有 \d+ 格空白：“.*；“3.要求提供公开出版物”行各格；/);
    expect(checkReport(zeros, { kind: 'own' }).find(({ where }) => where === '/table3')).toMatchObject({
      code: 'NO_BLANK',
      severity: 'error',
    });
  });

  it('ANR-11 a figure that cannot be settled is no blank', () => {
    const report = { ...changed('3.4.1', 6, null), undecided: ['/table3/rows/3.4.1/6'] };
    expect(codes(report)).toEqual([]);
  });

  it('ANR-11 sums and sentences that need an unsettled figure are left alone', () => {
    const blank: Table3Row = [null, null, null, null, null, null, null];
    const undecided = blank.map((_, i) => `/table3/rows/1/${i}`);
    const told = saying('全县共收到政府信息公开申请33件，办结35件。');
    expect(codes({ ...withRow('1', blank, told), undecided })).toEqual([]);
    expect(codes({ ...changed('1', 0, null, changed('1', 6, null, told)), undecided: ['/table3/rows/1/0'] })).toEqual([
      'warning NO_BLANK /table3/rows/1/6',
    ]);
  });

  it('ANR-11 unsettled figures are named, a row of them once', () => {
    const row = [0, 1, 2, 3, 4, 5, 6].map((i) => `/table3/rows/3.4.1/${i}`);
    expect(
      undecidedNames({ ...SOUND, undecided: [...row, '/table3/rows/4/0', '/table2/licensing', '/table4/review'] }),
    ).toEqual([
      '表三“1.本机关不掌握相关政府信息”行',
      '表三“四、结转下年度继续办理”行“自然人”',
      '表二“行政许可”',
      '表四“行政复议”',
    ]);
  });
});

describe('Tables 2 and 4', () => {
  it.each(['review', 'directLitigation', 'postReviewLitigation'] as const)(
    'ANR-10 the outcomes of %s make up its total',
    (key) => {
      const table4 = { ...SOUND.table4, [key]: [...SOUND.table4[key].slice(0, 4), 30] };
      expect(codes({ ...SOUND, table4 })).toContain(`error T4_SUM /table4/${key}/4`);
    },
  );

  const previous = (valid: number): Report => ({
    ...changed('4', 0, 3, changed('4', 6, 3)),
    year: 2023,
    narrative: [],
    table2: { ...SOUND.table2!, normativeDocuments: { made: 2, repealed: 1, valid } },
  });

  it('ANR-12 last year’s stock, plus made, minus repealed, is this year’s', () => {
    expect(codes(SOUND, { previous: previous(20) })).toEqual([]);
    expect(codes(SOUND, { previous: previous(25) })).toEqual(['warning T2_STOCK /table2/normativeDocuments/valid']);
    expect(codes(SOUND, { previous: previous(25), registeredLapses: 5 })).toEqual([]);
  });

  it('ANR-12 an enforcing agency without decisions, or a jump, is asked about', () => {
    const table2 = { ...SOUND.table2!, punishment: 0 };
    expect(codes({ ...SOUND, table2 })).toEqual(['hint T2_ZERO /table2/punishment']);
    expect(codes({ ...SOUND, table2 }, { kind: 'own' })).toEqual(['warning T2_ZERO /table2/punishment']);
    expect(codes({ ...SOUND, table2, unit: '青禾县档案局' })).toEqual([]);
    const before = { ...previous(20), table2: { ...previous(20).table2!, licensing: 4000 } };
    expect(codes(SOUND, { previous: before })).toEqual(['hint T2_ZERO /table2/licensing']);
  });

  it('ANR-13 a county makes no 规章, a city may', () => {
    const table2 = { ...SOUND.table2!, regulations: { made: 0, repealed: 0, valid: 2 } };
    expect(codes({ ...SOUND, table2 })).toEqual(['warning T2_REG /table2/regulations/valid']);
    expect(codes({ ...SOUND, table2 }, { kind: 'own' })).toEqual(['error T2_REG /table2/regulations/valid']);
    expect(codes({ ...SOUND, table2, unit: '江北市人民政府' })).toEqual([]);
  });
});

describe('our own report', () => {
  it('ANR-19 is the sum of its agencies, cell by cell, and names those that have not reported', () => {
    const zero: Report = {
      ...SOUND,
      table3: {
        ...SOUND.table3,
        rows: Object.fromEntries(Object.keys(SOUND.table3.rows).map((c) => [c, [0, 0, 0, 0, 0, 0, 0]])),
      },
      table4: { review: [0, 0, 0, 0, 0], directLitigation: [0, 0, 0, 0, 0], postReviewLitigation: [0, 0, 0, 0, 0] },
      table2: {
        regulations: { made: 0, repealed: 0, valid: 0 },
        normativeDocuments: { made: 0, repealed: 0, valid: 0 },
        licensing: 1,
        punishment: 0,
        coercion: 0,
        feesWan: 0.1,
      },
    };
    const bureau = { unit: '青禾县公安局', figures: SOUND };
    expect(codes(SOUND, { kind: 'own', subordinates: [bureau] })).toEqual([]);
    expect(
      codes(SOUND, {
        kind: 'own',
        subordinates: [bureau, { unit: '西乡', figures: zero }, { unit: '东乡', figures: null }],
      }),
    ).toEqual(['error AGG /table2/licensing', 'error AGG /table2/feesWan', 'warning AGG /subordinates']);
    // What 东乡 has not reported may make up the rest.
    const silent = { unit: '东乡', figures: null };
    expect(codes(SOUND, { kind: 'own', subordinates: [{ unit: '西乡', figures: zero }, silent] })).toEqual([
      'warning AGG /subordinates',
    ]);
    expect(codes(SOUND, { subordinates: [silent] })).toEqual([]);
    const rest = {
      unit: '本级',
      figures: { ...SOUND, table2: { ...SOUND.table2!, licensing: 1 } },
      rest: true,
    } as const;
    const [finding] = checkReport(SOUND, {
      kind: 'own',
      subordinates: [{ unit: '西乡', figures: zero }, silent, rest],
    });
    expect(finding).toMatchObject({ code: 'AGG', severity: 'error', where: '/table2/licensing' });
    expect(finding?.says).toMatch(/填 \d+，下级和本级相加 1\+1=2，相差 8239。$/);
  });

  it('ANR-19 agrees with the files, or a person says why not', () => {
    const counted = { rows: { '1': [31, 2, 0, 0, 1, 0, 34] }, table4: { review: [3, 1, 1, 2, 7] } };
    expect(codes(SOUND, { kind: 'own', counted })).toEqual([
      'error CROSS_CASE /table3/rows/1/0',
      'error CROSS_CASE /table3/rows/1/6',
    ]);
    const overrides = [{ where: '/table3/rows/1/0', reason: '重复登记一件' }];
    expect(codes(SOUND, { kind: 'own', counted, overrides })).toEqual([
      'error CROSS_CASE /table3/rows/1/6',
      'hint CROSS_CASE /table3/rows/1/0',
    ]);
  });
});
