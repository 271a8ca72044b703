import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { deskOffice } from '../../../test/support/desk-office.ts';
import { SHARE } from '../../exchange/store/sharing/connections.ts';
import { claimTaking, settleTaking } from '../../exchange/store/sharing/takings.ts';
import { entriesOf } from '../../ledger/store.ts';
import { queueWork, settle, takeDue } from '../../platform/outbox/outbox.ts';
import type { ConnectionsView, ConnectionView, InboxView, MessagesView } from '../contract.ts';

const { db } = await testDatabase();
const office = await deskOffice(db);
const admin = await office.as(['systemAdmin']);
const SENT = {
  ...{ name: '市集约化平台', way: 'http', address: 'https://city.example.gov.cn/exchange/v1', keyId: 'county-1' },
  ...{ secretFile: 'city', mapping: { fields: {}, columns: {}, constants: {} } },
};
const SOURCE = {
  ...{ name: '示例乡', siteUrl: 'https://town.example.gov.cn', keyId: 'town-1', secretFile: 'town' },
  ...{ takeFrom: '', takeEvery: 60 },
};
const open = async () => (await admin.post('/api/connections', SENT)).json<ConnectionsView>().connections.at(-1)!;

describe('平台接口', () => {
  it('XCH-9 the administrator opens one, which is compared at once, changes and closes it, each with a trace', async () => {
    const { id, wayTerm, open: isOpen } = await open();
    expect([wayTerm, isOpen]).toEqual(['接口（HTTP）', true]);
    const view = (await admin.get(`/api/connections/${id}`)).json<ConnectionView>();
    expect(view.waiting).toMatchObject([{ title: '对账', attempts: 0 }]);
    const act = (sends: object) => admin.post(`/api/connections/${id}/acts`, sends);
    const changed = await act({ verb: 'change', settings: { ...SENT, name: '市平台' } });
    expect(changed.json<ConnectionView>().line.name).toBe('市平台');
    expect((await act({ verb: 'change', settings: { ...SENT, secretFile: '../identity.key' } })).json()).toMatchObject({
      code: 'XCH-9',
    });
    expect((await act({ verb: 'close' })).json<ConnectionView>().line.open).toBe(false);
    expect((await act({ verb: 'compareNow' })).statusCode).toBe(409);
    expect((await entriesOf(db, 'exchange', id)).map(({ verb, actorId }) => [verb, actorId])).toEqual([
      ['connectionOpened', admin.officerId],
      ['connectionChanged', admin.officerId],
      ['connectionClosed', admin.officerId],
    ]);
  });

  it('XCH-5 what did not go stands here with its reason, not among the letters, and is sent again or given up', async () => {
    const { id } = await open();
    const piece = (n: number) => ({
      ...{ id: `${SHARE}:${id}:d${n}:1`, work: SHARE, agencyId: 'county' },
      body: { connectionId: id, itemId: `d${n}`, revision: 1 },
    });
    await db.transaction().execute((tx) => queueWork(tx, [piece(1), piece(2), piece(3)], office.house.now()));
    for (const taken of await takeDue(db, office.house.now(), 10, { only: [SHARE] }))
      await settle(db, taken, { end: 'never', said: '对方平台没有收下：缺少主题分类' }, office.house.now());
    const { dead, line } = (await admin.get(`/api/connections/${id}`)).json<ConnectionView>();
    expect([line.dead, dead.map(({ said }) => said)]).toEqual([3, Array(3).fill('对方平台没有收下：缺少主题分类')]);
    expect((await admin.get('/api/session')).json()).toMatchObject({ undelivered: 3, unsent: 0 });
    expect((await admin.get('/api/messages')).json<MessagesView>()).toMatchObject({ dead: 0, letters: [] });
    const act = async (sends: object) => (await admin.post(`/api/connections/${id}/acts`, sends)).json();
    expect(await act({ verb: 'giveUp', piece: piece(1).id, why: ' ' })).toMatchObject({ code: 'WHY_MISSING' });
    expect(await act({ verb: 'giveUp', piece: piece(1).id, why: '对方已经人工录入' })).toMatchObject({
      line: { dead: 2 },
    });
    expect(await act({ verb: 'sendAgain', piece: piece(2).id })).toMatchObject({ line: { dead: 1, waiting: 1 } });
    expect(await act({ verb: 'sendAllAgain' })).toMatchObject({ line: { dead: 0, waiting: 2 } });
    expect(await act({ verb: 'sendAgain', piece: 'of another' })).toMatchObject({ code: 'NO_SUCH_CONNECTION' });
  });

  it('ENF-39 a credit platform is joined by a folder, with the fields of the standard and no columns', async () => {
    const credit = { ...SENT, way: 'credit', address: 'credit', name: '市信用平台' };
    const mapping = (fields: object, columns: object = {}) => ({
      ...credit,
      mapping: { fields, columns, constants: {} },
    });
    const post = async (sends: object) => (await admin.post('/api/connections', sends)).json();
    expect(await post(credit)).toMatchObject({
      connections: expect.arrayContaining([expect.objectContaining({ carries: 'decisions' })]),
    });
    expect(await post({ ...credit, address: '/etc' })).toMatchObject({ code: 'XCH-9' });
    expect(await post(mapping({ id: 'ID', title: 'BT' }))).toMatchObject({
      code: 'XCH-8',
      says: expect.stringContaining('title'),
    });
    expect(await post(mapping({ id: 'ID', XK_WSH: 'WSH' }, { '*': '1' }))).toMatchObject({
      code: 'XCH-8',
      says: expect.stringContaining('栏目'),
    });
    const { ways } = (await admin.get('/api/connections')).json<ConnectionsView>();
    expect(ways.find(({ name }) => name === 'credit')?.fields).toContainEqual({
      name: 'CF_WSH',
      term: '行政处罚决定书文号',
    });
  });

  it('XCH-11 a source is admitted once for a name and can be closed', async () => {
    const { sources } = (await admin.post('/api/sources', SOURCE)).json<ConnectionsView>();
    expect(sources).toMatchObject([{ ...SOURCE, open: true, shown: 0, lastAt: null }]);
    expect((await admin.post('/api/sources', SOURCE)).json()).toMatchObject({
      code: 'XCH-9',
      says: expect.stringContaining('已经给了'),
    });
    const closed = await admin.post(`/api/sources/${sources[0]!.id}/acts`, { verb: 'close' });
    expect(closed.json<ConnectionsView>().sources[0]!.open).toBe(false);
  });

  it('XCH-31 who asks himself needs no address, and nothing waits for him', async () => {
    const offer = { ...SENT, way: 'offer', address: 'https://ignored.example', keyId: 'asker' };
    const { connections } = (await admin.post('/api/connections', offer)).json<ConnectionsView>();
    expect(connections.at(-1)).toMatchObject({ wayTerm: '由对方来取', address: '', waiting: 0, compared: null });
    expect((await admin.post('/api/connections', offer)).json()).toMatchObject({ code: 'XCH-31' });
    const acts = `/api/connections/${connections.at(-1)!.id}/acts`;
    expect((await admin.post(acts, { verb: 'compareNow' })).json()).toMatchObject({ code: 'XCH-31' });
  });

  it('XCH-33 a source is asked at once, by the address it is given; XCH-35 how that stands is shown, and waits for the administrator', async () => {
    const from = { ...SOURCE, keyId: 'city-1', name: '示例市', takeFrom: 'https://city.example.gov.cn/exchange/v1' };
    const post = async (path: string, sends: object) => (await admin.post(path, sends)).json();
    expect(await post('/api/sources', { ...from, takeFrom: 'ftp://x' })).toMatchObject({ code: 'XCH-9' });
    expect(await post('/api/sources', { ...from, takeEvery: 1 })).toMatchObject({ code: 'XCH-33' });
    const { sources } = (await post('/api/sources', from)) as ConnectionsView;
    const { id, taking } = sources.at(-1)!;
    expect(taking).toBeNull();
    const acts = `/api/sources/${id}/acts`;
    const settled = async (end: Parameters<typeof settleTaking>[2], days: number) => {
      const at = new Date(office.house.now().getTime() - days * 24 * 3_600_000);
      await post(acts, { verb: 'takeNow' });
      await settleTaking(db, (await claimTaking(db, office.house.now()))!, end, at);
      return (await admin.get('/api/connections')).json<ConnectionsView>().sources.at(-1)!.taking;
    };
    const refused = [{ id: 'd1', title: '一条', says: '附件带毒' }];
    expect(
      await settled({ end: 'complete', said: '取齐', found: { theirs: 3, leftOver: 0, refused } }, 3),
    ).toMatchObject({ completeAt: expect.any(String), failingSince: null, theirs: 3, refused });
    const waits = async () => (await admin.get('/api/inbox')).json<InboxView>().mine.map(({ what }) => what);
    expect(await settled({ end: 'failed', said: '连不上对方平台' }, 2)).toMatchObject({ said: '连不上对方平台' });
    expect(await waits()).toContain('取不到共享信息：示例市');
    expect(await settled({ end: 'failed', said: '连不上对方平台' }, 0)).toMatchObject({ refused });
    expect(await waits()).toContain('取不到共享信息：示例市');
    expect(await settled({ end: 'unfinished', said: '接着取' }, 0)).toMatchObject({ failingSince: null });
    expect(await waits()).not.toContain('取不到共享信息：示例市');
    const changed = (await post(acts, { verb: 'change', settings: { ...from, takeFrom: '' } })) as ConnectionsView;
    expect(changed.sources.at(-1)).toMatchObject({ takeFrom: '', taking: null });
    expect(await post(acts, { verb: 'takeNow' })).toMatchObject({ code: 'XCH-33' });
    const taken = { ...from, keyId: SOURCE.keyId };
    expect(await post(acts, { verb: 'change', settings: taken })).toMatchObject({ code: 'XCH-9' });
    await post(acts, { verb: 'close' });
    expect(await post(acts, { verb: 'takeNow' })).toMatchObject({ code: 'WRONG_STATE' });
    expect((await entriesOf(db, 'exchange', id)).map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['sourceAdmitted', 'takingAsked', 'sourceChanged', 'sourceClosed']),
    );
  });
});

describe('who may not', () => {
  it('XCH-9 see or touch a connection: whoever is no system administrator, one of another county, a stranger', async () => {
    const { id } = await open();
    const others = [
      await office.as(['editor', 'publisher', 'officeHead', 'securityAdmin', 'auditor']),
      await office.as(['systemAdmin'], 'other'),
      await office.as(['systemAdmin'], 'finance'),
      office.stranger,
    ];
    for (const who of others) {
      expect((await who.get(`/api/connections/${id}`)).statusCode).toBeGreaterThanOrEqual(401);
      expect((await who.post(`/api/connections/${id}/acts`, { verb: 'close' })).statusCode).toBeGreaterThanOrEqual(401);
    }
    for (const who of [others[0]!, office.stranger]) {
      for (const [path, body] of [
        ['/api/connections', SENT],
        ['/api/sources', SOURCE],
      ] as const)
        expect((await who.post(path, body)).statusCode).toBeGreaterThanOrEqual(401);
      expect((await who.get('/api/connections')).statusCode).toBeGreaterThanOrEqual(401);
    }
    const source = (await admin.get('/api/connections')).json<ConnectionsView>().sources[0]!;
    for (const who of others)
      for (const act of [{ verb: 'takeNow' }, { verb: 'change', settings: SOURCE }, { verb: 'reopen' }])
        expect((await who.post(`/api/sources/${source.id}/acts`, act)).statusCode).toBeGreaterThanOrEqual(401);
    const elsewhere = (await others[1]!.get('/api/connections')).json<ConnectionsView>();
    expect([elsewhere.connections, elsewhere.sources]).toEqual([[], []]);
  });
});
