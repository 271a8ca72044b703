import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk } from '../../../test/support/open-desk.ts';
import type { House } from '../../perform.ts';
import { hashPassword } from '../../platform/passwords.ts';
import { LIGHT_TERMS } from '../../statute/reply-clock/light.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import type { AccountView } from '../contract.ts';
import { CONSOLE_HEADER } from '../guard.ts';
import { digestOfToken } from '../people/session.ts';

const { db } = await testDatabase();
let minutes = 0;
const house: House = {
  db,
  now: () => new Date(Date.UTC(2026, 2, 4, 1, minutes)),
  newId: () => 'id',
  calendar: () => builtInCalendar,
};
const { desk } = await openDesk(db, { house });

const PASSWORD = '山高水长十个字以上的口令';
await db
  .updateTable('officers')
  .set({ password_hash: await hashPassword(PASSWORD) })
  .where('id', 'in', ['officer-handler', 'officer-editor'])
  .execute();

beforeEach(() => {
  minutes = 0;
});
afterEach(async () => {
  await db.updateTable('officers').set({ failures: 0, locked_until: null, active: true }).execute();
});

const signIn = (signInName = 'handler', password = PASSWORD, headers: Record<string, string> = {}) =>
  desk.inject({
    method: 'POST',
    url: '/api/sign-in',
    headers: { [CONSOLE_HEADER]: 'true', ...headers },
    payload: { signInName, password },
  });
const cookieOf = (response: Awaited<ReturnType<typeof signIn>>) => String(response.headers['set-cookie']);
const tokenIn = (cookie: string) => /gongkai_session=([^;]*)/.exec(cookie)![1]!;
const session = (token: string) =>
  desk.inject({ url: '/api/session', headers: { cookie: `gongkai_session=${token}` } });

describe('POST /api/sign-in', () => {
  it('opens a session and tells the frame of the console what it shows', async () => {
    const response = await signIn(' handler ');
    expect(response.json()).toEqual({ signedIn: true });
    expect((await session(tokenIn(cookieOf(response)))).json()).toEqual({
      name: '韩经办',
      agency: '示范县人民政府',
      roles: ['承办人'],
      rooms: ['requests'],
      unread: 0,
      unsent: 0,
      undelivered: 0,
      mayRegister: true,
      headsOffice: false,
      today: '2026-03-04',
      lights: LIGHT_TERMS,
      demo: false,
    });
  });

  it('SEC-2 the cookie is out of reach of scripts and other sites, and of plain lines where the desk has a secure one', async () => {
    const cookie = cookieOf(await signIn());
    for (const flag of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(flag);
    expect(cookie).not.toContain('Secure');
    const secure = await signIn('handler', PASSWORD, { origin: 'https://localhost:80', host: 'localhost:80' });
    expect(cookieOf(secure)).toContain('Secure');
  });

  it('SEC-2 the database holds a digest that opens nothing', async () => {
    const token = tokenIn(cookieOf(await signIn()));
    const kept = (await db.selectFrom('sessions').select('token_digest').execute()).map((row) => row.token_digest);
    expect(kept).toContain(digestOfToken(token));
    expect(kept).not.toContain(token);
    expect((await session(digestOfToken(token))).statusCode).toBe(401);
  });

  it('SEC-1 five wrong passwords lock the name for fifteen minutes, even to the right one', async () => {
    for (let tries = 1; tries <= 5; tries += 1) expect((await signIn('handler', '猜的口令')).statusCode).toBe(401);
    expect((await signIn()).statusCode).toBe(401);
    minutes = 14;
    expect((await signIn()).statusCode).toBe(401);
    minutes = 16;
    expect((await signIn()).statusCode).toBe(200);
  });

  it('SEC-1 tries at once are counted one by one', async () => {
    await Promise.all(Array.from({ length: 5 }, () => signIn('handler', '猜的口令')));
    expect((await signIn()).statusCode).toBe(401);
  });

  it('SEC-1 a right password starts the count again', async () => {
    for (let tries = 1; tries <= 4; tries += 1) await signIn('handler', '猜的口令');
    expect((await signIn()).statusCode).toBe(200);
    for (let tries = 1; tries <= 4; tries += 1) await signIn('handler', '猜的口令');
    expect((await signIn()).statusCode).toBe(200);
  });

  it('SEC-5 an unknown name, a wrong password and a lock get one answer', async () => {
    const unknown = await signIn('nobody-at-all');
    const wrong = await signIn('handler', '猜的口令');
    for (let tries = 1; tries <= 5; tries += 1) await signIn('handler', '猜的口令');
    const locked = await signIn();
    expect(unknown.json()).toMatchObject({ status: 401, code: 'SIGN_IN_REFUSED' });
    expect(wrong.json()).toEqual(unknown.json());
    expect(locked.json()).toEqual(unknown.json());
    for (const refused of [unknown, wrong, locked]) expect(refused.headers['set-cookie']).toBeUndefined();
  });

  it('SEC-54 one word tried on many names shuts the address for a while, and no other', async () => {
    const from = (signInName: string, password: string, remoteAddress = '10.0.0.9') =>
      desk.inject({
        ...{ method: 'POST', url: '/api/sign-in', remoteAddress },
        headers: { [CONSOLE_HEADER]: '1' },
        payload: { signInName, password },
      });
    const spray = Array.from({ length: 20 }, (_, n) => from(`tried-${n}`, 'one word for all'));
    for (const one of await Promise.all(spray)) expect(one.statusCode).toBe(401);
    const shut = await from('tried-20', 'one word for all');
    const says = expect.stringContaining('15 分钟');
    expect(shut.json()).toMatchObject({ status: 429, code: 'TOO_MANY_SIGN_INS', says });
    expect(shut.headers['retry-after']).toBe('900');
    expect((await from('handler', PASSWORD)).statusCode).toBe(429);
    expect((await from('handler', PASSWORD, '10.0.0.8')).statusCode).toBe(200);
    minutes = 16;
    expect((await from('handler', PASSWORD)).statusCode).toBe(200);
  });

  it('an officer who has left signs in no more', async () => {
    await db.updateTable('officers').set({ active: false }).where('id', '=', 'officer-handler').execute();
    expect((await signIn()).statusCode).toBe(401);
  });
});

describe('a session', () => {
  it('SEC-2 ends half an hour after it was last used', async () => {
    const token = tokenIn(cookieOf(await signIn()));
    minutes = 29;
    expect((await session(token)).statusCode).toBe(200);
    minutes = 58;
    expect((await session(token)).statusCode).toBe(200);
    minutes = 89;
    expect((await session(token)).json()).toMatchObject({ status: 401, code: 'SIGN_IN_FIRST' });
  });

  it('SEC-2 ends eight hours after it was opened, however busy', async () => {
    const token = tokenIn(cookieOf(await signIn()));
    for (minutes = 0; minutes < 480; minutes += 20) expect((await session(token)).statusCode).toBe(200);
    minutes = 481;
    expect((await session(token)).statusCode).toBe(401);
  });

  it('SEC-2 ends with the officer’s account', async () => {
    const token = tokenIn(cookieOf(await signIn()));
    await db.updateTable('officers').set({ active: false }).where('id', '=', 'officer-handler').execute();
    expect((await session(token)).statusCode).toBe(401);
  });

  it('SEC-2 ends for good by signing out, and only this one', async () => {
    const [here, there] = [tokenIn(cookieOf(await signIn())), tokenIn(cookieOf(await signIn()))];
    const out = await desk.inject({
      method: 'POST',
      url: '/api/sign-out',
      headers: { [CONSOLE_HEADER]: 'true', cookie: `gongkai_session=${here}` },
    });
    expect(out.json()).toEqual({ signedOut: true, provider: null });
    expect(String(out.headers['set-cookie'])).toMatch(/gongkai_session=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/);
    expect((await session(here)).statusCode).toBe(401);
    expect((await session(there)).statusCode).toBe(200);
  });

  it('SEC-2 a sign-in in the same browser ends the session it had', async () => {
    const before = tokenIn(cookieOf(await signIn()));
    const after = tokenIn(cookieOf(await signIn('handler', PASSWORD, { cookie: `gongkai_session=${before}` })));
    expect([(await session(before)).statusCode, (await session(after)).statusCode]).toEqual([401, 200]);
  });

  it.each(['', 'x', '../../etc', 'a'.repeat(4_000)])('SEC-2 no session stands behind “%.12s”', async (token) =>
    expect((await session(token)).statusCode).toBe(401),
  );
});

describe('who may not', () => {
  it('SEC-3 a page that is not the console’s neither signs in nor out', async () => {
    for (const url of ['/api/sign-in', '/api/sign-out'])
      expect((await desk.inject({ method: 'POST', url, payload: {} })).json()).toMatchObject({
        status: 403,
        code: 'NOT_YOUR_PAGE',
      });
  });

  it('SEC-3 another site does not, header or no header', async () => {
    expect((await signIn('handler', PASSWORD, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await signIn('handler', PASSWORD, { origin: 'https://elsewhere.example' })).statusCode).toBe(403);
  });

  it('SEC-7 nothing but name and password is taken', async () => {
    const response = await desk.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: { [CONSOLE_HEADER]: 'true' },
      payload: { signInName: 'handler', password: PASSWORD, roles: ['securityAdmin'] },
    });
    expect(response.json()).toMatchObject({ status: 400, issues: [{ where: '/roles' }] });
  });
});

describe('登录的地方', () => {
  const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
  const signedIn = async (agent = '') => tokenIn(cookieOf(await signIn('handler', PASSWORD, { 'user-agent': agent })));
  const mine = async (token: string) =>
    (await desk.inject({ url: '/api/account', headers: { cookie: `gongkai_session=${token}` } })).json<AccountView>()
      .sessions;
  const close = (token: string, named: string | null) =>
    desk.inject({
      method: 'POST',
      url: '/api/account/sessions/closed',
      headers: { [CONSOLE_HEADER]: 'true', cookie: `gongkai_session=${token}` },
      payload: { session: named },
    });
  beforeEach(() => db.deleteFrom('sessions').execute());

  it('SEC-41 he sees where he is signed in, which is here, and signs out one of the others or all', async () => {
    const there = await signedIn(FIREFOX);
    minutes = 5;
    const here = await signedIn();
    expect(await mine(here)).toMatchObject([
      { here: true, browser: '其他程序', openedAt: '2026-03-04T01:05:00.000Z' },
      {
        here: false,
        browser: 'Firefox，Linux（含统信、麒麟）',
        address: '127.0.0.1',
        seenAt: '2026-03-04T01:00:00.000Z',
      },
    ]);
    const [, other] = await mine(here);
    expect((await close(here, other!.name)).json<AccountView>().sessions).toHaveLength(1);
    expect((await session(there)).statusCode).toBe(401);
    expect((await close(here, other!.name)).json()).toMatchObject({ code: 'SEC-41' });
    const more = [await signedIn(), await signedIn()];
    expect((await close(here, null)).statusCode).toBe(200);
    for (const token of more) expect((await session(token)).statusCode).toBe(401);
    expect((await session(here)).statusCode).toBe(200);
    const entries = await db
      .selectFrom('ledger_entries')
      .select(['subject'])
      .where('verb', '=', 'closedOwnSessions')
      .execute();
    expect(entries.map(({ subject }) => subject)).toEqual(['officer-handler', 'officer-handler']);
  });

  it('SEC-41 a name says nothing of the token, closes nobody else, and not the one that asks', async () => {
    const here = await signedIn();
    const [own] = await mine(here);
    for (const secret of [here, digestOfToken(here)]) expect(secret).not.toContain(own!.name);
    expect((await session(own!.name)).statusCode).toBe(401);
    expect((await close(here, own!.name)).json()).toMatchObject({ code: 'SEC-41' });
    const other = await desk.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: { [CONSOLE_HEADER]: 'true' },
      payload: { signInName: 'editor', password: PASSWORD },
    });
    const stranger = tokenIn(cookieOf(other as never));
    expect((await close(stranger, own!.name)).json()).toMatchObject({ code: 'SEC-41' });
    expect((await close(stranger, null)).statusCode).toBe(200);
    expect((await session(here)).statusCode).toBe(200);
  });

  it('SEC-41 what ended is not shown, and its place is gone with the next sign-in', async () => {
    await signedIn(FIREFOX);
    minutes = 40;
    const here = await signedIn();
    expect(await mine(here)).toHaveLength(1);
    expect(await db.selectFrom('sessions').select('browser').execute()).toEqual([{ browser: '其他程序' }]);
  });
});
