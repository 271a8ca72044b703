import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { entriesOf } from '../../ledger/store.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
let id: string;

beforeAll(async () => {
  const { request } = await office.register();
  id = request.id;
  await office.reply(id, '2026-03-05');
});

const get = (who: Who, kind = 'granted', n = 5, format = 'pdf', file = id) =>
  office.as(who).post(`/api/requests/${file}/letters/${n}/${kind}/${format}`, {});
const looks = async () => (await entriesOf(db, 'requests', id)).filter(({ verb }) => verb === 'openedIdentity').length;

describe('POST /api/requests/:id/letters/:n/:kind/:format', () => {
  it('LET-7 gives the letter as PDF and as Word, under its name and number', async () => {
    const pdf = await get('handler');
    expect(pdf.statusCode).toBe(200);
    expect(pdf.rawPayload.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(decodeURIComponent(String(pdf.headers['content-disposition']))).toMatch(
      /政府信息公开答复书 .*公开答〔2026〕1号\.pdf/,
    );
    expect((await get('handler', 'granted', 5, 'docx')).rawPayload.toString('latin1', 0, 2)).toBe('PK');
  });

  it('LET-8 with the name for those who may know it, and then a trace stays; masked for others, without one', async () => {
    const before = await looks();
    const named = await get('handler');
    expect(await looks()).toBe(before + 1);
    const masked = await get('auditor');
    expect(masked.statusCode).toBe(200);
    expect(await looks()).toBe(before + 1);
    expect(masked.rawPayload.equals(named.rawPayload)).toBe(false);
  });
});

describe('who may not', () => {
  it.each<[Who, number]>([
    ['stranger', 404],
    ['idle', 403],
    ['reporter', 403],
    ['editor', 403],
    ['securityAdmin', 403],
    ['systemAdmin', 403],
  ])('LET-8 %s: %i', async (who, status) => expect((await get(who)).statusCode).toBe(status));

  it('LET-8 nobody who is not signed in', async () =>
    expect(
      (await office.desk.inject({ method: 'POST', url: `/api/requests/${id}/letters/5/granted/pdf` })).statusCode,
    ).toBe(403));

  it('LET-8 a letter of another file, of another step, of another kind, of no file', async () => {
    const { request } = await office.register();
    expect((await get('handler', 'granted', 5, 'pdf', request.id)).statusCode).toBe(404);
    expect((await get('handler', 'granted', 2)).statusCode).toBe(404);
    expect((await get('handler', 'refused')).statusCode).toBe(404);
    expect((await get('handler', 'granted', 5, 'pdf', 'nobody')).statusCode).toBe(404);
    expect((await get('handler', 'toString')).statusCode).toBe(400);
  });
});
