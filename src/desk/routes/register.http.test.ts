import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { REGISTER } from '../../../test/support/request-play.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
office.on('2026-03-04');

const { verb: _, codeDigest: __, ...APPLICATION } = REGISTER;
let drawn = 0;
const submission = () => {
  drawn += 1;
  return drawn.toString(16).padStart(32, '0');
};
const register = async (change: object = {}, who: Who = 'handler') => {
  const response = await office.as(who).post('/api/requests', { submission: submission(), ...APPLICATION, ...change });
  return { status: response.statusCode, ...response.json() };
};
const counted = async () =>
  (
    await db
      .selectFrom('info_requests')
      .select((q) => q.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

describe('POST /api/requests', () => {
  it('REQ-35 answers with the numbers and, once, the code whose digest alone is kept', async () => {
    const registered = await register();
    expect(registered).toEqual({
      status: 200,
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      number: '示政公开申〔2026〕1号',
      queryNumber: '2026000001',
      code: 'CODE-1',
      lacks: [],
    });
    const row = await db
      .selectFrom('info_requests')
      .selectAll()
      .where('id', '=', registered.id)
      .executeTakeFirstOrThrow();
    expect(row.code_digest).toBe('digest-of-code-1');
    expect(JSON.stringify(row)).not.toContain('CODE-1');
  });

  it.each([
    ['counter', '2026-03-02', 'inProcess'],
    ['oral', '2026-03-02', 'inProcess'],
    ['registered-post', '2026-03-02', 'inProcess'],
    ['ordinary-post', null, 'submitted'],
    ['fax', null, 'submitted'],
    ['email', null, 'submitted'],
    ['other', null, 'submitted'],
    ['unannounced', null, 'submitted'],
    ['web', '2026-03-02', 'inProcess'],
  ])('REQ-1 by %s it is received on %s', async (channel, receivedOn, state) => {
    const { id } = await register({ channel });
    const row = await db.selectFrom('info_requests').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ received_on: receivedOn, state });
  });

  it('REQ-3 a confirmation that is known already makes the day of receipt', async () => {
    const { id } = await register({ channel: 'fax', confirmedOn: '2026-03-03' });
    expect((await office.as('handler').get(`/api/requests/${id}`)).json().line).toMatchObject({
      receivedOn: '2026-03-03',
    });
  });

  it('RCV-5 what proves the day of receipt stands in the history of the file', async () => {
    const { id } = await register({ channel: 'registered-post' });
    const { history } = (await office.as('handler').get(`/api/requests/${id}`)).json();
    expect(history[0].particulars).toEqual(
      expect.arrayContaining([{ term: '邮件号', text: REGISTER.records!.trackingNumber }]),
    );
  });

  it('REQ-2 whatever came in is registered, and what it lacks is told for the correction', async () => {
    const applicant = { ...REGISTER.applicant, identity: '', phone: '', address: '' };
    const registered = await register({ applicant });
    expect(registered.number).toMatch(/号$/);
    expect(registered.lacks.map(({ where }: { where: string }) => where)).toEqual([
      '/applicant/identity',
      '/applicant/phone',
      '/applicant/address',
    ]);
  });

  it('REQ-132 a mistyped number is said beside its field; on paper it is registered and told', async () => {
    const applicant = { ...REGISTER.applicant, identity: '居民身份证 123', phone: 'abc' };
    const before = await counted();
    const typed = await office
      .as('handler')
      .post('/api/requests', { submission: submission(), ...APPLICATION, applicant });
    expect(typed.statusCode).toBe(422);
    expect(typed.json().issues.map(({ where }: { where: string }) => where)).toEqual([
      '/applicant/identity',
      '/applicant/phone',
    ]);
    expect(await counted()).toBe(before);
    const { lacks } = await register({ applicant, channel: 'registered-post' });
    expect(lacks).toMatchObject([{ where: '/applicant/identity' }, { where: '/applicant/phone' }]);
  });

  it('REQ-129 an agent and those who apply together are registered at the counter, sealed and masked as he is', async () => {
    const agent = { name: '李代办', identity: '律师执业证 11101202010999999', phone: '13700001111' };
    const acting = await register({ applicant: { ...REGISTER.applicant, agent } });
    expect(acting.lacks).toMatchObject([{ where: '/applicant/agent', advice: expect.stringContaining('授权委托书') }]);
    const others = Array.from({ length: 40 }, (_, n) => `赵${n}宁`);
    const together = await register({ applicant: { ...REGISTER.applicant, together: others } });
    expect(together.lacks).toEqual([]);
    const opened = async (id: string) =>
      (await office.as('handler').post(`/api/requests/${id}/identity`, { reason: 'contact' })).json();
    expect(await opened(acting.id)).toMatchObject({
      agent: '李代办，律师执业证 11101202010999999，13700001111',
      together: '',
    });
    expect((await opened(together.id)).together).toContain('赵0宁、赵1宁');
    expect((await office.as('handler').get(`/api/requests/${together.id}`)).body).toContain('等41名申请人');
    for (const table of ['info_requests', 'applicants', 'request_facts', 'ledger_entries'] as const) {
      const rows = await db
        .selectFrom(table as 'applicants')
        .selectAll()
        .execute();
      expect([table, /李代办|赵1宁|13700001111/.test(JSON.stringify(rows))]).toEqual([table, false]);
    }
    const unnamed = await register({ applicant: { ...REGISTER.applicant, agent: { ...agent, name: '', phone: '' } } });
    expect(unnamed.lacks.map(({ where }: { where: string }) => where)).toEqual([
      '/applicant/agent/name',
      '/applicant/agent/phone',
      '/applicant/agent',
    ]);
  });

  it('SEC-8 the same form sent twice registers once', async () => {
    const form = { submission: submission(), ...APPLICATION };
    const before = await counted();
    const answers = await Promise.all([1, 2].map(() => office.as('handler').post('/api/requests', form)));
    const [refused] = answers.filter(({ statusCode }) => statusCode === 409);
    const [done] = answers.filter(({ statusCode }) => statusCode === 200);
    expect(refused!.json()).toMatchObject({ code: 'STALE', says: expect.stringContaining(done!.json().number) });
    expect(await counted()).toBe(before + 1);
    const next = await register();
    const numberIn = (text: string) => Number(/〕(\d+)号/.exec(text)![1]);
    expect(numberIn(next.number)).toBe(numberIn(done!.json().number) + 1);
  });

  it.each([
    ['without a name', { applicant: { ...REGISTER.applicant, name: ' ' } }, 409, 'REQ-2'],
    ['with a day ahead', { on: '2026-03-05' }, 409, 'REQ-34'],
    ['confirmed before it came', { channel: 'fax', confirmedOn: '2026-03-01' }, 409, 'REQ-3'],
    ['confirmed late without a reason', { channel: 'fax', confirmedOn: '2026-03-04', why: '' }, 409, 'REQ-4'],
    [
      'without who signed for the letter',
      { channel: 'registered-post', records: { trackingNumber: 'XA1' } },
      409,
      'RCV-5',
    ],
    ['with a record nobody knows', { records: { weather: 'rain' } }, 400, 'DOES_NOT_FIT'],
    ['on a day that does not exist', { on: '2026-02-29' }, 400, 'DOES_NOT_FIT'],
    ['by a channel nobody knows', { channel: 'pigeon' }, 400, 'DOES_NOT_FIT'],
    ['with a field nobody knows', { number: '1号' }, 400, 'DOES_NOT_FIT'],
    ['at an agency that is not there', { agencyId: 'moon' }, 404, 'NO_SUCH_AGENCY'],
  ])('%s is refused, and nothing is stored', async (_, change, status, code) => {
    const before = await counted();
    expect(await register(change)).toMatchObject({ status, code });
    expect(await counted()).toBe(before);
  });

  it('REQ-35 a refused registration uses up no number', async () => {
    const numberIn = (text: string) => Number(/〕(\d+)号/.exec(text)![1]);
    const one = await register();
    await register({ applicant: { ...REGISTER.applicant, name: '' } });
    expect(numberIn((await register()).number)).toBe(numberIn(one.number) + 1);
  });
});

describe('who may not', () => {
  const form = () => ({ submission: submission(), ...APPLICATION });

  it('SEC-3 nobody without a session, and no page but the console’s', async () => {
    expect((await office.nobody.post('/api/requests', form())).statusCode).toBe(401);
    expect((await office.foreignPage.post('/api/requests', form())).json()).toMatchObject({ code: 'NOT_YOUR_PAGE' });
  });

  it('REQ-40 no post that does not register, and not for another agency', async () => {
    for (const who of ['signatory', 'legal', 'auditor', 'editor', 'idle', 'stranger'] as const)
      expect(await register({}, who)).toMatchObject({ status: 403, code: 'NOT_YOUR_ROLE' });
    expect(await register({ agencyId: 'elsewhere' })).toMatchObject({ status: 403, code: 'NOT_YOUR_ROLE' });
  });
});
