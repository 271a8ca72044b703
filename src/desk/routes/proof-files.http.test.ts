/** 证据文件 of a 更正申请: taken in, seen by those who decide on it, fixed with the decision, gone with the identity. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { REGISTER } from '../../../test/support/request-play.ts';
import { namedAmong } from '../../main/file-rows.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import type { CorrectionFileView } from '../contract/personal-corrections.ts';

const files = openFileStore(mkdtempSync(join(tmpdir(), 'gongkai-proofs-')), KEYS);
const { db } = await testDatabase();
const office = await openDesk(db, { files });
office.on('2026-03-04');
const { as } = office;
const URL = '/api/personal-corrections';
const PDF = '%PDF-1.7\n%%EOF\n';
const NAME = '张小满户口簿.pdf';

let made = 0;
async function registered(on = '2026-03-04', proof = ''): Promise<CorrectionFileView> {
  office.on(on);
  made += 1;
  const form = {
    ...{ submission: made.toString(16).padStart(32, '0'), agencyId: 'county', on, channel: 'counter' },
    ...{ applicantKind: 'natural', applicant: REGISTER.applicant, record: '低保审批表', wrong: '3人应为4人', proof },
  };
  return (await as('handler').post(URL, form)).json();
}
const upload = (id: string, who: Who = 'handler', content: Uint8Array | string = PDF, name = NAME) =>
  as(who).upload(`${URL}/${id}/files`, content, name);
const view = async (id: string, who: Who = 'handler'): Promise<CorrectionFileView> =>
  (await as(who).get(`${URL}/${id}`)).json();
const act = (id: string, seen: number, who: Who, step: object, on = '2026-03-04') =>
  as(who).post(`${URL}/${id}/acts`, { seen, act: { on, ...step } });
const DECIDED = { verb: 'decideCorrection', outcome: 'corrected', why: '属实' };
const inStore = async (id: string) => {
  try {
    for await (const _ of files.read(id)) return true;
    return true;
  } catch {
    return false;
  }
};

describe('证据文件', () => {
  it('REQ-131 goes with the last receipt, is read by whoever decides, and proves; the name stands nowhere in the open', async () => {
    const { line } = await registered();
    const [first] = ((await upload(line.id)).json() as CorrectionFileView).proofFiles.files;
    expect(first).toMatchObject({ name: NAME, kind: 'PDF', cameWith: '收到更正申请', by: '韩经办', removable: true });
    await act(line.id, 1, 'handler', { verb: 'receiveProof', what: '出生证' });
    const { files: two } = ((await upload(line.id)).json() as CorrectionFileView).proofFiles;
    expect(two.map(({ cameWith }) => cameWith)).toEqual(['收到更正申请', '收到证据']);
    const sent = await as('signatory').get(`${URL}/${line.id}/files/${first!.id}`);
    expect([sent.statusCode, sent.body]).toEqual([200, PDF]);
    expect(sent.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'content-disposition': expect.stringMatching(/^attachment; /),
    });
    expect((await act(line.id, 2, 'officeHead', DECIDED)).statusCode).toBe(200);
    const { rows } = await sql`select t::text from personal_correction_files t union all
      select t::text from ledger_entries t`.execute(db);
    expect(JSON.stringify(rows)).not.toContain('张小满');
    const named = await namedAmong(db, [first!.id]);
    expect([...named]).toEqual([first!.id]);
  });

  it('FIL-3 FIL-1 what is not what it says, empty or active is refused in words, and nothing of it is named', async () => {
    const { line } = await registered();
    for (const [content, name] of [
      ['MZ程序', 'a.pdf'],
      ['', 'a.pdf'],
      [PDF, 'a.exe'],
      ['%PDF-1.7\n/OpenAction /JavaScript (app.alert(1))\n%%EOF', 'a.pdf'],
    ] as const) {
      const refused = await upload(line.id, 'handler', content, name);
      expect(refused.statusCode).toBeGreaterThanOrEqual(400);
      expect(refused.json().says).toMatch(/没有接收|不接收/);
    }
    expect((await view(line.id)).proofFiles.count).toBe(0);
  });

  it('REQ-131 is taken away by who added it until the decision, and nothing is added afterwards', async () => {
    const { line } = await registered();
    const idsAfter = async () =>
      ((await upload(line.id)).json() as CorrectionFileView).proofFiles.files.map(({ id }) => id);
    // Two of one moment come in no order of their own.
    const [gone] = (await idsAfter()) as [string];
    const stays = (await idsAfter()).find((id) => id !== gone)!;
    expect((await as('officeHead').delete(`${URL}/${line.id}/files/${gone}`)).json()).toMatchObject({
      code: 'REQ-131',
    });
    expect((await as('handler').delete(`${URL}/${line.id}/files/${gone}`)).statusCode).toBe(200);
    expect([await inStore(gone), await inStore(stays)]).toEqual([false, true]);
    // A second click.
    expect((await as('handler').delete(`${URL}/${line.id}/files/${gone}`)).statusCode).toBe(404);
    await act(line.id, 1, 'officeHead', DECIDED);
    expect((await as('handler').delete(`${URL}/${line.id}/files/${stays}`)).json()).toMatchObject({
      code: 'WRONG_STATE',
    });
    expect((await upload(line.id)).json()).toMatchObject({ code: 'WRONG_STATE' });
    expect((await view(line.id)).proofFiles.files.map(({ id }) => id)).toEqual([stays]);
  });

  it('REQ-131 no more than a file can hold', async () => {
    const { line } = await registered();
    await upload(line.id);
    await sql`insert into personal_correction_files select id || n, correction_id, agency_id, fact_n, name_sealed, kind,
      bytes, sha256, added_by, added_at from personal_correction_files, generate_series(1, 19) n
      where correction_id = ${line.id}`.execute(db);
    expect((await upload(line.id)).json()).toMatchObject({ code: 'REQ-131', says: expect.stringContaining('20') });
    await sql`delete from personal_correction_files where correction_id = ${line.id}`.execute(db);
  });

  it('SEC-27 goes with the identity: the row, the name, the content on the disk', async () => {
    const { line } = await registered('2021-03-04', '户口簿');
    const { proofFiles } = (await upload(line.id)).json() as CorrectionFileView;
    const { id } = proofFiles.files[0]!;
    const handed = { verb: 'serveCorrection', method: 'direct', receiver: 'self', evidence: '回证' };
    await act(line.id, 1, 'officeHead', DECIDED, '2021-03-04');
    await act(line.id, 2, 'handler', handed, '2021-03-04');
    await act(line.id, 3, 'handler', { verb: 'archiveCorrection' }, '2021-03-04');
    office.on('2026-03-05');
    const { agencies } = (await as('officeHead').get('/api/erasure')).json();
    expect(agencies[0].due).toMatchObject([{ fileId: line.id, files: 1 }]);
    const sent = { agencyId: 'county', kind: 'personalCorrection', fileIds: [line.id] };
    expect((await as('officeHead').post('/api/erasure', sent)).statusCode).toBe(200);
    expect([await inStore(id), (await view(line.id)).proofFiles.count]).toEqual([false, 0]);
    office.on('2026-03-04');
  });
});

describe('who may not', () => {
  it('REQ-131 a reader without a part in it learns how many there are and no name; another agency nothing', async () => {
    const { line } = await registered();
    const { id } = ((await upload(line.id)).json() as CorrectionFileView).proofFiles.files[0]!;
    const seen = await view(line.id, 'auditor');
    expect([seen.proofFiles.count, seen.proofFiles.files]).toEqual([1, []]);
    expect(JSON.stringify(seen)).not.toContain('张小满');
    for (const [who, status] of [
      ['auditor', 403],
      ['stranger', 404],
      ['editor', 403],
      ['idle', 403],
    ] as const) {
      expect((await as(who).get(`${URL}/${line.id}/files/${id}`)).statusCode).toBe(status);
      expect((await as(who).delete(`${URL}/${line.id}/files/${id}`)).statusCode).toBe(status);
      expect((await upload(line.id, who)).statusCode).toBe(status);
    }
    for (const who of ['signatory', 'legal'] as const) expect((await upload(line.id, who)).statusCode).toBe(403);
    // Of another file it does not exist.
    const { line: other } = await registered();
    expect((await as('handler').get(`${URL}/${other.id}/files/${id}`)).statusCode).toBe(404);
    expect((await as('handler').delete(`${URL}/${other.id}/files/${id}`)).statusCode).toBe(404);
    expect((await office.nobody.get(`${URL}/${line.id}/files/${id}`)).statusCode).toBe(401);
    expect((await office.foreignPage.post(`${URL}/${line.id}/files`, {})).statusCode).toBe(403);
  });
});
