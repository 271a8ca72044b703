/** Whatever is typed, in every field of every route that takes something: told in words or kept as text, never carried out, never a fault. */
import type { RouteOptions } from 'fastify';
import { expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { openDesk } from '../../test/support/open-desk.ts';
import { ROLES, type RoleName } from '../people/role.ts';
import { addOfficer, openSession } from '../people/store.ts';
import { hashPassword } from '../platform/passwords.ts';
import { portalFor, visitorOf } from '../portal/portal.fixture.ts';
import { CIVIL_DAY } from './civil-day.ts';
import { CONSOLE_HEADER } from './guard.ts';
import { digestOfToken, SESSION_COOKIE } from './session.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const routes: RouteOptions[] = [];
office.desk.addHook('onRoute', (route) => void routes.push(route));
await office.desk.ready();
office.on('2026-03-04');

/** Somebody with every role, so that no right stands before the field. */
await db.transaction().execute(async (tx) => {
  const roles = (Object.keys(ROLES) as RoleName[]).map((role) => ({ role, agencyId: 'county' }));
  const officer = {
    id: 'all',
    agencyId: 'county',
    signInName: 'all',
    name: '万能',
    passwordHash: await hashPassword('all'),
    roles,
  };
  await addOfficer(tx, officer);
  await openSession(tx, 'all', digestOfToken('all'), office.house.now());
});

const HOSTILE = [
  `"'><script>alert(1)</script><img src=x onerror=alert(1)>`,
  `'; drop table info_requests; --`,
  `=HYPERLINK("http://evil.example","x")`,
  '{{申请人}}{{7*7}}<%= 7*7 %>',
  '\u0000\u0007\u001b[31m',
  '\ud800',
  '\u202eexe.fdp',
  '长'.repeat(10_000),
  '../../../../etc/passwd',
];
const IMPOSSIBLE = ['2026-02-30', '0000-01-01', '9999-12-31', '2019-05-10', '2026-13-01', '昨天', ''];

interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly format?: string;
  readonly pattern?: string;
}

const isDay = ({ format, pattern }: Shape) => format === CIVIL_DAY || pattern === CIVIL_DAY;

/** Every form of a value of this shape, with the text in its texts and the day in its days. */
function formsOf(shape: Shape, text: string, day: string): unknown[] {
  if (shape.const !== undefined) return [shape.const];
  if (shape.anyOf) {
    const forms = shape.anyOf.flatMap((one) => formsOf(one, text, day));
    // Of many names of a table one is like the other; of verbs each is another form.
    return shape.anyOf.every((one) => one.const !== undefined) ? forms.slice(0, 1) : forms;
  }
  if (isDay(shape)) return [day];
  switch (shape.type) {
    case 'object': {
      const fields = Object.entries(shape.properties ?? {}).map(
        ([name, one]) => [name, formsOf(one, text, day)] as const,
      );
      const most = Math.max(1, ...fields.map(([, forms]) => forms.length));
      return Array.from({ length: most }, (_, i) =>
        Object.fromEntries(fields.map(([name, forms]) => [name, forms[Math.min(i, forms.length - 1)]])),
      );
    }
    case 'array':
      return [formsOf(shape.items!, text, day)];
    case 'integer':
    case 'number':
      return [1];
    case 'boolean':
      return [true];
    case 'null':
      return [null];
    default:
      return [text];
  }
}

const taking = () =>
  routes.filter(({ method, schema }) => method !== 'GET' && method !== 'HEAD' && schema?.body !== undefined);

async function send({ method, url }: RouteOptions, payload: unknown, id: string) {
  if (typeof payload === 'object' && payload !== null && 'seen' in payload) {
    // As of the file as it stands now: an act on what was overtaken is refused before its text is read.
    const facts = await db.selectFrom('request_facts').select('n').where('request_id', '=', id).execute();
    Object.assign(payload, { seen: facts.length });
  }
  return office.desk.inject({
    method: method as 'POST',
    url: url
      .replace(/:id\b/, id)
      .replace(/:n\b/, '1')
      .replace(/:year\b/, '2025')
      .replace(/:\w+/g, 'x'),
    headers: { cookie: `${SESSION_COOKIE}=all`, [CONSOLE_HEADER]: 'true', 'content-type': 'application/json' },
    payload: JSON.stringify(payload),
  });
}

/** Signing in and out would end the session; its routes have tests of their own. */
const APART = ['/api/sign-in', '/api/setup'];

it('SEC-7 every field of every route: text is text, and what cannot be is refused in words', async () => {
  const { request } = await office.register();
  const looked: string[] = [];
  for (const route of taking().filter(({ url }) => !APART.includes(url)))
    for (const text of HOSTILE)
      for (const payload of formsOf(route.schema!.body as Shape, text, '2026-03-04')) {
        const answer = await send(route, payload, request.id);
        expect([route.url, text.slice(0, 40), answer.statusCode, answer.statusCode < 500]).toEqual([
          route.url,
          text.slice(0, 40),
          answer.statusCode,
          true,
        ]);
        if (answer.statusCode >= 400) expect(answer.json().says).toMatch(/[\u4e00-\u9fff]/);
        expect(answer.headers['content-type']).toMatch(/json|pdf|zip|wordprocessing/);
        looked.push(route.url);
      }
  expect(new Set(looked).size).toBeGreaterThan(15);
  // No table was dropped, and whatever was kept of it is shown as text.
  expect((await db.selectFrom('info_requests').select('id').execute()).length).toBeGreaterThan(0);
  const visitor = visitorOf(portalFor(office.house));
  for (const path of ['/', '/search?q=alert', '/guide', '/catalogue', '/apply'])
    expect((await visitor.get(path)).body).not.toContain('<script>alert');
}, 120_000);

it('REQ-34 every day of every route: one that does not exist, or cannot be, is refused in words', async () => {
  const { request } = await office.register();
  for (const route of taking().filter(({ url }) => !APART.includes(url)))
    for (const day of IMPOSSIBLE)
      for (const payload of formsOf(route.schema!.body as Shape, '说明', day)) {
        if (!JSON.stringify(payload).includes(JSON.stringify(day))) continue;
        const answer = await send(route, payload, request.id);
        expect([route.url, payload, answer.statusCode]).toEqual([route.url, payload, expect.toSatisfy((n) => n < 500)]);
        if (answer.statusCode >= 400) expect(answer.json().says).toMatch(/[\u4e00-\u9fff]/);
      }
}, 120_000);

it('SEC-7 an id that is text of any kind names nothing', async () => {
  for (const route of routes.filter(
    ({ url, method }) => url.includes(':') && url.startsWith('/api/') && method !== 'HEAD',
  ))
    for (const id of [`'; drop table info_requests; --`, '../../x', '\u0000', '长'.repeat(2_000), '-1', 'NaN']) {
      const url = route.url.replaceAll(/:\w+/g, encodeURIComponent(id));
      const answer = await office.desk.inject({
        method: route.method as 'GET',
        url,
        headers: { cookie: `${SESSION_COOKIE}=all`, [CONSOLE_HEADER]: 'true' },
        ...(route.method === 'POST' ? { payload: {} } : {}),
      });
      expect([route.method, route.url, id.slice(0, 20), answer.statusCode >= 400 && answer.statusCode < 500]).toEqual([
        route.method,
        route.url,
        id.slice(0, 20),
        true,
      ]);
    }
}, 120_000);
