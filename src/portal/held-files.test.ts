import { expect, it } from 'vitest';
import { KEYS } from '../../test/support/request-desk.ts';
import type { KeptFile } from '../platform/files/file-store.ts';
import { carriedOf, heldIn, holdFile } from './held-files.ts';

const FILE: KeptFile = { id: 'a', name: '身份证.pdf', kind: 'pdf', bytes: 1, sha256: 'f' };
const at = (time: string) => new Date(`2026-03-04T${time}Z`);
const held = holdFile(FILE, 'identityProof', 'apply-files', KEYS, at('02:00:00'));

it('FIL-12 a form carries its files for two hours, each once, and says nothing of them to who reads the page', () => {
  const carried = carriedOf([held, held]);
  expect(heldIn(carried, 'apply-files', KEYS, at('04:00:00'))).toEqual({ files: [held], lost: [] });
  expect(heldIn(carried, 'apply-files', KEYS, at('04:00:01'))).toMatchObject({
    files: [],
    lost: ['“身份证.pdf”选好已经超过两小时，没有保留。请重新选择。'],
  });
  expect(carried).not.toContain('身份证');
  expect(heldIn('', 'apply-files', KEYS, at('02:00:00'))).toEqual({ files: [], lost: [] });
});

it('FIL-12 what was chosen for one form is of no use in another', () => {
  expect(heldIn(held.sealed, 'correction r1', KEYS, at('02:00:00'))).toMatchObject({
    files: [],
    lost: [expect.any(String)],
  });
});
