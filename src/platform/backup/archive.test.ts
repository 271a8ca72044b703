import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../statute/refusal.ts';
import { filePart, type Manifest, pieceOf } from './manifest.ts';
import { readArchive } from './read-archive.ts';
import { writeArchive } from './write-archive.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-archive-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const AT = new Date('2026-11-27T02:30:00Z');
const PASSPHRASE = '一句不容易猜到的备份口令';
const FILE = '0a1b2c3d-0000-4000-8000-000000000001';
const EMPTY: Omit<Manifest, 'parts'> = {
  format: 1,
  program: '0.1.0',
  takenAt: AT.toISOString(),
  migrations: [],
  tables: [],
  sequences: [],
  files: { count: 1, bytes: 5, missing: [] },
  ledger: { seq: 0, hash: '' },
  keys: [],
  withKeys: false,
};

async function write(name: string, passphrase?: string, check = async () => {}): Promise<string> {
  const path = join(home, name);
  await writeArchive(
    { path, passphrase, at: AT },
    async ({ add, addFile }) => {
      await add(pieceOf('agencies', 0), Buffer.alloc(700, 'r'));
      await addFile(filePart(FILE), { bytes: 5, content: Readable.from([Buffer.from('abcde')]) });
      return EMPTY;
    },
    check,
  );
  return path;
}

async function partsOf(path: string, passphrase?: string): Promise<string> {
  const seen: string[] = [];
  const manifest = await readArchive({ path, passphrase }, async (name, content) => {
    let bytes = 0;
    for await (const chunk of content) bytes += chunk.length;
    seen.push(`${name} ${bytes}`);
  });
  return isRefusal(manifest) ? manifest.says : seen.join(', ');
}

describe('the file of a backup', () => {
  it.each([undefined, PASSPHRASE])('OPS-3 reads back part by part (passphrase: %s)', async (passphrase) => {
    const path = await write(`whole-${passphrase ? 'sealed' : 'plain'}`, passphrase);
    expect(await partsOf(path, passphrase)).toBe(`tables/agencies/000000.gz 700, files/${FILE} 5`);
  });

  it('OPS-1 is an archive that any tar lists', async () => {
    const listed = execFileSync('tar', ['-tf', await write('listed.tar')], { encoding: 'utf8' });
    expect(listed.trim().split('\n')).toEqual(['tables/agencies/000000.gz', `files/${FILE}`, 'manifest.json']);
  });

  it('OPS-3 with any one bit flipped, or any byte cut off or added, is refused', async () => {
    const bytes = readFileSync(await write('bits.tar'));
    const path = join(home, 'changed.tar');
    const passed: number[] = [];
    for (let at = 0; at < bytes.length; at += 5) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1 << (at % 8);
      writeFileSync(path, changed);
      if (!isRefusal(await readArchive({ path }))) passed.push(at);
    }
    expect(passed).toEqual([]);
    for (const other of [bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.alloc(1)]), Buffer.alloc(0)]) {
      writeFileSync(path, other);
      expect(isRefusal(await readArchive({ path }))).toBe(true);
    }
  });

  it('OPS-3 names the part that is not what it was', async () => {
    const bytes = readFileSync(await write('named.tar'));
    bytes[bytes.indexOf('abcde')]! ^= 1;
    const path = join(home, 'named-changed.tar');
    writeFileSync(path, bytes);
    expect(await partsOf(path)).toContain(`“files/${FILE}”这一部分已损坏或者被改动过`);
  });

  it('OPS-6 sealed: a flipped bit, a piece cut off, another passphrase, none at all', async () => {
    const bytes = readFileSync(await write('sealed', PASSPHRASE));
    const path = join(home, 'sealed-changed');
    for (const at of [3, 30, 60, 90, 100, 2_000, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 4;
      writeFileSync(path, changed);
      expect([at, isRefusal(await readArchive({ path, passphrase: PASSPHRASE }))]).toEqual([at, true]);
    }
    writeFileSync(path, bytes.subarray(0, -40));
    expect(isRefusal(await readArchive({ path, passphrase: PASSPHRASE }))).toBe(true);
    writeFileSync(path, bytes);
    expect(await partsOf(path, `${PASSPHRASE}。`)).toContain('口令不对');
    expect(await partsOf(path)).toContain('是加密的备份');
  });

  it('OPS-1 gets its name only when it is whole and reads back', async () => {
    const broken = write('broken.tar', undefined, async () => {
      throw new Error('does not read back');
    });
    await expect(broken).rejects.toThrow('does not read back');
    expect(readdirSync(home).filter((name) => name.startsWith('broken'))).toEqual([]);
  });
});
