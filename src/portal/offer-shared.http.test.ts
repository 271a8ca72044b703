import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { ADMIN, SECRET } from '../../test/support/joined-counties.ts';
import { publishMany } from '../../test/support/publish-many.ts';
import { takingCounty } from '../../test/support/taking-county.ts';
import { SIGNATURE_HEADERS, signatureOf } from '../exchange/adapters/signature.ts';
import type { Inventory, SharedMessage } from '../exchange/sharing/shared-copy.ts';
import { connectionStairs } from '../exchange/store/sharing/connections.ts';
import { sourceStairs } from '../exchange/store/sharing/sources.ts';
import { perform } from '../perform.ts';
import { isRefusal } from '../statute/refusal.ts';

const [city, county] = [await testDatabase(), await testDatabase()];
const joined = await takingCounty([city.db, county.db]);
afterAll(() => joined.close());
await publishMany({ county: joined.city, countyFiles: joined.cityFiles }, 10);
const draft = await joined.city.draft({ particulars: { title: '还没有公开的' } });
const ofTown = await joined.city.publish({ agencyId: 'town', particulars: { title: '镇里的' } });

interface Change {
  readonly key?: string;
  readonly secret?: string;
  readonly at?: Date;
  readonly signedFor?: string;
}

function get(url: string, { key = 'county-1', secret = SECRET, at, signedFor = url }: Change = {}) {
  const time = (at ?? joined.city.house.now()).toISOString();
  const signature = signatureOf({ at: time, method: 'GET', path: signedFor, body: Buffer.alloc(0) }, [secret]);
  const headers = {
    [SIGNATURE_HEADERS.key]: key,
    [SIGNATURE_HEADERS.time]: time,
    [SIGNATURE_HEADERS.signature]: signature,
  };
  return joined.city.portal.app.inject({ method: 'GET', url, headers });
}

const LIST = '/exchange/v1/offers';
const list = async (change?: Change) => (await get(LIST, change)).json<Inventory>().items;
const open = async (keyId: string, change: object = {}) => {
  const settings = { ...joined.offer, name: '另一个', keyId, ...change };
  const { name, way, address, secretFile, mapping } = settings;
  return perform(joined.city.house, connectionStairs, ADMIN, {
    verb: 'openConnection',
    agencyId: (change as { agencyId?: string }).agencyId ?? 'county',
    settings: { name, way, address, keyId, secretFile, mapping },
  });
};

describe('由对方来取', () => {
  it('XCH-31 what is or was public is offered, with its files; nothing else is', async () => {
    const items = await list();
    expect(items.find(({ id }) => id === 'columns')).toMatchObject({ what: 'columns' });
    expect(items.map(({ id }) => id)).not.toContain(draft.id);
    expect(items).toHaveLength(11);
    expect(items.map(({ id }) => id)).not.toContain(ofTown.id);
    const copies = await Promise.all(items.map(async ({ id }) => (await get(`${LIST}/${id}`)).json<SharedMessage>()));
    expect(copies.map(({ digest }) => digest)).toEqual(items.map(({ digest }) => digest));
    const withFile = copies.find(({ item }) => item.what === 'document' && item.files.length > 0)!.item;
    if (withFile.what !== 'document') throw new Error('a document has files');
    const file = withFile.files[0]!;
    const answer = await get(`${LIST}/${withFile.id}/files/${file.sha256}`);
    expect([answer.statusCode, answer.rawPayload.length]).toEqual([200, file.bytes]);
    // A file another document names.
    for (const path of [`${ofTown.id}/files/${file.sha256}`, draft.id, `${draft.id}/files/${file.sha256}`, 'nothing'])
      expect((await get(`${LIST}/${path}`)).statusCode).toBe(404);
    for (const wrong of [`${LIST}/${withFile.id}?after=-1`, `${LIST}?after=../x`, `${LIST}/${withFile.id}/files/x`])
      expect((await get(wrong)).statusCode).toBe(400);
  });

  it('XCH-32 by the mapping of the connection and within its scope; what it does not name is not offered', async () => {
    const mapping = { fields: { id: 'InfoId', title: 'Title' }, columns: { 'news.notices': '01' }, constants: {} };
    await open('mapped', { mapping });
    const { editor, act, publish } = joined.city;
    const { id } = await publish({ particulars: { title: '通知' } });
    expect((await list({ key: 'mapped' })).map((one) => one.id)).toEqual(['columns']);
    expect((await get(`${LIST}/${id}`, { key: 'mapped' })).json()).toMatchObject({ code: 'XCH-8' });
    await act(editor, { verb: 'placeInColumn', documentId: id, columns: ['news.notices'] });
    expect((await list({ key: 'mapped' })).map((one) => one.id)).toEqual([id, 'columns']);
    expect((await get(`${LIST}/${id}`, { key: 'mapped' })).json()).toEqual({ InfoId: id, Title: '通知' });
    await open('town', { agencyId: 'town' });
    expect((await list({ key: 'town' })).map((one) => one.id)).toEqual([ofTown.id, 'columns']);
    expect((await get(`${LIST}/${id}`, { key: 'town' })).statusCode).toBe(404);
  });

  it('XCH-31 nothing is queued for who asks himself; what he fetched counts as confirmed', async () => {
    expect(await city.db.selectFrom('outbox').select('id').where('id', 'like', 'share:%').execute()).toEqual([]);
    const { id } = await joined.city.publish({ particulars: { title: '取走的' } });
    const copy = () =>
      city.db
        .selectFrom('shared_copies')
        .selectAll()
        .where('connection_id', '=', joined.offer.id)
        .where('item_id', '=', id)
        .executeTakeFirstOrThrow();
    expect((await copy()).confirmed).toBeNull();
    const { revision } = (await get(`${LIST}/${id}?after=40`)).json<SharedMessage>();
    expect([revision, await copy()]).toMatchObject([41, { revision: 41, confirmed: 41, receipt: '对方取走' }]);
    await joined.city.act(joined.city.editor, { verb: 'placeInColumn', documentId: id, columns: ['news.notices'] });
    expect(await copy()).toMatchObject({ revision: 42, confirmed: 41 });
  });
});

describe('who may not', () => {
  it.each([LIST, `${LIST}/${ofTown.id}`, `${LIST}/${ofTown.id}/files/${'a'.repeat(64)}`])(
    'XCH-31 ask: without a signature, with a wrong key, an old one, another path, by a way that offers nothing: %s',
    async (url) => {
      await open('pushed', { way: 'http', address: 'https://city.example.gov.cn/x' });
      const now = joined.city.house.now().getTime();
      const tries = [
        joined.city.portal.app.inject({ method: 'GET', url }),
        get(url, { secret: 'a secret nobody was given' }),
        get(url, { key: 'stranger' }),
        get(url, { key: 'pushed' }),
        get(url, { at: new Date(now - 6 * 60_000) }),
        get(url, { signedFor: `${url}x` }),
      ];
      for (const answer of await Promise.all(tries)) expect(answer.statusCode).toBe(401);
    },
  );

  it('XCH-31 one that was closed; two may not ask under one name; nobody but the system administrator opens or asks', async () => {
    expect(await open('county-1')).toMatchObject({ code: 'XCH-31', says: expect.stringContaining('已经给了') });
    const act = (verb: 'closeConnection' | 'reopenConnection' | 'compareNow', as: typeof ADMIN = ADMIN) =>
      perform(joined.city.house, connectionStairs, as, { verb, id: joined.offer.id });
    expect(await act('compareNow')).toMatchObject({ code: 'XCH-31' });
    expect(isRefusal(await act('closeConnection', joined.city.editor as never))).toBe(true);
    await act('closeConnection');
    expect((await get(LIST)).statusCode).toBe(401);
    await act('reopenConnection');
    expect((await get(LIST)).statusCode).toBe(200);
    const takeNow = { verb: 'takeNow', id: joined.source.id } as const;
    expect(isRefusal(await perform(joined.county.house, sourceStairs, joined.county.editor, takeNow))).toBe(true);
  });
});
