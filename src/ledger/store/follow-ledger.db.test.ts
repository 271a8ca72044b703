import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { databaseOver, openPool } from '../../platform/database.ts';
import { unlessAway } from '../../platform/reading/database-away.ts';
import { append, ledgerHead } from '../store.ts';
import { type Follower, type FollowerSettings, followLedger, type News, REPLACED } from './follow-ledger.ts';

const { db, url } = await testDatabase();
const here: Follower[] = [];
let elapsed = 0;

async function follower(id: string, leaseMs = 5_000, change: Partial<FollowerSettings> = {}) {
  const heard: News[] = [];
  const one = await followLedger({ db, id, elapsed: () => elapsed, leaseMs, ...change });
  one.onNews((news) => void heard.push(...news));
  here.push(one);
  return { ...one, heard };
}

const act = (subject: string, room = 'publications') =>
  db
    .transaction()
    .execute((tx) =>
      append(
        tx,
        { room, verb: 'published', subject, agencyId: 'county', basis: '《条例》第二十条', content: subject },
        'officer',
        new Date('2026-03-02T02:00:00Z'),
      ),
    );

/** Whether it is settled once everything that is ready has run. */
async function isSettled(promise: Promise<void>): Promise<boolean> {
  let settled = false;
  void promise.then(() => {
    settled = true;
  });
  for (let i = 0; i < 5; i += 1) await db.selectFrom('ledger_head').select('seq').execute();
  return settled;
}

afterEach(async () => {
  for (const one of here.splice(0)) await one.leave();
  elapsed = 0;
});

describe('LED-3 following the ledger', () => {
  it('hears what was done since it began, once and in order, and nothing of before', async () => {
    await act('before');
    const one = await follower('one');
    await Promise.all([act('a'), act('b'), act('c')]);
    await Promise.all([one.catchUp(), one.catchUp(), one.catchUp()]);
    expect(one.heard.map(({ subject }) => subject).sort()).toEqual(['a', 'b', 'c']);
    expect(one.heard.map(({ seq }) => seq)).toEqual([...one.heard.map(({ seq }) => seq)].sort((a, b) => a - b));
  });

  it('hears more than a page of it', async () => {
    const one = await follower('one');
    await db.transaction().execute(async (tx) => {
      for (let i = 0; i < 501; i += 1) {
        const entry = { room: 'r', verb: 'v', subject: `s${i}`, agencyId: 'county', basis: 'b', content: i };
        await append(tx, entry, 'officer', new Date(0));
      }
    });
    await one.catchUp();
    expect(one.heard).toHaveLength(501);
  });

  it('whoever acted waits until the others have read it', async () => {
    const [desk, portal] = [await follower('desk'), await follower('portal')];
    await act('d1');
    const waits = desk.everybodyHasRead();
    expect(await isSettled(waits)).toBe(false);
    await portal.catchUp();
    await waits;
    expect(portal.heard.map(({ subject }) => subject)).toEqual(['d1']);
  });

  it('what was heard counts as read only when the hearer is done with it', async () => {
    const [desk, portal] = [await follower('desk'), await follower('portal')];
    // Resolves once the news is there, with what lets the hearer be done.
    const heard = new Promise<() => void>((tell) => portal.onNews(() => new Promise<void>((done) => tell(done))));
    await act('d1');
    const waits = desk.everybodyHasRead();
    const reads = portal.catchUp();
    const beDone = await heard;
    expect(await isSettled(waits)).toBe(false);
    beDone();
    await reads;
    await waits;
  });

  it('nobody waits for one that has left, or whose lease is over', async () => {
    const [desk, left] = [await follower('desk'), await follower('left')];
    await follower('killed', 1);
    await left.leave();
    await act('d1');
    await desk.everybodyHasRead();
  });

  it('one that has not read for as long as its lease uses nothing it kept, until it has read on', async () => {
    const portal = await follower('portal');
    expect(portal.isCurrent()).toBe(true);
    elapsed = 5_000;
    expect(portal.isCurrent()).toBe(false);
    await portal.catchUp();
    expect(portal.isCurrent()).toBe(true);
  });

  it('a hearer that fails is told again, and until then the entry is not read', async () => {
    const [desk, portal] = [await follower('desk'), await follower('portal')];
    let fails = true;
    portal.onNews(() => {
      if (fails) throw new Error('the database is away');
    });
    await act('d1');
    await expect(portal.catchUp()).rejects.toThrow('away');
    const waits = desk.everybodyHasRead();
    expect(await isSettled(waits)).toBe(false);
    fails = false;
    await portal.catchUp();
    await waits;
  });
});

describe('LED-4 the end of what was told, and a database that is away', () => {
  it('it is known before the hearers are done, so that nobody reads less while they drop what is stale', async () => {
    const portal = await follower('portal');
    const before = portal.told();
    let [during, after]: (string | undefined)[] = [];
    portal.onNews(() => {
      during = portal.told().hash;
    });
    await act('d1');
    await portal.catchUp();
    after = portal.told().hash;
    expect([during, before.hash === after]).toEqual([after, false]);
    expect(portal.told()).toEqual(await ledgerHead(db));
  });

  it('what was read last is not there any more: everything is stale, and it is read on from the new end', async () => {
    await act('kept');
    const { seq, hash } = await ledgerHead(db);
    // The replica that takes the place of the primary had not received what came after.
    const lose = () =>
      db.transaction().execute(async (tx) => {
        await sql`set local session_replication_role = replica`.execute(tx);
        await tx.deleteFrom('ledger_entries').where('seq', '>', seq).execute();
        await tx.updateTable('ledger_head').set({ seq, hash }).execute();
      });
    await act('lost');
    const portal = await follower('portal');
    await lose();
    await portal.catchUp();
    expect(portal.heard).toEqual([{ ...REPLACED, seq, subject: '' }]);
    expect(portal.told()).toEqual({ seq, hash });
    // Its number is given again before anybody has looked.
    await act('lost, too');
    await portal.catchUp();
    await lose();
    await act('another');
    await portal.catchUp();
    expect(portal.heard.slice(1).map(({ verb }) => verb)).toEqual(['published', 'replaced']);
  });

  it('with the database away it reads on at the replica, and what is kept may be used as long as that answers', async () => {
    let away = false;
    const source = databaseOver(unlessAway(openPool({ connectionString: url, maxConnections: 1 }), () => away));
    const portal = await follower('portal', 5_000, { db: source, replica: db });
    away = true;
    await act('d1');
    elapsed = 4_900;
    await portal.catchUp();
    expect([portal.heard.map(({ subject }) => subject), portal.isCutOff()]).toEqual([['d1'], false]);
    elapsed = 9_000;
    expect([portal.isCurrent(), portal.isCutOff()]).toEqual([true, true]);
    elapsed = 9_900;
    expect(portal.isCurrent()).toBe(false);
    away = false;
    await portal.catchUp();
    expect([portal.isCurrent(), portal.isCutOff()]).toEqual([true, false]);
    await portal.leave();
    await source.destroy();
    here.splice(here.indexOf(portal), 1);
  });
});
