/** 报送信用平台 [ENF-38…40]: from the register through the outbox into the folder of exchange. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { inventedLicences } from '../../../../test/support/invented-decisions.ts';
import { type JoinedCounties, joinedCounties } from '../../../../test/support/joined-counties.ts';
import { KEYS } from '../../../../test/support/request-desk.ts';
import { officerOf } from '../../../../test/support/scene.ts';
import { readDecisions } from '../../../enforcement/decisions/read-decisions.ts';
import type { DecisionCommand } from '../../../enforcement/decisions/registered-decision.ts';
import { decisionStairs } from '../../../enforcement/store/decisions.ts';
import { perform } from '../../../perform.ts';
import { type CivilDate, civil } from '../../../statute/civil-date.ts';
import { isRefusal } from '../../../statute/refusal.ts';
import type { Connection } from '../../sharing/connection.ts';
import { NO_MAPPING } from '../../sharing/field-mapping.ts';

const [county, city] = [await testDatabase(), await testDatabase()];
const folder = mkdtempSync(join(tmpdir(), 'gongkai-credit-'));
let counties: JoinedCounties;
let [all, named]: Connection[] = [];
beforeAll(async () => {
  counties = await joinedCounties([county.db, city.db], {}, { exchangeFolder: folder });
  all = await counties.open({ way: 'credit', address: 'credit' });
  const fields = { id: 'ID', XK_WSH: 'WSH', standing: 'ZT', why: 'CXLY' };
  named = await counties.open({
    way: 'credit',
    address: 'named',
    mapping: { ...NO_MAPPING, fields, constants: { DM: '1509' } },
  });
  await counties.deliver();
});
afterAll(() => counties.close());

const register = async (command: DecisionCommand, role: 'editor' | 'publisher') => {
  const done = await perform(counties.county.house, decisionStairs(KEYS), officerOf(agencyOf(command), role), command);
  if (isRefusal(done)) throw new Error(done.says);
};
const agencyOf = (command: DecisionCommand) => ('agencyId' in command ? command.agencyId : 'county');
const today = () => counties.county.house.now().toISOString().slice(0, 10) as CivilDate;
const { decisions } = readDecisions([inventedLicences(4)], 'licensing', civil('2025-01-10'));
/** The first is about a person, the third is never shown. */
const [person, firm, unseen, other] = decisions;
const idOf = async (number: string) =>
  (
    await counties.sharing.db
      .selectFrom('registered_decisions')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
  ).id;
const files = (of: string) => {
  try {
    return readdirSync(join(folder, of, 'items')).sort();
  } catch {
    return [];
  }
};
const laid = (of: string, id: string, revision: number) =>
  JSON.parse(readFileSync(join(folder, of, 'items', `${id}.${revision}.json`), 'utf8'));

describe('信用平台', () => {
  it('ENF-38 what is registered and not shown is not reported; shown it is, with all the standard asks', async () => {
    await register(
      { verb: 'importDecisions', agencyId: 'county', kind: 'licensing', decisions: [person!, firm!, unseen!] },
      'editor',
    );
    await counties.deliver();
    expect(files('credit')).toEqual([]);
    const ids = [await idOf(person!.number), await idOf(firm!.number)];
    await register({ verb: 'publishDecisions', agencyId: 'county', ids }, 'publisher');
    // Of an agency that is not below the one the connection belongs to nothing goes.
    await register({ verb: 'importDecisions', agencyId: 'town', kind: 'licensing', decisions: [other!] }, 'editor');
    await register({ verb: 'publishDecisions', agencyId: 'town', ids: [await idOf(other!.number)] }, 'publisher');
    await counties.deliver();
    expect(files('credit')).toEqual(ids.map((id) => `${id}.1.json`).sort());
    expect(laid('credit', ids[0]!, 1)).toMatchObject({
      revision: 1,
      item: { kind: '行政许可', standing: '公示', said: { ...person!.shown, ...person!.hidden } },
    });
    expect(person!.hidden.XK_XDR_ZJHM).toMatch(/^\d{17}[\dX]$/);
  });

  it('ENF-39 where fields are named only these go, by the names of the other side; no number of papers is kept', async () => {
    expect(laid('named', await idOf(person!.number), 1)).toEqual({
      ...{ DM: '1509', ID: await idOf(person!.number), WSH: person!.number, ZT: '公示' },
    });
    const { db } = counties.sharing;
    const kept = JSON.stringify([
      await db.selectFrom('shared_copies').selectAll().execute(),
      await db.selectFrom('outbox').selectAll().execute(),
    ]);
    expect(kept).toContain(await idOf(person!.number));
    expect(kept).not.toContain(person!.hidden.XK_XDR_ZJHM);
  });

  it('ENF-40 a withdrawal is reported by what the decision is known by, with the day and the reason', async () => {
    const id = await idOf(person!.number);
    await register({ verb: 'withdrawDecision', id, revokedOn: today(), why: '行政复议决定撤销' }, 'publisher');
    await counties.deliver();
    const { item } = laid('credit', id, 2);
    expect(item).toMatchObject({ standing: '撤回', revokedOn: today(), why: '行政复议决定撤销' });
    expect(Object.keys(item.said)).toEqual(['XK_XDR_MC', 'XK_XDR_LB', 'XK_WSH', 'XK_JDRQ']);
    expect(laid('named', id, 2)).toMatchObject({ ZT: '撤回', CXLY: '行政复议决定撤销' });
  });

  it('ENF-38 compared nothing differs; what is joined later gets all that was shown before', async () => {
    for (const { id } of [all!, named!])
      expect(await counties.compare(id)).toMatchObject({ ours: 2, theirs: 2, under_way: 0, differences: [] });
    await counties.open({ way: 'credit', address: 'later' });
    await counties.deliver();
    expect(files('later')).toHaveLength(2);
  });
});
