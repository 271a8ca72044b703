import { generateSync } from 'otplib';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk } from '../../../test/support/open-desk.ts';
import { hashPassword } from '../../platform/passwords.ts';
import type { AccountView, SecondFactorBegun } from '../contract.ts';
import { CONSOLE_HEADER } from '../guard.ts';

const { db } = await testDatabase();
let now = new Date('2026-03-04T02:00:00Z').getTime();
const office = await openDesk(db);
// Codes turn by the second; the play's own clock goes by days.
(office.house as { now: () => Date }).now = () => new Date(now);
const { desk } = office;
const PASSWORD = 'a long enough word 7';
await db
  .updateTable('officers')
  .set({ password_hash: await hashPassword(PASSWORD) })
  .execute();

const post = (url: string, payload: object, cookie = '') =>
  desk.inject({ method: 'POST', url, headers: { [CONSOLE_HEADER]: '1', cookie }, payload });
const signIn = (signInName: string, code?: string, password = PASSWORD) =>
  post('/api/sign-in', { signInName, password, ...(code === undefined ? {} : { code }) });
const cookieOf = (answer: Awaited<ReturnType<typeof post>>) => String(answer.headers['set-cookie']).split(';')[0]!;
const account = async (cookie: string) =>
  (await desk.inject({ method: 'GET', url: '/api/account', headers: { cookie } })).json<AccountView>();
const later = (seconds: number) => {
  now += seconds * 1_000;
};
const codeNow = (secret: string) => generateSync({ secret, epoch: now / 1_000 });

async function enrolled(who: string) {
  const cookie = cookieOf(await signIn(who));
  const { secret, qr } = (
    await post('/api/account/second-factor', { password: PASSWORD }, cookie)
  ).json<SecondFactorBegun>();
  const confirmed = await post('/api/account/second-factor/confirmed', { code: codeNow(secret) }, cookie);
  expect([confirmed.statusCode, confirmed.json<AccountView>().secondFactor]).toEqual([200, true]);
  later(30);
  return { cookie, secret, qr };
}

describe('身份验证器', () => {
  it('SEC-40 once it is on, the password alone opens nothing; with the code of the moment one is in, once', async () => {
    const { secret } = await enrolled('handler');
    const asked = await signIn('handler');
    expect([asked.statusCode >= 400, asked.json().code, asked.headers['set-cookie']]).toEqual([
      true,
      'CODE_NEEDED',
      undefined,
    ]);
    const code = codeNow(secret);
    expect((await signIn('handler', code)).statusCode).toBe(200);
    expect((await signIn('handler', code)).json()).toMatchObject({ code: 'WRONG_CODE' });
    later(30);
    expect((await signIn('handler', codeNow(secret))).statusCode).toBe(200);
  });

  it('SEC-40 a wrong password with a right code is as any wrong password; wrong codes lock like wrong passwords', async () => {
    const { secret } = await enrolled('legal');
    expect((await signIn('legal', codeNow(secret), 'wrong')).json()).toMatchObject({ code: 'SIGN_IN_REFUSED' });
    for (let i = 0; i < 4; i += 1) expect((await signIn('legal', '000000')).json().code).toBe('WRONG_CODE');
    expect((await signIn('legal', codeNow(secret))).json()).toMatchObject({ code: 'SIGN_IN_REFUSED' });
    later(16 * 60);
    expect((await signIn('legal', codeNow(secret))).statusCode).toBe(200);
  });

  it('SEC-40 to ask for the code counts as no failure', async () => {
    const { secret } = await enrolled('auditor');
    for (let i = 0; i < 6; i += 1) expect((await signIn('auditor')).json().code).toBe('CODE_NEEDED');
    expect((await signIn('auditor', codeNow(secret))).statusCode).toBe(200);
  });

  it('SEC-40 begun and not confirmed it asks for nothing; a wrong first code turns nothing on', async () => {
    const cookie = cookieOf(await signIn('editor'));
    await post('/api/account/second-factor', { password: PASSWORD }, cookie);
    expect((await post('/api/account/second-factor/confirmed', { code: '000000' }, cookie)).json().code).toBe('SEC-40');
    expect([(await account(cookie)).secondFactor, (await signIn('editor')).statusCode]).toEqual([false, 200]);
  });

  it('SEC-40 on, others of the account are signed out; off only with password and code', async () => {
    const elsewhere = cookieOf(await signIn('publisher'));
    const { cookie, secret } = await enrolled('publisher');
    expect((await desk.inject({ method: 'GET', url: '/api/account', headers: { cookie: elsewhere } })).statusCode).toBe(
      401,
    );
    const end = (proof: object) => post('/api/account/second-factor/ended', proof, cookie);
    expect((await end({ password: PASSWORD, code: '' })).json().code).toBe('SEC-40');
    expect((await end({ password: 'wrong', code: codeNow(secret) })).json().code).toBe('SEC-40');
    expect((await end({ password: PASSWORD, code: codeNow(secret) })).json()).toMatchObject({ secondFactor: false });
    expect((await signIn('publisher')).statusCode).toBe(200);
  });

  it('SEC-40 a second one is not begun over the first, and the password is asked', async () => {
    const { cookie, secret } = await enrolled('reporter');
    expect((await post('/api/account/second-factor', { password: PASSWORD }, cookie)).json().code).toBe('SEC-40');
    const other = cookieOf(await signIn('examiner'));
    expect((await post('/api/account/second-factor', { password: 'wrong' }, other)).json().code).toBe('SEC-40');
    expect(secret).not.toBe('');
  });

  it('SEC-40 who lost his telephone gets a new password from the administrator, and the authenticator is off', async () => {
    await enrolled('proofreader');
    const administrator = await office.cookieOf('securityAdmin');
    const password = 'another long word 8';
    const reset = await post(
      '/api/people/officers/officer-proofreader/acts',
      { verb: 'setPassword', password },
      administrator,
    );
    expect(reset.statusCode).toBe(200);
    // No code is asked; a password of his own is [SEC-53].
    expect((await signIn('proofreader', undefined, password)).json()).toMatchObject({ code: 'PASSWORD_DUE' });
    const own = { signInName: 'proofreader', password, newPassword: 'his own very long word 3' };
    expect((await post('/api/sign-in', own)).statusCode).toBe(200);
  });

  it('SEC-40 SEC-18 the secret lies sealed, and neither ledger nor view tells it', async () => {
    const { cookie, secret } = await enrolled('signatory');
    const kept = await db.selectFrom('second_factors').selectAll().execute();
    const traces = await db.selectFrom('ledger_entries').selectAll().execute();
    expect(JSON.stringify([kept, traces, await account(cookie)])).not.toContain(secret);
    expect(traces.map(({ verb }) => verb)).toContain('confirmedSecondFactor');
  });
});

describe('who may not', () => {
  it('nobody without a session, and no other site', async () => {
    for (const route of ['', '/confirmed', '/ended'])
      expect((await post(`/api/account/second-factor${route}`, {}, '')).statusCode).toBe(401);
    const foreign = await office.foreignPage.post('/api/account/second-factor', { password: PASSWORD });
    expect(foreign.statusCode).toBe(403);
  });
});
