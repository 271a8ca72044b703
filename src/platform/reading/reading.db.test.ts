import { type CompiledQuery, sql } from 'kysely';
import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import type { Db } from '../database.ts';
import { type Floor, MOST_AT_PRIMARY, openReading, type Reading, type ReadingSettings } from './reading.ts';

const primary = await testDatabase();
const replica = await testDatabase();
const NOBODY_LISTENS = 'postgres://gongkai@127.0.0.1:1/gongkai';
const { name: newestMigration } = await primary.db
  .selectFrom(sql<{ name: string }>`migration`.as('m'))
  .select(sql<string>`max(name)`.as('name'))
  .executeTakeFirstOrThrow();

/** What is replayed stands in a table of the play: `where` tells the two apart. */
for (const [where, db] of [
  ['primary', primary.db],
  ['replica', replica.db],
] as const) {
  await sql`create table replayed (state text primary key)`.execute(db);
  await sql`insert into replayed values ('first')`.execute(db);
  await sql`create table place (name text)`.execute(db);
  await sql`insert into place values (${where})`.execute(db);
}

const replay = (state: string) =>
  sql`insert into replayed values (${state}) on conflict do nothing`.execute(replica.db);
const floorAt = (state: string): Floor => ({
  proof: sql`select exists(select from replayed where state = ${state}) as there`.compile(primary.db) as CompiledQuery,
});

let open: Reading[] = [];
afterEach(async () => {
  for (const one of open) await one.close();
  open = [];
});

/** A reading whose clock only the waits move. */
function reading(change: Partial<ReadingSettings> = {}) {
  const play = {
    ...{ floor: floorAt('first'), clock: 0, waits: 0, states: [] as string[], onWait: async () => {} },
    news: { current: true, cutOff: false, catchUp: async () => {} },
  };
  const one = openReading({
    ...{ replicaUrl: replica.url, primaryUrl: primary.url, newestMigration },
    floor: () => play.floor,
    news: {
      isCurrent: () => play.news.current,
      isCutOff: () => play.news.cutOff,
      catchUp: () => play.news.catchUp(),
    },
    elapsed: () => play.clock,
    async wait(ms) {
      play.clock += ms;
      play.waits += 1;
      await play.onWait();
    },
    onState: (state) => play.states.push(state),
    ...change,
  });
  open.push(one);
  const where = async (db: Db = one.db) =>
    (await sql<{ name: string }>`select name from place`.execute(db)).rows[0]!.name;
  return Object.assign(play, { one, where });
}

describe('LED-4 reading from the replica', () => {
  it('reads there what it shows, and asks a session only once for each state', async () => {
    const play = reading();
    let asked = 0;
    const { proof } = play.floor;
    play.floor = {
      get proof() {
        asked += 1;
        return proof;
      },
    };
    expect([await play.where(), await play.where(), await play.where()]).toEqual(['replica', 'replica', 'replica']);
    expect(asked).toBe(1);
  });

  it('waits a moment for what is on its way', async () => {
    const play = reading();
    play.floor = floorAt('on its way');
    play.onWait = async () => void (play.waits === 3 && (await replay('on its way')));
    expect(await play.where()).toBe('replica');
    expect([play.waits, play.states]).toEqual([3, []]);
  });

  it('reads from the primary what the replica does not show in time, without every reader waiting, and turns back', async () => {
    const play = reading();
    play.floor = floorAt('late');
    expect(await play.where()).toBe('primary');
    const { waits, clock } = play;
    expect(clock).toBeLessThanOrEqual(150);
    // The next ones wait no more, whether they ask it or not.
    expect(await play.where()).toBe('primary');
    play.clock += 1_000;
    expect(await play.where()).toBe('primary');
    // Nor for what comes while it is known to be behind.
    play.floor = floorAt('later');
    play.clock += 1_000;
    expect(await play.where()).toBe('primary');
    expect(play.waits).toBe(waits);
    play.floor = floorAt('late');
    await replay('late');
    expect(await play.where()).toBe('primary');
    play.clock += 100;
    expect(await play.where()).toBe('replica');
    expect(play.states).toEqual(['behind', 'used']);
  });

  it('a session that held an earlier state is asked again for the later one', async () => {
    const play = reading();
    expect(await play.where()).toBe('replica');
    play.floor = floorAt('never');
    expect(await play.where()).toBe('primary');
  });

  it('who could not follow for a while reads on first, or else at the primary; cut off from it, at the replica', async () => {
    const play = reading();
    play.news.current = false;
    play.news.catchUp = async () => {
      play.news.current = true;
      play.floor = floorAt('missed');
    };
    expect(await play.where()).toBe('primary');

    const late = reading();
    late.news.current = false;
    expect([await late.where(), await late.where(late.one.hearing)]).toEqual(['primary', 'replica']);
    late.news.cutOff = true;
    late.news.catchUp = async () => Promise.reject(new Error('the database is away'));
    expect(await late.where()).toBe('replica');
  });

  it('leads few at a time to the primary', async () => {
    const play = reading();
    play.floor = floorAt('never');
    const session = () => sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(play.one.db);
    const sessions = await Promise.all(Array.from({ length: 24 }, session));
    expect(new Set(sessions.map(({ rows }) => rows[0]!.pid)).size).toBeLessThanOrEqual(MOST_AT_PRIMARY);
  });

  it('does not read where the tables are not those of the program yet', async () => {
    expect(await reading({ newestMigration: '9999-tomorrow.sql' }).where()).toBe('primary');
  });

  it('does not ask one that does not answer again, until a look finds it back', async () => {
    const gone = reading({ replicaUrl: NOBODY_LISTENS });
    expect(await gone.where()).toBe('primary');
    await gone.one.look();
    expect([gone.one.state(), gone.states]).toEqual(['away', ['away']]);

    const play = reading();
    // The server goes while it reads: the same is asked of the primary.
    const ends = sql<{ at: string }>`
      select case when name = 'replica' then pg_terminate_backend(pg_backend_pid())::text else name end as at from place`;
    expect((await ends.execute(play.one.db)).rows[0]!.at).toBe('primary');
    expect([play.one.state(), await play.where()]).toEqual(['away', 'primary']);
    await play.one.look();
    expect(await play.where()).toBe('replica');
    expect(play.states).toEqual(['away', 'used']);
  });

  it('what the replica gives up for its replaying is asked of the primary; a mistake is not', async () => {
    const play = reading();
    const conflict = sql`do $$ begin if (select name from place) = 'replica' then
      raise exception 'canceling statement due to conflict with recovery' using errcode = '40001'; end if; end $$`;
    await conflict.execute(play.one.db);
    await expect(sql`select nothing from nowhere`.execute(play.one.db)).rejects.toThrow('nowhere');
    expect([play.one.state(), await play.where()]).toEqual(['used', 'replica']);
  });

  it('with the primary away what the replica shows is read, and what it does not show is not', async () => {
    const play = reading({ primaryUrl: NOBODY_LISTENS });
    expect(await play.where()).toBe('replica');
    play.floor = floorAt('lost');
    await expect(play.where()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

describe('LED-4 through a pooler', () => {
  it('every reading is a transaction that asks first', async () => {
    // A pooler has numbers of its own for its sessions.
    const driver = pg.Client.prototype as unknown as { _handleBackendKeyData(): void };
    const numbered = vi.spyOn(driver, '_handleBackendKeyData').mockImplementation(function (this: object) {
      Object.assign(this, { processID: -1 });
    });
    const play = reading();
    const readOnly = sql<{ is: string }>`select current_setting('transaction_read_only') as is`;
    expect((await readOnly.execute(play.one.db)).rows[0]!.is).toBe('on');
    play.floor = floorAt('never');
    expect(await play.where()).toBe('primary');
    play.floor = floorAt('first');
    play.clock += 100;
    expect(await play.where()).toBe('replica');
    numbered.mockRestore();
  });
});
