import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { DAY, deputedOffice, LAST, sent } from '../../../test/support/deputed-office.ts';
import { DRAFT } from '../../../test/support/request-play.ts';
import { entriesOf } from '../../ledger/store.ts';
import { saveOfficer } from '../../people/store/officers.ts';
import { actorOf } from '../../people/store.ts';
import { civil, civilDateAt } from '../../statute/civil-date.ts';
import type { DeputationsView } from '../contract.ts';
import { CONSOLE_HEADER } from '../guard.ts';

const { db } = await testDatabase();
const { office, lent, view, act, registered, verbOf, set } = await deputedOffice(db);
const { as } = office;

describe('交办代理', () => {
  it('SEC-30 the officer lends a post of his own; both see it, the ledger keeps it, it is ended early', async () => {
    const before = await view('signatory');
    expect(before.own).toMatchObject({ name: 'officer-signatory', roles: [{ name: 'signatory', term: '签发人' }] });
    const id = await lent('signatory', 'idle', 'signatory');
    const line = { id, principal: '钱县长', deputy: '闲人', roles: ['签发人'], from: DAY, to: LAST, reason: '休假' };
    expect((await view('signatory')).given).toEqual([{ ...line, state: '代理中', open: true, mayEnd: true }]);
    expect((await view('idle')).held).toMatchObject([line]);
    expect(await view('handler')).toMatchObject({ given: [], held: [], county: null });
    const ended = (await as('signatory').delete(`/api/deputations/${id}`)).json<DeputationsView>();
    expect(ended.given).toMatchObject([{ id, state: '提前结束', open: false, mayEnd: false }]);
    expect((await entriesOf(db, 'people', id)).map(({ verb, actorId }) => `${actorId} ${verb}`)).toEqual([
      'officer-signatory deputed',
      'officer-signatory endedDeputation',
    ]);
  });

  it('SEC-30 the security administrator gives it for who fell ill, and sees all of his agencies; the auditor reads', async () => {
    const given = await as('securityAdmin').post('/api/deputations', sent('legal', 'idle', 'legal'));
    expect(given.statusCode).toBe(200);
    const { county, own } = given.json<DeputationsView>();
    expect(own).toBeNull();
    expect(county!.lines).toMatchObject([{ principal: '法小正', deputy: '闲人', mayEnd: true }]);
    expect(county!.principals.map(({ term }) => term)).toContain('法小正');
    expect(county!.principals.map(({ term }) => term)).not.toContain('沈审计');
    expect(county!.deputies.map(({ term }) => term)).not.toContain('席运维');
    expect((await view('auditor')).county).toMatchObject({
      ...{ lines: [{ deputy: '闲人', mayEnd: false }], principals: [], deputies: [] },
    });
    const { id } = county!.lines[0]!;
    expect((await as('idle').delete(`/api/deputations/${id}`)).statusCode).toBe(200);
  });

  it('SEC-32 of two clerks who give the same at once one is told that it stands', async () => {
    const both = await Promise.all(
      (['signatory', 'securityAdmin'] as const).map((who) =>
        as(who).post('/api/deputations', sent('signatory', 'idle', 'signatory')),
      ),
    );
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await view('signatory')).given).toHaveLength(1);
  });
});

describe('代理的权限', () => {
  it('SEC-34 the act is done in the name of the principal, and ledger and file name both', async () => {
    const id = await registered();
    await lent('officeHead', 'idle', 'officeHead');
    const drafted = await act(id, 'idle', 'draftReply', DRAFT);
    expect(drafted.history.at(-1)).toMatchObject({ by: '闲人（代傅主任）' });
    expect((await entriesOf(db, 'requests', id)).at(-1)).toMatchObject({ actorId: 'officer-idle/officer-officeHead' });
    // His own post comes first.
    const other = await registered();
    await lent('officeHead', 'handler', 'officeHead');
    expect((await act(other, 'handler', 'draftReply', DRAFT)).history.at(-1)).toMatchObject({ by: '韩经办' });
    expect((await entriesOf(db, 'requests', other)).at(-1)).toMatchObject({ actorId: 'officer-handler' });
  });

  it('SEC-34 who looked at an identity is found by his name, in whose name ever he looked', async () => {
    const id = await registered();
    await lent('officeHead', 'liaison', 'officeHead');
    await as('liaison').post(`/api/requests/${id}/identity`, { reason: 'contact' });
    const { lines, officers } = (await as('auditor').get('/api/looks?officerId=officer-liaison')).json();
    expect(lines).toMatchObject([{ officer: '廉联络（代傅主任）' }]);
    expect(officers).toContainEqual(expect.objectContaining({ name: 'officer-liaison', term: '廉联络' }));
    expect((await as('auditor').get('/api/looks?officerId=officer-officeHead')).json().lines).toEqual([]);
  });

  it('SEC-34 the button says in whose name it would be pressed', async () => {
    const id = await registered();
    await lent('officeHead', 'handler', 'officeHead');
    expect(await verbOf(id, 'handler', 'draftReply')).toMatchObject({ allowed: true, actingFor: null });
    expect(await verbOf(id, 'handler', 'extend')).toMatchObject({ allowed: true, actingFor: '傅主任' });
    expect(await verbOf(id, 'handler', 'legalCheck')).toMatchObject({ allowed: false, actingFor: null });
  });

  it('SEC-33 holds from the first day to the last and no longer, by the civil day', async () => {
    const id = await registered();
    const may = async (day: string) => {
      office.on(day);
      return (await as('idle').get(`/api/requests/${id}`)).statusCode;
    };
    await as('signatory').post('/api/deputations', { ...sent('signatory', 'idle', 'signatory'), from: '2026-03-05' });
    expect([await may(DAY), await may('2026-03-05'), await may(LAST), await may('2026-03-07')]).toEqual([
      ...[403, 200, 200, 403],
    ]);
    const reaches = async (moment: string) => {
      const actor = await actorOf(db, 'officer-idle', civilDateAt(new Date(moment)));
      return Object.keys(actor!.reach).length;
    };
    expect(await reaches('2026-03-04T15:59:59Z')).toBe(0);
    expect(await reaches('2026-03-04T16:00:00Z')).toBe(1);
    expect(await reaches('2026-03-06T15:59:59Z')).toBe(1);
    expect(await reaches('2026-03-06T16:00:00Z')).toBe(0);
  });

  it('SEC-33 an open session loses it at the next request: ended, the post taken, the principal stopped', async () => {
    const id = await registered();
    const cookie = await office.cookieOf('idle');
    const status = async () =>
      (await office.desk.inject({ url: `/api/requests/${id}`, headers: { cookie, [CONSOLE_HEADER]: '1' } })).statusCode;
    const deputation = await lent('legal', 'idle', 'legal');
    expect(await status()).toBe(200);
    await set({ rights: [{ role: 'legal', agencyId: 'town' }] });
    expect(await status()).toBe(404);
    await set({ active: false });
    expect(await status()).toBe(403);
    await set({});
    expect(await status()).toBe(200);
    await as('legal').delete(`/api/deputations/${deputation}`);
    expect(await status()).toBe(403);
  });

  it('SEC-33 never widens: whatever is lent, the deputy reaches what he has and what the principal has of it', async () => {
    const roles = ['handler', 'officeHead', 'signatory', 'securityAdmin', 'auditor'] as const;
    const save = (rights: readonly { role: (typeof roles)[number]; agencyId: string }[]) =>
      db.transaction().execute((tx) =>
        saveOfficer(tx, {
          ...{ id: 'officer-reporter', agencyId: 'county', name: '纪统计', signInName: 'reporter', active: true },
          rights,
        }),
      );
    const row = {
      ...{ id: 'all', agency_id: 'county', principal_id: 'officer-reporter', deputy_id: 'officer-liaison' },
      ...{ from_on: civil(DAY), to_on: civil(LAST), reason: '休假', given_by: 'x', given_at: office.house.now() },
      ...{ ended_at: null, ended_by: null },
    };
    // Rows written behind the back of the product are cut like any other.
    await db
      .insertInto('deputations')
      .values({ ...row, roles: [...roles] })
      .execute();
    for (let subset = 0; subset < 2 ** roles.length; subset += 1) {
      const held = roles.filter((_, i) => (subset >> i) % 2 === 1);
      await save(held.map((role) => ({ role, agencyId: 'town' })));
      const lentRoles = held.filter((role) => !['securityAdmin', 'auditor'].includes(role));
      const expected = Object.fromEntries([...lentRoles, 'liaison'].map((role) => [role, ['town']]));
      expect((await actorOf(db, 'officer-liaison', civil(DAY)))!.reach).toEqual(expected);
    }
    await save(['county', 'town'].map((agencyId) => ({ role: 'reporter' as never, agencyId })));
    // Who became one of the three administrators stands in for nobody.
    await db
      .insertInto('officer_roles')
      .values({ officer_id: 'officer-liaison', role: 'auditor', agency_id: 'town' })
      .execute();
    expect((await actorOf(db, 'officer-liaison', civil(DAY)))!.capacities).toBeUndefined();
    await db
      .deleteFrom('officer_roles')
      .where('officer_id', '=', 'officer-liaison')
      .where('role', '=', 'auditor')
      .execute();
  });

  it('SEC-31 a deputy cannot pass on what was lent to him', async () => {
    await lent('signatory', 'handler', 'signatory');
    const passedOn = await as('handler').post('/api/deputations', sent('handler', 'idle', 'signatory'));
    expect(passedOn.json()).toMatchObject({ status: 409, code: 'SEC-31' });
    const inHisName = await as('handler').post('/api/deputations', sent('signatory', 'idle', 'signatory'));
    expect(inHisName.json()).toMatchObject({ status: 403, code: 'NOT_YOUR_OWN' });
    const own = await lent('handler', 'idle', 'handler');
    expect(Object.keys((await actorOf(db, 'officer-idle', civil(DAY)))!.reach)).toEqual(['handler']);
    await as('handler').delete(`/api/deputations/${own}`);
  });
});

describe('who may not', () => {
  it('SEC-3 whoever is not signed in, or comes from another page, gets nothing', async () => {
    const id = await lent('signatory', 'idle', 'signatory');
    expect((await office.nobody.get('/api/deputations')).statusCode).toBe(401);
    expect((await office.nobody.post('/api/deputations', sent('legal', 'idle', 'legal'))).statusCode).toBe(401);
    expect((await office.nobody.delete(`/api/deputations/${id}`)).statusCode).toBe(401);
    const foreign = await office.foreignPage.post('/api/deputations', sent('handler', 'idle', 'handler'));
    expect(foreign.json()).toMatchObject({ status: 403, code: 'NOT_YOUR_PAGE' });
    expect((await view('signatory')).given).toMatchObject([{ id, state: '代理中' }]);
    expect((await view('handler')).given).toEqual([]);
  });

  it('SEC-30 nobody lends the post of another, nor ends what does not concern him', async () => {
    const id = await lent('signatory', 'idle', 'signatory');
    for (const who of ['handler', 'officeHead', 'auditor', 'systemAdmin', 'stranger', 'liaison'] as const) {
      const given = await as(who).post('/api/deputations', sent('legal', 'liaison', 'legal'));
      expect([who, given.statusCode]).toEqual([who, 403]);
      expect([who, (await as(who).delete(`/api/deputations/${id}`)).statusCode]).toEqual([who, 403]);
    }
    const outward = await as('signatory').post('/api/deputations', sent('signatory', 'stranger', 'signatory'));
    expect(outward.json()).toMatchObject({ status: 403, code: 'NOT_YOUR_AGENCY' });
    const far = await as('securityAdmin').post('/api/deputations', sent('stranger', 'idle', 'handler'));
    expect(far.json()).toMatchObject({ status: 403, code: 'NOT_YOUR_OWN' });
    expect((await view('securityAdmin')).county!.lines).toHaveLength(1);
  });

  it('SEC-10 the administrator gives himself no post, and his own is lent to nobody', async () => {
    const himself = await as('securityAdmin').post('/api/deputations', sent('legal', 'securityAdmin', 'legal'));
    expect(himself.statusCode).toBe(403);
    const own = await as('securityAdmin').post('/api/deputations', sent('securityAdmin', 'idle', 'securityAdmin'));
    expect(own.json()).toMatchObject({ status: 409, code: 'SEC-31' });
  });

  it('SEC-7 an unknown officer, field, day or deputation changes nothing', async () => {
    const post = (body: object) => as('handler').post('/api/deputations', body);
    const good = sent('handler', 'idle', 'handler');
    expect((await post({ ...good, deputyId: 'nobody' })).json()).toMatchObject({
      status: 404,
      code: 'NO_SUCH_OFFICER',
    });
    expect((await post({ ...good, givenBy: 'me' })).statusCode).toBe(400);
    expect((await post({ ...good, to: '2026-02-30' })).statusCode).toBe(400);
    expect((await post({ ...good, reason: '长'.repeat(201) })).statusCode).toBe(400);
    expect((await as('handler').delete('/api/deputations/none')).json()).toMatchObject({ code: 'NO_SUCH_DEPUTATION' });
    expect((await view('handler')).given).toEqual([]);
  });
});
