import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { isRefusal } from '../statute/refusal.ts';
import { prepareDataFolder } from './data-folder.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-folder-'));
chmodSync(home, 0o755);
afterAll(() => rmSync(home, { recursive: true, force: true }));
const isRoot = process.getuid?.() === 0;

let checkout: string;
let elsewhere: string;
const prepare = (wish: { chosen?: boolean; forDatabase?: boolean; folder?: string } = {}) =>
  prepareDataFolder({
    folder: join(checkout, 'data'),
    packageRoot: checkout,
    chosen: false,
    forDatabase: true,
    elsewhere,
    ...wish,
  });

beforeEach(() => {
  const scene = mkdtempSync(join(home, 'scene-'));
  chmodSync(scene, 0o755);
  checkout = join(scene, 'gongkai');
  elsewhere = join(scene, 'var');
  mkdirSync(checkout);
});

describe('the data folder', () => {
  it('is made in the checkout, and others cannot look into it', () => {
    expect(prepare()).toEqual({ path: join(checkout, 'data'), moved: false });
    expect(statSync(join(checkout, 'data')).mode & 0o066).toBe(0);
    expect(prepare()).toEqual({ path: join(checkout, 'data'), moved: false });
  });

  it.skipIf(isRoot)('that cannot be written is refused with the way out', () => {
    chmodSync(checkout, 0o555);
    const answer = prepare();
    expect(isRefusal(answer) && answer.says).toMatch(/不能建立（EACCES）。请用 GONGKAI_DATA 指定另一个文件夹/);
  });

  it('is refused where a file stands', () => {
    const answer = prepare({ folder: join(process.execPath, 'data'), chosen: true });
    expect(isRefusal(answer) && answer.code).toBe('DATA_FOLDER_UNUSABLE');
  });
});

describe.runIf(isRoot)('started by root in a folder only its owner may enter', () => {
  beforeEach(() => chmodSync(checkout, 0o700));

  it('goes elsewhere under a name of its own, and leaves nothing behind', () => {
    const answer = prepare();
    expect(answer).toEqual({ path: expect.stringMatching(/\/var\/gongkai-[0-9a-f]{8}$/), moved: true });
    expect(prepare()).toEqual(answer);
    expect(existsSync(join(checkout, 'data'))).toBe(false);
  });

  it('goes on where it began when the checkout becomes reachable later', () => {
    const begun = prepare();
    if (isRefusal(begun)) throw new Error(begun.says);
    mkdirSync(join(begun.path, 'database'));
    chmodSync(checkout, 0o755);
    expect(prepare()).toEqual(begun);
  });

  it('is refused when the operator named it', () => {
    const answer = prepare({ chosen: true });
    expect(isRefusal(answer) && answer.says).toContain('数据库使用系统账号 65534，而它进不了这个文件夹');
  });

  it('stays when the database lies on another server', () => {
    expect(prepare({ forDatabase: false })).toEqual({ path: join(checkout, 'data'), moved: false });
  });
});
