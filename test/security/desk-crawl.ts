/**
 * 逐个地址试 [SEC-3, SEC-7]: every route of the desk, with every id that a county at work has and every form the route takes. Whoever comes from another
 * agency must reach nothing, read nothing and change nothing; `npm run security` does it with every role, the tests with all of them at once.
 */
import type { FastifyInstance, RouteOptions } from 'fastify';
import { sql } from 'kysely';
import { COUNTY } from '../../demo/county.ts';
import { CONSOLE_HEADER } from '../../src/desk/guard.ts';
import type { Db } from '../../src/platform/database.ts';
import { formsOf, type Shape } from '../support/route-forms.ts';

const DAY = '2026-11-26';

/** 每段地址的编号从哪里来. A new segment must be listed, so that no route is tried with ids that name nothing. */
const IDS: Readonly<Record<string, string>> = {
  requests: 'select id from info_requests order by received_on desc limit 3',
  publications: `(select id from documents where state = 'draft' limit 2) union all (select id from documents where state = 'published' limit 1)`,
  normative: `select id from documents where kind = 'normative' and state = 'published' limit 2`,
  'personal-corrections': 'select id from personal_corrections limit 2',
  'citizen-letters': 'select id from citizen_letters limit 2',
  interviews: 'select id from interviews order by id desc limit 2',
  consultations: 'select id from public_consultations limit 2',
  remedies: 'select id from remedies limit 2',
  tasks: `select request_id as id from request_facts where type = 'taskSent' limit 2`,
  tickets: 'select id from rectification_tickets limit 2',
  patrol: 'select id from patrol_sheets limit 2',
  decisions: 'select id from registered_decisions limit 2',
  'collected-reports': 'select id from collected_reports limit 2',
  people: `select id from officers where id not like 'foreigner%' limit 2`,
  deputations: 'select id from deputations limit 2',
  calendar: 'select id from holiday_notices limit 2',
  messages: 'select id from outbox limit 2',
  connections: 'select id from connections limit 2',
  sources: 'select id from sources limit 2',
  mistakes: 'select id from mistake_reports limit 2',
  'media-accounts': 'select id from media_accounts order by id desc limit 2',
  'media-posts': 'select id from media_posts order by id desc limit 2',
  'wechat-posts': 'select id from wechat_posts limit 2',
  'wechat-joins': 'select id from media_accounts limit 2',
  oversight: 'select id from oversight_records limit 2',
  'disclosure-complaints': 'select id from disclosure_complaints limit 2',
  trainings: 'select id from trainings limit 2',
  quizzes: 'select id from trainings where quiz is not null limit 2',
  'work-points': 'select id from work_points limit 2',
  reorganisations: 'select id from reorganisations limit 2',
};

/** His own password, his own session, and what is the same for everybody. */
const HIS_OWN = ['/api/sign-in', '/api/sign-out', '/api/setup', '/api/account', '/api/session', '/api/feed'];
const FOR_ALL = ['/api/calendar/:year', '/api/demo-accounts'];

export interface Crawled {
  readonly asked: number;
  /** Answered although the county was named, or with a fault. */
  readonly reached: readonly string[];
  readonly leaked: readonly string[];
  /** Forms that were turned away before anybody asked whose they are. */
  readonly unread: readonly string[];
}

/** @param desk not yet ready, so that its routes can be noted */
export function deskCrawl(db: Db, desk: FastifyInstance) {
  const routes: RouteOptions[] = [];
  desk.addHook('onRoute', (route) => void routes.push(route));
  /** Kinds of ids of which the county has none. */
  const without = new Set<string>();

  async function idsFor(url: string): Promise<readonly string[]> {
    const segment = url.split('/')[2]!;
    const query = IDS[segment];
    if (!query) throw new Error(`where do the ids of ${url} come from?`);
    const { rows } = await sql<{ id: string }>`${sql.raw(query)}`.execute(db);
    if (rows.length === 0) without.add(segment);
    return rows.length > 0 ? rows.map(({ id }) => id) : ['1'];
  }

  async function addressesOf({ url, schema }: RouteOptions): Promise<string[]> {
    const shape = (schema?.params as Shape | undefined)?.properties ?? {};
    const ids = url.includes(':id') ? await idsFor(url) : ['1'];
    return ids.flatMap((id) =>
      [COUNTY, 'finance'].slice(0, url.includes(':agencyId') ? 2 : 1).map((agencyId) =>
        url.replaceAll(/:(\w+)/g, (_, name: string) => {
          if (name === 'id') return id;
          if (name === 'agencyId') return agencyId;
          if (name === 'year') return '2024';
          return String(shape[name] ? (formsOf(shape[name]!, '1', DAY)[0] ?? '1') : '1');
        }),
      ),
    );
  }

  const ofDesk = () => routes.filter(({ url, method }) => url.startsWith('/api/') && method !== 'HEAD');
  const ask = (method: string, url: string, payload: unknown, cookie: string) =>
    desk.inject({
      method: method as 'POST',
      url,
      headers: { [CONSOLE_HEADER]: 'true', cookie, ...(payload ? { 'content-type': 'application/json' } : {}) },
      ...(payload ? { payload: JSON.stringify(payload) } : {}),
    });

  async function asForeigner(cookie: string, secrets: readonly string[]): Promise<Crawled> {
    const [reached, leaked, unread] = [[] as string[], new Set<string>(), [] as string[]];
    let asked = 0;
    for (const route of ofDesk().filter(({ url }) => !HIS_OWN.some((own) => url.startsWith(own))))
      for (const url of await addressesOf(route))
        for (const form of formsOfRoute(route)) {
          const answer = await ask(String(route.method), url + questionOf(route), form, cookie);
          asked += 1;
          if ([400, 415].includes(answer.statusCode)) unread.push(`${route.method} ${route.url} ${answer.body}`);
          const named = /:(id|agencyId|fileId|hash)\b/.test(route.url) || JSON.stringify(form ?? '').includes(COUNTY);
          if (named && answer.statusCode < 400) reached.push(`${route.method} ${route.url} ${JSON.stringify(form)}`);
          if (answer.statusCode >= 500) reached.push(`${answer.statusCode} ${route.url} ${answer.body}`);
          if (!FOR_ALL.includes(route.url))
            for (const secret of secrets) if (answer.body.includes(secret)) leaked.add(`${route.url}: ${secret}`);
        }
    return { asked, reached, leaked: [...leaked], unread };
  }

  /** @returns routes that are not open and answer whoever has no session */
  async function asNobody(cookies: readonly string[]): Promise<string[]> {
    const open = ['/api/sign-in', '/api/sign-out', '/api/setup', '/api/demo-accounts'];
    const answered: string[] = [];
    for (const route of ofDesk().filter(({ url }) => !open.includes(url) && !url.startsWith('/api/sign-in/')))
      for (const cookie of cookies) {
        const [url] = await addressesOf(route);
        const { statusCode } = await ask(String(route.method), url!, undefined, cookie);
        if (statusCode !== 401) answered.push(`${statusCode} ${route.method} ${route.url}`);
      }
    return answered;
  }

  return { asForeigner, asNobody, routes: () => ofDesk().length, without };
}

function formsOfRoute({ schema }: RouteOptions): unknown[] {
  const shape = schema?.body as Shape | undefined;
  const forms = shape ? formsOf(shape, '说明', DAY) : [undefined];
  // Whose agency it is stands in many a form.
  return forms.map((form) =>
    form && typeof form === 'object' && 'agencyId' in form ? { ...form, agencyId: COUNTY } : form,
  );
}

/** With the whole query that a route knows: of whoever's agency it asks, the county's. */
function questionOf({ schema }: RouteOptions): string {
  const shape = schema?.querystring as Shape | undefined;
  const query = shape ? (formsOf(shape, '说明', DAY)[0] as Record<string, unknown>) : {};
  const told = Object.entries(query).map(([name, value]) => [name, name === 'agencyId' ? COUNTY : String(value)]);
  return told.length > 0 ? `?${new URLSearchParams(Object.fromEntries(told))}` : '';
}

/** What the county's acts leave: its entries in the ledger. */
export async function traceOf(db: Db) {
  const { rows } = await sql<{ n: number; last: string }>`select count(*)::int as n, max(hash) as last
    from ledger_entries where agency_id <> 'elsewhere'`.execute(db);
  return rows;
}
