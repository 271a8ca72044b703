import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { copyOf, findNativeFolder, linkLibraries } from './binaries.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-binaries-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

let native: string;
let runtime: string;

beforeEach(() => {
  const scene = mkdtempSync(join(home, 'scene-'));
  native = join(scene, 'package', 'native');
  runtime = join(scene, 'runtime');
  for (const folder of ['bin', 'lib']) mkdirSync(join(native, folder), { recursive: true, mode: 0o700 });
  writeFileSync(join(native, '..', 'package.json'), '{"version":"18.4.0"}');
  writeFileSync(join(native, 'bin', 'postgres'), 'program', { mode: 0o700 });
  writeFileSync(join(native, 'lib', 'libpq.so.5.18'), 'library', { mode: 0o600 });
  writeFileSync(join(native, 'lib', 'libpq.a'), 'for compilers only');
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links));
});

describe('the programs of PostgreSQL', () => {
  it('come with the package of this system', () => {
    expect(existsSync(join(findNativeFolder()!, 'bin', 'postgres'))).toBe(true);
  });

  it('get the library links an install without scripts leaves out, once', () => {
    expect(linkLibraries(native)).toBe(true);
    expect(readlinkSync(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
    expect(linkLibraries(native)).toBe(true);
  });

  it('are copied so that any account can run them, links included', () => {
    const copy = copyOf(native, runtime);
    expect(statSync(join(copy, 'bin', 'postgres')).mode & 0o777).toBe(0o755);
    expect(statSync(join(copy, 'lib', 'libpq.so.5.18')).mode & 0o777).toBe(0o644);
    expect(statSync(join(copy, 'lib')).mode & 0o777).toBe(0o755);
    expect(lstatSync(join(copy, 'lib', 'libpq.so.5')).isSymbolicLink()).toBe(true);
    expect(existsSync(join(copy, 'lib', 'libpq.a'))).toBe(false);
  });

  it('are copied once, and again for another version, which replaces the old', () => {
    const first = copyOf(native, runtime);
    writeFileSync(join(native, 'bin', 'postgres'), 'newer program');
    expect(copyOf(native, runtime)).toBe(first);
    expect(readFileSync(join(first, 'bin', 'postgres'), 'utf8')).toBe('program');
    writeFileSync(join(native, '..', 'package.json'), '{"version":"18.5.0"}');
    expect(readFileSync(join(copyOf(native, runtime), 'bin', 'postgres'), 'utf8')).toBe('newer program');
    expect(existsSync(first)).toBe(false);
  });
});
