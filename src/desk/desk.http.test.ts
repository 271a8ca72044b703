import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { openDesk } from '../../test/support/open-desk.ts';
import { CONSOLE_HEADER } from './guard.ts';

const { db } = await testDatabase();
const { desk, cookieOf } = await openDesk(db, {
  demoAccounts: [{ signInName: 'demo', password: 'demo', name: '演示', roles: '承办人' }],
});
await desk.ready();

const table = ['routes', 'supervision-routes']
  .map((name) => readFileSync(new URL(`./contract/${name}.ts`, import.meta.url), 'utf8'))
  .join('\n');
const addresses = [...table.matchAll(/^ {2}'(GET|POST|PUT|DELETE) (\/api\/[^']+)'/gm)].map(([, method, url]) => ({
  method: method as 'GET' | 'POST',
  url: url!,
}));
const OPEN = ['/api/sign-in', '/api/sign-out', '/api/setup', '/api/demo-accounts'];
const closed = addresses.filter(({ url }) => !OPEN.includes(url));
const filled = (url: string) => url.replaceAll(/:\w+/g, '2024');

describe('the table of addresses', () => {
  it.each(addresses)('$method $url is served', (address) => expect(desk.hasRoute(address)).toBe(true));
});

describe('who may not', () => {
  it.each(closed)('SEC-3 nobody without a session: $method $url', async ({ method, url }) => {
    const asked = { method, url: filled(url), headers: { [CONSOLE_HEADER]: 'true' } };
    expect((await desk.inject(asked)).json()).toMatchObject({ status: 401, code: 'SIGN_IN_FIRST' });
  });

  it.each(addresses.filter(({ method }) => method !== 'GET'))(
    'SEC-3 no page but the console’s: $method $url',
    async ({ method, url }) => {
      const asked = { method, url: filled(url), headers: { cookie: await cookieOf('handler') }, payload: {} };
      expect((await desk.inject(asked)).json()).toMatchObject({ status: 403, code: 'NOT_YOUR_PAGE' });
    },
  );
});
