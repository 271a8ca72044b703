import { randomUUID } from 'node:crypto';
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
