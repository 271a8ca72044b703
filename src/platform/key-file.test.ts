import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../statute/refusal.ts';
import { CIPHERS, type CipherName } from './ciphers.ts';
import { type KeyRing, keyRing, openKeyFile } from './key-file.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-key-'));
const folder = () => mkdtempSync(join(home, 'case-'));
afterAll(() => rmSync(home, { recursive: true }));
const key = (id: string, cipher: CipherName) => ({ id, cipher, secret: Buffer.alloc(32, id).toString('base64url') });
const opened = (path: string): KeyRing => {
  const ring = openKeyFile(path, { mayCreate: true });
  if (isRefusal(ring)) throw new Error(ring.says);
  return ring;
};

describe.each(Object.keys(CIPHERS) as CipherName[])('a value sealed with %s', (cipher) => {
  const ring = keyRing([key('aaaaaaaa', cipher)]);
  const sealed = ring.seal('刘小敏 110101199001011234', 'applicant/42/name');

  it('opens in its context', () => {
    expect(ring.open(sealed, 'applicant/42/name')).toBe('刘小敏 110101199001011234');
    expect(ring.open(ring.seal('', 'x'), 'x')).toBe('');
  });

  it('does not open in another context, so a row cannot be given to someone else', () => {
    expect(() => ring.open(sealed, 'applicant/43/name')).toThrow();
  });

  it('does not open when any one byte was altered', () => {
    const [id, text] = sealed.split('.') as [string, string];
    const bytes = Buffer.from(text, 'base64url');
    for (let i = 0; i < bytes.length; i += 1) {
      const altered = Buffer.from(bytes);
      altered[i] = altered[i]! ^ 1;
      expect(() => ring.open(`${id}.${altered.toString('base64url')}`, 'applicant/42/name')).toThrow();
    }
    expect(() => ring.open(`${id}.${bytes.subarray(0, 20).toString('base64url')}`, 'applicant/42/name')).toThrow();
    expect(() => ring.open(`${id}.`, 'applicant/42/name')).toThrow();
  });

  it('says nothing of its text and is never the same twice', () => {
    expect(Buffer.from(sealed.split('.')[1]!, 'base64url').includes('刘小敏')).toBe(false);
    expect(ring.seal('同一句', 'x')).not.toBe(ring.seal('同一句', 'x'));
  });
});

describe('a key ring', () => {
  it('opens what an older key sealed, seals under the newest, and keeps its digests', () => {
    const before = keyRing([key('aaaaaaaa', 'aes-256-gcm')]);
    const after = keyRing([key('aaaaaaaa', 'aes-256-gcm'), key('bbbbbbbb', 'sm4-ctr-hmac-sm3')]);
    expect(after.open(before.seal('甲', 'x'), 'x')).toBe('甲');
    expect(after.seal('甲', 'x')).toMatch(/^bbbbbbbb\./);
    expect(after.digest('13800000000', 'applicants.key_digest')).toBe(
      before.digest('13800000000', 'applicants.key_digest'),
    );
    expect(() => before.open(after.seal('甲', 'x'), 'x')).toThrow('unknown key');
  });

  it('digests equal values alike, for one purpose only', () => {
    const ring = keyRing([key('aaaaaaaa', 'aes-256-gcm')]);
    expect(ring.digest('甲', 'request-code')).toBe(ring.digest('甲', 'request-code'));
    expect(ring.digest('甲', 'request-code')).not.toBe(ring.digest('乙', 'request-code'));
    expect(ring.digest('甲', 'request-code')).not.toBe(ring.digest('甲', 'applicants.key_digest'));
    expect(ring.digest('甲', 'request-code')).not.toBe(
      keyRing([key('bbbbbbbb', 'aes-256-gcm')]).digest('甲', 'request-code'),
    );
  });
});

describe('the key file', () => {
  it('is made once, for its owner only, and opened again', () => {
    const path = join(folder(), 'sub', 'identity.key');
    const sealed = opened(path).seal('甲', 'x');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const text = readFileSync(path, 'utf8');
    expect(opened(path).open(sealed, 'x')).toBe('甲');
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('is closed to others again when somebody opened it', () => {
    const path = join(folder(), 'identity.key');
    opened(path);
    chmodSync(path, 0o644);
    opened(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is not made anew beside a database that is already in use', () => {
    const path = join(folder(), 'identity.key');
    const answer = openKeyFile(path, { mayCreate: false });
    expect(isRefusal(answer) && answer.code).toBe('KEY_FILE_MISSING');
    expect(existsSync(path)).toBe(false);
  });

  it.each(['', '{}', '{"keys":[]}', '{"keys":[{"id":"aaaaaaaa","cipher":"rot13","secret":"x"}]}'])(
    'that reads “%s” is refused, never replaced: a new key would lose every identity',
    (text) => {
      const path = join(folder(), 'identity.key');
      writeFileSync(path, text);
      const answer = openKeyFile(path, { mayCreate: true });
      expect(isRefusal(answer) && answer.code).toBe('KEY_FILE_DAMAGED');
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );
});
