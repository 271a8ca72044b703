import { describe, expect, it } from 'vitest';
import { officerOf } from '../../test/support/scene.ts';
import { PUBLIC } from '../people/actor.ts';
import type { RequestFile } from './info-request.ts';
import { type FileViewer, mayUse, permitAddFile, permitRequestFile } from './request-files.ts';

const file = (served: boolean): RequestFile =>
  ({
    request: { id: 'one', agencyId: 'county', state: served ? 'served' : 'inProcess' },
    facts: served ? [{ type: 'served' }] : [],
    codeDigest: 'his',
  }) as unknown as RequestFile;
const of = (change: object = {}) =>
  ({
    requestId: 'one',
    agencyId: 'county',
    purpose: 'evidence',
    taskId: null,
    addedBy: 'officer-1',
    ...change,
  }) as const;
const officer = (agency: string, role: 'handler' | 'auditor' | 'editor', ...tasks: string[]): FileViewer => ({
  actor: officerOf(agency, role),
  taskIds: new Set(tasks),
});
const HOLDER: FileViewer = { codeDigest: 'his' };
const OTHER: FileViewer = { codeDigest: 'of another' };
const OWN = { purpose: 'application', addedBy: 'public' };

describe('who may see an attachment', () => {
  it.each([
    ['the handler, any of the file', officer('county', 'handler'), of(), false, true],
    ['the auditor too', officer('county', 'auditor'), of(), false, true],
    ['an editor not', officer('county', 'editor'), of(), false, false],
    ['a handler elsewhere not', officer('town', 'handler'), of(), false, false],
    ['nobody through another file', officer('county', 'handler'), of({ requestId: 'two' }), true, false],
    ['a co-working department, that of its task', officer('town', 'handler', 't1'), of({ taskId: 't1' }), false, true],
    ['not that of another task', officer('town', 'handler', 't1'), of({ taskId: 't2' }), false, false],
    ['nor the rest of the file', officer('town', 'handler', 't1'), of(OWN), false, false],
    ['the public without a code not', { actor: PUBLIC, taskIds: new Set<string>() }, of(OWN), true, false],
    ['the applicant, what he gave', HOLDER, of(OWN), false, true],
    ['and what he corrected', HOLDER, of({ ...OWN, purpose: 'correction' }), false, true],
    ['what is released, once it is served', HOLDER, of({ purpose: 'released' }), true, true],
    ['an unapproved reply not', HOLDER, of({ purpose: 'released' }), false, false],
    ['an opinion never', HOLDER, of({ purpose: 'opinion' }), true, false],
    ['evidence never', HOLDER, of(), true, false],
    [
      'one applicant gets another’s attachment: not by a guessed id',
      HOLDER,
      of({ ...OWN, requestId: 'two' }),
      true,
      false,
    ],
    ['nor by a guessed code', OTHER, of(OWN), true, false],
    ['nor what was released to another', OTHER, of({ purpose: 'released' }), true, false],
  ] as const)('FIL-8 %s', (_, viewer, attachment, served, allowed) => {
    expect(permitRequestFile(viewer, attachment as never, file(served)).allowed).toBe(allowed);
  });

  it('FIL-8 an empty code opens nothing of a file that has none', () => {
    const carriedOver = { ...file(true), codeDigest: '' };
    expect(permitRequestFile({ codeDigest: '' }, of(OWN) as never, carriedOver).allowed).toBe(false);
  });
});

describe('who may add one', () => {
  const add = (viewer: FileViewer, state: 'inProcess' | 'archived', taskId: string | null = null) =>
    permitAddFile(viewer as Extract<FileViewer, { actor: unknown }>, { agencyId: 'county', state }, taskId).allowed;
  it('FIL-9 the handler of the file and the department of a task, until it is archived', () => {
    expect(add(officer('county', 'handler'), 'inProcess')).toBe(true);
    expect(add(officer('county', 'auditor'), 'inProcess')).toBe(false);
    expect(add(officer('town', 'handler'), 'inProcess')).toBe(false);
    expect(add(officer('town', 'handler', 't1'), 'inProcess', 't1')).toBe(true);
    expect(add(officer('town', 'handler', 't1'), 'inProcess', 't2')).toBe(false);
    expect(add(officer('county', 'handler'), 'archived')).toBe(false);
  });

  it('FIL-10 an act uses what its own officer put into this file and nobody used', () => {
    const actor = officerOf('county', 'handler');
    const own = { requestId: 'one', addedBy: actor.id, factN: null };
    expect(mayUse(own, 'one', actor)).toBe(true);
    expect(mayUse(own, 'two', actor)).toBe(false);
    expect(mayUse({ ...own, addedBy: 'somebody' }, 'one', actor)).toBe(false);
    expect(mayUse({ ...own, factN: 3 }, 'one', actor)).toBe(false);
  });
});
