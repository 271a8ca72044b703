import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { type Browser, deskOffice } from '../../../test/support/desk-office.ts';
import { reportStairs } from '../../annual-report/store/stairs.ts';
import { entriesOf } from '../../ledger/store.ts';
import { SYSTEM } from '../../people/actor.ts';
import { reportsOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import { perform, TELL } from '../../perform.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { NewAgency, NewOfficer, OfficerAct, OfficerView, PeopleView } from '../contract.ts';

const { db } = await testDatabase();
const office = await deskOffice(db);
const PASSWORD = '四季豆加糖醋排骨两份';

const agency = (change: Partial<NewAgency> = {}): NewAgency => ({
  parentId: 'county',
  name: '示范县教育局',
  kind: 'department',
  creditCode: '11150924MB0000111A',
  ...change,
});
const officer = (change: Partial<NewOfficer> = {}): NewOfficer => ({
  agencyId: 'finance',
  name: '范小卫',
  signInName: 'fanxiaowei',
  password: PASSWORD,
  roles: ['handler'],
  ...change,
});
const founding = (id: string) => `/api/people/agencies/${id}/founding`;
const acts = (id: string) => `/api/people/officers/${id}/acts`;
const named = (view: PeopleView, signInName: string): OfficerView =>
  view.officers.find((one) => one.signInName === signInName)!;
const OWN = '自己想的一句话没人知道';
const signIn = (signInName: string, password: string, newPassword?: string) =>
  office.stranger.post('/api/sign-in', { signInName, password, ...(newPassword ? { newPassword } : {}) });
/** With a word of his own where the one he has is somebody else's [SEC-53]. */
const canSignIn = async (signInName: string, password: string, own?: string) =>
  (await signIn(signInName, password, own)).statusCode === 200;
async function added(admin: Browser, change: Partial<NewOfficer>): Promise<OfficerView> {
  const response = await admin.post('/api/people/officers', officer(change));
  if (response.statusCode !== 200) throw new Error(response.body);
  return named(response.json(), change.signInName!);
}

describe('机构和人员', () => {
  it('SEC-10 adds an officer, who signs in and works at once, and leaves a trace without the password', async () => {
    const admin = await office.as(['securityAdmin']);
    const made = await added(admin, { signInName: 'xiaowei' });
    expect(made).toMatchObject({
      agency: '示范县财政局',
      roles: ['承办人'],
      rights: [{ role: 'handler', agencyId: 'finance' }],
      active: true,
    });
    expect(await canSignIn('xiaowei', PASSWORD, OWN)).toBe(true);
    const [entry] = await entriesOf(db, 'people', made.id);
    expect(entry).toMatchObject({ verb: 'addedOfficer', actorId: admin.officerId, agencyId: 'finance' });
    expect(JSON.stringify((await admin.get('/api/people')).json())).not.toMatch(/argon2|password/i);
  });

  it('adds an agency below one of his own, and the portal hears of it', async () => {
    const admin = await office.as(['securityAdmin']);
    const view = (await admin.post('/api/people/agencies', agency())).json<PeopleView>();
    expect(view.agencies).toContainEqual({
      name: expect.any(String),
      term: '示范县教育局',
      kind: '县政府工作部门',
      parent: '示范县人民政府',
      creditCode: '11150924MB0000111A',
      foundedOn: null,
      ended: null,
      formerNames: [],
    });
    expect(office.told).toContain('agencies');
    const founded = (foundedOn: string) =>
      admin.post('/api/people/agencies', { ...agency(), name: '示范县新局', foundedOn });
    for (const wrong of ['2999-01-01', '昨天'])
      expect((await founded(wrong)).json().issues).toMatchObject([{ where: '/foundedOn' }]);
    expect((await founded('2026-01-05')).statusCode).toBe(200);
    const kept = (await listAgencies(db)).find(({ name }) => name === '示范县新局')!;
    expect([2025, 2026].filter((year) => reportsOf(year, kept))).toEqual([2026]);
    const twin = await admin.post('/api/people/agencies', agency());
    expect(twin.json()).toMatchObject({ status: 409, code: 'NAME_TAKEN' });
  });

  it('ANR-90 an agency that is there is given its founding day, and keeps it where it has reported on an earlier year', async () => {
    const admin = await office.as(['securityAdmin'], 'other');
    const set = (foundedOn: string) => admin.post(founding('other'), { foundedOn });
    const shown = (view: PeopleView) => view.agencies.find(({ name }) => name === 'other')!.foundedOn;
    expect(shown((await set('2026-01-05')).json())).toBe('2026-01-05');
    expect(reportsOf(2025, (await listAgencies(db)).find(({ id }) => id === 'other')!)).toBe(false);
    const [entry] = await entriesOf(db, 'people', 'other');
    expect(entry).toMatchObject({ verb: 'setFounding', actorId: admin.officerId, agencyId: 'other' });
    expect((await set('2026-01-05')).json()).toMatchObject({ status: 409, code: 'NOTHING_CHANGED' });
    expect((await set('2999-01-01')).json().issues).toMatchObject([{ where: '/foundedOn' }]);
    expect(shown((await set('')).json())).toBeNull();

    const begun = await perform(office.house, reportStairs, SYSTEM, { verb: 'open', agencyId: 'other', year: 2024 });
    expect(isRefusal(begun)).toBe(false);
    expect((await set('2026-01-05')).json()).toMatchObject({ code: 'ANR-90', says: expect.stringContaining('2024') });
    expect(shown((await set('2024-12-31')).json())).toBe('2024-12-31');
    expect((await admin.post(founding('nobody'), { foundedOn: '' })).statusCode).toBe(403);
  });

  it('SEC-12 roles, stops and passwords take effect at once', async () => {
    const admin = await office.as(['securityAdmin']);
    const [made, theirs] = [await added(admin, { signInName: 'moved' }), await office.as(['reporter'], 'finance')];
    const act = async (id: string, body: OfficerAct) => (await admin.post(acts(id), body)).json<PeopleView>();

    const rights = [{ role: 'editor', agencyId: 'finance' }];
    expect(named(await act(made.id, { verb: 'giveRoles', rights }), 'moved').roles).toEqual(['编辑']);

    expect((await theirs.get('/api/session')).statusCode).toBe(200);
    await act(theirs.officerId, { verb: 'stop' });
    expect((await theirs.get('/api/session')).statusCode).toBe(401);

    await act(made.id, { verb: 'stop' });
    expect(await canSignIn('moved', PASSWORD)).toBe(false);
    await act(made.id, { verb: 'resume' });
    expect(await canSignIn('moved', PASSWORD, OWN)).toBe(true);
    await act(made.id, { verb: 'setPassword', password: '另一道不相干的菜名哟' });
    expect(await canSignIn('moved', OWN)).toBe(false);
    expect(await canSignIn('moved', '另一道不相干的菜名哟', OWN)).toBe(true);
    const trace = (await entriesOf(db, 'people', made.id)).map(({ verb }) => verb);
    expect(trace).toEqual([
      ...['addedOfficer', 'gaveRoles', 'stoppedOfficer'],
      ...['resumedOfficer', 'signedIn', 'changedOwnPassword', 'setPassword', 'signedIn', 'changedOwnPassword'],
    ]);
  });

  it('SEC-1 a new password lifts the lock that wrong ones have set', async () => {
    const admin = await office.as(['securityAdmin']);
    const made = await added(admin, { signInName: 'locked' });
    for (let tries = 0; tries < 5; tries += 1) await canSignIn('locked', 'a wrong password');
    expect(await canSignIn('locked', PASSWORD)).toBe(false);
    await admin.post(acts(made.id), { verb: 'setPassword', password: '换成新的一句话就好了' });
    expect(await canSignIn('locked', '换成新的一句话就好了', OWN)).toBe(true);
  });

  it('SEC-53 a word that somebody else chose opens nothing but the choice of another, and its owner is told that it was set', async () => {
    const admin = await office.as(['securityAdmin']);
    const made = await added(admin, { signInName: 'given' });
    const asked = await signIn('given', PASSWORD);
    expect(asked.json()).toMatchObject({
      status: 409,
      code: 'PASSWORD_DUE',
      says: expect.stringContaining('安全管理员'),
    });
    expect(asked.headers['set-cookie']).toBeUndefined();
    for (const unfit of [PASSWORD, 'Password123!', 'given-and-taken-x', '短'])
      expect((await signIn('given', PASSWORD, unfit)).json()).toMatchObject({ code: 'PASSWORD_DUE' });
    expect((await signIn('given', 'a wrong password', OWN)).statusCode).toBe(401);
    expect(await canSignIn('given', PASSWORD, OWN)).toBe(true);
    expect(await canSignIn('given', PASSWORD, OWN)).toBe(false);
    expect(await canSignIn('given', OWN)).toBe(true);
    const told = () => db.selectFrom('outbox').select('body').where('work', '=', TELL).execute();
    expect(JSON.stringify(await told())).not.toContain(made.id);
    await admin.post(acts(made.id), { verb: 'setPassword', password: '又换成了另外的一句话' });
    expect(JSON.stringify(await told())).toMatch(new RegExp(`passwordSet.*${made.id}`));
    // His own he sets himself, and keeps.
    await admin.post(acts(admin.officerId), { verb: 'setPassword', password: '安全员自己换的一句话' });
    const own = await db.selectFrom('officers').select('password_due').where('id', '=', admin.officerId).execute();
    expect(own).toEqual([{ password_due: false }]);
  });

  it('SEC-4 what is wrong with a form stands beside its fields, and nothing is kept', async () => {
    const admin = await office.as(['securityAdmin']);
    const wrong = officer({ name: ' ', signInName: '范', password: '短' });
    const response = await admin.post('/api/people/officers', wrong);
    expect(response.statusCode).toBe(422);
    const wheres = response.json().issues.map(({ where }: { where: string }) => where);
    expect(wheres).toEqual(['/name', '/signInName', '/password']);
    const own = await admin.post('/api/people/officers', officer({ signInName: 'abcdef', password: 'xxabcdefyy12' }));
    expect(own.json().issues).toMatchObject([{ code: 'SEC-4', where: '/password' }]);
    const form = agency({ name: '', kind: 'kingdom', creditCode: '123' });
    const place = await admin.post('/api/people/agencies', form);
    expect(place.json().issues.map(({ where }: { where: string }) => where)).toEqual(['/name', '/kind', '/creditCode']);
    await added(admin, { signInName: 'twin' });
    const twin = await admin.post('/api/people/officers', officer({ signInName: 'twin' }));
    expect(twin.json()).toMatchObject({ status: 409, code: 'NAME_TAKEN' });
  });
});

describe('who may not', () => {
  it('SEC-3 whoever is not signed in gets nothing', async () => {
    expect((await office.stranger.get('/api/people')).statusCode).toBe(401);
    expect((await office.stranger.post('/api/people/officers', officer())).statusCode).toBe(401);
    expect((await office.stranger.post('/api/people/agencies', agency())).statusCode).toBe(401);
    expect((await office.stranger.post(acts('x'), { verb: 'stop' })).statusCode).toBe(401);
  });

  it('whoever does the business of the office gives nobody rights', async () => {
    for (const role of ['handler', 'officeHead', 'signatory', 'editor', 'reporter', 'systemAdmin'] as const) {
      const browser = await office.as([role]);
      expect((await browser.get('/api/people')).statusCode).toBe(403);
      expect((await browser.post('/api/people/officers', officer())).statusCode).toBe(403);
      expect((await browser.post('/api/people/agencies', agency())).statusCode).toBe(403);
      expect((await browser.post(acts(browser.officerId), { verb: 'stop' })).statusCode).toBe(403);
    }
  });

  it('an auditor sees and changes nothing, and is told why', async () => {
    const auditor = await office.as(['auditor']);
    const view = (await auditor.get('/api/people')).json<PeopleView>();
    expect(view.administer).toMatchObject({ allowed: false, why: expect.stringContaining('安全管理员') });
    const day = await auditor.post(founding('other'), { foundedOn: '2026-01-05' });
    expect(day.json()).toMatchObject({ status: 403, code: 'NOT_YOUR_ROLE' });
    const refused = await auditor.post('/api/people/officers', officer({ signInName: 'byauditor' }));
    expect(refused.json()).toMatchObject({ status: 403, code: 'NOT_YOUR_ROLE' });
  });

  it('no administrator reaches beyond his agencies: neither officers nor rights nor agencies', async () => {
    const admin = await office.as(['securityAdmin'], 'finance');
    const view = (await admin.get('/api/people')).json<PeopleView>();
    expect(view.agencies.map(({ name }) => name)).toEqual(['finance']);
    expect(view.officers.every(({ agencyId }) => agencyId === 'finance')).toBe(true);
    const outside = officer({ agencyId: 'county', signInName: 'outside' });
    expect((await admin.post('/api/people/officers', outside)).statusCode).toBe(403);
    expect((await admin.post('/api/people/agencies', agency())).statusCode).toBe(403);
    expect((await admin.post(founding('other'), { foundedOn: '' })).statusCode).toBe(403);
    const theirs = await office.as(['handler'], 'other');
    expect((await admin.post(acts(theirs.officerId), { verb: 'stop' })).statusCode).toBe(403);
    const made = await added(admin, { signInName: 'inside' });
    const rights = [{ role: 'signatory', agencyId: 'county' }];
    expect((await admin.post(acts(made.id), { verb: 'giveRoles', rights })).statusCode).toBe(403);
  });

  it('SEC-10 nobody changes his own rights', async () => {
    const admin = await office.as(['securityAdmin']);
    const rights = ['securityAdmin', 'signatory'].map((role) => ({ role, agencyId: 'county' }));
    const refused = await admin.post(acts(admin.officerId), { verb: 'giveRoles', rights });
    expect(refused.json()).toMatchObject({ status: 403, code: 'NOT_YOUR_OWN' });
    expect((await admin.post(acts(admin.officerId), { verb: 'stop' })).statusCode).toBe(403);
  });

  it('SEC-52 nobody is two of the three administrators, nor one of them and a clerk, by whatever door', async () => {
    const admin = await office.as(['securityAdmin']);
    const added2 = officer({ signInName: 'both', roles: ['securityAdmin', 'auditor'] });
    expect((await admin.post('/api/people/officers', added2)).json()).toMatchObject({ status: 409, code: 'SEC-52' });
    const made = await added(admin, { signInName: 'apart', roles: ['systemAdmin'] });
    const rights = ['systemAdmin', 'handler'].map((role) => ({ role, agencyId: 'finance' }));
    const refused = await admin.post(acts(made.id), { verb: 'giveRoles', rights });
    expect(refused.json()).toMatchObject({ code: 'SEC-52', says: expect.stringContaining('系统管理员、承办人') });
  });

  it('SEC-7 an unknown role, officer, field or verb changes nothing; neither does another site', async () => {
    const admin = await office.as(['securityAdmin']);
    const strange = await admin.post('/api/people/officers', officer({ signInName: 'strange', roles: ['emperor'] }));
    expect(strange.json()).toMatchObject({ status: 404, code: 'NO_SUCH_ROLE' });
    expect((await admin.post(acts('nobody'), { verb: 'stop' })).json()).toMatchObject({ code: 'NO_SUCH_OFFICER' });
    expect((await admin.post('/api/people/officers', { ...officer(), id: 'mine' })).statusCode).toBe(400);
    expect((await admin.post(acts('x'), { verb: 'promote' })).statusCode).toBe(400);
    const foreign = await admin.fromElsewhere('/api/people/officers', officer({ signInName: 'foreign' }));
    expect(foreign.json()).toMatchObject({ status: 403, code: 'NOT_YOUR_PAGE' });
    const names = (await admin.get('/api/people')).json<PeopleView>().officers.map(({ signInName }) => signInName);
    for (const name of ['strange', 'foreign', 'byauditor', 'outside']) expect(names).not.toContain(name);
  });
});
