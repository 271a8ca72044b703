import { generateSync } from 'otplib';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { CLIENT_SECRET, type TestProvider, testProvider } from '../../../test/support/identity-provider.ts';
import { deskOver, openDesk, type Who } from '../../../test/support/open-desk.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { identityProvider } from '../../platform/identity-provider.ts';
import { openLog } from '../../platform/log.ts';
import type { OidcSettings } from '../../platform/oidc-settings.ts';
import { guardedAgent } from '../../platform/outgoing/guarded-agent.ts';
import { hashPassword } from '../../platform/passwords.ts';
import type { AccountView, PeopleView, SecondFactorBegun, SessionView } from '../contract.ts';
import { CONSOLE_HEADER } from '../guard.ts';

const { db } = await testDatabase();
const sso: TestProvider = await testProvider();
afterAll(() => sso.close());

let now = new Date('2026-03-04T02:00:00Z').getTime();
const clock = () => new Date(now);
const logged: string[] = [];
const listed = new Set([new URL(sso.issuer).host]);
const providerWith = (change: Partial<OidcSettings> = {}, sites: ReadonlySet<string> = listed) =>
  identityProvider({
    settings: { ...sso.settings, ...change },
    secret: CLIENT_SECRET,
    agent: guardedAgent({ timeoutMs: 2_000, listed: sites }),
    now: clock,
    log: openLog('warn', (line) => void logged.push(line)),
  });
const office = await openDesk(db, { provider: providerWith() });
(office.house as { now: () => Date }).now = clock;
const deskFor = (provider: ReturnType<typeof providerWith>) => deskOver(office.house, { provider });
type Desk = typeof office.desk;

const PASSWORD = 'a long enough word 7';
await db
  .updateTable('officers')
  .set({ password_hash: await hashPassword(PASSWORD) })
  .execute();

const post = (url: string, payload: object, cookie = '', desk: Desk = office.desk) =>
  desk.inject({ method: 'POST', url, headers: { [CONSOLE_HEADER]: '1', cookie }, payload });
type Answer = Awaited<ReturnType<typeof post>>;
const cookieIn = ({ cookies }: Answer, name: string) => {
  const found = cookies.find((one) => one.name === name && one.value !== '');
  return found ? `${name}=${found.value}` : '';
};
const says = (answer: Answer) => `${answer.statusCode} ${answer.json().code} ${answer.json().says}`;
const at = (cookie: string, url = '/api/session') => office.desk.inject({ url, headers: { cookie } });

/** Up to the moment the provider sends the browser back. */
async function begun(desk: Desk = office.desk, change: (url: URL) => void = () => {}) {
  const answer = await post('/api/sign-in/provider', {}, '', desk);
  expect(answer.statusCode, answer.body).toBe(200);
  const url = new URL(answer.json().url);
  change(url);
  return { url, cookie: cookieIn(answer, 'gongkai_sign_in'), query: await sso.walk(url.href) };
}
const finished = (cookie: string, query: string, desk: Desk = office.desk) =>
  post('/api/sign-in/provider/finished', { answer: query }, cookie, desk);
async function signedIn(desk: Desk = office.desk) {
  const { cookie, query } = await begun(desk);
  return finished(cookie, query, desk);
}
const act = (who: Who, body: object, officer: Who = 'handler') =>
  office.as(who).post(`/api/people/officers/officer-${officer}/acts`, body);
const bind = (officer: Who, subject: string) => act('securityAdmin', { verb: 'bindIdentity', subject }, officer);
const entries = (verb: string) =>
  db.selectFrom('ledger_entries').selectAll().where('verb', '=', verb).orderBy('seq').execute();

beforeEach(async () => {
  now += 3_600_000;
  logged.length = 0;
  [sso.behindMs, sso.strangeKeys] = [0, false];
  await db.deleteFrom('provider_identities').execute();
  await db.deleteFrom('second_factors').execute();
  await db.updateTable('officers').set({ failures: 0, locked_until: null, active: true }).execute();
});

describe('用统一身份认证登录', () => {
  it('SEC-42 SEC-47 whoever is bound comes in; his session and the ledger tell by which way', async () => {
    sso.person = { sub: 'han-0001' };
    expect((await bind('handler', 'han-0001')).statusCode).toBe(200);
    const { url, cookie, query } = await begun();
    expect([...url.searchParams.keys()].sort()).toEqual([
      ...['client_id', 'code_challenge', 'code_challenge_method', 'nonce', 'redirect_uri', 'response_type'],
      ...['scope', 'state'],
    ]);
    expect(url.searchParams.get('code_challenge_method')).toBe('S256');
    const answer = await finished(cookie, query);
    expect(answer.json()).toEqual({ signedIn: true });
    const session = cookieIn(answer, 'gongkai_session');
    expect(String(answer.headers['set-cookie'])).toMatch(/gongkai_session=[^;]+;.*HttpOnly; SameSite=Strict/);
    expect((await at(session)).json<SessionView>().name).toBe('韩经办');
    const { sessions } = (await at(session, '/api/account')).json<AccountView>();
    expect(sessions.find(({ here }) => here)?.way).toBe('统一身份认证');
    const password = await post('/api/sign-in', { signInName: 'handler', password: PASSWORD });
    expect(password.statusCode).toBe(200);
    expect((await entries('signedIn')).map(({ subject, basis }) => [subject, basis])).toEqual([
      ['officer-handler', '统一身份认证'],
      ['officer-handler', '密码'],
    ]);
  });

  it('SEC-42 an answer is good for the browser that began, once, and not with another state, nonce, issuer or an old one', async () => {
    sso.person = { sub: 'han-0001' };
    await bind('handler', 'han-0001');
    const first = await begun();
    const other = await begun();
    const NOT_HIS = expect.stringMatching(/^409 SEC-42 .*请重新点“用统一身份认证登录”/);
    expect(says(await finished(other.cookie, first.query))).toEqual(NOT_HIS);
    expect(says(await finished('', first.query))).toEqual(NOT_HIS);
    expect(says(await finished('gongkai_sign_in=guessed', first.query))).toEqual(NOT_HIS);

    const again = await begun();
    expect((await finished(again.cookie, again.query)).statusCode).toBe(200);
    expect(says(await finished(again.cookie, again.query))).toEqual(NOT_HIS);

    const nonce = await begun(office.desk, (url) => url.searchParams.set('nonce', 'of another'));
    expect(says(await finished(nonce.cookie, nonce.query))).toEqual(NOT_HIS);
    const verifier = await begun(office.desk, (url) => url.searchParams.set('code_challenge', 'a'.repeat(43)));
    expect(says(await finished(verifier.cookie, verifier.query))).toEqual(NOT_HIS);
    const mixed = await begun();
    const iss = new URLSearchParams(mixed.query);
    iss.set('iss', 'https://another.example');
    expect(says(await finished(mixed.cookie, `?${iss}`))).toEqual(NOT_HIS);
    const declined = await begun();
    const state = new URLSearchParams(declined.query).get('state')!;
    const no = new URLSearchParams({ error: 'access_denied', state, iss: sso.issuer });
    expect(says(await finished(declined.cookie, `?${no}`))).toEqual(NOT_HIS);

    const slow = await begun();
    now += 10 * 60_000;
    expect(says(await finished(slow.cookie, slow.query))).toEqual(NOT_HIS);
    sso.behindMs = 3_600_000;
    const old = await begun();
    expect(says(await finished(old.cookie, old.query))).toEqual(NOT_HIS);
    expect((await at('gongkai_session=')).statusCode).toBe(401);
    expect(logged.join()).not.toContain('han-0001');
    expect(logged.join()).not.toContain(CLIENT_SECRET);
  });

  it('SEC-42 an answer of another issuer, for another client, or signed by another key proves nothing', async () => {
    sso.person = { sub: 'han-0001' };
    await bind('handler', 'han-0001');
    const wrongIssuer = deskFor(providerWith({ issuer: `${sso.issuer}/realm` }));
    expect(says(await post('/api/sign-in/provider', {}, '', wrongIssuer))).toMatch(/PROVIDER_UNREACHABLE/);
    const otherClient = deskFor(providerWith({ clientId: 'another' }));
    const his = await begun();
    expect(says(await finished(his.cookie, his.query, otherClient))).toMatch(/^409 SEC-42/);
    const another = await begun();
    sso.strangeKeys = true;
    const strange = deskFor(providerWith());
    expect(says(await finished(another.cookie, another.query, strange))).toMatch(/^409 SEC-42/);
    expect(logged.join()).toContain('OAUTH_');
    sso.strangeKeys = false;
    expect((await signedIn(deskFor(providerWith()))).statusCode).toBe(200);
  });

  it('SEC-43 makes no account: who is not bound is told his number and whom to give it to', async () => {
    sso.person = { sub: 'stranger@sso' };
    const before = await db.selectFrom('officers').select('id').execute();
    const answer = await signedIn();
    expect(says(answer)).toMatch(/^409 SEC-43 .*身份编号“stranger@sso”告诉本单位的安全管理员/);
    expect(cookieIn(answer, 'gongkai_session')).toBe('');
    expect(await db.selectFrom('officers').select('id').execute()).toEqual(before);
  });

  it('SEC-44 a stopped and a locked account stay out', async () => {
    sso.person = { sub: 'han-0001' };
    await bind('handler', 'han-0001');
    await act('securityAdmin', { verb: 'stop' });
    expect(says(await signedIn())).toMatch(/^409 SEC-44 .*已经停用/);
    await act('securityAdmin', { verb: 'resume' });
    for (let tries = 0; tries < 5; tries += 1) await post('/api/sign-in', { signInName: 'handler', password: 'wrong' });
    expect(says(await signedIn())).toMatch(/^409 SEC-44 .*正在锁定/);
    now += 16 * 60_000;
    expect((await signedIn()).statusCode).toBe(200);
  });

  it('SEC-45 the authenticator of the account is still asked, wrong codes count; the county may take the word of the provider', async () => {
    sso.person = { sub: 'han-0001', amr: ['pwd', 'mfa'] };
    await bind('handler', 'han-0001');
    const own = cookieIn(await signedIn(), 'gongkai_session');
    const secret = (await post('/api/account/second-factor', { password: PASSWORD }, own)).json<SecondFactorBegun>()
      .secret;
    const code = () => generateSync({ secret, epoch: now / 1_000 });
    await post('/api/account/second-factor/confirmed', { code: code() }, own);
    now += 30_000;

    const { cookie, query } = await begun();
    const asked = await finished(cookie, query);
    expect(says(asked)).toMatch(/^409 CODE_NEEDED 统一身份认证已经认出你/);
    expect(cookieIn(asked, 'gongkai_session')).toBe('');
    const withCode = (digits: string, jar = cookie) => post('/api/sign-in/provider/code', { code: digits }, jar);
    expect(says(await withCode('000000'))).toMatch(/WRONG_CODE/);
    expect(
      (await db.selectFrom('officers').select('failures').where('id', '=', 'officer-handler').execute())[0],
    ).toEqual({ failures: 1 });
    expect(says(await withCode(code(), ''))).toMatch(/^409 SEC-42/);
    const entered = await withCode(code());
    expect([entered.statusCode, cookieIn(entered, 'gongkai_session') !== '']).toEqual([200, true]);
    now += 30_000;
    expect(says(await withCode(code()))).toMatch(/^409 SEC-42/);

    const late = await begun();
    await finished(late.cookie, late.query);
    now += 11 * 60_000;
    expect(says(await withCode(code(), late.cookie))).toMatch(/^409 SEC-42/);

    const trusting = deskFor(providerWith({ strong: ['mfa'] }));
    expect((await signedIn(trusting)).statusCode).toBe(200);
    sso.person = { sub: 'han-0001', amr: ['pwd'] };
    expect(says(await signedIn(trusting))).toMatch(/CODE_NEEDED/);
  });

  it('SEC-46 where the county closes the password, it opens to the three administrators alone, and says so only to whoever has it', async () => {
    const closed = deskFor(providerWith({ only: true }));
    const ways = await closed.inject({ url: '/api/sign-in/ways' });
    expect(ways.json()).toEqual({ provider: true, passwordsForAll: false });
    const signIn = async (signInName: string, password = PASSWORD) =>
      (await post('/api/sign-in', { signInName, password }, '', closed)).json();
    expect(await signIn('handler')).toMatchObject({ code: 'SEC-46' });
    expect(await signIn('handler', 'wrong')).toMatchObject({ code: 'SIGN_IN_REFUSED' });
    for (const who of ['systemAdmin', 'securityAdmin', 'auditor'])
      expect(await signIn(who)).toEqual({ signedIn: true });
  });

  it('SEC-48 a provider that is not there, or stands where the county has not said, is told in words; nothing is sent', async () => {
    const unlisted = deskFor(providerWith({}, new Set()));
    expect(says(await post('/api/sign-in/provider', {}, '', unlisted))).toMatch(
      /^409 PROVIDER_UNREACHABLE .*可以用密码的，先用密码登录/,
    );
    expect(logged.join()).toContain('127.0.0.1 是本机地址');
    const gone = deskFor(providerWith({ issuer: 'http://127.0.0.1:9' }, new Set(['127.0.0.1:9'])));
    expect(says(await post('/api/sign-in/provider', {}, '', gone))).toMatch(/PROVIDER_UNREACHABLE/);
    const without = deskOver(office.house);
    expect((await without.inject({ url: '/api/sign-in/ways' })).json()).toEqual({
      provider: false,
      passwordsForAll: true,
    });
    for (const url of ['/api/sign-in/provider', '/api/sign-in/provider/finished', '/api/sign-in/provider/code'])
      expect((await post(url, url.endsWith('code') ? { code: '1' } : { answer: '' }, '', without)).statusCode).toBe(
        404,
      );
  });

  it('SEC-49 who signs out here is sent to sign out there, and is sent back; who came by password is not', async () => {
    sso.person = { sub: 'han-0001' };
    await bind('handler', 'han-0001');
    const session = cookieIn(await signedIn(), 'gongkai_session');
    const { provider } = (await post('/api/sign-out', {}, session)).json();
    expect((await at(session)).statusCode).toBe(401);
    expect(provider).toContain(`${sso.issuer}/session/end?`);
    expect(await sso.signOut(provider)).toBe('https://desk.example.gov.cn/');
    const byPassword = cookieIn(
      await post('/api/sign-in', { signInName: 'handler', password: PASSWORD }),
      'gongkai_session',
    );
    expect((await post('/api/sign-out', {}, byPassword)).json()).toEqual({ signedOut: true, provider: null });
  });

  it('SEC-42 is tried sixty times a minute from one address at the most', async () => {
    let last = '';
    for (let tries = 0; tries <= 60; tries += 1) last = says(await finished('', ''));
    expect(last).toMatch(/^429 TOO_MANY/);
  });
});

describe('账号绑定: who may not', () => {
  it('SEC-43 only the security administrator binds, nobody himself, one person once, a number that can be one', async () => {
    const body = { verb: 'bindIdentity', subject: 'han-0001' };
    for (const who of ['handler', 'systemAdmin', 'auditor', 'officeHead'] as const)
      expect((await act(who, body)).statusCode, who).toBe(403);
    expect((await act('securityAdmin', body, 'stranger')).statusCode).toBe(403);
    expect((await act('securityAdmin', body, 'securityAdmin')).json()).toMatchObject({ code: 'NOT_YOUR_OWN' });
    expect((await office.nobody.post('/api/people/officers/officer-handler/acts', body)).statusCode).toBe(401);
    for (const subject of ['', '  ', '中文', 'two words', 'x'.repeat(256), 'a\u0000b'])
      expect((await act('securityAdmin', { ...body, subject })).statusCode).toBeGreaterThanOrEqual(400);
    expect(await db.selectFrom('provider_identities').selectAll().execute()).toEqual([]);

    const bound = (await act('securityAdmin', body)).json<PeopleView>();
    expect(bound.provider).toBe(true);
    expect(bound.officers.filter(({ boundSince }) => boundSince !== null).map(({ id }) => id)).toEqual([
      'officer-handler',
    ]);
    expect(says(await act('securityAdmin', { ...body, subject: 'han-0002' }))).toMatch(/SEC-43 .*请先解除/);
    expect(says(await act('securityAdmin', body, 'editor'))).toMatch(/SEC-43 .*已经绑定了别的账号/);
  });

  it('SEC-43 what is kept tells nobody the number; undone, the sessions end and the person is a stranger again', async () => {
    sso.person = { sub: 'han-0001' };
    await bind('handler', 'han-0001');
    const session = cookieIn(await signedIn(), 'gongkai_session');
    const tables = ['provider_identities', 'provider_answers', 'sessions', 'ledger_entries'] as const;
    for (const table of tables)
      expect(JSON.stringify(await db.selectFrom(table).selectAll().execute())).not.toContain('han-0001');
    expect((await act('auditor', { verb: 'unbindIdentity' })).statusCode).toBe(403);
    expect((await act('securityAdmin', { verb: 'unbindIdentity' })).statusCode).toBe(200);
    expect((await at(session)).statusCode).toBe(401);
    expect(says(await signedIn())).toMatch(/SEC-43/);
    expect(says(await act('securityAdmin', { verb: 'unbindIdentity' }))).toMatch(/没有绑定/);
    expect((await entries('unboundIdentity')).length).toBe(1);
  });

  it('SEC-43 two administrators who bind one person to two accounts at once: one is refused', async () => {
    const both = await Promise.all([bind('handler', 'han-0009'), bind('editor', 'han-0009')]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });
});

it('SEC-42 what the database keeps of an answer opens with its key alone', async () => {
  sso.person = { sub: 'han-0001' };
  await bind('handler', 'han-0001');
  await signedIn();
  const rows = await db.selectFrom('provider_answers').select(['token_digest', 'sealed']).execute();
  expect(rows.length).toBeGreaterThan(0);
  for (const { token_digest, sealed } of rows)
    expect(KEYS.open(sealed, `provider_answers/${token_digest}`)).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
});
