import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { type Browser, deskOffice } from '../../../test/support/desk-office.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { REGISTER } from '../../../test/support/request-play.ts';
import { addAgency } from '../../people/store.ts';
import { perform } from '../../perform.ts';
import { requestStairs } from '../../requests/store/stairs.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { OrderSent, PeopleView, ReorganisationPreview, ReorganisationsView, Vocabulary } from '../contract.ts';

const { db } = await testDatabase();
const office = await deskOffice(db);
const DAY = '2026-03-02';

const order = (change: Partial<OrderSent> = {}): OrderSent => ({
  ...{ kind: 'merge', on: DAY, basis: '县委发〔2026〕3号', reason: '机构改革方案' },
  ...{ about: ['old'], successors: ['finance'], newName: '', defaultTo: 'finance', byKind: [], singles: [] },
  ...change,
});
const preview = async (who: Browser, sent = order()) => who.post('/api/reorganisations/preview', sent);
const carryOut = async (who: Browser, sent = order(), seen?: string) =>
  who.post('/api/reorganisations', { ...sent, seen: seen ?? (await preview(who, sent)).json().mark ?? '' });

beforeAll(async () => {
  await db.transaction().execute(async (tx) => {
    for (const id of ['old', 'stays', 'named'])
      await addAgency(tx, {
        id,
        parentId: 'county',
        name: `${id}局`,
        kind: 'department',
        creditCode: null,
        contact: {},
      });
  });
  const handler = { kind: 'officer', id: 'h', name: '某', agencyId: 'old', reach: { handler: ['old'] } } as const;
  const made = await perform(office.house, requestStairs(KEYS), handler, {
    ...REGISTER,
    agencyId: 'old',
    on: civil(DAY),
  });
  if (isRefusal(made)) throw new Error(made.says);
});

describe('机构改革', () => {
  it('ORG-4 ORG-8 lists what would go over by number and day, and nothing of what it is about', async () => {
    const admin = await office.as(['securityAdmin']);
    const answer = await preview(admin);
    const shown = answer.json<ReorganisationPreview>();
    expect(shown).toMatchObject({ total: 1, now: true });
    expect(shown.groups).toMatchObject([
      { kind: 'applications', matters: [{ from: 'old局', dueOn: '2026-03-30', to: 'finance' }] },
    ]);
    expect(shown.hints.join('')).toContain('2025年度的年报还没有报送');
    expect(answer.body).not.toMatch(/民主路|张小满|110101/);
    // Looking changes nothing.
    expect((await admin.get('/api/reorganisations')).json<ReorganisationsView>().lines).toEqual([]);
  });

  it('ORG-2 refuses in words, before and when it is carried out', async () => {
    const admin = await office.as(['securityAdmin']);
    const itself = await preview(admin, order({ successors: ['old'], defaultTo: 'old' }));
    expect(itself.json()).toMatchObject({ code: 'ORG-2', says: expect.stringContaining('不能由自己承继') });
    const past = await preview(admin, order({ on: '2026-01-05' }));
    expect(past.json()).toMatchObject({ code: 'ORG-1', says: expect.stringContaining('30天') });
    const kind = await admin.post('/api/reorganisations/preview', {
      ...order(),
      byKind: [{ kind: 'none', to: 'finance' }],
    });
    expect(kind.statusCode).toBe(400);
  });

  it('ORG-9 does nothing on a list that has changed', async () => {
    const admin = await office.as(['securityAdmin']);
    expect((await carryOut(admin, order(), 'of yesterday')).json()).toMatchObject({ code: 'ORG-9' });
  });

  it('ORG-4 ORG-7 carries it out once; choices offer the agency no more, lists still do', async () => {
    const admin = await office.as(['securityAdmin']);
    const { mark } = (await preview(admin)).json<ReorganisationPreview>();
    const done = (await carryOut(admin, order(), mark)).json<ReorganisationsView>();
    expect(done.lines[0]).toMatchObject({
      ...{ about: ['old局'], successors: ['示范县财政局'], stateTerm: '已实施', mayCancel: false },
      handedOver: [{ term: '在办的政府信息公开申请', count: 1 }],
    });
    expect(done.agencies.map(({ name }) => name)).not.toContain('old');
    expect(office.told).toContain('agencies');
    expect((await carryOut(admin, order(), mark)).json()).toMatchObject({ code: 'ORG-2' });
    const view = (await admin.get('/api/people')).json<PeopleView>();
    expect(view.agencies.find(({ name }) => name === 'old')?.ended).toEqual({ on: DAY, successors: ['示范县财政局'] });
    const words = (await (await office.as(['handler'])).get('/api/vocabulary')).json<Vocabulary>();
    expect(words.agencies.map(({ name }) => name)).not.toContain('old');
    expect(words.agenciesRead.map(({ name }) => name)).toContain('old');
    const officer = {
      agencyId: 'old',
      name: '新人',
      signInName: 'newcomer',
      password: '四季豆加糖醋排骨两份',
      roles: [],
    };
    expect((await admin.post('/api/people/officers', officer)).json()).toMatchObject({ code: 'NO_SUCH_AGENCY' });
  });

  it('ORG-5 the successor’s people read what is closed, others of the county do not', async () => {
    const [heir, beside] = [await office.as(['handler'], 'finance'), await office.as(['handler'], 'stays')];
    const read = async (who: Browser) =>
      (await who.get('/api/vocabulary')).json<Vocabulary>().agenciesRead.map(({ name }) => name);
    expect(await read(heir)).toEqual(expect.arrayContaining(['finance', 'old']));
    expect(await read(beside)).toEqual(['stays']);
  });

  it('ORG-3 renames, and the list goes on to tell the name of then', async () => {
    const admin = await office.as(['securityAdmin']);
    const rename = order({ kind: 'rename', about: ['named'], successors: [], defaultTo: '', newName: '示范县数据局' });
    const done = (await carryOut(admin, rename)).json<ReorganisationsView>();
    expect(done.lines[0]).toMatchObject({ about: ['named局'], newName: '示范县数据局', handedOver: [] });
    const { agencies } = (await admin.get('/api/people')).json<PeopleView>();
    expect(agencies.find(({ name }) => name === 'named')).toMatchObject({
      ...{ term: '示范县数据局', formerNames: [{ name: 'named局', until: DAY }] },
    });
  });

  it('ORG-10 what is planned is cancelled before its day', async () => {
    const admin = await office.as(['securityAdmin']);
    const later = order({ about: ['stays'], on: '2026-06-01' });
    const planned = (await carryOut(admin, later)).json<ReorganisationsView>().lines[0]!;
    expect(planned).toMatchObject({ stateTerm: '待实施', mayCancel: true });
    const cancelled = await admin.post(`/api/reorganisations/${planned.id}/cancelled`, undefined);
    expect(cancelled.json<ReorganisationsView>().lines[0]).toMatchObject({ stateTerm: '已取消', mayCancel: false });
    const again = await admin.post(`/api/reorganisations/${planned.id}/cancelled`, undefined);
    expect(again.json()).toMatchObject({ code: 'WRONG_STATE' });
  });
});

describe('who may not', () => {
  it('SEC-3 whoever is not signed in gets nothing', async () => {
    expect((await office.stranger.get('/api/reorganisations')).statusCode).toBe(401);
    expect((await office.stranger.post('/api/reorganisations/preview', order())).statusCode).toBe(401);
    expect((await office.stranger.post('/api/reorganisations', { ...order(), seen: '' })).statusCode).toBe(401);
    expect((await office.stranger.post('/api/reorganisations/x/cancelled', undefined)).statusCode).toBe(401);
  });

  it('ORG-8 whoever does the business of the office, and who runs the machine, do not', async () => {
    const sent = order({ about: ['stays'] });
    for (const role of ['handler', 'officeHead', 'reporter', 'systemAdmin'] as const) {
      const browser = await office.as([role]);
      expect((await browser.get('/api/reorganisations')).statusCode).toBe(403);
      expect((await preview(browser, sent)).statusCode).toBe(403);
      expect((await carryOut(browser, sent, '')).statusCode).toBe(403);
    }
  });

  it('ORG-8 an auditor reads what was done and changes nothing; an administrator of one department reaches no other', async () => {
    const auditor = await office.as(['auditor']);
    const view = (await auditor.get('/api/reorganisations')).json<ReorganisationsView>();
    expect([view.order.allowed, view.lines.length > 0]).toEqual([false, true]);
    for (const who of [
      auditor,
      await office.as(['securityAdmin'], 'stays'),
      await office.as(['securityAdmin'], 'other'),
    ]) {
      expect((await preview(who, order({ about: ['stays'] }))).statusCode).toBe(403);
      expect((await carryOut(who, order({ about: ['stays'] }), '')).statusCode).toBe(403);
    }
  });
});
