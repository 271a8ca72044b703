import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { ADMIN, type JoinedCounties, joinedCounties, SECRET } from '../../test/support/joined-counties.ts';
import { keepPicture } from '../desk/publications/keep-picture.ts';
import { SIGNATURE_HEADERS, signatureOf } from '../exchange/adapters/signature.ts';
import { digestOf, messageOf, type SharedDocument } from '../exchange/sharing/shared-copy.ts';
import { connectionStairs } from '../exchange/store/sharing/connections.ts';
import { sourceStairs } from '../exchange/store/sharing/sources.ts';
import { entriesOf } from '../ledger/store.ts';
import type { OfficerActor } from '../people/actor.ts';
import { perform } from '../perform.ts';
import { attachedFileStairs } from '../publications/store/attached-files.ts';
import { isRefusal } from '../statute/refusal.ts';
import { textOf } from './portal.fixture.ts';

const [county, city] = [await testDatabase(), await testDatabase()];
let joined: JoinedCounties;
let sourceId: string;
beforeAll(async () => {
  joined = await joinedCounties([county.db, city.db]);
  sourceId = (await city.db.selectFrom('sources').select('id').executeTakeFirstOrThrow()).id;
});
afterAll(() => joined.close());

const at = (id: string) => `/shared/${sourceId}/${id}`;
const cityPage = async (path: string) => {
  await joined.city.hearNews();
  return joined.city.visitor.get(path);
};
const waiting = () => county.db.selectFrom('outbox').selectAll().where('state', '=', 'waiting').execute();
const copyOf = (id: string) =>
  county.db.selectFrom('shared_copies').selectAll().where('item_id', '=', id).executeTakeFirstOrThrow();

async function withFiles() {
  const { county: play, countyFiles: files } = joined;
  const kept = await files.keep([Buffer.from('项目,金额\n修路,12\n')] as never, '清单.csv');
  if (isRefusal(kept)) throw new Error(kept.says);
  const file = { ...kept, agencyId: 'county', words: '修路', findings: [] };
  await perform(play.house, attachedFileStairs, play.editor, { verb: 'addAttachedFile', file });
  const png = await sharp({ create: { width: 600, height: 20, channels: 3, background: '#0b4f8a' } })
    .png()
    .toBuffer();
  const picture = await keepPicture(png, 'county', play.editor as OfficerActor, { house: play.house, files });
  if (isRefusal(picture)) throw new Error(picture.says);
  const bodyHtml = `<p>本年重点项目。</p><img src="/pictures/${picture.sha256}" alt="示意图" width="600" height="20">`;
  const { id } = await play.publish({ bodyHtml, attachments: [kept.id], particulars: { title: '重点项目清单' } });
  return { id, file: kept.sha256, picture: picture.sha256 };
}

describe('a county joined to its city', () => {
  it('XCH-1 opening a connection hands over what was published before, the columns and every file with it', async () => {
    const old = await withFiles();
    expect(await waiting()).toEqual([]);
    await joined.open();
    await joined.deliver();
    const page = await cityPage(at(old.id));
    expect([page.statusCode, textOf(page.body)]).toEqual([200, expect.stringContaining('来源：示例县人民政府')]);
    expect(textOf(page.body)).toContain('本年重点项目。');
    expect(page.body).toContain(`href="https://www.county.example.gov.cn/documents/${old.id}"`);
    const file = await cityPage(`${at(old.id)}/files/${old.file}`);
    expect([file.body, file.headers['content-disposition']]).toEqual([
      '项目,金额\n修路,12\n',
      expect.stringContaining('attachment'),
    ]);
    const picture = await cityPage(`${at(old.id)}/pictures/${old.picture}?width=480`);
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/png']);
    expect(await copyOf('columns')).toMatchObject({ confirmed: 1 });
    expect(await copyOf(old.id)).toMatchObject({ confirmed: 1, receipt: expect.stringMatching(/^R1-[0-9a-f]{16}$/) });
  });

  it('XCH-2 publishing queues in its own transaction; a correction and a withdrawal follow, and the city shows no old text', async () => {
    const { county: play } = joined;
    const { id } = await play.publish({ particulars: { title: '停水通知' }, bodyHtml: '<p>明天停水。</p>' });
    expect(await waiting()).toMatchObject([
      { id: expect.stringMatching(new RegExp(`^share:.+:${id}:1$`)), work: 'share' },
    ]);
    await joined.deliver();
    expect(textOf((await cityPage('/shared')).body)).toContain('停水通知');
    const particulars = (await play.draft()).draft!.particulars;
    await play.act(play.editor, {
      ...{ verb: 'revise', documentId: id, changeNote: '日期写错' },
      ...{ particulars: { ...particulars, title: '停水通知' }, bodyHtml: '<p>后天停水。</p>' },
    });
    await play.act(play.publisher, { verb: 'publish', documentId: id });
    await joined.deliver();
    expect(textOf((await cityPage(at(id))).body)).toMatch(/后天停水/);
    await play.act(play.publisher, { verb: 'withdraw', documentId: id, reason: 'error', explanation: '内部说明' });
    await joined.deliver();
    const gone = await cityPage(at(id));
    expect([gone.statusCode, gone.body.includes('停水'), gone.body.includes('内部说明')]).toEqual([410, false, false]);
    expect((await entriesOf(city.db, 'exchange', id)).map(({ verb, actorId }) => [verb, actorId])).toEqual([
      ['sharedItemReceived', 'system'],
      ['sharedItemReceived', 'system'],
      ['sharedItemWithdrawn', 'system'],
    ]);
  });

  it('XCH-3 of several changes at once only the last is sent, and an older one that comes late gives way', async () => {
    const { county: play } = joined;
    const { id } = await play.publish({ particulars: { title: '改过的' } });
    await play.act(play.editor, { verb: 'placeInColumn', documentId: id, columns: ['news.notices'] });
    await joined.deliver();
    const pieces = await county.db
      .selectFrom('outbox')
      .selectAll()
      .where('id', 'like', `%:${id}:%`)
      .orderBy('id')
      .execute();
    expect(pieces.map(({ state }) => state)).toEqual(['given_up', 'done']);
    const item: SharedDocument = { ...DOCUMENT, id, title: '旧的一版' };
    const late = await signed('PUT', `/exchange/v1/items/${id}`, messageOf(item, 1));
    expect([late.statusCode, late.json().receipt]).toEqual([200, (await copyOf(id)).receipt]);
    expect(textOf((await cityPage(at(id))).body)).toContain('改过的');
  });

  it('XCH-6 comparing finds what is missing, different and too much on the other side, and mends it', async () => {
    const { county: play } = joined;
    const [one, two] = [await play.publish({ particulars: { title: '对账一' } }), await play.publish()];
    await joined.deliver();
    const items = city.db.deleteFrom('received_items').where('item_id', '=', one.id);
    await items.execute();
    await city.db
      .updateTable('received_items')
      .set({ digest: 'f'.repeat(64), revision: 9 })
      .where('item_id', '=', two.id)
      .execute();
    await signed('PUT', '/exchange/v1/items/stray', messageOf({ ...DOCUMENT, id: 'stray' }, 3));
    const connection = await county.db.selectFrom('connections').select('id').executeTakeFirstOrThrow();
    await compareNow(connection.id);
    const rows = county.db.selectFrom('comparisons').selectAll().orderBy('at', 'desc').limit(1);
    const { differences, told } = await rows.executeTakeFirstOrThrow();
    expect(told).toBe(true);
    expect(differences).toEqual([
      { kind: 'missing', id: one.id, title: '对账一' },
      { kind: 'differing', id: two.id, title: '一条动态' },
      { kind: 'surplus', id: 'stray', title: '' },
    ]);
    expect((await cityPage(at(one.id))).statusCode).toBe(200);
    expect((await cityPage(at('stray'))).statusCode).toBe(410);
    expect(await copyOf(two.id)).toMatchObject({ revision: 10, confirmed: 10 });
    await compareNow(connection.id);
    expect(await rows.executeTakeFirstOrThrow()).toMatchObject({ differences: [], under_way: 0 });
  });
});

async function compareNow(id: string) {
  await perform(joined.county.house, connectionStairs, ADMIN, { verb: 'compareNow', id });
  await joined.deliver();
}

const DOCUMENT: SharedDocument = {
  ...{
    what: 'document',
    id: 'x',
    url: 'https://www.county.example.gov.cn/documents/x',
    kind: '动态',
    indexNo: '1',
    title: '一条',
  },
  ...{
    agency: '示例县人民政府',
    issuer: '示例县人民政府',
    docNo: null,
    topic: '',
    genre: '',
    summary: '',
    keywords: [],
  },
  ...{ writtenOn: '2026-03-02', effectiveOn: null, expiresOn: null, ended: null, changeNote: null, columns: [] },
  ...{
    publishedAt: '2026-03-02T02:00:00Z',
    changedAt: '2026-03-02T02:00:00Z',
    bodyHtml: '<p>正文</p>',
    files: [],
    pictures: [],
  },
};

function signed(
  method: 'GET' | 'PUT',
  url: string,
  body: unknown = '',
  change: { at?: Date; secret?: string; key?: string } = {},
) {
  const payload = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const time = (change.at ?? joined.city.house.now()).toISOString();
  const signature = signatureOf({ at: time, method, path: url, body: payload }, [change.secret ?? SECRET]);
  const headers = {
    [SIGNATURE_HEADERS.key]: change.key ?? 'county-1',
    [SIGNATURE_HEADERS.time]: time,
    [SIGNATURE_HEADERS.signature]: signature,
    'content-type': 'application/json',
  };
  return joined.city.portal.app.inject({ method, url, headers, payload });
}

const put = (item: object, change = {}) =>
  signed('PUT', `/exchange/v1/items/${(item as { id: string }).id}`, messageOf(item as SharedDocument, 1), change);

describe('XCH-12 what comes is held against', () => {
  it('the schema, its digest and its own address', async () => {
    const item = { ...DOCUMENT, id: 'kept' };
    const path = '/exchange/v1/items/kept';
    for (const wrong of [
      { ...messageOf(item, 1), item: { ...item, editor: '某人' } },
      { ...messageOf(item, 1), item: { ...item, url: 'javascript:alert(1)' } },
      messageOf({ ...item, id: 'another' }, 1),
      messageOf(item, 0),
      '[]',
    ])
      expect((await signed('PUT', path, wrong)).statusCode).toBe(400);
    const altered = { ...messageOf(item, 1), item: { ...item, title: '别的' } };
    expect((await signed('PUT', path, altered)).json()).toMatchObject({ code: 'XCH-13' });
    expect((await signed('PUT', path, 'x'.repeat(9 * 1024 * 1024))).statusCode).toBe(413);
    expect((await cityPage(at('kept'))).statusCode).toBe(404);
  });

  it('our own cleaning; XCH-14 no link leads elsewhere than to the source', async () => {
    const bodyHtml = '<p onclick="x()">好<script>alert(1)</script></p><img src="https://spy.example/a.png">';
    await put({ ...DOCUMENT, id: 'dirty', bodyHtml, url: 'https://spy.example/x' });
    const { body } = await cityPage(at('dirty'));
    expect(body).toContain('<p>好</p>');
    expect(body).not.toMatch(/alert\(1\)|spy\.example|onclick/);
  });

  it('its files: each by its content and through the gate of uploads, and only those the item names are there', async () => {
    const file = Buffer.from('甲,乙\n');
    const sha256 = createHash('sha256').update(file).digest('hex');
    const named = { sha256, name: '表.csv', kind: 'csv', bytes: file.length };
    const item = { ...DOCUMENT, id: 'with-file', files: [named] };
    expect((await put(item)).json()).toMatchObject({ code: 'XCH-13', says: expect.stringContaining('先送文件') });
    const path = `/exchange/v1/files/${sha256}?kind=csv`;
    expect((await signed('PUT', path, Buffer.from('别的,丙\n'))).json()).toMatchObject({ code: 'XCH-13' });
    expect((await signed('PUT', path.replace('csv', 'exe'), file)).json()).toMatchObject({ code: 'FIL-2' });
    expect([(await signed('PUT', path, file)).statusCode, (await signed('PUT', path, file)).statusCode]).toEqual([
      200, 200,
    ]);
    expect((await put(item)).statusCode).toBe(200);
    expect((await cityPage(`${at('with-file')}/files/${sha256}`)).statusCode).toBe(200);
    expect((await cityPage(`${at('with-file')}/pictures/${sha256}`)).statusCode).toBe(404);
    expect((await cityPage(`${at('dirty')}/files/${sha256}`)).statusCode).toBe(404);
  });
});

describe('who may not', () => {
  it('XCH-11 deliver: a stranger, a wrong secret, an old signature, another path, a closed source', async () => {
    const item = { ...DOCUMENT, id: 'nobody' };
    const now = joined.city.house.now();
    const tries = [
      put(item, { key: 'stranger' }),
      put(item, { secret: 'a secret nobody was given' }),
      put(item, { at: new Date(now.getTime() - 6 * 60_000) }),
      put(item, { at: new Date(now.getTime() + 6 * 60_000) }),
      joined.city.portal.app.inject({ method: 'GET', url: '/exchange/v1/inventory' }),
    ];
    for (const answer of await Promise.all(tries)) expect(answer.statusCode).toBe(401);
    const close = { verb: 'closeSource', id: sourceId } as const;
    expect(isRefusal(await perform(joined.city.house, sourceStairs, joined.city.editor, close))).toBe(true);
    await perform(joined.city.house, sourceStairs, ADMIN, close);
    expect((await put(item)).statusCode).toBe(401);
    await perform(joined.city.house, sourceStairs, ADMIN, { verb: 'reopenSource', id: sourceId });
    expect((await put(item)).statusCode).toBe(200);
  });

  it('XCH-11 guess on: after twenty wrong signatures from one address a minute of silence', async () => {
    for (let n = 0; n < 20; n += 1) await put({ ...DOCUMENT, id: 'guess' }, { secret: `a wrong secret number ${n}` });
    expect((await put({ ...DOCUMENT, id: 'guess' })).statusCode).toBe(429);
  });
});

it('XCH-3 the digest leaves out nothing of the item', () => {
  expect(digestOf(DOCUMENT)).not.toBe(digestOf({ ...DOCUMENT, changeNote: '改' }));
});
