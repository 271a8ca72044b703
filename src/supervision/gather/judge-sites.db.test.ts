import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { type ServedSite, serveSite } from '../../../test/support/watch-site/serve-site.ts';
import type { House } from '../../perform.ts';
import { civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import type { Judged } from '../alerts.ts';
import { saveVerdicts, verdictsOf } from '../store/probes.ts';
import { addSite } from '../store/sites.ts';
import { tellOfWatch } from '../store/watch-alerts.ts';
import type { VerdictName } from '../verdict.ts';
import { judgeSites } from './judge-sites.ts';
import { lineSeer } from './see-line.ts';

const { db } = await testDatabase();
let served: ServedSite;
let [day, hour, made] = ['2026-11-20', 10, 0];
const house: House = {
  db,
  now: () => new Date(new Date(`${day}T00:00:00+08:00`).getTime() + hour * 3_600_000),
  newId: () => {
    made += 1;
    return `id-${made}`;
  },
  calendar: () => builtInCalendar,
};
const SITE = { id: 's', agencyId: 'office', name: '门户网站', own: true, internal: false };

beforeAll(async () => {
  served = await serveSite({ pages: 60, faults: 17, today: civil(day), slowMs: 600 });
  await db
    .insertInto('agencies')
    .values({ id: 'office', name: '示例县', kind: 'county' } as never)
    .execute();
  const site = { ...SITE, address: served.home, hosts: [], scriptHosts: [], columns: new Map() };
  await db.transaction().execute((tx) => addSite(tx, site, house.now()));
});
afterAll(() => served.stop());

const listed = () => new Set(Object.values(served.origins).map((origin) => new URL(origin).host));
const verdicts = async () =>
  Object.fromEntries((await verdictsOf(db, 's')).map(({ indicator, verdict }) => [indicator, verdict.state]));

describe('每日判断', () => {
  it('SUP-63 once a day: nothing that nobody could see is fine, and no site out of bounds is touched', async () => {
    const seeLine = lineSeer({ timeoutMs: 500, listed: listed() });
    expect(await judgeSites(house, seeLine)).toBe(1);
    expect(await judgeSites(house, seeLine)).toBe(0);
    // No account has posted, no letter waits; an address has no name with IPv6.
    expect(await verdicts()).toMatchObject({ letters: 'fine', accounts: 'notLooked', ipv6: 'notLooked' });
  });

  it('SUP-63 the end of a certificate is read although nobody signed it; out of bounds nothing is', async () => {
    const secure = Object.values(served.origins).find((origin) => origin.startsWith('https:'))!;
    const seen = await lineSeer({ timeoutMs: 500, listed: listed() })(secure);
    expect(seen.certificate).toMatchObject({ until: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) });
    expect((await lineSeer({ timeoutMs: 500, listed: new Set() })(secure)).certificate).toBe('notLooked');
    expect((await lineSeer({ timeoutMs: 500, listed: new Set() })('http://a.gov.cn/')).certificate).toBe('none');
  });

  it('SUP-63 a name without IPv6 is warned of, a name server that is silent is not taken for it', async () => {
    const six = async (resolveSix: () => Promise<readonly string[]>) =>
      (await lineSeer({ timeoutMs: 500, listed: new Set(), resolve: async () => [], resolveSix })('http://a.gov.cn/'))
        .ipv6;
    const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
    expect(await six(failing('ENODATA'))).toMatchObject({ addresses: 0 });
    expect(await six(failing('ETIMEOUT'))).toBe('notLooked');
    expect(await six(async () => ['fd00::1'])).toMatchObject({ addresses: 0 });
  });
});

describe('告知', () => {
  const now = async (
    at: string,
    o: number,
    states: Partial<Record<'home' | 'availability' | 'columns', VerdictName>>,
  ) => {
    [day, hour] = [at, o];
    const judged = Object.entries(states).map(([indicator, state]) => ({ indicator, verdict: { state, says: '' } }));
    await db.transaction().execute((tx) => saveVerdicts(tx, 's', judged as Judged[], civil(at)));
    const before = await db.selectFrom('outbox').select('id').execute();
    await tellOfWatch(house);
    const after = await db.selectFrom('outbox').select(['id', 'body']).orderBy('made_at').execute();
    return after
      .filter(({ id }) => !before.some((one) => one.id === id))
      .map(({ body }) => body as { kind: string; particulars: Record<string, unknown> })
      .map(({ kind, particulars }) => `${kind} ${particulars.count} ${particulars.first}`);
  };

  it('SUP-62 at night nothing, in the morning one message, after it only what is urgent', async () => {
    expect(await now('2026-11-20', 7, { home: 'warning' })).toEqual([]);
    expect(await now('2026-11-20', 8, { home: 'warning', columns: 'warning' })).toEqual([
      'watchDigest 2 门户网站“栏目不更新”提醒',
    ]);
    expect(await now('2026-11-20', 9, { availability: 'warning' })).toEqual([]);
    expect(await now('2026-11-20', 10, { home: 'urgent' })).toEqual(['watchAlert 1 门户网站“首页不更新”就要超限']);
    expect(await now('2026-11-20', 11, { home: 'urgent' })).toEqual([]);
    expect(await now('2026-11-20', 21, { home: 'failed' })).toEqual([]);
  });

  it('SUP-39 off from Friday night to Monday: one message tells how things are now', async () => {
    expect(await now('2026-11-23', 8, { home: 'failed', availability: 'failed', columns: 'fine' })).toEqual([
      'watchDigest 2 门户网站“站点无法访问”已经超限',
    ]);
    expect(await now('2026-11-23', 12, {})).toEqual([]);
    expect(await now('2026-11-30', 9, {})).toEqual(['watchDigest 2 门户网站“站点无法访问”已经超限']);
  });
});
