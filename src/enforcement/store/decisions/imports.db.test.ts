import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { inventedLicences } from '../../../../test/support/invented-decisions.ts';
import { KEYS } from '../../../../test/support/request-desk.ts';
import { SYSTEM } from '../../../people/actor.ts';
import { addAgency } from '../../../people/store.ts';
import { perform } from '../../../perform.ts';
import { civil } from '../../../statute/civil-date.ts';
import { isRefusal } from '../../../statute/refusal.ts';
import { builtInCalendar } from '../../../statute/work-calendar.ts';
import { readDecisions } from '../../decisions/read-decisions.ts';
import type { ReadDecision } from '../../decisions/registered-decision.ts';
import { sameNumber } from '../../decisions/same-number.ts';
import { decisionStairs } from '../decisions.ts';
import { contextOf } from './tables.ts';

const { db } = await testDatabase();
const house = { db, now: () => new Date('2025-01-10T02:00:00Z'), newId: randomUUID, calendar: () => builtInCalendar };
const AGENCY = { id: 'market', parentId: null, name: '示范县市监局', kind: 'department' } as const;

async function register(decisions: readonly ReadDecision[]) {
  const command = { verb: 'importDecisions', agencyId: 'market', kind: 'licensing', decisions } as const;
  const done = await perform(house, decisionStairs(KEYS), SYSTEM, command);
  if (isRefusal(done) || done.type !== 'imported') throw new Error('the sheet was refused');
  const { added, same, changed } = done.planned.plan;
  return { added: added.length, same, changed: changed.length };
}

it('ENF-14 thousands of rows go in as they were read, whatever letters stand in them; sent again they are the same', async () => {
  await db.transaction().execute((tx) => addAgency(tx, { ...AGENCY, creditCode: null, contact: {} }));
  const sheet = inventedLicences(2_100);
  const { decisions } = readDecisions([sheet], 'licensing', civil('2025-01-10'));
  const odd = { ...decisions[5]!, shown: { ...decisions[5]!.shown, XK_NR: '“甲”\\"乙"\n{丙} $1 \'丁\' 𠮷' } };
  const all = decisions.with(5, odd);
  expect(await register(all)).toEqual({ added: 2_100, same: 0, changed: 0 });
  const rows = await db.selectFrom('registered_decisions').selectAll().execute();
  const kept = new Map(rows.map((row) => [row.number, row]));
  for (const { number, subject, decidedOn, shown, hidden } of all) {
    const row = kept.get(number)!;
    expect(row).toMatchObject({ subject, decided_on: decidedOn, shown_until: null, shown, state: 'registered' });
    expect(row.imported_at).toEqual(house.now());
    expect(row.sealed ? JSON.parse(KEYS.open(row.sealed, contextOf(row.id))) : {}).toEqual(hidden);
  }
  expect(await register(all)).toEqual({ added: 0, same: 2_100, changed: 0 });
  expect(await register(decisions)).toEqual({ added: 0, same: 2_099, changed: 1 });
});

it('ENF-14 the same number in another spelling is the same decision, under the number it has; of old doubles each stays what it is', async () => {
  const { decisions } = readDecisions([inventedLicences(3)], 'licensing', civil('2025-01-10'));
  const spelt = (one: ReadDecision, number: string) => ({ ...one, number, shown: { ...one.shown, XK_WSH: number } });
  const [first, second] = [spelt(decisions[0]!, '示改字〔2024〕1号'), spelt(decisions[1]!, '示改字（2024）2号')];
  expect(await register([first, second])).toEqual({ added: 2, same: 0, changed: 0 });
  const again = [spelt(first, '示改字[2024]第1号'), spelt(second, ' 示改字【２０２４】2号')];
  expect(await register(again)).toEqual({ added: 0, same: 2, changed: 0 });
  const [one] = again;
  const changed = { ...one!, shown: { ...one!.shown, XK_NR: '准予变更' } };
  expect(await register([changed])).toEqual({ added: 0, same: 0, changed: 1 });
  const kept = () =>
    db.selectFrom('registered_decisions').selectAll().where('number', 'like', '示改字%').orderBy('number').execute();
  expect((await kept()).map(({ number, shown }) => [number, shown.XK_WSH, shown.XK_NR === '准予变更'])).toEqual([
    ['示改字〔2024〕1号', '示改字〔2024〕1号', true],
    ['示改字（2024）2号', '示改字（2024）2号', false],
  ]);
  // Registered before spellings counted as one.
  const [{ id: _, ...row }] = (await kept()) as [Awaited<ReturnType<typeof kept>>[number]];
  const double = {
    ...row,
    id: 'double',
    number: '示改字[2024]1号',
    number_key: null,
    sealed: null,
  };
  await db.insertInto('registered_decisions').values(double).execute();
  const both = [spelt(changed, '示改字[2024]1号')];
  expect(await register(both)).toEqual({ added: 0, same: 0, changed: 1 });
  expect((await kept()).map(({ number, number_key }) => [number, number_key === null])).toEqual(
    expect.arrayContaining([
      ['示改字[2024]1号', true],
      ['示改字〔2024〕1号', false],
    ]),
  );
});

it('ENF-14 what was registered before is known by its number as the program knows it', async () => {
  const migration = readFileSync(new URL('../../../../migrations/0161-same-numbers.sql', import.meta.url), 'utf8');
  const before = await db.selectFrom('registered_decisions').select(['id', 'number', 'number_key']).execute();
  const later = { imported_at: new Date('2025-02-01T02:00:00Z') };
  await db.updateTable('registered_decisions').set(later).where('id', '=', 'double').execute();
  await sql`alter table registered_decisions drop column number_key`.execute(db);
  for (const statement of migration.split(/;\n/).slice(0, -1)) await sql.raw(statement).execute(db);
  const after = await db.selectFrom('registered_decisions').select(['id', 'number', 'number_key']).execute();
  const keyOf = new Map(after.map(({ id, number_key }) => [id, number_key]));
  for (const { id, number } of before) if (id !== 'double') expect(keyOf.get(id)).toBe(sameNumber(number));
  expect(after.filter(({ number_key }) => number_key === null)).toHaveLength(1);
});
