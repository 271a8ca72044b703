import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { addAgency } from '../../people/store.ts';
import { databaseOver, openPool } from '../database.ts';
import { unlessAway } from '../reading/database-away.ts';
import { deliverDue, type Works } from './deliver.ts';
import { forgetSettled, queueWork, RETRY_MINUTES, settle, takeDue } from './outbox.ts';

const { db, url } = await testDatabase();
const T0 = new Date('2026-03-02T02:00:00Z');
const later = (minutes: number) => new Date(T0.getTime() + minutes * 60_000);
const faults: unknown[] = [];
const log = { error: (fault: unknown) => void faults.push(fault) };

await db.transaction().execute((tx) =>
  addAgency(tx, {
    id: 'county',
    parentId: null,
    name: '示范县人民政府',
    kind: 'county',
    creditCode: null,
    contact: {},
  }),
);

const queue = (...ids: string[]) =>
  db.transaction().execute((tx) =>
    queueWork(
      tx,
      ids.map((id) => ({ id, work: 'note', agencyId: 'county', body: { id } })),
      T0,
    ),
  );
const stateOf = async (id: string) => {
  const row = await db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { state: row.state, attempts: row.attempts, said: row.said };
};
const deliver = (works: Works, at: Date, most?: number) => deliverDue({ db, now: () => at, works, log }, most);

describe('the outbox', () => {
  it('MSG-1 what is queued in an act that is rolled back was never there; queued twice it is there once', async () => {
    await db
      .transaction()
      .execute(async (tx) => {
        await queueWork(tx, [{ id: 'undone', work: 'note', agencyId: 'county', body: {} }], T0);
        throw new Error('the act fails');
      })
      .catch(() => undefined);
    await queue('once');
    await queue('once');
    const done: string[] = [];
    const note: Works = { note: async ({ id }) => ({ end: 'done', said: `${done.push(id)}` }) };
    await deliver(note, T0);
    await deliver(note, T0);
    expect(done).toEqual(['once']);
  });

  it('MSG-6 two rounds at once do each piece once', async () => {
    await queue(...Array.from({ length: 40 }, (_, i) => `both-${i}`));
    const done: string[] = [];
    const note: Works = { note: async ({ id }) => ({ end: 'done', said: `${done.push(id)}` }) };
    await Promise.all([deliver(note, T0), deliver(note, T0)]);
    expect(done).toHaveLength(40);
    expect(new Set(done).size).toBe(40);
  });

  it('MSG-6 a piece whose holder died is done again when its lease ends, and the late holder writes nothing over it', async () => {
    await queue('dropped');
    const [dead] = await takeDue(db, T0, 1);
    // However late it is by the clock of another machine: the lease is the database's.
    expect(await takeDue(db, later(100_000), 1)).toEqual([]);
    await db.updateTable('outbox').set({ lease_until: sql`now()` }).where('id', '=', 'dropped').execute();
    const [again] = await takeDue(db, later(10), 1);
    expect(again).toMatchObject({ id: 'dropped', attempts: 2 });
    await settle(db, dead!, { end: 'never', said: 'too late' }, later(11));
    await settle(db, again!, { end: 'done', said: '250 OK' }, later(11));
    expect(await stateOf('dropped')).toEqual({ state: 'done', attempts: 2, said: '250 OK' });
  });

  it('MSG-6 whoever is still at a piece keeps it, however long it takes; what is done or was lost is not kept', async () => {
    await queue('slow', 'quick', 'lost');
    let [renew, finish]: (() => unknown)[] = [];
    const slow = new Promise<void>((done) => {
      finish = done;
    });
    let stops = 0;
    const works: Works = {
      async note({ id }) {
        if (id !== 'quick') await slow;
        return { end: 'done', said: '250 OK' };
      },
    };
    const every = (_: number, run: () => Promise<void>) => {
      renew = run;
      return () => {
        stops += 1;
      };
    };
    const under = deliverDue({ db, now: () => T0, works, log, every });
    while ((await stateOf('quick'))?.state !== 'done');
    const ended = { lease_until: sql<Date>`now() - interval '1 second'` };
    await db.updateTable('outbox').set(ended).where('id', 'in', ['slow', 'lost']).execute();
    await db.updateTable('outbox').set({ attempts: 2 }).where('id', '=', 'lost').execute();
    await renew!();
    expect((await takeDue(db, T0, 8)).map(({ id }) => id)).toEqual(['lost']);
    finish!();
    await under;
    expect(stops).toBeGreaterThan(0);
    expect([await stateOf('slow'), await stateOf('lost')]).toMatchObject([{ state: 'done' }, { state: 'waiting' }]);
    await db.deleteFrom('outbox').where('id', '=', 'lost').execute();
  });

  it('MSG-6 what was sent while the database went away is noted when it is back, and not sent again', async () => {
    await queue('sent');
    let [away, sent, waits] = [false, 0, 0];
    const source = databaseOver(unlessAway(openPool({ connectionString: url, maxConnections: 2 }), () => away));
    const works: Works = {
      async note() {
        away = true;
        sent += 1;
        return { end: 'done', said: '250 OK' };
      },
    };
    const wait = async () => {
      waits += 1;
      away = waits < 3;
    };
    await deliverDue({ db: source, now: () => T0, works, log, wait });
    await source.destroy();
    expect([sent, waits, await stateOf('sent')]).toEqual([1, 3, { state: 'done', attempts: 1, said: '250 OK' }]);
  });

  it('MSG-11 is tried again after ever longer waits and is dead after the last, with the reason', async () => {
    await queue('refused');
    const busy: Works = { note: async () => ({ end: 'later', said: '对方正忙' }) };
    let at = 0;
    for (const wait of RETRY_MINUTES) {
      expect(await deliver(busy, later(at))).toBe(1);
      expect(await deliver(busy, later(at + wait - 0.5))).toBe(0);
      at += wait;
    }
    expect(await stateOf('refused')).toMatchObject({ state: 'waiting' });
    await deliver(busy, later(at));
    expect(await stateOf('refused')).toEqual({ state: 'dead', attempts: 9, said: '对方正忙' });
  });

  it('MSG-11 a channel that is down ends the round: the others lose no try', async () => {
    await queue(...Array.from({ length: 20 }, (_, i) => `down-${i}`));
    const down: Works = { note: async () => ({ end: 'later', said: '连不上', down: true }) };
    const tried = await deliver(down, T0);
    expect(tried).toBeLessThan(20);
    const note: Works = { note: async () => ({ end: 'done', said: '' }) };
    expect(await deliver(note, T0)).toBe(20 - tried);
    expect(await deliver(note, later(2))).toBe(tried);
  });

  it('a fault of the program is logged and tried again; work nobody knows is dead at once', async () => {
    await queue('faulty');
    const broken: Works = { note: () => Promise.reject(new Error('broken')) };
    await deliver(broken, T0);
    expect(faults).toHaveLength(1);
    expect(await stateOf('faulty')).toMatchObject({ state: 'waiting' });
    await deliver({}, later(2));
    expect(await stateOf('faulty')).toMatchObject({ state: 'dead' });
  });

  it('a round ends at its bound, and what was settled long ago is forgotten, the dead are not', async () => {
    await queue('bound-1', 'bound-2', 'bound-3');
    const note: Works = { note: async () => ({ end: 'done', said: '' }) };
    expect(await deliver(note, T0, 2)).toBe(2);
    expect(await deliver(note, T0)).toBe(1);
    await forgetSettled(db, later(100_000));
    expect(await stateOf('bound-1')).toBeUndefined();
    expect(await stateOf('refused')).toMatchObject({ state: 'dead' });
  });
});
