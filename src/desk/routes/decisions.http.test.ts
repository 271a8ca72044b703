import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { type Browser, deskOffice } from '../../../test/support/desk-office.ts';
import { inventedLicences, LICENCE_CODES } from '../../../test/support/invented-decisions.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { readCells } from '../../platform/papers/xlsx-cells.ts';
import { portalFor, visitorOf } from '../../portal/portal.fixture.ts';
import type { DecisionCountsView, DecisionImports, DecisionPage, DecisionsChecked, ReportView } from '../contract.ts';

const { db } = await testDatabase();
const office = await deskOffice(db);
const portal = portalFor(office.house);
office.follower.onNews((news) => portal.hear(news));
const visitor = visitorOf(portal);

const csv = (rows: readonly { readonly texts: readonly string[] }[]) =>
  Buffer.from(rows.map(({ texts }) => texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n'));
const licences = (n: number) => csv(inventedLicences(n).rows);
/** The first row with another value in one column. */
function changed(code: string, value: string): Buffer {
  const [head, first] = inventedLicences(1).rows;
  return csv([head!, { texts: first!.texts.map((text, i) => (LICENCE_CODES[i] === code ? value : text)) }]);
}

const SENT = { agencyId: 'finance', kind: 'licensing' };
let [editor, publisher, head]: Browser[] = [];
beforeAll(async () => {
  editor = await office.as(['editor']);
  publisher = await office.as(['publisher']);
  head = await office.as(['officeHead']);
});
const send = (way: 'check' | 'import', file: Buffer, browser = editor!, fields: Record<string, string> = SENT) =>
  browser.upload(`/api/decisions/${way}`, fields, file, 'sheet.csv');
const list = async (more = '', browser = publisher!) =>
  (await browser.get(`/api/decisions?kind=licensing${more}`)).json<DecisionPage>();

describe('a sheet of licences', () => {
  it('ENF-14 is checked without being written, written, and sent again changes nothing', async () => {
    expect((await send('check', licences(60))).json<DecisionsChecked>()).toMatchObject({
      added: 60,
      changed: 0,
      same: 0,
    });
    expect((await list()).total).toBe(0);
    expect((await send('import', licences(60))).json<DecisionsChecked>()).toMatchObject({ added: 60 });
    expect((await send('import', licences(60))).json<DecisionsChecked>()).toMatchObject({ added: 0, same: 60 });
    const page = await list();
    expect([page.total, page.waiting, page.lines.length]).toEqual([60, 60, 50]);
  });

  it('ENF-11 a decision of another agency of the county is not registered here', async () => {
    const answer = await send('import', changed('XK_XKJG', '示范县人民政府'));
    expect([answer.statusCode, answer.json().issues[0]]).toEqual([
      422,
      expect.objectContaining({ where: '第 2 行“许可机关”', says: expect.stringContaining('是“示范县人民政府”') }),
    ]);
  });

  it('ENF-11 one faulty line and nothing is written; it is named by line and column', async () => {
    const answer = await send('import', changed('XK_JDRQ', '2024-02-30'));
    expect([answer.statusCode, answer.json().issues[0]]).toEqual([
      422,
      expect.objectContaining({
        code: 'ENF-11',
        where: '第 2 行“许可决定日期”',
        advice: expect.stringContaining('2024-03-05'),
      }),
    ]);
    expect((await list()).total).toBe(60);
  });

  it('ENF-22 of thousands of faults the answer tells the first and how many; the file tells all', async () => {
    const faulty = csv(inventedLicences(2_000, 1_000).rows);
    const answer = await send('check', faulty);
    expect(answer.json()).toMatchObject({ status: 422, says: expect.stringContaining('有 1000 处需要改正') });
    expect(answer.json().issues).toHaveLength(200);
    expect(answer.rawPayload.length).toBeLessThan(100_000);
    const file = await editor!.upload('/api/decisions/faults', SENT, faulty, 'sheet.csv');
    expect(readCells(file.rawPayload, 3)).toHaveLength(1_001);
  });

  it.each([
    ['no sheet', Buffer.from('%PDF-1.7')],
    ['a broken workbook', Buffer.from('PK\u0003\u0004broken')],
    ['quotes that do not close', Buffer.from('"XK_WSH')],
  ])('ENF-11 refuses %s in words', async (_, file) => {
    const { says, issues } = (await send('check', file)).json();
    expect(says + JSON.stringify(issues ?? '')).toMatch(/请|从第二行起/);
  });

  it('ENF-15 every decision counts in the report, shown or not; a month counted by hand holds', async () => {
    const reporter = await office.as(['reporter']);
    const figure = async () =>
      (await reporter.get('/api/reports/county/2024'))
        .json<ReportView>()
        .tables[0]!.rows.flat()
        .find((cell) => cell.figure === '/table2/licensing')!.text;
    expect(await figure()).toBe('60');
    const counts = Buffer.from('类别,月份,数量或金额,收费项目\n行政许可,2024-01,100,\n');
    await reporter.upload('/api/decision-counts/sheet', { agencyId: 'finance' }, counts, 'a.csv');
    expect(await figure()).toBe(String(55 + 100));
  });

  it('ENF-36 where that count is not the register’s, the register of counts and the report say so, and the report cannot be frozen in silence', async () => {
    const reporter = await office.as(['reporter']);
    const counts = (await reporter.get('/api/decision-counts?year=2024')).json<DecisionCountsView>();
    const january = counts.lines.filter(({ month }) => month === '2024-01');
    expect(january).toMatchObject([{ amount: '100 件', registered: '双公示登记 5 件' }]);
    const report = '/api/reports/county/2024';
    const { findings } = (await reporter.post(`${report}/acts`, { verb: 'open' })).json<ReportView>();
    expect(findings).toContainEqual(
      expect.objectContaining({
        ...{ code: 'ENTERED', severity: 'error', where: '/table2/licensing', left: 100, right: 5 },
        says: expect.stringContaining('示范县财政局 1 月录入 100，双公示登记 5'),
      }),
    );
    const { seen } = (await reporter.get(report)).json<ReportView>();
    expect((await reporter.post(`${report}/acts`, { verb: 'freeze', seen })).json()).toMatchObject({ code: 'ANR-4' });
  });
});

describe('showing and taking back', () => {
  it('ENF-12 another hand shows them, the earliest due first; the public finds firms by name, and persons not', async () => {
    const waiting = await list('&state=registered');
    expect(waiting.lines[0]).toMatchObject({ decidedOn: '2024-01-01', late: true, publishBy: '2024-01-10' });
    const ids = waiting.lines.map(({ id }) => id);
    expect((await publisher!.post('/api/decisions/shown', { agencyId: 'finance', ids })).json()).toEqual({ done: 50 });
    expect(office.told).toContain('decisions');
    const page = await visitor.get('/decisions/licensing');
    expect(page.body).toContain('共 50 件');
    expect((await visitor.get(`/decisions/licensing?q=${encodeURIComponent('第1商贸')}`)).body).toContain(
      '示市监许字〔2024〕1号',
    );
    expect((await visitor.get(`/decisions/licensing?q=${encodeURIComponent('某户5')}`)).body).toContain('没有找到');
  });

  it('ENF-12, SEC-8 all that wait of an agency are shown at once, as long as nobody registered more than was seen, by another hand', async () => {
    const all = (browser: Browser, seen: number, agencyId = 'finance') =>
      browser.post('/api/decisions/shown-all', { agencyId, kind: 'licensing', seen });
    const seen = async () => (await list()).shows.find(({ name }) => name === 'finance')!.seen;
    const before = await seen();
    expect((await list()).shows.find(({ name }) => name === 'finance')).toMatchObject({ waiting: 10 });
    // As many wait as before, and one of them nobody has seen.
    const [first] = (await list('&state=registered')).lines;
    await publisher!.post('/api/decisions/shown', { agencyId: 'finance', ids: [first!.id] });
    await send('import', licences(60));
    expect(await seen()).toBe(before);
    await send('import', changed('XK_WSH', '示市监许字〔2024〕9002号'));
    const stale = (await all(publisher!, before)).json();
    expect(stale).toMatchObject({ code: 'STALE', says: expect.stringContaining('登记了“登记处理决定”') });
    expect((await list()).waiting).toBe(10);
    expect((await all(editor!, await seen())).statusCode).toBe(403);
    expect((await all(publisher!, await seen(), 'elsewhere')).json()).toMatchObject({ code: 'NO_SUCH_DECISION' });
    expect((await all(publisher!, await seen())).json()).toEqual({ done: 10 });
    expect((await list()).waiting).toBe(0);
    expect((await all(publisher!, await seen())).json()).toMatchObject({ code: 'STALE' });
  });

  it('ENF-16 a person is shown by his family name alone, and his papers not at all', async () => {
    const person = (await list('&state=published')).lines.find(({ subject }) => subject.startsWith('某户'))!;
    const { body } = await visitor.get(`/decisions/licensing/${person.id}`);
    expect(body).toContain('某*');
    expect(body).not.toContain(person.subject);
    const { sealed } = await db
      .selectFrom('registered_decisions')
      .select('sealed')
      .where('id', '=', person.id)
      .executeTakeFirstOrThrow();
    expect(sealed).not.toBeNull();
    expect(sealed + body).not.toContain('999999199');
  });

  it('ENF-18 what tells whether a line has changed is a keyed digest: nobody guesses an identity number against it', async () => {
    const rows = await db.selectFrom('registered_decisions').select(['id', 'content', 'sealed', 'shown']).execute();
    const inOrder = (fields: object) => Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
    const person = rows.find(({ sealed }) => sealed !== null)!;
    const hidden = JSON.parse(KEYS.open(person.sealed!, `registered-decision:${person.id}`));
    const said = JSON.stringify([inOrder(person.shown), inOrder(hidden)]);
    const digests = ['sha256', 'sm3', 'sha1', 'md5'].flatMap((hash) =>
      (['hex', 'base64', 'base64url'] as const).map((form) => createHash(hash).update(said).digest(form)),
    );
    expect(digests).not.toContain(person.content);
    expect(person.content).toBe(KEYS.digest(said, 'registered_decisions.content'));
  });

  it('ENF-13 one that was revoked is taken back, and the page says why', async () => {
    const [line] = (await list('&state=published')).lines;
    const take = (body: object, browser = publisher!) => browser.post(`/api/decisions/${line!.id}/withdrawn`, body);
    expect((await take({ revokedOn: '2026-02-27', why: '' })).json()).toMatchObject({ code: 'ENF-13' });
    expect((await take({ revokedOn: '2026-02-27', why: '行政复议决定撤销' })).json()).toEqual({ done: 1 });
    const { body } = await visitor.get(`/decisions/licensing/${line!.id}`);
    expect(body).toContain('行政复议决定撤销');
    expect(body).not.toContain('准予食品销售');
    expect((await take({ revokedOn: '2026-02-27', why: '再来' })).json()).toMatchObject({ code: 'ENF-13' });
  });

  /** The line and the page of one number. */
  const shownOf = async (number: string) => {
    const [line] = (await list(`&words=${encodeURIComponent(number)}`)).lines;
    return { line: line!, page: await visitor.get(`/decisions/licensing/${line!.id}`) };
  };
  /** The sheet again, with the n-th decision saying something else. */
  const again = (n: number, code: string, value: string) => {
    const { rows } = inventedLicences(n + 1);
    const texts = rows[n + 1]!.texts.map((text, i) => (LICENCE_CODES[i] === code ? value : text));
    return csv([rows[0]!, { texts }]);
  };
  const number = (n: number) => `示市监许字〔2024〕${n}号`;

  it('ENF-19 a changed sheet leaves the public what it has until another hand shows the new; number and fields are named', async () => {
    const { line } = await shownOf(number(12));
    const done = (await send('import', again(12, 'XK_NR', '准予餐饮服务。'))).json<DecisionsChecked>();
    expect(done).toMatchObject({
      ...{ added: 0, changed: 1, same: 0, kept: [], says: expect.stringContaining('公示的内容不变') },
      changes: [{ number: number(12), how: '更正，公示后才替换原来的', fields: ['许可内容'] }],
    });
    const between = await shownOf(number(12));
    expect(between.page.body).toContain('准予食品销售');
    expect(between.line).toMatchObject({
      ...{ id: line.id, state: 'published', waits: true },
      correction: {
        fields: [{ term: '许可内容', before: '准予食品销售，经营场所示范县民主路。', after: '准予餐饮服务。' }],
      },
    });
    expect((await list('&state=registered')).lines.map(({ id }) => id)).toContain(line.id);
    const both = await office.as(['editor', 'publisher']);
    await send('import', again(12, 'XK_NR', '准予餐饮服务和外卖。'), both);
    const show = (browser: Browser) => browser.post('/api/decisions/shown', { agencyId: 'finance', ids: [line.id] });
    expect((await show(both)).json()).toMatchObject({ code: 'FOUR_EYES' });
    expect((await show(publisher!)).json()).toEqual({ done: 1 });
    const after = await shownOf(number(12));
    expect(after.page.body).toContain('准予餐饮服务和外卖');
    expect(after.line).toMatchObject({ id: line.id, waits: false, correction: null });
  });

  it('ENF-19 what is sent as it is shown takes the waiting correction away; numbers of papers are named and not told', async () => {
    const paper = again(15, 'XK_XDR_ZJHM', inventedLicences(11).rows[11]!.texts[LICENCE_CODES.indexOf('XK_XDR_ZJHM')]!);
    expect((await send('import', paper)).json()).toMatchObject({ changes: [{ fields: ['自然人证件号码'] }] });
    expect((await shownOf(number(15))).line.correction).toEqual({
      fields: [{ term: '自然人证件号码', before: null, after: null }],
    });
    const same = again(15, 'XK_BM', '');
    expect((await send('import', same)).json()).toMatchObject({
      changed: 1,
      changes: [{ how: expect.stringContaining('一致') }],
    });
    expect((await shownOf(number(15))).line.correction).toBeNull();
  });

  it('ENF-20 a sheet never brings back what was taken back', async () => {
    const { line } = await shownOf(number(13));
    await publisher!.post(`/api/decisions/${line.id}/withdrawn`, { revokedOn: '2026-02-27', why: '行政复议决定撤销' });
    const done = (await send('import', again(13, 'XK_NR', '准予餐饮服务。'))).json<DecisionsChecked>();
    expect(done).toMatchObject({
      changed: 0,
      kept: [number(13)],
      says: expect.stringContaining('已经撤回的 1 件没有改动'),
    });
    const { page } = await shownOf(number(13));
    expect([page.statusCode, page.body.includes('行政复议决定撤销')]).toEqual([200, true]);
    const shown = await publisher!.post('/api/decisions/shown', { agencyId: 'finance', ids: [line.id] });
    expect(shown.json()).toMatchObject({ code: 'ENF-12' });
  });

  it('ENF-19 each sheet has its record, whose hash the ledger holds, and its file names every number', async () => {
    const { imports } = (await publisher!.get('/api/decisions/imports')).json<DecisionImports>();
    const newest = imports.find(({ kept }) => kept === 1)!;
    const beyond = (await publisher!.get('/api/decisions/imports?page=2')).json<DecisionImports>();
    expect([beyond.imports, beyond.total, beyond.pageSize]).toEqual([[], imports.length, 20]);
    expect(newest).toMatchObject({ kind: '行政许可', added: 0, changed: 0 });
    const files = await Promise.all(
      imports.filter(({ changed }) => changed === 1).map(({ id }) => publisher!.get(`/api/decisions/imports/${id}`)),
    );
    const told = JSON.stringify(files.map(({ rawPayload }) => readCells(rawPayload, 3)));
    for (const each of [number(12), number(15), '许可内容', '自然人证件号码']) expect(told).toContain(each);
    const entry = await db
      .selectFrom('ledger_entries')
      .select('subject')
      .where('verb', '=', 'importedDecisions')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(entry.subject).toBe(newest.id);
  });

  it('ENF-14 of two sheets at once the second is counted as what it is', async () => {
    const sheet = csv(inventedLicences(100).rows);
    const both = await Promise.all([send('import', sheet), send('import', sheet)]);
    const tallies = both.map((one) => one.json<DecisionsChecked>()).map(({ added }) => added);
    expect(tallies.sort()).toEqual([0, 40]);
  });
});

describe('who may not', () => {
  const URLS = [
    '/api/decisions?kind=licensing',
    '/api/decisions/template?kind=licensing',
    '/api/decisions/imports',
    '/api/decisions/imports/x',
  ];

  it('SEC-3 nobody without a session or a post', async () => {
    for (const url of URLS) {
      expect((await office.stranger.get(url)).statusCode).toBe(401);
      expect((await (await office.as(['handler'])).get(url)).statusCode).toBe(403);
    }
    expect((await send('import', licences(1), office.stranger)).statusCode).toBe(401);
    expect((await send('import', licences(1), await office.as(['handler']))).statusCode).toBe(403);
  });

  it('ENF-12 who only reads registers nothing, who registered shows nothing, and a forged page does neither', async () => {
    const auditor = await office.as(['auditor']);
    expect((await send('check', licences(1), auditor)).statusCode).toBe(403);
    expect((await send('import', licences(1), publisher!)).statusCode).toBe(403);
    const ids = (await list('&state=registered')).lines.slice(0, 2).map(({ id }) => id);
    const sends = { agencyId: 'finance', ids };
    expect((await editor!.post('/api/decisions/shown', sends)).statusCode).toBe(403);
    expect((await publisher!.fromElsewhere('/api/decisions/shown', sends)).statusCode).toBe(403);
    const both = await office.as(['editor', 'publisher']);
    await send('import', changed('XK_WSH', '示市监许字〔2024〕9001号'), both);
    const own = (await list('&state=registered&words=9001')).lines[0]!;
    expect((await both.post('/api/decisions/shown', { agencyId: 'finance', ids: [own.id] })).json()).toMatchObject({
      code: 'FOUR_EYES',
    });
    expect((await head!.post('/api/decisions/shown', { agencyId: 'finance', ids: [own.id] })).json()).toEqual({
      done: 1,
    });
  });

  it('nobody reaches what is of another agency, and what waits is no page of the public', async () => {
    const [waiting] = (await list('&state=registered')).lines;
    const other = await office.as(['publisher', 'editor'], 'other');
    expect((await list('', other)).total).toBe(0);
    const sends = { agencyId: 'other', ids: [waiting!.id] };
    expect((await other.post('/api/decisions/shown', sends)).json()).toMatchObject({
      status: 404,
      code: 'NO_SUCH_DECISION',
    });
    const take = await other.post(`/api/decisions/${waiting!.id}/withdrawn`, { revokedOn: '2026-02-27', why: 'x' });
    expect(take.json()).toMatchObject({ status: 404, code: 'NO_SUCH_DECISION' });
    expect((await send('import', licences(1), other)).statusCode).toBe(403);
    expect((await visitor.get(`/decisions/licensing/${waiting!.id}`)).statusCode).toBe(404);
    expect((await visitor.get(`/decisions/punishment/${waiting!.id}`)).statusCode).toBe(404);
    expect((await visitor.get('/decisions/secret')).statusCode).toBe(404);
    const { imports } = (await publisher!.get('/api/decisions/imports')).json<DecisionImports>();
    expect((await other.get('/api/decisions/imports')).json()).toMatchObject({ imports: [], total: 0 });
    expect((await other.get(`/api/decisions/imports/${imports[0]!.id}`)).statusCode).toBe(404);
    expect((await other.upload('/api/decisions/faults', SENT, licences(1), 'a.csv')).statusCode).toBe(403);
  });
});

describe('a batch that is stopped', () => {
  it('ENF-12 refused in the middle, it says how many were shown, and the rest waits', async () => {
    const both = await office.as(['editor', 'publisher']);
    const finance = async () => (await list()).shows.find(({ name }) => name === 'finance')!;
    const all = async (browser: Browser) => {
      const sent = { agencyId: 'finance', kind: 'licensing', seen: (await finance()).seen };
      return (await browser.post('/api/decisions/shown-all', sent)).json();
    };
    await all(publisher!);
    const [head, ...rows] = inventedLicences(1_200).rows;
    await send('import', csv([head!, ...rows.slice(-500)]));
    const OWN: Record<string, string> = { XK_WSH: '示市监许字〔2024〕9999号', XK_JDRQ: '2024-12-31' };
    const own = { texts: rows[0]!.texts.map((text, i) => OWN[LICENCE_CODES[i]!] ?? text) };
    await send('import', csv([head!, own]), both);
    expect((await finance()).waiting).toBe(501);
    expect(await all(both)).toMatchObject({
      code: 'FOUR_EYES',
      says: expect.stringMatching(/^已经公示 500 件，其余没有公示。/),
    });
    expect((await list()).waiting).toBe(1);
    expect(await all(publisher!)).toEqual({ done: 1 });
  });
});
