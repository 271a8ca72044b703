import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { deskOffice } from '../../../test/support/desk-office.ts';
import type { DecisionCountsView } from '../contract.ts';

const { db } = await testDatabase();
const office = await deskOffice(db);
const SHEET = '/api/decision-counts/sheet';
const finance = { agencyId: 'finance' };
const csv = (...lines: string[]) => Buffer.from(['类别,月份,数量或金额,收费项目', ...lines].join('\r\n'));
const counts = async (year = 2025) =>
  (await (await office.as(['reporter'])).get(`/api/decision-counts?year=${year}`)).json<DecisionCountsView>().lines;

describe('处理决定数量', () => {
  it('ENF-3 is read in month by month; a month that comes again replaces the earlier one', async () => {
    const reporter = await office.as(['reporter']);
    const first = csv('行政许可,2025-01,12,', '行政事业性收费,2025-01,340.50,不动产登记费');
    expect((await reporter.upload(SHEET, finance, first, 'counts.csv')).json()).toMatchObject({ entered: 2 });
    await reporter.upload(SHEET, finance, csv('行政许可,2025-01,15,'), 'counts.csv');
    const line = { agency: '示范县财政局', month: '2025-01', registered: null };
    expect(await counts()).toEqual([
      { ...line, kind: '行政许可', charge: '', amount: '15 件' },
      { ...line, kind: '行政事业性收费', charge: '不动产登记费', amount: '340.50 元' },
    ]);
  });

  it('is read as a Chinese spreadsheet saves it, too', async () => {
    const reporter = await office.as(['reporter']);
    // 类别,月份,数量或金额,收费项目 / 行政处罚,2024-02,3, in GB 18030.
    const file = Buffer.from(
      'c0e0b1f02cd4c2b7dd2ccafdc1bfbbf2bdf0b6ee2ccad5b7d1cfeec4bf0ad0d0d5feb4a6b7a32c323032342d30322c332c',
      'hex',
    );
    expect((await reporter.upload(SHEET, finance, file, 'counts.csv')).json()).toMatchObject({ entered: 1 });
    expect(await counts(2024)).toMatchObject([{ kind: '行政处罚', amount: '3 件' }]);
  });

  it('ENF-2 one faulty line and nothing is taken; each is told by line and column', async () => {
    const reporter = await office.as(['reporter']);
    const before = await counts();
    const file = csv('行政许可,2025-02,1,', '行政奖励,2025-02,1,', '行政处罚,二月,1.5,');
    const response = await reporter.upload(SHEET, finance, file, 'counts.csv');
    expect(response.statusCode).toBe(422);
    expect(response.json().issues.map(({ where }: { where: string }) => where)).toEqual([
      '第 3 行“类别”',
      '第 4 行“月份”',
      '第 4 行“数量或金额”',
    ]);
    expect(await counts()).toEqual(before);
  });

  it('ENF-1 a month that has not begun is refused', async () => {
    const reporter = await office.as(['reporter']);
    const response = await reporter.upload(SHEET, finance, csv('行政许可,2026-04,1,'), 'counts.csv');
    expect(response.json()).toMatchObject({ status: 409, code: 'ENF-1' });
  });

  it('the template is what is read', async () => {
    const reporter = await office.as(['reporter'], 'other');
    const { rawPayload, headers } = await reporter.get('/api/decision-counts/template');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const read = await reporter.upload(SHEET, { agencyId: 'other' }, rawPayload, 'counts.csv');
    expect(read.json()).toMatchObject({ entered: 2 });
  });
});

describe('who may not', () => {
  const file = csv('行政许可,2025-05,1,');

  it('SEC-3 whoever is not signed in gets nothing', async () => {
    expect((await office.stranger.get('/api/decision-counts?year=2025')).statusCode).toBe(401);
    expect((await office.stranger.get('/api/decision-counts/template')).statusCode).toBe(401);
    expect((await office.stranger.upload(SHEET, finance, file)).statusCode).toBe(401);
  });

  it('whoever does not compile the report enters no counts', async () => {
    for (const role of ['officeHead', 'signatory', 'auditor', 'handler', 'securityAdmin'] as const) {
      const browser = await office.as([role]);
      expect((await browser.upload(SHEET, finance, file)).json()).toMatchObject({ status: 403, code: 'NOT_YOUR_ROLE' });
      expect((await browser.get('/api/decision-counts/template')).statusCode).toBe(403);
    }
    expect((await (await office.as(['handler'])).get('/api/decision-counts?year=2025')).statusCode).toBe(403);
  });

  it('nobody enters or sees those of another agency', async () => {
    const reporter = await office.as(['reporter'], 'other');
    expect((await reporter.upload(SHEET, finance, file)).statusCode).toBe(403);
    expect((await reporter.get('/api/decision-counts?year=2025')).json()).toEqual({ year: 2025, lines: [] });
  });

  it('SEC-7 what is no CSV, no year and no file is told so', async () => {
    const reporter = await office.as(['reporter']);
    for (const odd of [Buffer.from([0xff, 0xfe, 0x00, 0x00]), Buffer.from('PK\x03\x04\x00')]) {
      const response = await reporter.upload(SHEET, finance, odd, 'counts.csv');
      expect(response.json()).toMatchObject({ status: 422, issues: [{ where: '整个文件' }] });
    }
    expect((await reporter.post(SHEET, {})).json()).toMatchObject({ code: 'NO_FILE' });
    for (const query of ['', '?year=x', '?year=1999', '?year=2025&all=1'])
      expect((await reporter.get(`/api/decision-counts${query}`)).statusCode).toBe(400);
  });
});
