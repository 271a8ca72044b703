import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { entriesOf } from '../../ledger/store.ts';
import type { AttachmentView } from '../contract.ts';
import { CONSOLE_HEADER } from '../guard.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
office.on('2026-03-04');

const PDF = '%PDF-1.7\n%%EOF\n';
const NAME = '张三的"申请" (1).pdf';

async function upload(
  id: string,
  { who = 'handler', content = PDF, name = NAME, purpose = 'evidence' }: Record<string, string> = {},
) {
  const boundary = 'xxxx';
  const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name.replaceAll('"', '%22')}"\r\n\r\n${content}\r\n--${boundary}--\r\n`;
  return office.desk.inject({
    method: 'POST',
    url: `/api/requests/${id}/files?purpose=${purpose}`,
    headers: {
      cookie: await office.cookieOf(who as Who),
      [CONSOLE_HEADER]: 'true',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  });
}
const remove = async (id: string, fileId: string, who: Who = 'handler') =>
  office.desk.inject({
    method: 'DELETE',
    url: `/api/requests/${id}/files/${fileId}`,
    headers: { cookie: await office.cookieOf(who), [CONSOLE_HEADER]: 'true' },
  });
const registered = async () => (await office.register()).request.id;
const filesOf = async (id: string, who: Who = 'handler') => office.as(who).get(`/api/requests/${id}/files`);
const added = async (id: string): Promise<AttachmentView> => (await upload(id)).json().at(-1);

describe('what is released with a reply', () => {
  const sheet = async (hidden: boolean) => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('公开').getCell('A1').value = '可以公开';
    if (hidden) workbook.addWorksheet('名单', { state: 'hidden' }).getCell('A1').value = '张三 110101199001011237';
    return Buffer.from(await workbook.xlsx.writeBuffer());
  };
  const act = async (id: string, verb: string, particulars: object, who: Who = 'handler') => {
    const { seen } = (await office.as('handler').get(`/api/requests/${id}`)).json();
    return office.as(who).post(`/api/requests/${id}/acts`, { seen, act: { verb, on: '2026-03-04', ...particulars } });
  };

  it('FIL-14 hidden sheet and number in a released XLSX: taken, and every find told with what to do', async () => {
    const id = await registered();
    const taken = await send(id, await sheet(true), '补助.xlsx', 'released');
    expect(taken.json()).toMatchObject([
      {
        name: '补助.xlsx',
        removable: true,
        mayClear: false,
        findings: [
          { says: '表格里有隐藏的工作表。', advice: expect.stringContaining('取消隐藏'), cleared: null },
          { says: '文件里有居民身份证号码：110*************37。', cleared: null },
        ],
      },
    ]);
    const kept = await db.selectFrom('request_files').selectAll().where('request_id', '=', id).executeTakeFirst();
    expect(JSON.stringify(kept)).not.toContain('199001');
    expect((await send(await registered(), await sheet(false), '补助.xlsx', 'released')).json()).toMatchObject([
      { findings: [] },
    ]);
    const named = await send(await registered(), await sheet(false), '王某110101199001011237.xlsx', 'released');
    expect(named.json(), 'FIL-27').toMatchObject([
      { findings: [{ says: '文件的文件名里有居民身份证号码：110*************37。' }] },
    ]);
    // As evidence inside the file it may stay as it came.
    expect((await send(await registered(), await sheet(true), '来件.xlsx', 'evidence')).json()).toMatchObject([
      { findings: [] },
    ]);
  });

  it('FIL-15 what comes after the draft goes out with none, and says so; archived, nothing is taken out', async () => {
    const id = await registered();
    const upload = async (name: string) => (await send(id, await sheet(true), name, 'released')).json();
    expect(await upload('先.xlsx')).toMatchObject([{ providing: 'withNextDraft' }]);
    const byName = (all: AttachmentView[]) => all.toSorted((a, b) => b.name.localeCompare(a.name, 'zh'));
    const providing = async () =>
      byName((await filesOf(id)).json()).map((one) => [one.name, one.providing, one.removable]);
    await act(id, 'draftReply', { outcome: 'internalAffairs', grounds: { reason: '内部' }, text: '不予公开。' });
    expect(await providing()).toEqual([['先.xlsx', null, true]]);
    await act(id, 'draftReply', { outcome: 'granted', grounds: { provision: '表一张' }, text: '予以公开。' });
    await upload('后.xlsx');
    expect(await providing()).toEqual([
      ['先.xlsx', 'withDraft', false],
      ['后.xlsx', 'leftOut', true],
    ]);
    await db.updateTable('info_requests').set({ state: 'archived' }).where('id', '=', id).execute();
    expect((await providing()).map(([, , removable]) => removable)).toEqual([false, false]);
    const [, later] = byName((await filesOf(id)).json());
    expect((await office.as('handler').delete(`/api/requests/${id}/files/${later!.id}`)).json()).toMatchObject({
      code: 'WRONG_STATE',
      says: '这件申请已经归档，附件不能再删除。',
    });
    expect((await send(id, await sheet(false), '再.xlsx', 'released')).json()).toMatchObject({
      says: '这件申请已经归档，不能再加附件。',
    });
  });

  it('FIL-16 goes out only with every find decided by somebody else; who signs sees it, and the volume keeps it', async () => {
    const id = await registered();
    const [file] = (await send(id, await sheet(true), '补助.xlsx', 'released')).json() as AttachmentView[];
    const clear = (finding: string, who: Who, why = '申请的就是这张表') =>
      act(id, 'clearFinding', { file: file!.id, finding, why }, who);
    await act(id, 'draftReply', { outcome: 'granted', grounds: { provision: '表一张' }, text: '予以公开。' });
    await act(id, 'legalCheck', { why: '' }, 'legal');
    expect((await act(id, 'secrecyCheck', { why: '' }, 'secrecyReviewer')).json()).toMatchObject({ code: 'FIL-16' });
    for (const who of ['handler', 'signatory', 'auditor'] as const)
      expect((await clear(file!.findings[0]!.key, who)).statusCode).toBe(403);
    expect((await clear(file!.findings[0]!.key, 'stranger')).statusCode).toBe(404);
    const listed = (await filesOf(id, 'secrecyReviewer')).json() as AttachmentView[];
    expect(listed).toMatchObject([{ mayClear: true, providing: 'withDraft' }]);
    for (const { key } of file!.findings) expect((await clear(key, 'secrecyReviewer')).statusCode).toBe(200);
    expect((await clear(file!.findings[0]!.key, 'secrecyReviewer')).json()).toMatchObject({ code: 'STALE' });
    expect((await act(id, 'secrecyCheck', { why: '' }, 'secrecyReviewer')).statusCode).toBe(200);
    expect((await filesOf(id, 'signatory')).json()).toMatchObject([
      {
        mayClear: false,
        findings: [{ cleared: { by: '宓审查', why: '申请的就是这张表' } }, { cleared: { on: '2026-03-04' } }],
      },
    ]);
    const view = (await act(id, 'sign', {}, 'signatory')).json();
    expect(view.history.filter(({ what }: { what: string }) => what === '判定附件可以提供')).toMatchObject([
      {
        by: '宓审查',
        particulars: [{ term: '查出的' }, { term: '可以提供的理由', text: '申请的就是这张表' }, { text: file!.sha256 }],
      },
      { by: '宓审查' },
    ]);
    expect((await entriesOf(db, 'requests', id)).filter(({ verb }) => verb === 'clearedFinding')).toHaveLength(2);
  });
});

async function send(id: string, bytes: Buffer, name: string, purpose: string) {
  const form = new FormData();
  form.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
  const sent = new Response(form);
  return office.desk.inject({
    method: 'POST',
    url: `/api/requests/${id}/files?purpose=${purpose}`,
    headers: {
      cookie: await office.cookieOf('handler'),
      [CONSOLE_HEADER]: 'true',
      'content-type': sent.headers.get('content-type')!,
    },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
}

describe('attachments of a file', () => {
  it('FIL-7 are added, listed and downloaded, and never shown in the page', async () => {
    const id = await registered();
    const answered = await upload(id);
    expect(answered.statusCode).toBe(200);
    expect(answered.json()).toMatchObject([
      {
        name: '张三的%22申请%22 (1).pdf',
        purpose: '送达和办理凭证',
        kind: 'PDF',
        bytes: PDF.length,
        removable: true,
        byApplicant: false,
      },
    ]);
    const [file] = answered.json() as AttachmentView[];
    const sent = await office.as('signatory').get(`/api/requests/${id}/files/${file!.id}`);
    expect([sent.statusCode, sent.body]).toEqual([200, PDF]);
    expect(sent.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-disposition': expect.stringMatching(/^attachment; .*filename\*=UTF-8''%E5%BC%A0%E4%B8%89/),
    });
  });

  it('FIL-7 leave their hash in the ledger and their name nowhere in the clear', async () => {
    const id = await registered();
    const { sha256, id: fileId } = await added(id);
    const entries = await entriesOf(db, 'requests', id);
    expect(entries.at(-1)).toMatchObject({ verb: 'addedFile', subject: id });
    const row = await db.selectFrom('request_files').selectAll().where('id', '=', fileId).executeTakeFirstOrThrow();
    expect(row.sha256).toBe(sha256);
    expect(JSON.stringify([entries, row])).not.toContain('张三');
  });

  it('FIL-3 say in words why one is not taken, and keep no row of it', async () => {
    const id = await registered();
    const refused = await upload(id, { content: 'MZ\u0001\u0001\u0001', name: '合同.pdf' });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'FIL-3']);
    expect((await filesOf(id)).json()).toEqual([]);
    expect(
      (await office.as('handler').post(`/api/requests/${id}/files?purpose=evidence`, { file: 'x' })).json().code,
    ).toBe('NO_FILE');
    expect((await upload(id, { purpose: 'secret' })).statusCode).toBe(400);
  });

  it('FIL-10 go into the record with the act that uses them, once, and then stay', async () => {
    const id = await registered();
    const [file, other] = [await added(id), await added(await registered())];
    const act = async (seen: number, fileIds: string[], who: Who = 'handler') =>
      office.as(who).post(`/api/requests/${id}/acts`, {
        seen,
        fileIds,
        act: { verb: 'askCorrection', on: '2026-03-04', what: '写明年份', workdays: 10 },
      });
    for (const [ids, who] of [
      [[file.id, other.id], 'handler'],
      [[file.id], 'officeHead'],
      [['no-such-id'], 'handler'],
    ] as const)
      expect((await act(1, [...ids], who)).json().code).toBe('FIL-10');
    expect((await act(1, [file.id])).statusCode).toBe(200);
    expect((await act(2, [file.id])).statusCode).toBe(409);
    const row = await db.selectFrom('request_files').select('fact_n').where('id', '=', file.id).executeTakeFirst();
    expect(row).toEqual({ fact_n: 2 });
    expect((await remove(id, file.id)).json().code).toBe('FIL-10');
    const went = { id: file.id, removable: false, usable: false, usedBy: '发出补正告知' };
    expect((await filesOf(id)).json()).toMatchObject([went]);
  });

  it('FIL-10 are offered to whoever put them there, for his next act, and to nobody else', async () => {
    const id = await registered();
    await added(id);
    expect((await filesOf(id)).json()).toMatchObject([{ usable: true, usedBy: null }]);
    const seenByHead = (await office.as('officeHead').get(`/api/requests/${id}/files`)).json();
    expect(seenByHead).toMatchObject([{ usable: false, usedBy: null }]);
  });

  it('FIL-10 are taken away by whoever put them there, content and all', async () => {
    const id = await registered();
    const { id: fileId } = await added(id);
    expect((await remove(id, fileId, 'officeHead')).json().code).toBe('FIL-10');
    expect((await remove(id, fileId)).json()).toEqual([]);
    expect((await office.as('handler').get(`/api/requests/${id}/files/${fileId}`)).statusCode).toBe(404);
  });
});

describe('who may not', () => {
  it('FIL-8 nobody without a session, no role, no other agency, none of the administrators', async () => {
    const id = await registered();
    const { id: fileId } = await added(id);
    for (const path of [`/api/requests/${id}/files`, `/api/requests/${id}/files/${fileId}`]) {
      expect((await office.nobody.get(path)).statusCode).toBe(401);
      for (const who of ['stranger', 'idle', 'editor', 'securityAdmin', 'systemAdmin'] as const)
        expect([who, (await office.as(who).get(path)).statusCode]).toEqual([who, 404]);
    }
  });

  it('FIL-8 nobody gets the attachment of another file by its id', async () => {
    const [mine, other] = [await registered(), await registered()];
    const { id: fileId } = await added(other);
    const answered = await office.as('handler').get(`/api/requests/${mine}/files/${fileId}`);
    const missing = await office.as('handler').get(`/api/requests/${mine}/files/${fileId.replace(/^./, 'z')}`);
    expect([answered.statusCode, answered.json()]).toEqual([404, missing.json()]);
    expect((await remove(mine, fileId)).statusCode).toBe(404);
  });

  it('FIL-9 who only reads adds nothing, and of a stranger nothing is even taken in', async () => {
    const id = await registered();
    for (const who of ['stranger', 'idle', 'auditor', 'signatory'])
      expect([who, (await upload(id, { who })).statusCode]).toEqual([who, 403]);
    expect((await upload('no-such-file')).statusCode).toBe(404);
    expect((await filesOf(id)).json()).toEqual([]);
  });
});
