/** 取 over a line that cannot be relied on, from the real portal of a second installation. `npm run exchange-load` does the same with 2,340 documents. */
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { ADMIN, SECRET } from '../../../../test/support/joined-counties.ts';
import { multiplyPublished, publishMany } from '../../../../test/support/publish-many.ts';
import { takingCounty } from '../../../../test/support/taking-county.ts';
import { entriesOf } from '../../../ledger/store.ts';
import { addAgency, addOfficer } from '../../../people/store.ts';
import { perform } from '../../../perform.ts';
import { guardedAgent } from '../../../platform/outgoing/guarded-agent.ts';
import { isRefusal } from '../../../statute/refusal.ts';
import { openOffers } from '../../adapters/offers/open-offers.ts';
import { digestOf, type SharedMessage } from '../../sharing/shared-copy.ts';
import type { Source } from '../../sharing/source.ts';
import { offersAfter } from './offers.ts';
import { receive } from './receive.ts';
import { sourceStairs } from './sources.ts';
import type { Taking } from './take.ts';
import { queueTakingAlarms, untakenSources } from './taking-alarms.ts';
import { claimTaking, settleTaking } from './takings.ts';

const [city, county] = [await testDatabase(), await testDatabase()];
const joined = await takingCounty([city.db, county.db], { failing: 0.1, lost: 0.05, doubled: 0.05 });
afterAll(() => joined.close());
const [PUBLISHED, TIMES] = [60, 5];
const HOW_MANY = PUBLISHED * TIMES;
const DAY_MS = 24 * 3_600_000;

const stock = { db: city.db, files: joined.cityFiles, keys: undefined as never, siteUrl: 'https://www.example.gov.cn' };
async function offered() {
  const all = new Map<string, string>();
  for (let after: string | null = ''; after !== null; ) {
    const page = await offersAfter(stock, joined.offer, after);
    for (const { id, digest } of page.items) all.set(id, digest);
    after = page.next;
  }
  return all;
}
const held = () => county.db.selectFrom('received_items').selectAll().orderBy('item_id').execute();
const heldDigests = async () => new Map((await held()).map(({ item_id, digest }) => [item_id, digest]));

it('XCH-33, XCH-34 both sides come to hold the same: files, changes and withdrawals with it', async () => {
  const { withFiles, withdrawn } = await publishMany({ county: joined.city, countyFiles: joined.cityFiles }, PUBLISHED);
  await multiplyPublished(city.db, TIMES);
  await joined.take();
  expect(await heldDigests()).toEqual(await offered());
  const first = await held();
  expect(first.filter(({ what }) => what === 'withdrawal')).toHaveLength(withdrawn * TIMES);
  const kept = await county.db.selectFrom('received_files').select('sha256').execute();
  expect(kept.length).toBe(
    new Set(first.flatMap(({ item }) => (item && 'files' in item ? item.files : [])).map(({ sha256 }) => sha256)).size,
  );
  expect(kept.length).toBeGreaterThan(withFiles / 2);
  for (const { item, digest } of first) if (item) expect(digestOf(item)).toBe(digest);
  const { failed, lost, doubled } = joined.line.counted;
  expect(Math.min(failed, lost, doubled)).toBeGreaterThan(0);
  // Each was received once, whatever the line did.
  const traced = county.db.selectFrom('ledger_entries').select('subject').where('verb', 'like', 'sharedItem%');
  expect(await traced.execute()).toHaveLength(HOW_MANY + 1);
  const asked = await joined.stands();
  expect(asked).toMatchObject({ theirs: HOW_MANY + 1, left_over: 0, failing_since: null, refused: [] });

  const [changed, gone] = first.filter(({ what }) => what === 'document').map(({ item_id }) => item_id);
  const { editor, publisher, act } = joined.city;
  await act(editor, { verb: 'placeInColumn', documentId: changed!, columns: ['news.notices'] });
  await act(publisher, { verb: 'withdraw', documentId: gone!, reason: 'error', explanation: '误发' });
  await joined.take();
  expect(await heldDigests()).toEqual(await offered());
  const after = new Map((await held()).map((row) => [row.item_id, row]));
  expect([after.get(changed!)!.revision, after.get(gone!)!.what]).toEqual([
    first.find(({ item_id }) => item_id === changed)!.revision + 1,
    'withdrawal',
  ]);
  const confirmed = await city.db
    .selectFrom('shared_copies')
    .select('item_id')
    .whereRef('confirmed', '=', 'revision')
    .execute();
  expect(confirmed).toHaveLength(HOW_MANY + 1);
}, 120_000);

it('XCH-34 what is offered no more is taken down; what they counted anew from a backup is taken all the same', async () => {
  joined.line.faults = {};
  const [stray, restored] = (await held()).filter(({ what }) => what === 'document');
  const elsewhere = { id: 'elsewhere', parentId: null, name: '别处', kind: 'county', creditCode: null } as const;
  await city.db.transaction().execute((tx) => addAgency(tx, { ...elsewhere, contact: {} }));
  await city.db.updateTable('documents').set({ agency_id: 'elsewhere' }).where('id', '=', stray!.item_id).execute();
  await county.db
    .updateTable('received_items')
    .set({ revision: 90, digest: 'f'.repeat(64) })
    .where('item_id', '=', restored!.item_id)
    .execute();
  await joined.take();
  const after = new Map((await held()).map((row) => [row.item_id, row]));
  expect(after.get(stray!.item_id)).toMatchObject({ what: 'withdrawal', item: null });
  expect(after.get(restored!.item_id)).toMatchObject({ revision: 91, digest: restored!.digest });
  const page = await joined.county.visitor.get(`/shared/${joined.source.id}/${stray!.item_id}`);
  expect(page.statusCode).toBe(410);
});

it('XCH-33 a run has its time and the next takes up what it left; one process at a time, and a killed one loses its lease', async () => {
  await publishMany({ county: joined.city, countyFiles: joined.cityFiles }, 5);
  const before = (await held()).length;
  expect(await joined.round(61, { runMs: -1 })).toBe(1);
  expect(await joined.stands()).toMatchObject({ left_over: 5, failing_since: null });
  const killed = await claimTaking(county.db, new Date(Date.now() + 30 * DAY_MS));
  expect(killed!.source.id).toBe(joined.source.id);
  expect(await joined.round(61)).toBe(0);
  await county.db
    .updateTable('takings')
    .set({ lease_until: new Date(0) })
    .execute();
  expect(await joined.round()).toBe(1);
  expect((await held()).length).toBe(before + 5);
  // Whoever lost the lease writes nothing any more.
  await settleTaking(county.db, killed!, { end: 'failed', said: '迟到' }, new Date());
  expect((await joined.stands()).failing_since).toBeNull();
});

it('XCH-33 whoever is at a source keeps it however long it takes; one that was killed leaves it to others in half a minute', async () => {
  const leaseOf = () =>
    county.db
      .selectFrom('takings')
      .select(sql<number>`extract(epoch from lease_until - clock_timestamp())::float`.as('seconds'))
      .executeTakeFirstOrThrow();
  const adapter = joined.taking.open(joined.source);
  if (isRefusal(adapter)) throw new Error(adapter.says);
  let renew: () => Promise<void> = async () => {};
  const every: Taking['every'] = (_, run) => {
    renew = run;
    return () => undefined;
  };
  const [seconds, others]: [number[], unknown[]] = [[], []];
  const list = async (after: string) => {
    seconds.push((await leaseOf()).seconds);
    await county.db
      .updateTable('takings')
      .set({ lease_until: new Date(0) })
      .execute();
    await renew();
    others.push(await claimTaking(county.db, new Date(Date.now() + 60 * DAY_MS)));
    return adapter.list(after);
  };
  expect(await joined.round(61, { every, open: () => ({ ...adapter, list }) })).toBe(1);
  expect(seconds.every((left) => left > 0 && left <= 30)).toBe(true);
  expect(others.length > 0 && others.every((one) => one === undefined)).toBe(true);
  // Its run is over: nothing is kept any more.
  await renew();
  expect((await leaseOf()).seconds).toBeNull();
});

it('XCH-34 of two that fetch at once the older content gives way', async () => {
  const { id } = await joined.city.publish({ particulars: { title: '旧的' } });
  const adapter = joined.taking.open(joined.source);
  if (isRefusal(adapter)) throw new Error(adapter.says);
  const old = await adapter.copy(id, 0);
  await joined.city.act(joined.city.editor, { verb: 'placeInColumn', documentId: id, columns: ['news.notices'] });
  await joined.take();
  await receive(joined.county.house, joined.source, (old as { message: SharedMessage }).message);
  expect((await held()).find(({ item_id }) => item_id === id)).toMatchObject({ revision: 3 });
});

it('XCH-35 what keeps it from taking is said in words; after a day the administrator hears of it; he has it tried at once', async () => {
  const open = (wrong: Partial<Source>, change: object = {}) => ({
    open: () => openOffers({ ...joined.source, ...wrong }, { ...ground, ...change }),
  });
  const ground = {
    agent: guardedAgent({ timeoutMs: 500, listed: new Set([`127.0.0.1:${joined.line.port}`, '127.0.0.1:9']) }),
    ...{ secretsIn: () => [SECRET], now: joined.county.house.now, timeoutMs: 500 },
  };
  const late = () => new Date(joined.county.house.now().getTime() - 10 * 60_000);
  for (const [change, words] of [
    [open({ takeFrom: 'http://127.0.0.1:9/x' }), '连不上'],
    [open({}, { agent: guardedAgent({ timeoutMs: 500 }) }), 'GONGKAI_INTERNAL_SITES'],
    [open({}, { secretsIn: () => ['another secret altogether'] }), '签名'],
    [open({}, { now: late }), '签名'],
    [open({ keyId: 'nobody' }), '签名'],
    [open({ takeFrom: `http://127.0.0.1:${joined.line.port}/nowhere` }), '没有这一条，或者地址不对'],
    [open({}, { onlyTo: new Set() }), '演示'],
  ] as const) {
    await joined.round(61, change);
    expect((await joined.stands()).said).toContain(words);
  }
  expect(await untakenSources(county.db, joined.county.house.now())).toEqual([]);
  await joined.round(24 * 60, open({}, { onlyTo: new Set() }));
  expect(await untakenSources(county.db, joined.county.house.now())).toMatchObject([{ name: '示例市人民政府' }]);
  await county.db.transaction().execute((tx) =>
    addOfficer(tx, {
      ...{ id: 'admin', agencyId: 'county', signInName: 'admin', name: '管理员', passwordHash: 'nobody' },
      roles: [{ role: 'systemAdmin', agencyId: 'county' }],
    }),
  );
  expect([await queueTakingAlarms(joined.county.house), await queueTakingAlarms(joined.county.house)]).toEqual([1, 1]);
  const told = await county.db.selectFrom('outbox').select('body').where('id', 'like', 'untaken:%').execute();
  expect(told).toMatchObject([{ body: { kind: 'untaken', particulars: { source: '示例市人民政府' } } }]);
  await perform(joined.county.house, sourceStairs, ADMIN, { verb: 'takeNow', id: joined.source.id });
  expect(await joined.round()).toBe(1);
  expect(await joined.stands()).toMatchObject({ failing_since: null, failures: 0, left_over: 0 });
  expect((await entriesOf(county.db, 'exchange', joined.source.id)).at(-1)).toMatchObject({ verb: 'takingAsked' });
});
