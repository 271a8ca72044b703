import { describe, expect, it } from 'vitest';
import { inventedLicences, LICENCE_CODES } from '../../../test/support/invented-decisions.ts';
import { officerOf, sceneOn } from '../../../test/support/scene.ts';
import { addDays, civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { lastLateDay, publishBy, withdrawBy } from './clocks.ts';
import { creditCodeFrom, isCreditCode } from './credit-code.ts';
import { decideDecisions, permitDecisions } from './decide.ts';
import { DECISION_FIELDS } from './fields.ts';
import { shownDecision } from './public-view.ts';
import { readDecisions, type SheetPage, type SheetRow } from './read-decisions.ts';
import type { RegisteredDecision } from './registered-decision.ts';
import { sameNumber } from './same-number.ts';

const TODAY = civil('2025-01-10');
const read = (rows: readonly SheetRow[]) => readDecisions([{ rows }], 'licensing', TODAY);

describe('a sheet of licences', () => {
  it('ENF-10 is read by code; numbers of papers are kept apart from what may be shown', () => {
    const { decisions, issues } = read(inventedLicences(10).rows);
    expect(issues).toEqual([]);
    expect(decisions).toHaveLength(10);
    expect(decisions[5]).toMatchObject({
      at: 7,
      number: '示市监许字〔2024〕5号',
      subject: '某户5',
      subjectKind: '自然人',
    });
    expect(decisions[5]!.hidden.XK_XDR_ZJHM).toMatch(/^999999/);
    const told = JSON.stringify(decisions.map(({ shown }) => shown));
    for (const { hidden } of decisions) if (hidden.XK_XDR_ZJHM) expect(told).not.toContain(hidden.XK_XDR_ZJHM);
  });

  it('ENF-41 the state of a licence is told in words; a code of another standard is refused', () => {
    const withState = (state: string) => {
      const [head, first] = inventedLicences(1).rows;
      return [head!, { at: 2, texts: first!.texts.map((text, i) => (LICENCE_CODES[i] === 'XK_ZT' ? state : text)) }];
    };
    const told = (state: string) => {
      const { decisions, issues } = read(withState(state));
      if (issues.length > 0) return issues.map(({ where, advice }) => [where, advice]);
      const { at: _, hidden: __, ...said } = decisions[0]!;
      const one = { ...said, id: 'd', agencyId: 'market', kind: 'licensing', state: 'published', withdrawn: null };
      const shown = shownDecision(one as unknown as RegisteredDecision, TODAY)!;
      return shown.fields.find(({ term }) => term === '当前状态')?.value;
    };
    expect(['1', '2', '有效', '注销'].map(told)).toEqual(['有效', '无效', '有效', '注销']);
    expect(told('在用')).toEqual([['第 2 行“当前状态”', expect.stringContaining('请填“有效”或者“无效”')]]);
    for (const old of ['0', '3'])
      expect(told(old)).toEqual([['第 2 行“当前状态”', expect.stringContaining('2015 版的代码含义不同')]]);
  });

  it('ENF-22 lines that are filtered or hidden and hidden columns with something to publish are named, not read', () => {
    const { rows } = inventedLicences(30);
    const where = LICENCE_CODES.indexOf('XK_NR');
    const told = (page: SheetPage) => readDecisions([page], 'licensing', TODAY).issues.map(({ says }) => says);
    const hide = (...lines: number[]) =>
      rows.map((row) => (lines.includes(row.at) ? { ...row, hidden: true as const } : row));
    expect(told({ rows: hide(1), hiddenColumns: new Set([40]) })).toEqual([]);
    expect(told({ rows: hide(4, 6) })).toEqual(['第 4、6 行是隐藏的，或者被筛选掉了。']);
    expect(told({ rows: hide(...rows.slice(1).map(({ at }) => at)) })[0]).toMatch(/^第 2、3、.*、21 行等 30 行/);
    expect(told({ rows, hiddenColumns: new Set([where]) })).toEqual(['“许可内容”这一列是隐藏的，里面有内容。']);
    expect(told({ rows, hiddenColumns: new Set([LICENCE_CODES.indexOf('XK_XDR_ZJHM')]) })).toEqual([]);
  });

  it('ENF-10 under two lines of head, names and codes', () => {
    const { rows } = inventedLicences(3);
    const names = rows[0]!.texts.map((code) => DECISION_FIELDS.licensing.find((one) => one.code === code)!.term);
    const { decisions, issues } = read([{ at: 1, texts: names }, ...rows.map((row) => ({ ...row, at: row.at + 1 }))]);
    expect([decisions.map(({ at }) => at), issues]).toEqual([[3, 4, 5], []]);
  });

  it('ENF-10 by name, by an old code, in any order, with columns of bookkeeping of old systems between', () => {
    const { rows } = inventedLicences(3);
    const heads = rows[0]!.texts.map((code) => {
      const field = DECISION_FIELDS.licensing.find((one) => one.code === code)!;
      return field.aliases?.[0] ?? field.term;
    });
    const turned = (texts: readonly string[], more: string) => [more, ...[...texts].reverse()];
    const { decisions, issues } = read([
      { at: 1, texts: turned(heads, 'SJC') },
      ...rows.slice(1).map(({ at, texts }) => ({ at, texts: turned(texts, '2024-01-01 00:00:00') })),
    ]);
    expect(issues).toEqual([]);
    expect(decisions.map(({ number }) => number)).toEqual(read(rows).decisions.map(({ number }) => number));
  });

  it('ENF-11 names every planted fault of two hundred by line and column, and nothing else', () => {
    const { rows, planted } = inventedLicences(13_704, 200);
    const { decisions, issues } = read(rows);
    expect(decisions).toEqual([]);
    expect(issues.map(({ where }) => where).sort()).toEqual(planted.map(({ where }) => where).sort());
    expect(issues.every(({ says, advice }) => says !== '' && advice !== '')).toBe(true);
  });

  const one = (change: Record<string, string>) => {
    const { rows } = inventedLicences(1);
    const texts = LICENCE_CODES.map((code, i) => change[code] ?? rows[1]!.texts[i]!);
    return read([rows[0]!, { at: 2, texts }]);
  };
  it.each([
    ['2024/3/5', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['2024-03-05 00:00:00', '2024-03-05'],
    [' 2024-3-5 ', '2024-03-05'],
    ['２０２４年３月５日', '2024-03-05'],
    ['2024 年 3 月 5 日', '2024-03-05'],
    ['2024.03.05', '2024-03-05'],
    ['45356', '2024-03-05'],
    ['45356.5', '2024-03-05'],
  ])('ENF-10 reads the day %s', (said, day) =>
    expect(one({ XK_JDRQ: said, XK_YXQZ: said }).decisions[0]!.decidedOn).toBe(day),
  );

  it('ENF-10 a cell that shows a number and no day is counted as its program counts; what is no day of this century is none', () => {
    const [head, line] = inventedLicences(1).rows;
    const day = (said: string, from1904: boolean) => {
      const texts = line!.texts.map((text, i) => (LICENCE_CODES[i] === 'XK_JDRQ' ? said : text));
      return readDecisions([{ rows: [head!, { at: 2, texts }], from1904 }], 'licensing', TODAY).decisions[0]?.decidedOn;
    };
    expect([day('45356', false), day('43894', true), day('36525', false), day('4535', false)]).toEqual([
      '2024-03-05',
      '2024-03-05',
      undefined,
      undefined,
    ]);
  });

  it.each([
    '示市监许字[2024]5号',
    '示市监许字（2024）5号',
    '示市监许字【2024】5号',
    '示市监许字［２０２４］５号',
    ' 示市监许字 〔2024〕 第5号',
    '示市监许字〔2024〕\u200b第5号',
  ])('ENF-14 %s is one number with 示市监许字〔2024〕5号', (said) =>
    expect(sameNumber(said)).toBe(sameNumber('示市监许字〔2024〕5号')),
  );

  it.each(['示市监许字〔2023〕5号', '示市监许字〔2024〕15号', '示市监罚字〔2024〕5号', '第5号'])(
    'ENF-14 %s is another',
    (said) => expect(sameNumber(said)).not.toBe(sameNumber('示市监许字〔2024〕5号')),
  );

  it.each([
    [{ XK_XDR_LB: '法人及非法人组织' }, '第 2 行“统一社会信用代码”'],
    [{ XK_XDR_ZJHM: '' }, '第 2 行“自然人证件号码”'],
    [{ XK_XDR_ZJHM: '110101199001011235' }, '第 2 行“自然人证件号码”'],
    [{ XK_NR: '准予张某，身份证 110101199001011237' }, '第 2 行“许可内容”'],
    [{ XK_XKWS: '\u200b' }, '第 2 行“行政许可决定文书名称”'],
    [{ XK_XKWS: 'a\u0000b' }, '第 2 行“行政许可决定文书名称”'],
    [{ XK_JDRQ: '1924-01-01' }, '第 2 行“许可决定日期”'],
  ])('ENF-11 refuses %j', (change, where) => expect(one(change).issues.map((issue) => issue.where)).toContain(where));

  it('ENF-11 a number that stands twice is told with the line it stands in first', () => {
    const { rows } = inventedLicences(2);
    const { issues } = read([rows[0]!, rows[1]!, { ...rows[1]!, at: 9 }]);
    expect(issues).toMatchObject([{ where: '第 9 行“行政许可决定文书号”', says: expect.stringContaining('第 2 行') }]);
  });

  it.each([
    ['nothing', [], '没有数据'],
    ['a head alone', [{ at: 1, texts: LICENCE_CODES }], '没有数据'],
    [
      'no column that must be',
      [
        { at: 1, texts: ['XK_WSH'] },
        { at: 2, texts: ['x'] },
      ],
      '缺少“行政相对人名称”',
    ],
    [
      'an unknown column',
      [
        { at: 1, texts: [...LICENCE_CODES, '手机'] },
        { at: 2, texts: [] },
      ],
      '没有这个字段',
    ],
    [
      'a column twice',
      [
        { at: 1, texts: [...LICENCE_CODES, 'XK_WSH'] },
        { at: 2, texts: [] },
      ],
      '出现了两次',
    ],
    [
      'too many lines',
      Array.from({ length: 50_003 }, (_, i) => ({ at: i + 1, texts: LICENCE_CODES })),
      '一次最多 50000 行',
    ],
  ])('ENF-11 refuses a sheet with %s', (_, rows, says) => expect(read(rows).issues[0]!.says).toContain(says));
});

describe('ENF-22 a sheet as offices have them', () => {
  const { rows } = inventedLicences(2);
  const withValue = (code: string, value: string) => ({
    at: 2,
    texts: rows[1]!.texts.map((text, i) => (LICENCE_CODES[i] === code ? value : text)),
  });
  const firstOf = (pages: Parameters<typeof readDecisions>[0], kind: 'licensing' | 'punishment' = 'licensing') =>
    readDecisions(pages, kind, TODAY).issues[0];

  it('a cover before it, a merged title above its head and notes between are passed over', () => {
    const cover = { rows: [{ at: 1, texts: ['示范县双公示表'] }] };
    const title = { at: 1, texts: ['行政许可公示表', '', ''] };
    const below = rows.map(({ at, texts }) => ({ at: at + 3, texts }));
    const read = readDecisions([cover, { rows: [title, ...below], merged: ['A1:Z1'] }], 'licensing', TODAY);
    expect([read.issues, read.decisions.map(({ at }) => at)]).toEqual([[], [5, 6]]);
  });

  it.each([
    ['a sheet of the other kind', [{ rows }], 'punishment', '先换到“行政许可”'],
    ['cells merged below the head', [{ rows, merged: ['C2:C3'] }], 'licensing', '请取消合并'],
    ['no head at all', [{ rows: [{ at: 1, texts: ['甲', '乙'] }] }], 'licensing', '下载模板'],
    [
      'a number that lost its figures',
      [{ rows: [rows[0]!, withValue('XK_XKBH', '1.50924E+17')] }],
      'licensing',
      '设为“文本”',
    ],
    ['a number no field can hold', [{ rows: [rows[0]!, withValue('XK_WSH', '1e+300')] }], 'licensing', '设为“文本”'],
    ['a formula that failed', [{ rows: [rows[0]!, withValue('XK_NR', '#DIV/0!')] }], 'licensing', '改好公式'],
    ['a formula that was never reckoned', [{ rows: [rows[0]!, withValue('XK_XKLB', '=?')] }], 'licensing', '改好公式'],
    ['two sheets that are filled', [{ rows }, { rows }], 'licensing', '合成一张'],
    ['a day of no calendar', [{ rows: [rows[0]!, withValue('XK_YXQZI', '3024-01-01')] }], 'licensing', '写“长期”'],
  ] as const)('%s is refused in words that help', (_, pages, kind, advice) =>
    expect(firstOf(pages, kind)!.advice).toContain(advice),
  );

  it('ENF-10 the columns of a party are known by what the number is of, and marks of must do not count', () => {
    const named: Readonly<Record<string, string>> = {
      XK_XDR_SHXYM: '行政相对人代码_1(统一社会信用代码)',
      XK_XDR_GSZC: '行政相对人代码_2（工商注册号）',
      XK_XDR_ZJLX: '证件类型',
      XK_XDR_ZJHM: '证件号码',
      XK_WSH: '行政许可决定书文号',
      XK_JDRQ: '许可决定日期（必填）',
    };
    const head = LICENCE_CODES.map((code) => named[code] ?? code);
    const { decisions, issues } = readDecisions([{ rows: [{ at: 1, texts: head }, rows[1]!] }], 'licensing', TODAY);
    expect([issues, decisions[0]!.hidden.XK_XDR_ZJHM]).toEqual([[], expect.stringMatching(/^999999/)]);
  });

  it('ENF-11 an identity number has eighteen places, and a day of birth that has been', () => {
    const told = (paper: string) => firstOf([{ rows: [rows[0]!, withValue('XK_XDR_ZJHM', paper)] }])?.says;
    expect(told('99999919900101001')).toBe('居民身份证号码应当是 18 位，这里是 17 位');
    expect(told(`9999992099010100${'1'}${'X'}`)).toMatch(/出生日期/);
  });

  it('ENF-16 the number a household is taxed by is that of its owner: kept apart, and never shown', () => {
    const owner = inventedLicences(1).rows[1]!.texts[LICENCE_CODES.indexOf('XK_XDR_ZJHM')]!;
    const cells: Readonly<Record<string, string>> = {
      XK_XDR_LB: '个体工商户',
      XK_FRDB: '张三',
      XK_XDR_SWDJ: owner,
      XK_XDR_ZJHM: '',
      XK_XDR_ZJLX: '',
    };
    const texts = rows[1]!.texts.map((text, i) => cells[LICENCE_CODES[i]!] ?? text);
    const { decisions, issues } = readDecisions([{ rows: [rows[0]!, { at: 2, texts }] }], 'licensing', TODAY);
    expect([issues, decisions[0]?.shown.XK_XDR_SWDJ, decisions[0]?.hidden.XK_XDR_SWDJ]).toEqual([[], undefined, owner]);
  });

  it('ENF-11 one number twice, however its year is bracketed; a code that cannot be read is not missing too', () => {
    const again = withValue('XK_WSH', '示市监许字[2024]0号');
    expect(firstOf([{ rows: [...rows.slice(0, 2), { ...again, at: 3 }] }])?.says).toContain('和第 2 行重复');
    const firm = inventedLicences(2).rows[2]!;
    const texts = firm.texts.map((text, i) => (LICENCE_CODES[i] === 'XK_XDR_SHXYM' ? '9115' : text));
    expect(readDecisions([{ rows: [rows[0]!, { at: 2, texts }] }], 'licensing', TODAY).issues).toHaveLength(1);
  });

  it.each(['长期', '长期有效', '无固定期限', '9999-12-31', '9999年12月31日', '2099-12-31'])('%s is no end', (said) => {
    const { decisions } = readDecisions([{ rows: [rows[0]!, withValue('XK_YXQZI', said)] }], 'licensing', TODAY);
    expect(decisions[0]!.shown.XK_YXQZI).toBe('2099-12-31');
    const view = shownDecision(
      {
        ...{ ...decisions[0]!, id: 'a', agencyId: 'market', kind: 'licensing', state: 'published' },
        ...{ importedBy: 'a', importedAt: new Date(0), publishedBy: 'b', publishedAt: new Date(0) },
        ...{ correction: null, withdrawn: null },
      },
      TODAY,
    )!;
    expect(view.fields).toContainEqual({ term: '有效期至', value: '长期' });
  });

  it('the last day that is late is found for every day of two years as by walking', () => {
    for (let day = civil('2024-01-01'); day < '2025-12-31'; day = addDays(day, 1)) {
      const last = lastLateDay(day, builtInCalendar);
      expect([publishBy(last, builtInCalendar) < day, publishBy(addDays(last, 1), builtInCalendar) < day]).toEqual([
        true,
        false,
      ]);
    }
  });
});

it('ENF-11 a credit code has its check letter', () => {
  expect(isCreditCode('91350100M000100Y43')).toBe(true);
  expect(isCreditCode('91350100M000100Y44')).toBe(false);
  expect(isCreditCode('91350100M000100Y4')).toBe(false);
  expect(isCreditCode('9135010OM000100Y43')).toBe(false);
  // The letter of the whole is right, that of the organisation within it is not.
  expect(isCreditCode('91350100M000100Y56')).toBe(false);
  for (const code of ['91110000802100433B', '9144030071526726XG', creditCodeFrom('91999999MA000001')])
    expect([code, isCreditCode(code)]).toEqual([code, true]);
});

describe('its clocks', () => {
  it('ENF-12 seven workdays from the day after the decision: of 2025-09-30 by 2025-10-16', () =>
    expect(publishBy(civil('2025-09-30'), builtInCalendar)).toBe('2025-10-16'));
  it('ENF-13 three workdays from the day after it was revoked: of 2026-02-13 by 2026-02-25', () =>
    expect(withdrawBy(civil('2026-02-13'), builtInCalendar)).toBe('2026-02-25'));
});

describe('showing and taking back', () => {
  const registered: RegisteredDecision = {
    id: 'a',
    agencyId: 'market',
    kind: 'punishment',
    number: '示罚字〔2025〕1号',
    subject: '某公司',
    subjectKind: '法人及非法人组织',
    decidedOn: civil('2025-01-02'),
    shownUntil: null,
    shown: {},
    state: 'registered',
    importedBy: 'officer-editor',
    importedAt: new Date(0),
    publishedBy: null,
    publishedAt: null,
    correction: null,
    withdrawn: null,
  };
  const loaded = { agencyId: 'market', found: [registered], planned: null };
  const publish = { verb: 'publishDecisions', agencyId: 'market', ids: ['a'] } as const;
  const scene = sceneOn('2025-01-10', officerOf('market', 'publisher'), builtInCalendar);

  it('ENF-12 who imported does not show, nor anybody without the post or of another agency', () => {
    expect(permitDecisions(officerOf('market', 'publisher'), publish, loaded).allowed).toBe(true);
    for (const actor of [
      officerOf('market', 'editor'),
      officerOf('other', 'publisher'),
      officerOf('market', 'auditor'),
      { ...officerOf('market', 'publisher'), id: 'officer-editor' },
    ])
      expect(permitDecisions(actor as never, publish, loaded).allowed).toBe(false);
  });

  const shown = { ...loaded, found: [{ ...registered, state: 'published' as const }] };
  const back = { verb: 'withdrawDecision', id: 'a', revokedOn: civil('2025-01-08'), why: '行政复议决定撤销' } as const;

  it('ENF-13 what was revoked is taken back with the reason; late is said as late', () => {
    expect(decideDecisions(shown, back, scene)).toMatchObject({ next: { late: false, why: back.why } });
    const early = { ...back, revokedOn: civil('2025-01-03') };
    expect(decideDecisions(shown, early, scene)).toMatchObject({ next: { late: true } });
  });

  it.each([
    ['no reason', shown, { ...back, why: ' ' }],
    ['a day before the decision', shown, { ...back, revokedOn: civil('2025-01-01') }],
    ['a day ahead', shown, { ...back, revokedOn: civil('2025-01-11') }],
    ['what was never shown', loaded, back],
  ])('ENF-13 refuses %s', (_, from, command) =>
    expect(decideDecisions(from, command, scene)).toMatchObject({ code: 'ENF-13' }),
  );
});
