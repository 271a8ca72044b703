import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { REGISTER } from '../../../test/support/request-play.ts';
import { readCells } from '../../platform/papers/xlsx-cells.ts';
import { countTable3 } from '../../requests/store/figures.ts';
import { civil } from '../../statute/civil-date.ts';
import type { CountedFilesView, RequestPage, StatisticsView } from '../contract.ts';
import { listSheet } from '../requests/list-sheet.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const { as } = office;

const listed = async (query = '', who: Who = 'handler'): Promise<RequestPage> =>
  (await as(who).get(`/api/requests${query}`)).json();
const wanted = ({ lines }: RequestPage) => lines.map((line) => line.wanted);

office.on('2026-03-31');
const first = await office.register({ wanted: '逾期的100%材料', on: civil('2026-03-02') });
await office.register({
  wanted: '今天的',
  on: civil('2026-03-31'),
  applicant: { ...REGISTER.applicant, name: '李四' },
});
await office.register({ wanted: '邻镇的', on: civil('2026-03-10'), agencyId: 'town' });

describe('GET /api/requests', () => {
  it('sorts by what is due, or by what came last', async () => {
    expect(wanted(await listed())).toEqual(['逾期的100%材料', '邻镇的', '今天的']);
    expect(wanted(await listed('?sort=newest'))).toEqual(['今天的', '邻镇的', '逾期的100%材料']);
  });

  it.each([
    ['?light=overdue', ['逾期的100%材料']],
    ['?agencyId=town', ['邻镇的']],
    ['?agencyId=elsewhere', []],
    ['?state=served', []],
    ['?text=%E4%BB%8A%E5%A4%A9', ['今天的']],
    ['?text=100%25', ['逾期的100%材料']],
    ['?text=%25', ['逾期的100%材料']],
    ['?text=%E6%9D%8E', ['今天的']],
    ['?page=2', []],
  ])('narrows by %s', async (query, found) => expect(wanted(await listed(query))).toEqual(found));

  it('pages by twenty and counts them all', async () => {
    for (let n = 0; n < 20; n += 1)
      await office.register({ wanted: `第${n}件`, agencyId: 'town', on: civil('2026-03-12') });
    const page = await listed('?agencyId=town');
    expect([page.lines.length, page.total, page.pageSize]).toEqual([20, 21, 20]);
    expect((await listed('?agencyId=town&page=2')).lines).toHaveLength(1);
  });

  it('REQ-39 a line names nothing but what a list shows', async () => {
    const line = (await listed('?text=100%25')).lines[0]!;
    expect(line).toEqual({
      id: first.request.id,
      number: '示政公开申〔2026〕1号',
      agency: '示范县人民政府',
      wanted: '逾期的100%材料',
      maskedName: '张**',
      channel: '当面提交',
      arrivedOn: '2026-03-02',
      receivedOn: '2026-03-02',
      state: '办理中',
      light: 'overdue',
      late: true,
      dueOn: '2026-03-30',
      workdaysLeft: -1,
      closedOn: null,
      outcome: null,
      problem: null,
      step: { term: '拟写答复', waitsFor: null },
    });
  });

  it.each(['?light=purple', '?state=lost', '?page=0', '?sort=colour', '?order=asc'])(
    'SEC-7 %s is refused',
    async (query) =>
      expect((await as('handler').get(`/api/requests${query}`)).json()).toMatchObject({
        status: 400,
        code: 'DOES_NOT_FIT',
      }),
  );

  it('no cache keeps it', async () => {
    expect((await as('handler').get('/api/requests')).headers['cache-control']).toBe('no-store');
  });
});

describe('POST /api/requests/export', () => {
  const taken = async (query = '', who: Who = 'handler') => as(who).post(`/api/requests/export${query}`, {});
  const cellsOf = async (query = '') => {
    const book = new exceljs.Workbook();
    await book.xlsx.load((await taken(query)).rawPayload as never);
    return book.worksheets[0]!;
  };
  const exports = () =>
    db.selectFrom('ledger_entries').selectAll().where('verb', '=', 'exportedList').orderBy('seq', 'desc').execute();

  it('STA-1 holds all pages of what the filter finds, in its order, with masked names', async () => {
    const { total } = await listed('?agencyId=town');
    const rows = readCells((await taken('?agencyId=town')).rawPayload, 30)!;
    expect(total).toBeGreaterThan(20);
    expect(rows.filter(({ texts }) => texts[1] === '河东镇人民政府')).toHaveLength(total);
    const [head, line] = readCells((await taken('?light=overdue')).rawPayload, 30)!;
    expect(head!.texts.slice(0, 4)).toEqual(['登记号', '机关', '申请人', '所需信息']);
    expect(line!.texts.slice(0, 4)).toEqual(['示政公开申〔2026〕1号', '示范县人民政府', '张**', '逾期的100%材料']);
  });

  it('STA-1 says how many are missing when there are more than a sheet holds', async () => {
    const { lines } = await listed('?light=overdue');
    const by = { by: '韩经办', on: civil('2026-03-31') };
    expect(listSheet(lines, 12_000, by).notes[0]).toContain('共 12000 件，本表只列前 1 件，其余 11999 件没有列入');
    expect(listSheet(lines, 1, by).notes).toEqual(['韩经办于 2026-03-31 导出，导出已经留痕。申请人姓名已遮掩。']);
  });

  it('STA-2 what an applicant wrote stays a text, whatever it begins with', async () => {
    const evil = ['=HYPERLINK("http://x","y")', '+1+1', '@SUM(A1)', '-2+3'];
    for (const wanted of evil) await office.register({ wanted, on: civil('2026-03-30') });
    const sheet = await cellsOf('?sort=newest&agencyId=county');
    const written = sheet.getColumn(4).values.flatMap((_, row) => {
      const cell = sheet.getCell(row, 4);
      return evil.includes(String(cell.value)) ? [[cell.type, cell.numFmt]] : [];
    });
    expect(written).toEqual(evil.map(() => [exceljs.ValueType.String, '@']));
  });

  it('STA-3 who took how many by which filter stands in the ledger, the words looked for do not', async () => {
    await taken('?state=inProcess&text=%E6%9D%8E', 'auditor');
    const [last] = await exports();
    expect(last).toMatchObject({ actor_id: 'officer-auditor', agency_id: 'county', subject: 'list' });
    expect(last!.basis).toContain('（导出 1 件，2 个机关，状态：');
    expect(JSON.stringify(last)).not.toContain('李');
  });

  it('STA-1 nothing found is nothing taken and leaves no trace', async () => {
    const before = await exports();
    expect((await taken('?text=nowhere')).json()).toMatchObject({ code: 'STA-1' });
    expect((await taken('', 'stranger')).json()).toMatchObject({ code: 'STA-1' });
    expect((await taken('?agencyId=county', 'stranger')).json()).toMatchObject({ code: 'STA-1' });
    expect(await exports()).toEqual(before);
  });

  it('STA-3 nobody without a session, of another room, or from a foreign page takes it', async () => {
    const before = await exports();
    expect((await office.nobody.post('/api/requests/export', {})).statusCode).toBe(401);
    for (const who of ['editor', 'reporter', 'securityAdmin', 'liaison', 'idle'] as const)
      expect((await taken('', who)).json()).toMatchObject({ status: 403, code: 'NOT_YOUR_ROOM' });
    expect((await office.foreignPage.post('/api/requests/export', {})).statusCode).toBe(403);
    expect(await exports()).toEqual(before);
  });
});

describe('GET /api/statistics', () => {
  it('STA-4 adds up to 表三 of the same year, and counts what is open and past its day as late', async () => {
    const done = await office.register({ wanted: '已答复的', on: civil('2026-03-16') });
    await office.reply(done.request.id, '2026-03-18');
    office.on('2026-03-31');
    const view: StatisticsView = (await as('handler').get('/api/statistics?year=2026')).json();
    const table3 = await countTable3(db, ['county', 'town'], 2026);
    const sum = (rows: string[]) => rows.flatMap((row) => table3[row] ?? []).reduce((n, one) => n + one, 0);
    expect(view.total.received).toBe(sum(['1']));
    expect(view.total.closed).toBe(sum(Object.keys(table3).filter((row) => row.startsWith('3.'))));
    expect(view.total).toMatchObject({ closed: 1, median: 2, p90: 2, late: 1 });
    expect(view.tables.map(({ term }) => term)).toEqual(['按机关', '按渠道', '按处理结果', '按月']);
    for (const { lines } of view.tables)
      expect(lines.reduce((n, { received }) => n + received, 0)).toBe(view.total.received);
    expect(view.tables[0]!.lines.find(({ key }) => key === 'county')!.late).toBe(1);
  });

  const opened = async (query: string, who: Who = 'handler') =>
    (await as(who).get(`/api/statistics/files?year=2026&${query}`)).json();

  it('STA-6 every figure opens exactly the files it counts, the longest first', async () => {
    const view: StatisticsView = (await as('handler').get('/api/statistics?year=2026')).json();
    for (const { name, lines } of view.tables)
      for (const line of lines)
        for (const figure of ['received', 'closed', 'late'] as const) {
          const { total } = await opened(`figure=${figure}&by=${name}&key=${line.key}`);
          expect([name, line.key, figure, total]).toEqual([name, line.key, figure, line[figure]]);
        }
    const timed: CountedFilesView = await opened('figure=timed');
    expect(timed).toMatchObject({
      total: 1,
      lines: [{ workdays: 2, line: { wanted: '已答复的', maskedName: '张**' } }],
    });
    expect((await opened('figure=late&by=outcome&key=open')).says).toBe('2026年，按处理结果：没有办结，超期');
    const pages = [await opened('figure=received&page=1'), await opened('figure=received&page=2')];
    const ids = pages.flatMap(({ lines }: CountedFilesView) => lines.map(({ line }) => line.id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const key of ['nowhere', 'constructor', '__proto__', '%00'])
      for (const by of ['channel', 'agency', 'month', 'outcome'])
        expect((await opened(`figure=late&by=${by}&key=${key}`)).says).toMatch(/[\u4e00-\u9fff]/);
  });

  it('STA-8 leaves as a sheet with its trace, and not without one', async () => {
    const exports = () =>
      db.selectFrom('ledger_entries').selectAll().where('verb', '=', 'exportedStatistics').execute();
    const sheet = await as('auditor').post('/api/statistics/export?year=2026', {});
    const rows = readCells(sheet.rawPayload, 30)!.map(({ texts }) => texts);
    const view: StatisticsView = (await as('auditor').get('/api/statistics?year=2026')).json();
    const { received, closed, median, p90, longest, late } = view.total;
    expect(rows[0]!.slice(0, 4)).toEqual(['分类', '大类', '项目', '新收']);
    expect(rows.find((row) => row[2] === '合计')!.slice(3)).toEqual(
      [received, closed, median, p90, longest, late].map(String),
    );
    const [entry, ...more] = await exports();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ actor_id: 'officer-auditor' });
    expect(entry!.basis).toContain('导出2026年统计');
    expect((await as('handler').post('/api/statistics/export?year=2020', {})).json()).toMatchObject({ code: 'STA-8' });
    for (const who of ['editor', 'reporter', 'liaison', 'idle'] as const)
      expect((await as(who).post('/api/statistics/export?year=2026', {})).statusCode).toBe(403);
    expect((await office.nobody.post('/api/statistics/export?year=2026', {})).statusCode).toBe(401);
    expect((await office.foreignPage.post('/api/statistics/export?year=2026', {})).statusCode).toBe(403);
    expect(await exports()).toHaveLength(1);
  });

  it('STA-6 nobody opens the files of another room or agency', async () => {
    expect((await office.nobody.get('/api/statistics/files?year=2026&figure=late')).statusCode).toBe(401);
    for (const who of ['editor', 'reporter', 'securityAdmin', 'liaison', 'idle'] as const)
      expect(await opened('figure=late', who)).toMatchObject({ code: 'NOT_YOUR_ROOM' });
    expect(await opened('figure=received', 'stranger')).toMatchObject({ total: 0, lines: [] });
    expect(await opened('figure=received&by=agency&key=county', 'stranger')).toMatchObject({ code: 'NO_SUCH_FIGURE' });
  });

  it('STA-4 nobody without a session, of another room or another agency sees them', async () => {
    expect((await office.nobody.get('/api/statistics?year=2026')).statusCode).toBe(401);
    for (const who of ['editor', 'reporter', 'securityAdmin', 'liaison', 'idle'] as const)
      expect((await as(who).get('/api/statistics?year=2026')).json()).toMatchObject({ code: 'NOT_YOUR_ROOM' });
    expect((await as('stranger').get('/api/statistics?year=2026')).json()).toMatchObject({ total: { received: 0 } });
    expect((await as('handler').get('/api/statistics?year=x')).statusCode).toBe(400);
  });
});

describe('who may not', () => {
  it('SEC-3 nobody without a session', async () => {
    expect((await office.nobody.get('/api/requests')).statusCode).toBe(401);
  });

  it('REQ-40 officers of other rooms are told whose room it is', async () => {
    for (const who of ['editor', 'reporter', 'securityAdmin', 'idle'] as const)
      expect((await as(who).get('/api/requests')).json()).toMatchObject({ status: 403, code: 'NOT_YOUR_ROOM' });
  });

  it('REQ-40 another agency lists its own and nothing else', async () => {
    expect(await listed('', 'stranger')).toMatchObject({ lines: [], total: 0 });
    expect(await listed('?agencyId=county', 'stranger')).toMatchObject({ lines: [], total: 0 });
  });
});
