/**
 * 别的单位的人 [SEC-3, SEC-7]: an officer who holds every role there is, in one department of the county alone, tries every route of the desk with
 * everything that a county at work has: every kind of id, every form. He reads nothing of it, changes nothing, and nobody without a session gets in.
 */
import type { RouteOptions } from 'fastify';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { COUNTY } from '../../demo/county.ts';
import { CONSOLE_HEADER } from '../../src/desk/guard.ts';
import { digestOfToken, SESSION_COOKIE } from '../../src/desk/session.ts';
import { ROLES, type RoleName } from '../../src/people/role.ts';
import { openSession } from '../../src/people/store/sessions.ts';
import { addAgency, addOfficer } from '../../src/people/store.ts';
import type { House } from '../../src/perform.ts';
import { builtInCalendar } from '../../src/statute/work-calendar.ts';
import { loadedDatabase } from '../support/loaded-county.ts';
import { deskOver } from '../support/open-desk.ts';
import { formsOf, type Shape } from '../support/route-forms.ts';

const { db } = await loadedDatabase();
let made = 0;
const house: House = {
  db,
  now: () => new Date('2026-11-26T02:00:00Z'),
  newId: () => {
    made += 1;
    return `foreign-${made}`;
  },
  calendar: () => builtInCalendar,
};
const desk = deskOver(house);
const routes: RouteOptions[] = [];
desk.addHook('onRoute', (route) => void routes.push(route));
await desk.ready();

const TOKEN = 'a token of another agency';
const SECRET = '本县的机密记录';
/** Numbers and words of the county that stand in no public place. */
let secrets: readonly string[] = [];

beforeAll(async () => {
  await db.transaction().execute(async (tx) => {
    const elsewhere = {
      id: 'elsewhere',
      parentId: COUNTY,
      name: '邻县人民政府',
      kind: 'county',
      creditCode: null,
    } as const;
    await addAgency(tx, { ...elsewhere, contact: {} });
    await addOfficer(tx, {
      ...{ id: 'foreigner', agencyId: 'elsewhere', signInName: 'foreigner', name: '外单位', passwordHash: 'nobody' },
      roles: (Object.keys(ROLES) as RoleName[]).map((role) => ({ role, agencyId: 'elsewhere' })),
    });
    await openSession(tx, 'foreigner', digestOfToken(TOKEN), house.now());
  });
  await seed();
  const { rows } = await sql<{ secret: string }>`
    select number as secret from info_requests union select wanted from info_requests
    union select masked_name from applicants where length(masked_name) > 2
    union select ${SECRET}
    union select e.particulars->>'title' from editions e join documents d on d.id = e.document_id where d.state = 'draft'`.execute(
    db,
  );
  secrets = rows.map(({ secret }) => secret).filter((secret) => secret.length > 2);
}, 300_000);

/** Kinds of records that the county of the demo has none of: one row each, which is enough to be found. */
const SEEDED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  holiday_notices: { days_off: '[]', make_up_days: '[]' },
  citizen_letters: { state: 'received', kind: 'consultation' },
  citizen_letter_facts: { letter_id: 'seed-citizen_letters', type: 'received' },
  citizen_letter_writers: { letter_id: 'seed-citizen_letters', masked_name: SECRET },
  public_consultations: {
    state: 'opened',
    form: 'opinions',
    title: SECRET,
    content: '{"questions":[],"days":30,"matter":"other","explanation":"","draft":"","otherWays":"","whyShorter":""}',
  },
  public_consultation_facts: { consultation_id: 'seed-public_consultations', type: 'drafted' },
  public_opinions: { consultation_id: 'seed-public_consultations', body: SECRET },
  public_opinion_writers: { opinion_id: 'seed-public_opinions', masked_name: SECRET },
  personal_corrections: { state: 'open', channel: 'counter', applicant_kind: 'natural', record: SECRET },
  personal_correction_facts: { correction_id: 'seed-personal_corrections', type: 'received' },
  personal_correction_applicants: { correction_id: 'seed-personal_corrections', masked_name: SECRET },
  collected_reports: {},
  registered_decisions: { kind: 'licensing', state: 'registered', subject: SECRET },
  deputations: {},
  outbox: { state: 'dead', work: 'send' },
  rectification_tickets: { state: 'open' },
  connections: {},
  sources: {},
  mistake_reports: { state: 'open' },
  oversight_records: {},
  disclosure_complaints: { state: 'open' },
  trainings: { title: SECRET, quiz: JSON.stringify({ id: 'q', seed: 's', dueOn: '2026-12-31', questions: [] }) },
  work_points: { title: SECRET, owner_id: COUNTY },
  reorganisations: { kind: 'merge', state: 'planned', about: [COUNTY], successors: [COUNTY] },
  media_accounts: { platform: 'weibo' },
  media_posts: { account_id: 'seed-media_accounts' },
  wechat_posts: { state: 'written', account_id: 'seed-media_accounts', title: SECRET },
};

async function seed(): Promise<void> {
  for (const [table, told] of Object.entries(SEEDED)) {
    const { rows } = await sql<{ name: string; type: string }>`
      select column_name as name, data_type as type from information_schema.columns
      where table_name = ${table} and is_nullable = 'NO' and column_default is null and is_identity = 'NO'`.execute(db);
    const row = Object.fromEntries(
      rows.map(({ name, type }) => [name, told[name] ?? (name === 'agency_id' ? COUNTY : invented(table, name, type))]),
    );
    await db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
      await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(tx);
    });
  }
}

function invented(table: string, name: string, type: string): unknown {
  if (name === 'id') return `seed-${table}`;
  if (type === 'date') return '2026-03-02';
  if (type.startsWith('timestamp')) return house.now();
  if (type === 'integer' || type === 'bigint' || type === 'numeric') return 1;
  if (type === 'boolean') return true;
  if (type === 'ARRAY') return [];
  return type === 'jsonb' ? '{}' : `${SECRET}${table}.${name}`;
}

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
  people: `select id from officers where id <> 'foreigner' limit 2`,
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

/** Of which the county at work has none yet. */
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
        return String(shape[name] ? (formsOf(shape[name]!, '1', '2026-11-26')[0] ?? '1') : '1');
      }),
    ),
  );
}

const ofDesk = () => routes.filter(({ url, method }) => url.startsWith('/api/') && method !== 'HEAD');
const tried = (route: RouteOptions) => {
  const shape = route.schema?.body as Shape | undefined;
  const forms = shape ? formsOf(shape, '说明', '2026-11-26') : [undefined];
  // Whose agency it is stands in many a form.
  return forms.map((form) =>
    form && typeof form === 'object' && 'agencyId' in form ? { ...form, agencyId: COUNTY } : form,
  );
};
const ask = (method: string, url: string, payload: unknown, headers: Record<string, string>) =>
  desk.inject({
    method: method as 'POST',
    url,
    headers: { [CONSOLE_HEADER]: 'true', ...headers, ...(payload ? { 'content-type': 'application/json' } : {}) },
    ...(payload ? { payload: JSON.stringify(payload) } : {}),
  });

/** With the whole query that a route knows: of whoever's agency it asks, the county's. */
const questionOf = ({ schema }: RouteOptions) => {
  const shape = schema?.querystring as Shape | undefined;
  const query = shape ? (formsOf(shape, '说明', '2026-11-26')[0] as Record<string, unknown>) : {};
  const told = Object.entries(query).map(([name, value]) => [name, name === 'agencyId' ? COUNTY : String(value)]);
  return told.length > 0 ? `?${new URLSearchParams(Object.fromEntries(told))}` : '';
};

/** His own password, his own session, and what is the same for everybody. */
const HIS_OWN = ['/api/sign-in', '/api/sign-out', '/api/setup', '/api/account', '/api/session', '/api/feed'];
const FOR_ALL = ['/api/calendar/:year', '/api/demo-accounts'];

describe('an officer with every role in another agency', () => {
  it('SEC-3 SEC-7 reads nothing of the others and changes nothing, whatever he asks', async () => {
    const before = await state();
    const reached: string[] = [];
    const leaked: string[] = [];
    /** Forms that were turned away before anybody asked whose they are. */
    const unread: string[] = [];
    let asked = 0;
    for (const route of ofDesk().filter(({ url }) => !HIS_OWN.some((own) => url.startsWith(own)))) {
      for (const url of await addressesOf(route))
        for (const form of tried(route)) {
          const cookie = `${SESSION_COOKIE}=${TOKEN}`;
          const answer = await ask(String(route.method), url + questionOf(route), form, { cookie });
          asked += 1;
          if ([400, 415].includes(answer.statusCode)) unread.push(`${route.method} ${route.url} ${answer.body}`);
          const named = /:(id|agencyId|fileId|hash)\b/.test(route.url) || JSON.stringify(form ?? '').includes(COUNTY);
          if (named && answer.statusCode < 400) reached.push(`${route.method} ${route.url} ${JSON.stringify(form)}`);
          if (!FOR_ALL.includes(route.url))
            for (const secret of secrets) if (answer.body.includes(secret)) leaked.push(`${route.url}: ${secret}`);
          if (answer.statusCode >= 500) reached.push(`${answer.statusCode} ${route.url} ${answer.body}`);
        }
    }
    expect(unread).toEqual([]);
    expect([reached, [...new Set(leaked)]]).toEqual([[], []]);
    expect(await state()).toEqual(before);
    expect(asked).toBeGreaterThan(300);
    expect([...without]).toEqual([]);
  }, 300_000);
});

describe('nobody', () => {
  it('SEC-3 gets an answer of any route that is not open, with and without a session that never was', async () => {
    const open = ['/api/sign-in', '/api/sign-out', '/api/setup', '/api/demo-accounts'];
    for (const route of ofDesk().filter(({ url }) => !open.includes(url) && !url.startsWith('/api/sign-in/')))
      for (const cookie of ['', `${SESSION_COOKIE}=guessed`]) {
        const [url] = await addressesOf(route);
        if (!url) continue;
        const { statusCode } = await ask(String(route.method), url, undefined, { cookie });
        expect([route.url, statusCode]).toEqual([route.url, 401]);
      }
  }, 60_000);
});

/** What the county's acts leave: its entries in the ledger, and every row that is its own. */
async function state() {
  const { rows } = await sql<{ n: number; last: string }>`select count(*)::int as n, max(hash) as last
    from ledger_entries where agency_id <> 'elsewhere'`.execute(db);
  return rows;
}
