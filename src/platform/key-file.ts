/**
 * The key under which identities of applicants are kept (《个人信息保护法》第五十一条第三项: 加密). Made at first start, in a file of
 * its own outside the database folder, so that a copy of the database alone tells nobody's name. A sealed value is bound
 * to its `context` (table, column and row it belongs to): moved elsewhere it does not open.
 */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';
import { CIPHERS, type CipherName, preferredCipher } from './ciphers.ts';
import { DIGEST_PURPOSES, type DigestPurpose } from './digest-purposes.ts';

export interface KeyRing {
  /** Of the key that seals now; it stands in front of every value sealed under it. */
  newestId(): string;
  /** Encrypts under the newest key. @returns text of letters, digits and `.-_`, different every time */
  seal(plain: string, context: string): string;
  /** @throws Error when the value was altered, belongs to another context, or its key is not in the file */
  open(sealed: string, context: string): string;
  /** The same for a piece of a file. */
  sealBytes(plain: Buffer, context: string): Buffer;
  openBytes(sealed: Buffer, context: string): Buffer;
  /**
   * A digest for finding equal values without reading them (an applicant's earlier applications). `purpose` keeps the
   * digests of different columns apart. The same for ever: under the oldest key, and under what was kept of it once it is gone [SEC-17].
   */
  digest(plain: string, purpose: DigestPurpose): string;
}

export interface Key {
  readonly id: string;
  readonly cipher: CipherName;
  /** 32 bytes, base64url; the keys of encryption, authentication and digests are derived from it. */
  readonly secret: string;
  /** ISO 8601; the first key of an installation has none. */
  readonly madeAt?: string;
}

/** What stands in the file: keys, oldest first, and by purpose the digest secrets of a key that was removed. */
export interface KeyFile {
  readonly keys: readonly Key[];
  readonly digests?: Readonly<Partial<Record<DigestPurpose, string>>>;
}

/**
 * Reads the key file, making it first where there is none and `mayCreate`: beside a database that is already in use a
 * new key would hide that the old one is lost. Two processes that start at once get the same key. A key that is added or
 * removed later (`gongkai keys rotate`) counts from the next value on, without a restart.
 */
export function openKeyFile(path: string, { mayCreate }: { mayCreate: boolean }): KeyRing | Refusal {
  let stamp = stampOf(path);
  try {
    if (!existsSync(path) && mayCreate) createKeyFile(path);
  } catch (error) {
    return unreadable(path, error);
  }
  const first = readKeyFile(path);
  if (isRefusal(first)) return first;
  let ring = keyRing(first.keys, first.digests);
  const current = () => {
    const now = stampOf(path);
    if (now === stamp) return ring;
    // Gone or damaged while the program runs: what it knows goes on counting, and the next start will say so.
    const read = readKeyFile(path);
    if (!isRefusal(read)) [ring, stamp] = [keyRing(read.keys, read.digests), now];
    return ring;
  };
  return {
    newestId: () => current().newestId(),
    seal: (...given) => current().seal(...given),
    open: (...given) => current().open(...given),
    sealBytes: (...given) => current().sealBytes(...given),
    openBytes: (...given) => current().openBytes(...given),
    digest: (...given) => current().digest(...given),
  };
}

/** The file as it stands, closed to everybody but its owner. */
export function readKeyFile(path: string): KeyFile | Refusal {
  try {
    if (!existsSync(path)) return missing(path);
    if (statSync(path).mode & 0o077) chmodSync(path, 0o600);
    const file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile;
    if (file.keys.length > 0 && file.keys.every(isUsable)) return file;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) return unreadable(path, error);
  }
  return refuse(
    'KEY_FILE_DAMAGED',
    '启动设置 GONGKAI_KEY_FILE',
    `密钥文件 ${path} 已损坏，或者本机不支持其中的算法。没有它，已登记的身份信息无法读出：请从备份恢复这个文件。`,
  );
}

/** A changed file is another file of that name, so its number tells it even within one tick of the clock. */
function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.ino}-${found.mtimeMs}-${found.size}` : '';
}

function unreadable(path: string, error: unknown): Refusal {
  const { code } = error as NodeJS.ErrnoException;
  if (!code) throw error;
  return refuse('KEY_FILE_UNREADABLE', '启动设置 GONGKAI_KEY_FILE', `密钥文件 ${path} 无法读写（${code}）。`);
}

function missing(path: string): Refusal {
  return refuse(
    'KEY_FILE_MISSING',
    '启动设置 GONGKAI_KEY_FILE',
    `找不到密钥文件 ${path}，而数据库里已经有登记的内容。没有它，身份信息无法读出：请从备份恢复，或用 GONGKAI_KEY_FILE 指明它的位置。`,
  );
}

/** In front of a sealed piece of a file. */
export const KEY_ID_BYTES = 4;

export function keyRing(keys: readonly Key[], digests: NonNullable<KeyFile['digests']> = {}): KeyRing {
  const [oldest, newest] = [keys[0]!, keys[keys.length - 1]!];
  const sealWith = (key: Key, plain: Buffer, context: string) =>
    CIPHERS[key.cipher].seal(secretFor(key, 'seal'), plain, bind(key, context));
  const openWith = (id: string, sealed: Buffer, context: string) => {
    const key = keys.find((candidate) => candidate.id === id);
    if (!key) throw new Error(`sealed under the unknown key ${id}`);
    return CIPHERS[key.cipher].open(secretFor(key, 'seal'), sealed, bind(key, context));
  };
  return {
    newestId: () => newest.id,
    seal: (plain, context) => `${newest.id}.${sealWith(newest, Buffer.from(plain), context).toString('base64url')}`,
    open(sealed, context) {
      const [id = '', text = ''] = sealed.split('.');
      return openWith(id, Buffer.from(text, 'base64url'), context).toString();
    },
    sealBytes: (plain, context) => Buffer.concat([Buffer.from(newest.id, 'hex'), sealWith(newest, plain, context)]),
    openBytes: (sealed, context) =>
      openWith(sealed.toString('hex', 0, KEY_ID_BYTES), sealed.subarray(KEY_ID_BYTES), context),
    digest(plain, purpose) {
      const kept = digests[purpose];
      return createHmac('sm3', kept ? Buffer.from(kept, 'base64url') : digestSecretOf(oldest, purpose))
        .update(plain)
        .digest('base64url');
    },
  };
}

/** Of the first key nobody writes down when it was made. */
export function newKey(): Key {
  return {
    id: randomBytes(KEY_ID_BYTES).toString('hex'),
    cipher: preferredCipher(),
    secret: randomBytes(32).toString('base64url'),
  };
}

/**
 * What must outlive a key: its digest secrets, by purpose. Nothing is opened with them, and the key cannot be told from them. Those kept
 * before stay as they are.
 */
export function digestsToKeep({ keys, digests = {} }: KeyFile): NonNullable<KeyFile['digests']> {
  return Object.fromEntries(
    DIGEST_PURPOSES.map((purpose) => [
      purpose,
      digests[purpose] ?? digestSecretOf(keys[0]!, purpose).toString('base64url'),
    ]),
  );
}

function digestSecretOf(key: Key, purpose: DigestPurpose): Buffer {
  return secretFor(key, `digest ${purpose}`);
}

function createKeyFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const key = newKey();
  const draft = `${path}.${process.pid}-${key.id}`;
  writeFileSync(draft, `${JSON.stringify({ keys: [key] }, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    // Another process was first: its key counts.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
}

function isUsable(key: Key): boolean {
  return (
    /^[0-9a-f]{8}$/.test(key.id) &&
    CIPHERS[key.cipher]?.available() === true &&
    Buffer.from(key.secret, 'base64url').length === 32
  );
}

function bind(key: Key, context: string): Buffer {
  return Buffer.from(`gongkai ${key.id} ${context}`);
}

/** Purposes are few and written in the source, so each is derived once. */
const derived = new WeakMap<Key, Map<string, Buffer>>();

function secretFor(key: Key, purpose: string): Buffer {
  const known = derived.get(key) ?? new Map<string, Buffer>();
  derived.set(key, known);
  const secret =
    known.get(purpose) ??
    Buffer.from(hkdfSync('sha256', Buffer.from(key.secret, 'base64url'), '', `gongkai ${purpose}`, 32));
  known.set(purpose, secret);
  return secret;
}
