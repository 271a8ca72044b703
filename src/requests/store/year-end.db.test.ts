/** 年末的申请 [REQ-36]: in which year, and in which row, each step around 31 December counts — through the verbs, as an office lives it. */
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { requestDesk } from '../../../test/support/request-desk.ts';
import { civil } from '../../statute/civil-date.ts';
import type { Register } from '../decide/register.ts';
import { countTable3 } from './figures.ts';

const { db } = await testDatabase();
const desk = await requestDesk(db);

async function totals(year: number): Promise<Record<string, number>> {
  const counts = await countTable3(db, ['county', 'town'], year);
  return Object.fromEntries(Object.entries(counts).map(([row, six]) => [row, six.reduce((a, b) => a + b, 0)]));
}

/** The rows that grow by what an office does, once for each application, in 2025 and in 2026. */
async function grown(work: () => Promise<unknown>): Promise<[string, string]> {
  const before = [await totals(2025), await totals(2026)];
  await work();
  const after = [await totals(2025), await totals(2026)];
  const rows = (i: 0 | 1) =>
    Object.entries(after[i]!)
      .flatMap(([row, n]) => Array<string>(n - (before[i]![row] ?? 0)).fill(row))
      .sort()
      .join(' ');
  return [rows(0), rows(1)];
}

const register = async (on: string, change: Partial<Register> = {}) =>
  (await desk.register({ on: civil(on), ...change })).request.id;

const NOT_OURS = {
  outcome: 'otherAgency',
  grounds: { responsibleAgency: '由示范县林业局负责，电话 0000-000' },
  text: '告知书',
} as const;

describe('around the end of the year', () => {
  it('REQ-36 received and answered on the last day: both in the year', async () =>
    expect(await grown(async () => desk.reply(await register('2025-12-31'), '2025-12-31'))).toEqual(['1 3.1', '']));

  it('REQ-36 signed for on 30 December, answered in January: carried over, and a result of the next year', async () =>
    expect(
      await grown(async () => desk.reply(await register('2025-12-30', { channel: 'registered-post' }), '2026-01-20')),
    ).toEqual(['1 4', '2 3.1']));

  it('REQ-36 arrived in December, confirmed in January: new in the next year', async () =>
    expect(
      await grown(async () => {
        const id = await register('2025-12-29', { channel: 'email' });
        await desk.act(id, '2026-01-04', 'confirmReceipt', { why: '电话无人接听，节后联系上' });
      }),
    ).toEqual(['', '1 4']));

  it('REQ-36 never confirmed: in no year', async () =>
    expect(await grown(() => register('2025-12-29', { channel: 'fax' }))).toEqual(['', '']));

  it('REQ-36 a correction in January restarts the period and not the year', async () =>
    expect(
      await grown(async () => {
        const id = await register('2025-12-22');
        await desk.act(id, '2025-12-25', 'askCorrection', { what: '写明文件名称', workdays: 10 });
        await desk.act(id, '2026-01-10', 'receiveCorrection', { what: '补正材料', why: '' });
        await desk.reply(id, '2026-01-20');
      }),
    ).toEqual(['1 4', '2 3.1']));

  it('REQ-36 a payment in January restarts the period and not the year', async () =>
    expect(
      await grown(async () => {
        const id = await register('2025-12-22');
        await desk.act(id, '2025-12-25', 'noticeFee', { tariff: 'pages', pages: 40, why: '四十页' });
        await desk.act(id, '2026-01-05', 'recordPayment', { yuan: 100, receipt: '财0012345' });
      }),
    ).toEqual(['1 4', '2 4']));

  it('REQ-36 given up in December, recorded in January: a result of the day of the record', async () =>
    expect(
      await grown(async () => {
        const id = await register('2025-12-08');
        const { facts } = await desk.act(id, '2025-12-10', 'askCorrection', { what: '写明文件名称', workdays: 10 });
        await desk.act(id, '2025-12-16', 'recordReceived', { paper: facts.at(-1)!.n });
        await desk.act(id, '2026-01-05', 'abandonUncorrected', { why: '两次电话联系，申请人表示不再补正' });
      }),
    ).toEqual(['1 4', '2 3.6.1']));

  it('REQ-36 signed on 31 December, posted in January: a result of the day of posting', async () =>
    expect(
      await grown(async () => {
        const id = await register('2025-12-15');
        await desk.act(id, '2025-12-31', 'draftReply', NOT_OURS);
        await desk.pass(id, '2025-12-31');
        await desk.act(id, '2025-12-31', 'sign', {}, 'signatory');
        await desk.act(id, '2026-01-04', 'serve', {
          method: 'post',
          carrier: 'ems',
          tracking: '1234567890123',
          evidence: '收寄凭证 1234567890123',
        });
      }),
    ).toEqual(['1 4', '2 3.4.1']));

  it('REQ-36 withdrawn on the last day: a result of that day', async () =>
    expect(
      await grown(async () => {
        const id = await register('2025-12-15');
        await desk.act(id, '2025-12-31', 'withdraw', { outcome: 'withdrawn', why: '书面撤回' });
      }),
    ).toEqual(['1 3.6.3', '']));

  it('REQ-36 told to turn to the town, the applicant does: one for each agency', async () =>
    expect(
      await grown(async () => {
        await desk.reply(await register('2025-12-01'), '2025-12-10', NOT_OURS);
        await desk.reply(await register('2025-12-12', { agencyId: 'town' }), '2025-12-20');
      }),
    ).toEqual(['1 1 3.1 3.4.1', '']));

  it('REQ-36 a reply annulled on review stays the result it was, and only 表四 tells of it', async () =>
    expect(
      await grown(async () => {
        const requestId = await register('2025-11-03');
        await desk.reply(requestId, '2025-11-10', NOT_OURS);
        const { id } = await desk.remedy({ requestId, filedOn: civil('2025-12-01') });
        const end = { closedOn: civil('2026-01-15'), conclusion: 'reviewRevoked' } as const;
        await desk.tryRemedy({ verb: 'recordResult', remedyId: id, ...end });
      }),
    ).toEqual(['1 3.4.1', '']));
});
