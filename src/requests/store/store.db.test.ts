import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { KEYS, requestDesk } from '../../../test/support/request-desk.ts';
import { DRAFT, REGISTER } from '../../../test/support/request-play.ts';
import { entriesOf, verifyLedger } from '../../ledger/store.ts';
import { perform } from '../../perform.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import type { RequestFile } from '../info-request.ts';
import { openApplicant } from './applicants.ts';
import { loadFile, trackRequest } from './files.ts';
import { listLetters } from './letters.ts';
import { requestStairs } from './stairs.ts';

const { db } = await testDatabase();
const desk = await requestDesk(db);
const TODAY = civil('2026-06-30');
const serialOf = (file: RequestFile | { refused: true }) =>
  Number(/〕(\d+)号/.exec((file as RequestFile).request.number)![1]);
const rows = async (table: 'info_requests' | 'request_facts' | 'applicants' | 'ledger_entries') =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]!.n;

describe('a file', () => {
  it('REQ-45 is kept with its facts, and its way is in the ledger without a name', async () => {
    const { request } = await desk.register();
    await desk.act(request.id, '2026-03-03', 'askCorrection', { what: '写明年份', workdays: 10 });
    await desk.act(request.id, '2026-03-04', 'receiveCorrection', { what: '2024年', why: '' });
    await desk.reply(request.id, '2026-03-05');
    const file = (await loadFile(db, request.id, desk.people.handler, TODAY, builtInCalendar))!;
    expect(file.line).toMatchObject({
      state: 'served',
      repliedOn: '2026-03-05',
      outcome: 'granted',
      reportRow: '3.1',
    });
    expect(file.facts.map((f) => `${f.n} ${f.type} ${f.on}`)).toEqual([
      '1 received 2026-03-02',
      '2 correctionAsked 2026-03-03',
      '3 corrected 2026-03-04',
      '4 drafted 2026-03-05',
      '5 checked 2026-03-05',
      '6 checked 2026-03-05',
      '7 signed 2026-03-05',
      '8 served 2026-03-05',
    ]);
    expect(file.facts[1]).toEqual({
      n: 2,
      type: 'correctionAsked',
      on: '2026-03-03',
      what: '写明年份',
      workdays: 10,
      by: 'officer-handler',
      recordedAt: '2026-06-30T02:00:00.000Z',
      letters: [
        { kind: 'correction', number: expect.stringMatching(/公开补〔2026〕\d+号$/), hash: expect.any(String) },
      ],
    });
    expect((await listLetters(db, request.id)).map(({ n, kind }) => `${n} ${kind}`)).toEqual([
      '1 receipt',
      '2 correction',
      '7 granted',
      '8 serviceRecord',
    ]);
    expect(JSON.stringify(await listLetters(db, request.id))).not.toContain('张小满');
    expect(file.verbs.filter((v) => v.allowed).map((v) => v.verb)).toEqual([
      'recordContact',
      'addNote',
      'renewCode',
      'archive',
      'suggestProactive',
      'decideProactive',
    ]);
    expect((await entriesOf(db, 'requests', request.id)).map((e) => e.verb)).toEqual([
      'registered',
      'askedCorrection',
      'receivedCorrection',
      'drafted',
      'passedLegalCheck',
      'passedSecrecyCheck',
      'signed',
      'served',
    ]);
    expect(await verifyLedger(db)).toMatchObject({ seq: 8 });
  });

  it('REQ-39 keeps the identity sealed, apart, and bound to the file', async () => {
    const { request } = await desk.register();
    const dump = await sql<{ all: string }>`
      select coalesce(string_agg(t::text, ''), '') as all from (
        select to_jsonb(r) as t from info_requests r union all select to_jsonb(f) from request_facts f
        union all select to_jsonb(a) from applicants a union all select to_jsonb(l) from ledger_entries l
      ) as everything`.execute(db);
    expect(dump.rows[0]!.all).not.toMatch(/张小满|110101199001011237|13800000000/);
    expect(await openApplicant(db, request.id, KEYS)).toEqual(REGISTER.applicant);
    const other = await desk.register();
    await sql`update applicants a set sealed = b.sealed from applicants b
      where a.request_id = ${other.request.id} and b.request_id = ${request.id}`.execute(db);
    await expect(openApplicant(db, other.request.id, KEYS)).rejects.toThrow();
  });

  it('REQ-46 finds the other applications of the same applicant, and only at the same agency', async () => {
    const applicant = { ...REGISTER.applicant, identity: '居民身份证 22010219900303432X', name: '李四' };
    const first = await desk.register({ applicant });
    const again = await desk.register({
      applicant: { ...applicant, identity: '居民身份证：22010219900303432X', phone: '13900000001' },
    });
    await desk.register({ applicant, agencyId: 'town' });
    const { bySameApplicant } = (await loadFile(db, first.request.id, desk.people.handler, TODAY, builtInCalendar))!;
    expect(bySameApplicant.map((line) => line.id)).toEqual([again.request.id]);
  });
});

describe('nothing is stored half', () => {
  it('REQ-45 a refused act leaves nothing', async () => {
    const { request } = await desk.register();
    const before = [await rows('request_facts'), await rows('ledger_entries')];
    expect(await desk.tryAct(request.id, '2026-03-03', 'sign', {}, 'signatory')).toMatchObject({ code: 'WRONG_STATE' });
    expect(await desk.tryAct(request.id, '2026-03-03', 'draftReply', { ...DRAFT, grounds: {} })).toMatchObject({
      code: 'REQ-23',
    });
    expect([await rows('request_facts'), await rows('ledger_entries')]).toEqual(before);
  });

  it('REQ-45 when the seal fails, file, facts and number are as before', async () => {
    const before = await Promise.all([
      rows('info_requests'),
      rows('request_facts'),
      rows('applicants'),
      rows('ledger_entries'),
    ]);
    const broken = requestStairs({
      ...KEYS,
      seal: () => {
        throw new Error('key file lost');
      },
    });
    const last = serialOf(await desk.register());
    await expect(perform(desk.house, broken, desk.people.handler, REGISTER)).rejects.toThrow('key file lost');
    expect(
      await Promise.all([rows('info_requests'), rows('request_facts'), rows('applicants'), rows('ledger_entries')]),
    ).toEqual(before.map((n) => n + 1));
    expect(serialOf(await desk.register())).toBe(last + 1);
  });

  it('REQ-47 acts on an unknown file or at an unknown agency are refused', async () => {
    expect(await desk.tryAct('nobody', '2026-03-03', 'archive', {})).toMatchObject({ code: 'NO_SUCH_FILE' });
    expect(await desk.tryRegister({ agencyId: 'nowhere' })).toMatchObject({ code: 'NO_SUCH_AGENCY' });
  });
});

describe('numbers', () => {
  it('REQ-35 twenty registrations at once get twenty numbers without gap or twin', async () => {
    const before = serialOf(await desk.register({ agencyId: 'town' }));
    const files = await Promise.all(Array.from({ length: 20 }, () => desk.register({ agencyId: 'town' })));
    const serials = files.map(serialOf).sort((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: 20 }, (_, i) => before + i + 1));
    expect(new Set(files.map((f) => f.request.queryNumber)).size).toBe(20);
  });

  it('REQ-35 a refused registration gives its number back', async () => {
    const before = serialOf(await desk.register());
    expect(isRefusal(await desk.tryRegister({ wanted: ' ' }))).toBe(true);
    expect(serialOf(await desk.register())).toBe(before + 1);
  });

  it('REQ-35 each agency and each year counts for itself', async () => {
    const file = await desk.register({ on: civil('2024-03-04') });
    expect(file.request.number).toBe('示政公开申〔2024〕1号');
    const town = await desk.register({ on: civil('2024-03-04'), agencyId: 'town' });
    expect(town.request.number).toBe('河东镇人民政府公开申〔2024〕1号');
  });

  it('REQ-35 replies are numbered when they are signed, and a returned reply keeps its number', async () => {
    const [a, b] = [await desk.register(), await desk.register()];
    for (const { request } of [a, b]) await desk.act(request.id, '2026-03-05', 'draftReply', DRAFT);
    for (const { request } of [a, b]) await desk.pass(request.id, '2026-03-05');
    const signed = await desk.act(a.request.id, '2026-03-05', 'sign', {}, 'signatory');
    await desk.act(a.request.id, '2026-03-06', 'returnDraft', { why: '错字' }, 'signatory');
    await desk.act(a.request.id, '2026-03-06', 'draftReply', DRAFT);
    await desk.pass(a.request.id, '2026-03-06');
    const again = await desk.act(a.request.id, '2026-03-06', 'sign', {}, 'signatory');
    const other = await desk.act(b.request.id, '2026-03-06', 'sign', {}, 'signatory');
    const numberOf = (file: RequestFile) => (file.facts.at(-1) as { replyNumber: string }).replyNumber;
    expect(numberOf(again)).toBe(numberOf(signed));
    const serial = Number(/〕(\d+)号/.exec(numberOf(signed))![1]);
    expect(numberOf(other)).toBe(`示政公开答〔2026〕${serial + 1}号`);
  });

  it('REQ-33 a file carried over keeps its number, and the series passes over it', async () => {
    const carried = (number: string) =>
      perform(desk.house, desk.stairs, desk.people.handler, {
        ...REGISTER,
        verb: 'openWithCarriedOver',
        number,
        on: civil('2023-12-20'),
      });
    const number = '示政公开申〔2023〕1号';
    expect(await carried(number)).toMatchObject({ request: { number, receivedOn: '2023-12-20' } });
    expect(await carried(number)).toMatchObject({ code: 'REQ-33' });
    expect((await desk.register({ on: civil('2023-12-25') })).request.number).toBe('示政公开申〔2023〕2号');
  });
});

describe('the applicant', () => {
  it('REQ-43 follows the application with query number and code, and with nothing less', async () => {
    desk.on('2026-03-02');
    const opened = await desk.tryRegister({ channel: 'web', codeDigest: 'mine' }, 'applicant');
    desk.on('2026-06-30');
    const { request } = opened as RequestFile;
    const track = async (queryNumber: string, code: string) =>
      (await trackRequest(db, queryNumber, code, TODAY, builtInCalendar))?.tracked;
    expect(await track(request.queryNumber, 'mine')).toMatchObject({
      number: request.number,
      clock: { due: '2026-03-30' },
    });
    expect(await track(request.queryNumber, 'yours')).toBeUndefined();
    expect(await track('2026999999', 'mine')).toBeUndefined();
    expect(JSON.stringify(await track(request.queryNumber, 'mine'))).not.toMatch(/mine|张小满|张\*/);
  });

  it('REQ-41 withdraws with the code and not without it', async () => {
    const { request } = await desk.register({ codeDigest: 'mine' });
    const withdrawing = { outcome: 'withdrawn', why: '不再需要' } as const;
    expect(
      await desk.tryAct(request.id, '2026-06-30', 'withdraw', { ...withdrawing, codeDigest: 'yours' }, 'applicant'),
    ).toMatchObject({ code: 'NOT_YOUR_FILE' });
    expect(
      await desk.tryAct(request.id, '2026-06-30', 'withdraw', { ...withdrawing, codeDigest: 'mine' }, 'applicant'),
    ).toMatchObject({ request: { state: 'withdrawn' } });
  });
});
