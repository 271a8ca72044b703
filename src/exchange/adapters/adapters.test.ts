import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { guardedAgent } from '../../platform/outgoing/guarded-agent.ts';
import { secretsIn } from '../../platform/secret-file.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { Connection } from '../sharing/connection.ts';
import { mapped, NO_MAPPING } from '../sharing/field-mapping.ts';
import { messageOf, type SharedDocument, type SharedMessage } from '../sharing/shared-copy.ts';
import { openAdapter } from './adapters.ts';
import { type AdapterFixture, NOW, SECRETS } from './fixtures/adapter-fixture.ts';
import { folderFixture } from './fixtures/folder.fixture.ts';
import { httpJsonFixture } from './fixtures/http-json.fixture.ts';
import { webhookFixture } from './fixtures/webhook.fixture.ts';
import type { Parcel } from './platform-adapter.ts';
import { isSignedBy, signatureOf } from './signature.ts';

const FIXTURES = { http: httpJsonFixture, folder: folderFixture, webhook: webhookFixture };

const FILE = { sha256: 'a'.repeat(64), name: '清单.csv', kind: 'csv', bytes: 3 };
const DOCUMENT: SharedDocument = {
  ...{
    what: 'document',
    id: 'd1',
    url: 'https://www.example.gov.cn/documents/d1',
    kind: '动态',
    indexNo: '1',
    title: '一条',
  },
  ...{ agency: '示例县人民政府', issuer: '示例县水利局', docNo: null, topic: '', genre: '', summary: '', keywords: [] },
  ...{ writtenOn: '2026-03-02', effectiveOn: null, expiresOn: null, ended: null, changeNote: null },
  ...{ publishedAt: '2026-03-02T02:00:00Z', changedAt: '2026-03-02T02:00:00Z', bodyHtml: '<p>正文</p>', pictures: [] },
  ...{ columns: [{ key: 'news.notices', name: '通知公告' }], files: [FILE] },
};
const parcel = (revision = 1): Parcel<SharedMessage> => ({
  key: `share:c:d1:${revision}`,
  message: messageOf(DOCUMENT, revision),
  files: [
    {
      ...FILE,
      async *content() {
        yield Buffer.from('甲');
      },
    },
  ],
});
const GONE: Parcel<SharedMessage> = {
  ...{ key: 'share:c:d1:9', files: [] },
  message: messageOf({ what: 'withdrawal', id: 'd1', notice: '已撤回', withdrawnOn: '2026-03-03' }, 9),
};

describe.each(Object.entries(FIXTURES))('adapter %s', async (way, open) => {
  const fixture: AdapterFixture = await open();
  afterAll(() => fixture.close());
  const adapter = fixture.open(NO_MAPPING);

  it('XCH-4, XCH-5, XCH-7 hands an item over with its files, twice as once, and its withdrawal after it', async () => {
    for (const _ of [1, 2])
      expect(await adapter.deliver(parcel())).toMatchObject({ sent: true, answer: expect.stringMatching(/./) });
    const told = await fixture.last();
    expect(JSON.stringify(told)).toContain('d1');
    if (way === 'webhook')
      expect(told).toMatchObject({ event: 'document.changed', url: DOCUMENT.url, id: 'share:c:d1:1' });
    else expect(told).toEqual(parcel().message);
    const files = await fixture.files();
    if (files) expect([...files]).toEqual([[FILE.sha256, '甲']]);
    expect(await adapter.deliver(GONE)).toMatchObject({ sent: true });
    expect(JSON.stringify(await fixture.last())).toContain('2026-03-03');
  });

  it('XCH-6 says what the other side holds, or that it cannot', async () => {
    const held = [{ id: 'd1', what: 'document', revision: 2, digest: 'b'.repeat(64) }] as const;
    await fixture.holds?.(held);
    expect(await adapter.inventory('')).toEqual(fixture.holds ? { items: held, next: null } : 'untold');
  });

  it('XCH-5 tells what passes from what stays, and says it in words', async () => {
    if (!fixture.turn) return;
    fixture.turn('busy');
    expect(await adapter.deliver(parcel(2))).toMatchObject({
      sent: false,
      again: true,
      why: expect.stringContaining('暂时没有收下'),
    });
    fixture.turn('refusing');
    expect(await adapter.deliver(parcel(2))).toMatchObject({
      sent: false,
      again: false,
      why: expect.stringContaining('没有收下'),
    });
    fixture.turn('locked');
    expect(await adapter.deliver(parcel(2))).toMatchObject({
      sent: false,
      again: true,
      down: true,
      why: expect.stringContaining('签名'),
    });
    fixture.turn('ready');
  });
});

describe('XCH-8 fields and columns by the names of the other side', () => {
  const mapping = {
    fields: { id: 'InfoId', title: 'ArticleTitle', columns: 'ChannelId' },
    columns: { 'news.notices': '0103' },
    constants: { SiteId: '1304' },
  };
  it('only what is named goes, with their constants', () =>
    expect(mapped(parcel().message, mapping)).toEqual({
      SiteId: '1304',
      InfoId: 'd1',
      ArticleTitle: '一条',
      ChannelId: ['0103'],
    }));
  it('a column without one there is said, unless every other has one', () => {
    const elsewhere = messageOf({ ...DOCUMENT, columns: [{ key: 'news.meetings', name: '重大会议' }] }, 1);
    expect(mapped(elsewhere, mapping)).toMatchObject({ refused: true, says: expect.stringContaining('重大会议') });
    expect(mapped(elsewhere, { ...mapping, columns: { '*': '0199' } })).toMatchObject({ ChannelId: ['0199'] });
  });
});

describe('XCH-4 signature', () => {
  const signed = { at: NOW.toISOString(), method: 'PUT', path: '/in/items/d1', body: Buffer.from('{}') };
  const signature = signatureOf(signed, SECRETS);
  it.each([
    ['as it was signed', signed, SECRETS, 0, true],
    ['by a side that holds the older secret only', signed, [SECRETS[1]!], 0, true],
    ['by a side that holds a third one', signed, ['neither of the two secrets'], 0, false],
    ['with another body', { ...signed, body: Buffer.from('{ }') }, SECRETS, 0, false],
    ['to another place', { ...signed, path: '/in/items/d2' }, SECRETS, 0, false],
    ['in another manner', { ...signed, method: 'GET' }, SECRETS, 0, false],
    ['five minutes later', signed, SECRETS, 300_000, true],
    ['after that', signed, SECRETS, 300_001, false],
    ['with no time', { ...signed, at: '' }, SECRETS, 0, false],
  ])('%s', (_, what, secrets, later, is) =>
    expect(isSignedBy(what, signature, secrets, new Date(NOW.getTime() + later))).toBe(is),
  );
});

describe('XCH-10 what is connected to', () => {
  const connection: Connection = {
    ...{
      id: 'c',
      agencyId: 'county',
      name: '市平台',
      way: 'http',
      address: 'http://127.0.0.1:9/in',
      keyId: 'k',
      secretFile: 's',
    },
    ...{ mapping: NO_MAPPING, open: true, openedAt: '2026-03-02T02:00:00Z' },
  };
  const ground = { agent: guardedAgent({ timeoutMs: 500 }), secretsIn: () => SECRETS, now: () => NOW, timeoutMs: 500 };
  it('no address of one’s own network that is not listed', async () => {
    const adapter = openAdapter(connection, ground);
    if (isRefusal(adapter)) throw new Error(adapter.says);
    expect(await adapter.deliver(parcel())).toMatchObject({
      sent: false,
      down: true,
      why: expect.stringContaining('GONGKAI_INTERNAL_SITES'),
    });
  });
  it('in the demo nothing but what is listed; without a folder or a secret nothing', () => {
    expect(openAdapter(connection, { ...ground, onlyTo: new Set() })).toMatchObject({
      says: expect.stringContaining('演示'),
    });
    expect(openAdapter({ ...connection, way: 'folder', address: 'city' }, ground)).toMatchObject({
      says: expect.stringContaining('GONGKAI_EXCHANGE_FOLDER'),
    });
    const lacking = {
      ...ground,
      secretsIn: (file: string) => secretsIn(mkdtempSync(join(tmpdir(), 'gongkai-secrets-')), file),
    };
    expect(openAdapter(connection, lacking)).toMatchObject({ says: expect.stringContaining('读不到') });
  });
});
