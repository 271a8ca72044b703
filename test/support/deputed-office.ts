/** An office in which posts are lent for three days: what tests of deputations do and read. */
import { beforeEach, expect } from 'vitest';
import type { DeputationsView, InboxView, RequestFileView } from '../../src/desk/contract.ts';
import { saveOfficer } from '../../src/people/store/officers.ts';
import type { Db } from '../../src/platform/database.ts';
import { openDesk, type Who } from './open-desk.ts';
import { CREDIT_CODE } from './publication-play.ts';

export const DAY = '2026-03-04';
export const LAST = '2026-03-06';

const idOf = (who: Who) => `officer-${who}`;
export const sent = (principal: Who, deputy: Who, ...roles: string[]) => ({
  ...{ principalId: idOf(principal), deputyId: idOf(deputy), roles },
  ...{ from: DAY, to: LAST, reason: '休假' },
});

/** Before each test it is the first of the days, 法小正 is as he was, and nothing is lent. */
export async function deputedOffice(db: Db) {
  const office = await openDesk(db);
  const { as } = office;
  await db.updateTable('agencies').set({ credit_code: CREDIT_CODE }).where('id', '=', 'county').execute();

  /** Lent by the principal himself. @returns the deputation's number */
  async function lent(principal: Who, deputy: Who, ...roles: string[]): Promise<string> {
    const response = await as(principal).post('/api/deputations', sent(principal, deputy, ...roles));
    expect([response.statusCode, response.body]).toEqual([200, expect.any(String)]);
    return response.json<DeputationsView>().given.find(({ open }) => open)!.id;
  }
  const view = async (who: Who) => (await as(who).get('/api/deputations')).json<DeputationsView>();
  const fileOf = async (id: string, who: Who) => (await as(who).get(`/api/requests/${id}`)).json<RequestFileView>();
  const act = async (id: string, who: Who, verb: string, particulars: object = {}, on: string = DAY) => {
    const { seen } = await fileOf(id, 'auditor');
    const response = await as(who).post(`/api/requests/${id}/acts`, { seen, act: { verb, on, ...particulars } });
    return { status: response.statusCode, ...response.json() };
  };
  const registered = async () => (await office.register()).request.id;
  const rowOf = async (id: string, who: Who) => {
    const { mine, others } = (await as(who).get('/api/inbox')).json<InboxView>();
    const mineToo = mine.find(({ path }) => path === `/requests/${id}`);
    return mineToo
      ? { mine: true, ...mineToo }
      : { mine: false, ...others.find(({ path }) => path === `/requests/${id}`) };
  };
  const verbOf = async (id: string, who: Who, verb: string) =>
    (await fileOf(id, who)).verbs.find((one) => one.verb === verb)!;

  /** 法小正 as he is, but for the change. */
  const set = (change: object) =>
    db.transaction().execute((tx) =>
      saveOfficer(tx, {
        ...{ id: 'officer-legal', agencyId: 'county', name: '法小正', signInName: 'legal', active: true },
        rights: ['county', 'town'].map((agencyId) => ({ role: 'legal' as const, agencyId })),
        ...change,
      }),
    );

  beforeEach(async () => {
    office.on(DAY);
    await set({});
    await db.deleteFrom('deputations').execute();
  });
  return { office, lent, view, fileOf, act, registered, rowOf, verbOf, set };
}
