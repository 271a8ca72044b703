/** 移交 against a database: everything an agency may hold, files at every stage, a process that dies, two administrators. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { requestDesk } from '../../../../test/support/request-desk.ts';
import { REGISTER } from '../../../../test/support/request-play.ts';
import { sourceOf } from '../../../annual-report/figure-source.ts';
import { recordsBehind } from '../../../annual-report/store/behind.ts';
import { compileYear, scopeOf } from '../../../annual-report/store/year.ts';
import { entriesOf } from '../../../ledger/store.ts';
import type { OfficerActor } from '../../../people/actor.ts';
import type { Order, Reorganisation } from '../../../people/reorganisation.ts';
import { ROLES, type RoleName } from '../../../people/role.ts';
import { listReorganisations } from '../../../people/store/reorganisations.ts';
import { actorOf, addAgency, addOfficer, listAgencies } from '../../../people/store.ts';
import { perform } from '../../../perform.ts';
import type { FileCommand } from '../../../requests/commands.ts';
import { dueOf } from '../../../requests/deadlines.ts';
import { countedTwice, countTable3 } from '../../../requests/store/figures.ts';
import { loadRequestFile } from '../../../requests/store/request-files.ts';
import { taskOf } from '../../../requests/tasks/task.ts';
import { civil } from '../../../statute/civil-date.ts';
import { isRefusal } from '../../../statute/refusal.ts';
import { builtInCalendar } from '../../../statute/work-calendar.ts';
import { HANDED_KIND_NAMES, type HandedKindName } from './handed-kinds.ts';
import { HOLDINGS } from './holdings.ts';
import { markOf, openMattersOf, reorganise } from './stairs.ts';
import { carryOutDue } from './sweep.ts';

const { db } = await testDatabase();
const desk = await requestDesk(db);
const { house } = desk;
const DAY = civil('2026-06-30');
const UNITS = ['old', 'new', 'third'];

const everywhere = (role: RoleName, id = role): OfficerActor => ({
  ...{ kind: 'officer', id, name: id, agencyId: 'county', reach: { [role]: ['county', ...UNITS] } },
});
const ADMIN = everywhere('securityAdmin', 'admin' as 'securityAdmin');

beforeAll(async () => {
  await db.transaction().execute(async (tx) => {
    for (const id of UNITS)
      await addAgency(tx, {
        id,
        parentId: 'county',
        name: `${id}局`,
        kind: 'department',
        creditCode: null,
        contact: {},
      });
    await addOfficer(tx, {
      ...{ id: 'worker', agencyId: 'old', signInName: 'worker', name: '甲', passwordHash: 'none' },
      roles: [{ role: 'handler', agencyId: 'old' }],
    });
    await addOfficer(tx, {
      ...{ id: 'heir', agencyId: 'new', signInName: 'heir', name: '乙', passwordHash: 'none' },
      roles: (Object.keys(ROLES) as RoleName[]).slice(0, 3).map((role) => ({ role, agencyId: 'new' })),
    });
  });
});

const orderFor = async (change: Partial<Order> = {}) => {
  const order: Order = {
    ...{ kind: 'abolish', on: DAY, basis: '县委发〔2026〕3号', reason: '机构改革方案' },
    ...{ about: ['old'], successors: ['new', 'third'], newName: '', defaultTo: 'new', byKind: {}, singles: [] },
    ...change,
  };
  const seen = markOf(order.kind === 'rename' ? [] : await openMattersOf(db, order.about));
  return { verb: 'reorganise', seen, ...order } as const;
};
const done = (result: Awaited<ReturnType<typeof reorganise>>): Reorganisation => {
  if (isRefusal(result)) throw new Error(`${result.code}: ${result.says}`);
  return result;
};

const act = async (
  requestId: string,
  on: string,
  verb: FileCommand['verb'],
  particulars: object = {},
  role: RoleName = 'handler',
) => {
  const command = { verb, requestId, on: civil(on), ...particulars } as unknown as FileCommand;
  const acted = await perform(house, desk.stairs, everywhere(role), command);
  if (isRefusal(acted)) throw new Error(`${verb}: ${acted.says}`);
};
const register = async (on: string, agencyId = 'old') => {
  const opened = await perform(house, desk.stairs, everywhere('handler'), { ...REGISTER, agencyId, on: civil(on) });
  if (isRefusal(opened)) throw new Error(opened.says);
  return opened.request.id;
};

/** Files of one agency at every turn of their way. */
const TURNS: readonly ((id: string) => Promise<unknown>)[] = [
  async () => {},
  (id) => act(id, '2026-06-03', 'askCorrection', { what: '写明名称', workdays: 10 }),
  async (id) => {
    await act(id, '2026-06-03', 'askCorrection', { what: '写明名称', workdays: 10 });
    await act(id, '2026-06-10', 'receiveCorrection', { what: '补正材料', why: '' });
  },
  (id) => act(id, '2026-06-05', 'consultThirdParty', { name: '某公司', about: '合同' }),
  (id) => act(id, '2026-06-05', 'extend', { consentedOn: '2026-06-05', workdays: 20, why: '涉及面广' }, 'officeHead'),
  (id) => act(id, '2026-06-05', 'sendTask', { to: 'third', what: '检索档案', dueOn: civil('2026-07-10') }),
  (id) => act(id, '2026-06-05', 'noticeFee', { tariff: 'pages', pages: 40, why: '四十页' }),
  (id) => act(id, '2026-06-09', 'withdraw', { outcome: 'withdrawn', why: '申请人书面撤回' }),
];

const factsNow = async () => {
  const { rows } = await sql<{ id: string }>`select id from info_requests order by id`.execute(db);
  return new Map(await Promise.all(rows.map(async ({ id }) => [id, (await loadRequestFile(db, id))!] as const)));
};

/** One row in each table that is handed over, as it would stand open; what belongs to it beside. */
const OPEN_ROWS: Readonly<Partial<Record<HandedKindName, readonly [string, object][]>>> = {
  corrections: [
    ['personal_corrections', { id: 'pc', state: 'open', channel: 'counter', applicant_kind: 'natural' }],
    ['personal_correction_applicants', { correction_id: 'pc' }],
    ['personal_correction_files', { id: 'pf', correction_id: 'pc' }],
  ],
  remedies: [['remedies', { id: 're', kind: 'review', stage: 'review' }]],
  letters: [
    ['citizen_letters', { id: 'cl', state: 'received', kind: 'consultation' }],
    ['citizen_letter_writers', { letter_id: 'cl' }],
  ],
  consultations: [
    ['public_consultations', { id: 'co', state: 'opened', form: 'opinions' }],
    ['public_opinions', { id: 'op', consultation_id: 'co' }],
    ['public_opinion_writers', { opinion_id: 'op' }],
    ['public_opinion_attachments', { id: 'oa', opinion_id: 'op' }],
  ],
  interviews: [
    ['interviews', { id: 'iv', state: 'announced' }],
    ['interview_questions', { id: 'iq', interview_id: 'iv' }],
  ],
  drafts: [
    ['documents', { id: 'do', state: 'draft', kind: 'news' }],
    ['editions', { document_id: 'do', n: 1, attachments: '[{"id":"af"}]', pictures: '["hash"]' }],
    ['relations', { document_id: 'do' }],
    ['attached_files', { id: 'af' }],
    ['pictures', { sha256: 'hash' }],
  ],
  columns: [['special_columns', { key: 'special.x' }]],
  accounts: [
    ['media_accounts', { id: 'ma', platform: 'wechat' }],
    ['wechat_joins', { account_id: 'ma' }],
    ['wechat_posts', { id: 'wp', account_id: 'ma', state: 'written' }],
  ],
  sites: [['watched_sites', { id: 'ws' }]],
  tickets: [
    ['rectification_tickets', { id: 'rt', state: 'open' }],
    ['site_findings', { id: 'sf', ticket_id: 'rt' }],
  ],
  mistakes: [
    ['mistake_reports', { id: 'mr', state: 'received' }],
    ['mistake_reporters', { report_id: 'mr' }],
  ],
  complaints: [['disclosure_complaints', { id: 'dc' }]],
  points: [['work_points', { id: 'wo', agency_id: 'county', owner_id: 'old', number: 1 }]],
  pointLists: [
    ['work_points', { id: 'wl', agency_id: 'old', owner_id: 'county', number: 1 }],
    ['work_points', { id: 'wn', agency_id: 'new', owner_id: 'county', number: 1 }],
  ],
  trainings: [['trainings', { id: 'tr' }]],
  handUps: [['report_hand_ups', { id: 'hu', agency_id: 'county', to_agency_id: 'old', state: 'waiting' }]],
  agencies: [['agencies', { id: 'station', parent_id: 'old', kind: 'dispatched' }]],
};

async function put(table: string, told: object): Promise<void> {
  const { rows } = await sql<{ name: string; type: string }>`
    select column_name as name, data_type as type from information_schema.columns
    where table_name = ${table} and is_nullable = 'NO' and column_default is null and is_identity = 'NO'`.execute(db);
  const invented = (name: string, type: string) => {
    if (name === 'agency_id' || name.endsWith('_agency_id')) return 'old';
    if (type === 'date') return '2026-06-02';
    if (type.startsWith('timestamp')) return house.now();
    if (type === 'integer' || type === 'bigint') return 2026;
    if (type === 'boolean') return true;
    return type === 'ARRAY' ? [] : type === 'jsonb' ? '{}' : `${table}.${name}`;
  };
  const row = { ...Object.fromEntries(rows.map(({ name, type }) => [name, invented(name, type)])), ...told };
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))})
      values (${sql.join(Object.values(row))})`.execute(tx);
  });
}

const rowsLeft = async (column: string) => {
  const [table, name] = column.split('.') as [string, string];
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from ${sql.table(table)} where ${sql.ref(name)} = 'old'`.execute(db);
  return rows[0]!.n;
};

describe('移交', () => {
  let closed = '';
  let foreignTask = '';
  let before: Awaited<ReturnType<typeof factsNow>>;
  let order: Reorganisation;
  let tables: { old: unknown; county: unknown };

  beforeAll(async () => {
    for (const [i, turn] of TURNS.entries()) {
      const id = await register(`2026-06-0${1 + (i % 2)}`);
      await turn(id);
      closed = id;
    }
    foreignTask = await register('2026-06-02', 'third');
    await act(foreignTask, '2026-06-05', 'sendTask', { to: 'old', what: '提供材料', dueOn: civil('2026-07-10') });
    for (const [table, row] of Object.values(OPEN_ROWS).flat()) await put(table, row);
    before = await factsNow();
    tables = { old: await countTable3(db, ['old'], 2026), county: await countTable3(db, ['county', ...UNITS], 2026) };
    const listed = await openMattersOf(db, ['old']);
    // Each kind there is has something to hand over.
    expect([...new Set(listed.map(({ kind }) => kind))].sort()).toEqual([...HANDED_KIND_NAMES].sort());
    const single = listed.find(({ kind }) => kind === 'applications')!;
    order = done(
      await reorganise(
        house,
        ADMIN,
        await orderFor({
          byKind: { letters: 'third' },
          singles: [{ kind: 'applications', id: single.id, to: 'third' }],
        }),
      ),
    );
  });

  it('ORG-4 no open thing remains with the agency that ended', async () => {
    expect(await openMattersOf(db, ['old'])).toEqual([]);
    const over = Object.entries(HOLDINGS).filter(([, holding]) => !('stays' in holding));
    const left = await Promise.all(over.map(async ([column]) => [column, await rowsLeft(column)]));
    // What is left is of the one file that was closed, and pictures may stand in other texts.
    const OF_CLOSED = ['info_requests.agency_id', 'applicants.agency_id', 'pictures.agency_id'];
    expect(left.filter(([column, n]) => n !== (OF_CLOSED.includes(column as string) ? 1 : 0))).toEqual([]);
  });

  it('ORG-4 no clock changes: every file is due the day it was, received the day it was', async () => {
    const after = await factsNow();
    for (const [id, file] of before) {
      const now = after.get(id)!;
      expect([id, dueOf(now, DAY, builtInCalendar)]).toEqual([id, dueOf(file, DAY, builtInCalendar)]);
      expect([now.request.receivedOn, now.request.arrivedOn, now.request.state]).toEqual([
        ...[file.request.receivedOn, file.request.arrivedOn, file.request.state],
      ]);
      expect(now.facts.slice(0, file.facts.length)).toEqual(file.facts);
    }
    const { rows } = await sql<{ moved: number }>`
      select count(*)::int as moved from info_requests where due_on is null and state = 'inProcess'`.execute(db);
    expect(rows[0]!.moved).toBe(0);
  });

  it('ORG-4 each goes to whom it was assigned, and says so in its history and in the ledger', async () => {
    const holders = new Map([...(await factsNow())].map(([id, { request }]) => [id, request.agencyId]));
    const { singles } = order;
    expect(holders.get(singles[0]!.id)).toBe('third');
    expect([...holders.values()].filter((id) => id === 'new')).toHaveLength(TURNS.length - 2);
    expect(holders.get(closed)).toBe('old');
    const file = (await loadRequestFile(db, singles[0]!.id))!;
    expect(file.facts.at(-1)).toMatchObject({
      type: 'handedOver',
      from: 'old',
      toName: 'third局',
      basis: order.basis,
      by: 'admin',
    });
    expect((await entriesOf(db, 'requests', singles[0]!.id)).at(-1)).toMatchObject({
      verb: 'handedOver',
      basis: order.basis,
      agencyId: 'third',
    });
    const task = (await loadRequestFile(db, foreignTask))!;
    expect(taskOf(task.facts, 2)).toMatchObject({ to: 'new', name: 'new局', state: 'sent', dueOn: '2026-07-10' });
    const { rows } = await sql<{
      agency_id: string;
      n: number;
    }>`select agency_id, number as n from work_points where id = 'wl'`.execute(db);
    expect(rows).toEqual([{ agency_id: 'new', n: 2 }]);
    const letter = await sql<{ agency_id: string }>`select agency_id from citizen_letters`.execute(db);
    expect(letter.rows).toEqual([{ agency_id: 'third' }]);
    expect(order.handedOver).toMatchObject({ applications: TURNS.length - 1, tasks: 1, officers: 1, letters: 1 });
  });

  it('ORG-5 its officers work for the successor, whose people read what is closed', async () => {
    const worker = (await actorOf(db, 'worker', DAY))!;
    expect([worker.agencyId, worker.reach.handler]).toEqual(['new', ['new', 'station', 'old']]);
    expect((await actorOf(db, 'heir', DAY))!.reach.handler).toContain('old');
  });

  it('ORG-6 its figures until that day stay, and stand once in the sum', async () => {
    expect(await countTable3(db, ['old'], 2026)).toEqual(tables.old);
    expect(await countTable3(db, ['county', ...UNITS], 2026)).toEqual(tables.county);
    const [old, heir, third] = await Promise.all(UNITS.map((id) => countTable3(db, [id], 2026)));
    const carried = (counts: typeof old, row: string) => (counts?.[row] ?? []).reduce((a, b) => a + b, 0);
    expect(carried(heir, '2') + carried(third, '2')).toBe(carried(old, '4'));
    expect(carried(old, '4')).toBe(TURNS.length - 1);
    const scope = (await scopeOf(db, 'county'))!;
    const whole = await compileYear(db, scope, 2026);
    expect(whole.records.applications['1']?.[0]).toBe(TURNS.length + 1);
  });

  it('ORG-6 what two of them report of one file is taken off where reports are added up', async () => {
    const parts = [['county'], ...UNITS.map((id) => [id])];
    const all = await Promise.all(parts.map((part) => countTable3(db, part, 2026)));
    const twice = await countedTwice(db, parts, 2026);
    const sum = (counts: typeof twice, row: string) => (counts[row] ?? []).reduce((a, b) => a + b, 0);
    const whole = await countTable3(db, parts.flat(), 2026);
    for (const row of ['1', '2', '3.6.3', '4'])
      expect([row, all.reduce((n, counts) => n + sum(counts, row), 0) - sum(twice, row)]).toEqual([
        row,
        sum(whole, row),
      ]);
    expect([sum(twice, '2'), sum(twice, '4')]).toEqual([TURNS.length - 1, TURNS.length - 1]);
    const scope = (await scopeOf(db, 'county'))!;
    const [page, day] = [{ number: 1, size: 1 } as const, { today: DAY, calendar: house.calendar() }];
    const behind = await recordsBehind(db, scope, 2026, sourceOf('/table3/rows/2/6', 2026)!, page, day);
    const together = behind.agencies.reduce((n, { figure }) => n + figure, 0);
    expect([behind.twice, together - behind.twice]).toEqual([TURNS.length - 1, behind.sum]);
  });

  it('ORG-7 nothing new begins with it; what is on its way goes on to the successor', async () => {
    const refused = await perform(house, desk.stairs, everywhere('handler'), { ...REGISTER, agencyId: 'old', on: DAY });
    expect(refused).toMatchObject({ code: 'ORG-7', says: expect.stringContaining('“new局”、“third局”') });
  });

  it('ORG-11 what turns up with it later goes to the successor, once', async () => {
    await put('citizen_letters', {
      id: 'late',
      state: 'received',
      kind: 'consultation',
      query_number: 'late',
      form_hash: 'late',
    });
    expect(await carryOutDue(house)).toEqual({ orders: 0, late: 1 });
    const { rows } = await sql<{ agency_id: string }>`select agency_id from citizen_letters where id = 'late'`.execute(
      db,
    );
    expect(rows).toEqual([{ agency_id: 'third' }]);
    expect(await carryOutDue(house)).toEqual({ orders: 0, late: 0 });
  });

  it('ORG-2 a second click changes nothing', async () => {
    expect(await reorganise(house, ADMIN, await orderFor())).toMatchObject({
      code: 'ORG-2',
      says: expect.stringContaining('已经撤销'),
    });
  });
});

describe('a process that dies, two at once, a day to come', () => {
  const unit = async (id: string) => {
    await db
      .transaction()
      .execute((tx) =>
        addAgency(tx, { id, parentId: 'county', name: `${id}局`, kind: 'department', creditCode: null, contact: {} }),
      );
    await put('citizen_letters', {
      id: `letter-${id}`,
      agency_id: id,
      state: 'received',
      kind: 'consultation',
      query_number: id,
      form_hash: id,
    });
  };
  const boss: OfficerActor = {
    ...ADMIN,
    reach: { securityAdmin: ['county', 'new', 'third', 'dying', 'twice', 'empty', 'later'] },
  };

  it('ORG-4 nothing is half done when it breaks in between', async () => {
    await unit('dying');
    const order = await orderFor({ about: ['dying'] });
    let calls = 0;
    const broken = {
      ...house,
      alongside: async () => {
        calls += 1;
        if (calls === 2) throw new Error('killed');
      },
    };
    await expect(reorganise(broken, boss, order)).rejects.toThrow('killed');
    expect((await listAgencies(db)).find(({ id }) => id === 'dying')?.ended).toBeUndefined();
    expect(await openMattersOf(db, ['dying'])).toHaveLength(1);
    expect((await listReorganisations(db)).filter(({ about }) => about.includes('dying'))).toEqual([]);
  });

  it('ORG-9 two administrators at once: one does it, the other is told', async () => {
    await unit('twice');
    const order = await orderFor({ about: ['twice'] });
    const both = await Promise.all([
      reorganise(house, boss, order),
      reorganise(house, boss, { ...order, defaultTo: 'third' }),
    ]);
    expect(both.filter(isRefusal)).toHaveLength(1);
    const handed = await sql<{ n: number }>`
      select count(*)::int as n from ledger_entries where subject = 'letter-twice' and verb = 'handedOver'`.execute(db);
    expect(handed.rows[0]!.n).toBe(1);
  });

  it('ORG-2 of two who end an agency that holds nothing, one is told as well', async () => {
    const empty = { id: 'empty', parentId: 'county', name: '空局', kind: 'department', creditCode: null } as const;
    await db.transaction().execute((tx) => addAgency(tx, { ...empty, contact: {} }));
    const order = await orderFor({ about: ['empty'] });
    const all = await Promise.all([1, 2, 3].map(() => reorganise(house, boss, order)));
    expect(all.filter(isRefusal).map(({ code }) => code)).toEqual(['ORG-2', 'ORG-2']);
  });

  it('ORG-10 planned ahead it waits for its day, and takes what is open then', async () => {
    await unit('later');
    const planned = done(await reorganise(house, boss, await orderFor({ about: ['later'], on: civil('2026-07-31') })));
    expect(planned.state).toBe('planned');
    expect(await carryOutDue(house)).toMatchObject({ orders: 0 });
    await put('citizen_letters', {
      id: 'newer',
      agency_id: 'later',
      state: 'received',
      kind: 'consultation',
      query_number: 'n',
      form_hash: 'n',
    });
    desk.on('2026-07-31');
    expect(await carryOutDue(house)).toMatchObject({ orders: 1 });
    expect(await openMattersOf(db, ['later'])).toEqual([]);
    expect((await listReorganisations(db)).find(({ id }) => id === planned.id)).toMatchObject({
      state: 'done',
      handedOver: { letters: 2 },
    });
    desk.on('2026-06-30');
  });
});
