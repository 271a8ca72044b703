import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { deskOver } from '../../../test/support/open-desk.ts';
import { offerSetupLink } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import type { Setup } from '../contract.ts';
import { CONSOLE_HEADER } from '../guard.ts';
import { digestOfToken } from '../people/session.ts';

const { db } = await testDatabase();
let made = 0;
const house: House = {
  db,
  now: () => new Date('2026-03-04T01:00:00Z'),
  newId: () => {
    made += 1;
    return `id-${made}`;
  },
  calendar: () => builtInCalendar,
};
const desk = deskOver(house);

const TOKEN = 'the link that the start prints';
const SETUP: Setup = {
  token: TOKEN,
  agencyName: '示范县人民政府',
  creditCode: '11150000MB0000001X',
  name: '安管理',
  signInName: 'an.guanli',
  password: '山高水长十个字以上的口令',
};
const setUp = async (change: Partial<Setup> = {}) => {
  const response = await desk.inject({
    method: 'POST',
    url: '/api/setup',
    headers: { [CONSOLE_HEADER]: 'true' },
    payload: { ...SETUP, ...change },
  });
  return { status: response.statusCode, ...response.json() };
};
const counted = async () =>
  Promise.all(
    (['agencies', 'officers', 'ledger_entries'] as const).map(
      async (table) =>
        (
          await db
            .selectFrom(table)
            .select((q) => q.fn.countAll<number>().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
    ),
  );

beforeEach(async () => {
  await db.deleteFrom('sessions').execute();
  await db.deleteFrom('officer_roles').execute();
  await db.deleteFrom('officers').execute();
  await db.deleteFrom('agencies').execute();
  await db.deleteFrom('setup_links').execute();
  await db.transaction().execute((tx) => offerSetupLink(tx, digestOfToken(TOKEN), house.now()));
});

describe('POST /api/setup', () => {
  it('SEC-6 makes the county and its security administrator, who may sign in', async () => {
    expect(await setUp()).toEqual({ status: 200, ready: true });
    const signedIn = await desk.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: { [CONSOLE_HEADER]: 'true' },
      payload: { signInName: SETUP.signInName, password: SETUP.password },
    });
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0]!;
    expect((await desk.inject({ url: '/api/session', headers: { cookie } })).json()).toMatchObject({
      agency: '示范县人民政府',
      roles: ['安全管理员'],
      rooms: ['people', 'erasure'],
    });
  });

  it('SEC-6 the link works once', async () => {
    await setUp();
    const before = await counted();
    expect(await setUp({ signInName: 'second' })).toMatchObject({ status: 403, code: 'NOT_YOUR_LINK' });
    expect(await counted()).toEqual(before);
  });

  it('SEC-6 of two at once one is set up', async () => {
    const answers = await Promise.all([setUp(), setUp({ signInName: 'second' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect((await counted()).slice(0, 2)).toEqual([1, 1]);
  });

  it('SEC-6 no link opens anything once there are officers', async () => {
    await setUp();
    await db.transaction().execute((tx) => offerSetupLink(tx, digestOfToken('another link'), house.now()));
    expect(await setUp({ token: 'another link', signInName: 'second' })).toMatchObject({
      status: 403,
      code: 'NOT_YOUR_LINK',
    });
  });

  it('SEC-6 mistakes are told field by field and leave the link unused', async () => {
    const answer = await setUp({
      agencyName: ' ',
      creditCode: '123',
      name: '',
      signInName: '安',
      password: '12345678',
    });
    expect(answer).toMatchObject({ status: 422, code: 'HAS_ISSUES' });
    expect(new Set(answer.issues.map(({ where }: { where: string }) => where))).toEqual(
      new Set(['/agencyName', '/creditCode', '/name', '/signInName', '/password']),
    );
    expect(await setUp()).toMatchObject({ status: 200 });
  });
});

describe('who may not', () => {
  it('SEC-6 nobody with a link that was never made', async () => {
    expect(await setUp({ token: 'a guess' })).toMatchObject({ status: 403, code: 'NOT_YOUR_LINK' });
    expect((await counted()).slice(0, 2)).toEqual([0, 0]);
  });

  it('SEC-3 no page but the console’s', async () => {
    const response = await desk.inject({ method: 'POST', url: '/api/setup', payload: SETUP });
    expect(response.json()).toMatchObject({ status: 403, code: 'NOT_YOUR_PAGE' });
  });

  it('the list of demo accounts is not there outside the demo', async () => {
    expect((await desk.inject('/api/demo-accounts')).statusCode).toBe(404);
    const account = { signInName: 'demo', password: 'demo', name: '演示', roles: '承办人' };
    const demo = deskOver(house, { demoAccounts: [account] });
    expect((await demo.inject('/api/demo-accounts')).json()).toEqual([account]);
  });
});
