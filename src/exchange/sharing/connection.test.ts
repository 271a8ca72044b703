import { describe, expect, it } from 'vitest';
import { officerOf, sceneOn } from '../../../test/support/scene.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { compareHoldings } from './compare-holdings.ts';
import { type Connection, type ConnectionSettings, decide, permit } from './connection.ts';
import { NO_MAPPING } from './field-mapping.ts';

const SETTINGS: ConnectionSettings = {
  ...{ name: '市集约化平台', way: 'http', address: 'https://city.example.gov.cn/exchange/v1', keyId: 'county-1' },
  ...{ secretFile: 'city', mapping: NO_MAPPING },
};
const admin = officerOf('county', 'systemAdmin');
const scene = sceneOn('2026-03-02', admin);
const open = (change: Partial<ConnectionSettings> = {}) =>
  decide(
    { agencyId: 'county', connection: null, keyTaken: false },
    { verb: 'openConnection', agencyId: 'county', settings: { ...SETTINGS, ...change } },
    scene,
  );

describe('XCH-9 a connection', () => {
  it('is opened with a trace that holds the name of the secret and nothing of it', () => {
    const opened = open();
    if (isRefusal(opened)) throw new Error(opened.says);
    expect(opened.next).toMatchObject({ open: true, secretFile: 'city', agencyId: 'county' });
    expect(opened.entry).toMatchObject({ verb: 'connectionOpened', subject: opened.next.id });
  });

  it.each<[string, Partial<ConnectionSettings>, string]>([
    ['without a name', { name: '  ' }, '名称'],
    ['to a file', { address: 'file:///etc/passwd' }, 'https://'],
    ['with an account in its address', { address: 'https://me:secret@city.example' }, '不带账号'],
    ['with a path as its secret', { secretFile: '../identity.key' }, '只写文件名'],
    ['with a hidden file as its secret', { secretFile: '.env' }, '只写文件名'],
    ['with a path as its folder', { way: 'folder', address: '/etc' }, '不写路径'],
    ['with a field nobody has', { mapping: { ...NO_MAPPING, fields: { id: 'a', editor: 'b' } } }, 'editor'],
    ['with fields and no number', { mapping: { ...NO_MAPPING, fields: { title: 'b' } } }, 'id'],
  ])('is not opened %s', (_, change, says) =>
    expect(open(change)).toMatchObject({ refused: true, says: expect.stringContaining(says) }),
  );

  it('is the system administrator’s alone, in his own agencies', () => {
    const verb = 'openConnection';
    expect(permit(admin, { verb }, { agencyId: 'county' }).allowed).toBe(true);
    expect(permit(admin, { verb }, { agencyId: 'other' }).allowed).toBe(false);
    for (const role of ['editor', 'publisher', 'securityAdmin', 'auditor'] as const)
      expect(permit(officerOf('county', role), { verb }, { agencyId: 'county' }).allowed).toBe(false);
  });

  it('is closed once and opened again, and compared only while it is open', () => {
    const connection: Connection = {
      ...{ ...SETTINGS, id: 'c1', agencyId: 'county', open: false, openedAt: '2026-03-02T02:00:00Z' },
    };
    const act = (verb: 'closeConnection' | 'reopenConnection' | 'compareNow', is: boolean) =>
      decide(
        { agencyId: 'county', connection: { ...connection, open: is }, keyTaken: false },
        { verb, id: 'c1' },
        scene,
      );
    expect([act('closeConnection', true), act('reopenConnection', false)]).toMatchObject([
      { next: { open: false } },
      { next: { open: true } },
    ]);
    for (const refused of [act('closeConnection', false), act('compareNow', false), act('reopenConnection', true)])
      expect(refused).toMatchObject({ code: 'WRONG_STATE' });
  });
});

it('XCH-6 what is under way is no difference, and what was withdrawn there is not too much', () => {
  const held = (what: 'document' | 'withdrawal', digest: string, revision = 1) => ({ id: '', what, digest, revision });
  const theirs = new Map([
    ['same', held('document', 'a')],
    ['changed', held('document', 'b', 4)],
    ['waiting', held('document', 'b')],
    ['stray', held('document', 'a', 2)],
    ['gone', held('withdrawal', 'a')],
  ]);
  const ours = new Map([...['same', 'changed', 'waiting', 'new', 'newWaiting'].map((id) => [id, 'a'] as const)]);
  expect(compareHoldings(ours, theirs, new Set(['waiting', 'newWaiting']))).toEqual({
    ...{ ours: 5, theirs: 5, underWay: 2 },
    differences: [
      { kind: 'differing', id: 'changed', theirRevision: 4 },
      { kind: 'missing', id: 'new', theirRevision: 0 },
      { kind: 'surplus', id: 'stray', theirRevision: 2 },
    ],
  });
});
