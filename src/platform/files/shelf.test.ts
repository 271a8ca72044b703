import { spawn } from 'node:child_process';
import { once as happens } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Mishap, s3Double } from '../../../test/support/s3-double.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { keyRing } from '../key-file.ts';
import { signed } from './bucket/bucket-calls.ts';
import { bucketShelf } from './bucket/bucket-shelf.ts';
import { type KeptFile, openFileStore } from './file-store.ts';
import { folderShelf } from './folder-shelf.ts';
import { countFilesByKey, resealFiles } from './reseal-files.ts';
import { isThere, type Shelf, ShelfFault } from './shelf.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-shelf-'));
const store = await s3Double();
afterAll(async () => {
  await store.stop();
  rmSync(home, { recursive: true, force: true });
});
beforeEach(() => {
  store.befall = () => undefined;
  store.seen.length = 0;
});

const key = (id: string) =>
  ({ id, cipher: 'aes-256-gcm', secret: Buffer.alloc(32, id).toString('base64url') }) as const;
const [OLD, NEW] = [key('0000000a'), key('0000000b')];
const keys = keyRing([OLD]);
const HASTE = { waits: [1, 1], connectMs: 500, silentMs: 150 };
const faults: ShelfFault[] = [];

interface Trial {
  readonly shelf: Shelf;
  readonly folder: string;
  readonly files: ReturnType<typeof openFileStore>;
}

let trials = 0;
const TRIALS: Readonly<Record<string, () => Trial>> = {
  a_folder: () => trial((folder) => folderShelf(folder)),
  a_bucket: () => trial((folder) => bucketShelf({ ...store.settings, prefix: `${folder.split('/').at(-1)}/` }, HASTE)),
};
function trial(shelfOf: (folder: string) => Shelf): Trial {
  trials += 1;
  const folder = join(home, `trial-${trials}`);
  const shelf = shelfOf(folder);
  return { shelf, folder, files: openFileStore(folder, keys, { shelf, onFault: (fault) => faults.push(fault) }) };
}

const kept = async ({ files }: Trial, content: Buffer | string, name = 'a.txt'): Promise<KeptFile> => {
  const file = await files.keep([Buffer.from(content)] as unknown as AsyncIterable<Buffer>, name);
  if (isRefusal(file)) throw new Error(file.says);
  return file;
};
const read = async (content: AsyncIterable<Buffer>) => {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
};
const idsOn = async (shelf: Pick<Shelf, 'list'>) => {
  const ids: string[] = [];
  for await (const { id } of shelf.list()) ids.push(id);
  return ids.sort();
};
const quarantined = ({ folder }: Trial) => readdirSync(join(folder, 'quarantine'));
const LONG = Buffer.alloc(700_000, '甲');

describe.each(Object.entries(TRIALS))('OPS-17 %s', (_, open) => {
  it('keeps what it is given, sealed and whole, and gives it back; nothing stays beside it', async () => {
    const on = open();
    for (const length of [1, 65_535, 65_536, 65_537, 300_000]) {
      const text = Buffer.alloc(length, 'abc');
      const file = await kept(on, text);
      expect((await read(on.files.read(file.id))).equals(text)).toBe(true);
      expect((await read((await on.shelf.open(file.id))!.content)).includes('abcabc')).toBe(false);
    }
    expect(quarantined(on)).toEqual([]);
    expect(() => on.files.read('../identity.key')).toThrow();
    await expect(on.shelf.open('../identity.key')).rejects.toThrow();
  });

  it('says of each how long it is and when it came, and of what is not there that it is not', async () => {
    const on = open();
    const file = await kept(on, LONG);
    const opened = await on.shelf.open(file.id);
    const whole = await read(opened!.content);
    expect([opened!.bytes, whole.length > LONG.length]).toEqual([whole.length, true]);
    const front = await on.shelf.open(file.id, 12);
    expect((await read(front!.content)).equals(whole.subarray(0, 12))).toBe(true);
    for await (const { id, bytes, at } of on.shelf.list()) {
      expect([id, bytes]).toEqual([file.id, whole.length]);
      expect(Math.abs(Date.now() - at.getTime())).toBeLessThan(60_000);
    }
    const none = '0a1b2c3d-0000-4000-8000-000000000001';
    expect([await isThere(on.shelf, file.id), await isThere(on.shelf, none)]).toEqual([true, false]);
    await on.files.erase(none);
    await expect(read(on.files.read(none))).rejects.toThrow('not there');
  });

  it('takes the same file twice as once, and another in its place at once', async () => {
    const on = open();
    const file = await kept(on, 'abc');
    const sealed = await read((await on.shelf.open(file.id))!.content);
    const part = join(on.folder, 'quarantine', 'part');
    for (const content of [sealed, sealed, Buffer.from('another')]) {
      writeFileSync(part, content);
      await on.shelf.put(file.id, part);
      expect((await read((await on.shelf.open(file.id))!.content)).equals(content)).toBe(true);
    }
    expect([await idsOn(on.shelf), quarantined(on)]).toEqual([[file.id], []]);
  });

  it('FIL-6 does not open what was cut off, altered, or put in the place of another', async () => {
    const on = open();
    const [first, second] = [await kept(on, LONG), await kept(on, 'b')];
    const bytes = await read((await on.shelf.open(first.id))!.content);
    const altered = Buffer.from(bytes);
    altered[400_000]! ^= 1;
    const part = join(on.folder, 'quarantine', 'part');
    for (const [id, content] of [
      [second.id, bytes],
      [first.id, altered],
      [first.id, bytes.subarray(0, 4 + bytes.readUInt32BE())],
      [first.id, bytes.subarray(0, -1)],
    ] as const) {
      writeFileSync(part, content);
      await on.shelf.put(id, part);
      await expect(read(on.files.read(id))).rejects.toThrow();
    }
  });

  it('FIL-6 the sweep takes what no row names once it is old, and nothing else', async () => {
    const on = open();
    const [named, orphan] = [await kept(on, 'a'), await kept(on, 'b')];
    const asked = async (ids: readonly string[]) => new Set(ids.filter((id) => id === named.id));
    expect(await on.files.sweep(new Date(Date.now() - 60_000), asked)).toBe(0);
    expect(await on.files.sweep(new Date(Date.now() + 60_000), asked)).toBe(1);
    expect(await idsOn(on.shelf)).toEqual([named.id]);
    await on.files.remove(orphan.id);
  });

  it('SEC-16 is sealed anew under another key, file by file', async () => {
    const on = open();
    const [one, two] = [await kept(on, LONG), await kept(on, 'b')];
    const ring = keyRing([OLD, NEW]);
    expect(await countFilesByKey(on.shelf)).toEqual(new Map([[OLD.id, 2]]));
    expect(await resealFiles(on, ring, async () => {})).toEqual([]);
    expect(await countFilesByKey(on.shelf)).toEqual(new Map([[NEW.id, 2]]));
    const again = openFileStore(on.folder, ring, { shelf: on.shelf });
    expect((await read(again.read(one.id))).equals(LONG)).toBe(true);
    expect(String(await read(again.read(two.id)))).toBe('b');
    expect(quarantined(on)).toEqual([]);
  });
});

it('OPS-2 a folder holds for a backup what is erased meanwhile, and nothing of that is left behind', async () => {
  const on = TRIALS.a_folder!();
  const file = await kept(on, 'abcde');
  mkdirSync(join(on.folder, 'backup-999999999-killed'));
  const held = await on.shelf.hold();
  await on.shelf.remove(file.id);
  expect(await idsOn(held)).toEqual([file.id]);
  expect((await read((await held.open(file.id))!.content)).length).toBeGreaterThan(5);
  await held.release();
  expect(readdirSync(on.folder).sort()).toEqual(['kept', 'quarantine']);
});

describe('a bucket that fails', () => {
  const open = TRIALS.a_bucket!;
  const once = (mishap: Mishap, which = /./) => {
    let left = 1;
    store.befall = (request) => (which.test(request) && left-- > 0 ? mishap : undefined);
  };
  const always = (mishap: Mishap, which = /./) => {
    store.befall = (request) => (which.test(request) ? mishap : undefined);
  };

  it.each<[string, Mishap]>([
    ['says it is busy', { status: 503, code: 'SlowDown' }],
    ['is cut off', 'cut'],
    ['is done and nobody hears of it', 'lost'],
    ['got something else than was sent', { status: 400, code: 'XAmzContentSHA256Mismatch' }],
  ])('OPS-17 a put that %s once is tried again, and is there once', async (_, mishap) => {
    const on = open();
    once(mishap, /^PUT/);
    const file = await kept(on, LONG);
    expect(store.seen.filter((request) => request.startsWith('PUT')).length).toBe(2);
    expect((await read(on.files.read(file.id))).equals(LONG)).toBe(true);
    expect(await idsOn(on.shelf)).toEqual([file.id]);
  });

  it.each<[string, Mishap]>([
    ['breaks off half way', 'half'],
    ['falls silent half way', 'silence'],
    ['says it is busy', { status: 500 }],
  ])('OPS-17 a read that %s goes on where it stopped', async (_, mishap) => {
    const on = open();
    const file = await kept(on, LONG);
    once(mishap, /^GET/);
    expect((await read(on.files.read(file.id))).equals(LONG)).toBe(true);
  });

  it('FIL-6 what comes back with one bit changed is not given out', async () => {
    const on = open();
    const file = await kept(on, LONG);
    always('flipped', /^GET/);
    await expect(read(on.files.read(file.id))).rejects.toThrow();
  });

  it.each<[string, Mishap, RegExp]>([
    ['stays busy', { status: 503, code: 'SlowDown' }, /没有照办（503 SlowDown）/],
    ['stays cut off', 'cut', /连不上对象存储 http:\/\/127\.0\.0\.1:\d+/],
    ['is full', { status: 403, code: 'QuotaExceeded' }, /空间满了/],
  ])(
    'FIL-22 while it %s a file is refused in words, nothing stays, and the operator learns why',
    async (_, mishap, says) => {
      const on = open();
      always(mishap, /^PUT/);
      faults.length = 0;
      const refused = await on.files.keep([Buffer.from('a')] as unknown as AsyncIterable<Buffer>, 'a.txt');
      expect(isRefusal(refused) && `${refused.code} ${refused.says}`).toContain(
        'SHELF_AWAY 存放文件的服务器现在没有应答',
      );
      expect(faults.map((fault) => fault.says)).toEqual([expect.stringMatching(says)]);
      store.befall = () => undefined;
      expect([quarantined(on), await on.files.sweep(new Date(Date.now() + 60_000), async () => new Set())]).toEqual([
        [],
        expect.any(Number),
      ]);
      expect(await idsOn(on.shelf)).toEqual([]);
    },
  );

  it('FIL-6 a process that is killed before a row names the file leaves what the sweep takes away', async () => {
    const on = trial(() => bucketShelf({ ...store.settings, prefix: 'killed/' }, HASTE));
    const child = join(import.meta.dirname, 'killed-keeper.fixture.ts');
    const words = ['test/support/run.mjs', child, on.folder, 'shelf', store.settings.endpoint];
    const run = spawn(process.execPath, words, { stdio: 'inherit' });
    const [, signal] = await happens(run, 'exit');
    rmSync(join('node_modules/.cache/gongkai', `${run.pid}.mjs`), { force: true });
    expect([signal, (await idsOn(on.shelf)).length, quarantined(on).length]).toEqual(['SIGKILL', 1, 0]);
    expect(await on.files.sweep(new Date(Date.now() + 60_000), async () => new Set())).toBe(1);
    expect(await idsOn(on.shelf)).toEqual([]);
  });

  it('FIL-22 one that no row names any more is left to the sweep; one that must be gone is said not to be', async () => {
    const on = open();
    const file = await kept(on, 'a');
    always({ status: 503 }, /^DELETE/);
    await on.files.remove(file.id);
    await expect(on.files.erase(file.id)).rejects.toThrow(ShelfFault);
    await expect(on.files.sweep(new Date(Date.now() + 60_000), async () => new Set())).rejects.toThrow(ShelfFault);
    store.befall = () => undefined;
    await on.files.erase(file.id);
    expect(await idsOn(on.shelf)).toEqual([]);
  });

  it.each([
    ['another secret', { secret: 'another' }, 'refused 对象存储的密钥不对（403 SignatureDoesNotMatch）'],
    ['an account nobody knows', { key: 'NOBODY' }, 'refused 对象存储不认识这个访问账号（403 InvalidAccessKeyId）'],
    ['a bucket that is not there', { bucket: 'none' }, 'refused 对象存储里没有存储桶 none（404 NoSuchBucket）'],
    [
      'a port where nobody is',
      { endpoint: 'http://127.0.0.1:9' },
      'away 连不上对象存储 http://127.0.0.1:9（ECONNREFUSED）',
    ],
  ])('OPS-17 %s is told in words, with what to do and without the secret', async (_, change, says) => {
    const settings = { ...store.settings, secret: store.settings.secret, ...change };
    const other = bucketShelf(settings, HASTE);
    const fault = await idsOn(other).catch((error: ShelfFault) => error);
    if (!(fault instanceof ShelfFault)) throw new Error('it worked');
    expect(`${fault.why} ${fault.says}`).toBe(says);
    expect(fault.advice).not.toBe('');
    expect(`${fault.stack} ${JSON.stringify(fault)}`).not.toContain(settings.secret);
  });

  it('OPS-17 the bucket stands in the path or in front of the host, and the secret is not in what is sent', async () => {
    const settings = { ...store.settings, endpoint: 'https://s3.example', prefix: 'a/', secret: 'the-secret' };
    const call = { method: 'GET', key: 'kept/1', query: { marker: 'a b' } } as const;
    const inPath = await signed(settings, call);
    expect(inPath.url).toBe('https://s3.example/xxgk/a/kept/1?marker=a+b');
    const inHost = await signed({ ...settings, bucketInHost: true }, call);
    expect(inHost.url).toBe('https://xxgk.s3.example/a/kept/1?marker=a+b');
    expect((await signed({ ...settings, bucketInHost: true }, { ...call, key: '' })).url).toBe(
      'https://xxgk.s3.example/?marker=a+b',
    );
    expect(JSON.stringify([inPath, inHost])).not.toContain('the-secret');
    expect(inPath.headers).toMatchObject({
      authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=S3RVER\/\d{8}\/us-east-1\/s3\/aws4_request,/),
    });
  });

  it('OPS-17 whatever else answers there is not taken for an empty bucket', async () => {
    const on = open();
    await kept(on, 'a');
    always({ status: 200 }, /^GET/);
    await expect(idsOn(on.shelf)).rejects.toThrow('不是兼容 S3 的对象存储');
  });

  it('OPS-17 lists more than a page, each once', async () => {
    const on = open();
    const ids: string[] = [];
    for (let n = 0; n < 7; n += 1) ids.push((await kept(on, 'a')).id);
    store.page = 3;
    store.seen.length = 0;
    expect(await idsOn(on.shelf)).toEqual(ids.sort());
    expect(store.seen.filter((request) => request === 'GET /xxgk').length).toBe(3);
    store.page = 1_000;
  });

  it('OPS-17 a reader who goes away lets go of the line', async () => {
    const on = open();
    const file = await kept(on, Buffer.alloc(1_500_000, 'a'));
    const reading = on.files.read(file.id);
    await reading.next();
    await reading.return(undefined);
    await delay(0);
    expect((await read(on.files.read(file.id))).length).toBe(1_500_000);
  });
});
