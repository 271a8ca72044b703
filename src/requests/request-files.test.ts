import { describe, expect, it } from 'vitest';
import { act, DRAFT, HANDLER, passed, received, SIGNATORY } from '../../test/support/request-play.ts';
import { officerOf } from '../../test/support/scene.ts';
import { PUBLIC } from '../people/actor.ts';
import type { RequestFile } from './info-request.ts';
import {
  type FileViewer,
  filesProvided,
  mayRemove,
  mayUse,
  permitAddFile,
  permitRequestFile,
} from './request-files.ts';

const file = (served: boolean): RequestFile =>
  ({
    request: { id: 'one', agencyId: 'county', state: served ? 'served' : 'inProcess' },
    facts: [
      { n: 1, type: 'drafted', files: [{ id: 'provided', sha256: '' }] },
      { n: 2, type: 'signed' },
      ...(served ? [{ n: 3, type: 'served' }] : []),
    ],
    codeDigest: 'his',
  }) as unknown as RequestFile;
const of = (change: object = {}) =>
  ({
    id: 'another',
    requestId: 'one',
    agencyId: 'county',
    purpose: 'evidence',
    taskId: null,
    addedBy: 'officer-1',
    ...change,
  }) as const;
const officer = (
  agency: string,
  role: 'handler' | 'auditor' | 'editor' | 'legal' | 'signatory',
  ...tasks: string[]
): FileViewer => ({
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
    ['but not what tells who applied', officer('county', 'auditor'), of(OWN), false, false],
    [
      'nor the signatory a scan of his card',
      officer('county', 'signatory'),
      of({ purpose: 'signature' }),
      false,
      false,
    ],
    ['the legal officer, who may know him', officer('county', 'legal'), of(OWN), false, true],
    ['an editor not', officer('county', 'editor'), of(), false, false],
    ['a handler elsewhere not', officer('town', 'handler'), of(), false, false],
    ['nobody through another file', officer('county', 'handler'), of({ requestId: 'two' }), true, false],
    ['a co-working department, that of its task', officer('town', 'handler', 't1'), of({ taskId: 't1' }), false, true],
    ['not that of another task', officer('town', 'handler', 't1'), of({ taskId: 't2' }), false, false],
    ['nor the rest of the file', officer('town', 'handler', 't1'), of(OWN), false, false],
    ['the public without a code not', { actor: PUBLIC, taskIds: new Set<string>() }, of(OWN), true, false],
    ['the applicant, what he gave', HOLDER, of(OWN), false, true],
    ['and what he corrected', HOLDER, of({ ...OWN, purpose: 'correction' }), false, true],
    ['what the served draft provides', HOLDER, of({ id: 'provided', purpose: 'released' }), true, true],
    ['an unapproved reply not', HOLDER, of({ id: 'provided', purpose: 'released' }), false, false],
    ['nor what was put in after it was served', HOLDER, of({ purpose: 'released' }), true, false],
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
    ['nor what was released to another', OTHER, of({ id: 'provided', purpose: 'released' }), true, false],
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

describe('files of a reply', () => {
  const FILES = [{ id: 'f1', sha256: 'aa' }];
  const ON = '2026-03-10';
  const drafted = act(received('2026-03-02'), ON, 'draftReply', DRAFT, { released: FILES });
  const attachment = {
    id: 'f1',
    requestId: drafted.request.id,
    addedBy: 'somebody',
    factN: null,
    purpose: 'released',
  } as const;
  const serve = { method: 'direct', receiver: 'self', evidence: '回证' } as const;

  it('FIL-15 the draft takes with it what lies in the file, and the applicant has it once that draft is served', () => {
    expect(drafted.facts.at(-1)).toMatchObject({ type: 'drafted', files: FILES });
    const ready = act(passed(drafted, ON), ON, 'sign', {}, { as: SIGNATORY });
    expect(filesProvided(ready.facts)).toEqual([]);
    expect(filesProvided(act(ready, ON, 'serve', serve).facts)).toEqual(FILES);
  });

  it('FIL-15 a refusal provides nothing, whatever lies in the file', () => {
    const grounds = { reason: '执法案卷' };
    const refused = act(
      received('2026-03-02'),
      ON,
      'draftReply',
      { outcome: 'enforcementFile', grounds, text: '不予公开。' },
      { released: FILES },
    );
    expect(refused.facts.at(-1)).not.toHaveProperty('files');
  });

  it('FIL-15 a file is taken out before a draft stands and after it was returned, never while it stands or once it is out', () => {
    expect(mayRemove(attachment, received('2026-03-02'), HANDLER)).toBe(true);
    expect(mayRemove(attachment, drafted, HANDLER)).toBe(false);
    const returned = act(drafted, ON, 'returnDraft', { why: '附件不对' }, { as: SIGNATORY });
    expect(mayRemove(attachment, returned, HANDLER)).toBe(true);
    const served = act(act(passed(drafted, ON), ON, 'sign', {}, { as: SIGNATORY }), ON, 'serve', serve);
    expect(mayRemove(attachment, served, HANDLER)).toBe(false);
    expect(mayRemove({ ...attachment, purpose: 'evidence' }, received('2026-03-02'), HANDLER)).toBe(false);
  });
});
