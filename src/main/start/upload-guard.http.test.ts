import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type ClamdDouble, clamdDouble, VIRUS, VIRUS_NAME } from '../../../test/support/clamd-double.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { deskOver, openDesk } from '../../../test/support/open-desk.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import type { AttachmentView } from '../../desk/contract.ts';
import { noticeKind } from '../../desk/exchange/notice-kinds.ts';
import { CONSOLE_HEADER } from '../../desk/guard.ts';
import { TELL } from '../../perform.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { countQuarantined } from '../../platform/files/quarantine.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { scanWaiting, uploadGuard } from './upload-guard.ts';

const { db } = await testDatabase();
const scanner: ClamdDouble = await clamdDouble();
const folder = mkdtempSync(join(tmpdir(), 'gongkai-guarded-'));
afterAll(async () => {
  await scanner.stop();
  rmSync(folder, { recursive: true });
});
const office = await openDesk(db);
office.on('2026-03-04');
const { house } = office;
const files = openFileStore(folder, KEYS, { guard: uploadGuard(house, { clamd: scanner.address }) });
const desk = deskOver(house, { files });

beforeEach(async () => {
  scanner.seen.length = 0;
  delete scanner.says;
  await db.deleteFrom('quarantined_files').execute();
});

const cookie = () => office.cookieOf('handler');
async function upload(id: string, content: string, name = '说明.txt', purpose = 'evidence') {
  const form = new FormData();
  form.set('file', new Blob([content]), name);
  const sent = new Response(form);
  return desk.inject({
    method: 'POST',
    url: `/api/requests/${id}/files?purpose=${purpose}`,
    headers: { cookie: await cookie(), [CONSOLE_HEADER]: '1', 'content-type': sent.headers.get('content-type')! },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
}
const get = async (url: string) => desk.inject({ url, headers: { cookie: await cookie() } });
const registered = async () => (await office.register()).request.id;
const listed = async (id: string) => (await get(`/api/requests/${id}/files`)).json<AttachmentView[]>();
const open = (id: string, { id: file }: AttachmentView) => get(`/api/requests/${id}/files/${file}`);
const trace = async () =>
  (await db.selectFrom('ledger_entries').select('verb').where('room', '=', 'files').orderBy('seq').execute()).map(
    ({ verb }) => verb,
  );
const told = async () =>
  (await db.selectFrom('outbox').select('body').where('work', '=', TELL).execute())
    .map(({ body }) => body as { kind: string; subject: string; particulars: Record<string, string> })
    .filter(({ kind }) => kind === 'fileInfected');
const onShelf = () => readdirSync(join(folder, 'kept'), { recursive: true }).filter((path) => String(path).length > 3);

describe('what comes in is scanned', () => {
  it('FIL-17 clean: it is kept, and the scanner saw all of it', async () => {
    const id = await registered();
    const content = '说明材料\n'.repeat(30_000);
    expect((await upload(id, content)).statusCode).toBe(200);
    expect(scanner.seen[0]!.toString()).toBe(content);
    const [one] = await listed(id);
    expect(one!.quarantined).toBeNull();
    expect((await open(id, one!)).body).toBe(content);
    expect(scanner.faults).toEqual([]);
  });

  it('FIL-17 a virus: refused in words, nothing of it stays, the ledger tells', async () => {
    const id = await registered();
    const before = onShelf().length;
    const refused = await upload(id, `${VIRUS}\n`);
    expect([refused.statusCode, refused.json().says]).toEqual([
      409,
      `“说明.txt”里查出病毒（${VIRUS_NAME}），没有接收。请先在电脑上杀毒，再上传；要得急的，可以改用纸质材料。`,
    ]);
    expect(await listed(id)).toEqual([]);
    expect([onShelf().length, readdirSync(join(folder, 'quarantine'))]).toEqual([before, []]);
    expect(await trace()).toEqual(['infectedFileRefused']);
    expect(await countQuarantined(db)).toEqual({ waiting: 0, infected: 0 });
  });
});

describe('while the scanner does not answer', () => {
  it('FIL-18 what is handed in is taken, seen to wait, and opened by nobody; with the scanner it is scanned and released', async () => {
    const id = await registered();
    await scanner.stop();
    expect((await upload(id, '材料一\n')).statusCode).toBe(200);
    const [one] = await listed(id);
    expect(one!.quarantined).toBe('等待查毒，查过以后才能打开');
    const shut = await open(id, one!);
    expect([shut.statusCode, shut.json().code, shut.headers['content-disposition']]).toEqual([
      409,
      'FIL-18',
      undefined,
    ]);
    expect(shut.json().says).toMatch(/还没有查毒，现在不能打开.*请过一会儿再试/);
    expect(shut.body).not.toContain('材料一');

    await scanWaiting(house, files);
    expect((await open(id, one!)).statusCode).toBe(409);
    // Neither does taking the scanner away make it clean.
    const unguarded = openFileStore(folder, KEYS, { guard: uploadGuard(house, {}) });
    await scanWaiting(house, unguarded);
    await expect(unguarded.read(one!.id).next()).rejects.toThrow('quarantine');

    await scanner.start();
    await scanWaiting(house, files);
    expect(scanner.seen.map(String)).toEqual(['材料一\n']);
    expect((await open(id, one!)).body).toBe('材料一\n');
    expect(await countQuarantined(db)).toEqual({ waiting: 0, infected: 0 });
  });

  it('FIL-18 what has to be looked into at once is refused in words', async () => {
    const id = await registered();
    scanner.says = 'INSTREAM size limit exceeded. ERROR';
    const refused = await upload(id, '要公开的\n', '公开.txt', 'released');
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'FIL-18']);
    expect(await listed(id)).toEqual([]);
  });

  it('FIL-19 found infected afterwards: shut for good, told to the handlers and in the ledger, once; the volume says so', async () => {
    const id = await registered();
    scanner.says = null;
    await upload(id, `${VIRUS}\n`);
    const [one] = await listed(id);
    delete scanner.says;
    await Promise.all([scanWaiting(house, files), scanWaiting(house, files)]);
    await scanWaiting(house, files);
    expect((await listed(id))[0]!.quarantined).toBe('查出病毒，已经隔离');
    expect((await open(id, one!)).json()).toMatchObject({ code: 'FIL-19' });
    expect((await trace()).filter((verb) => verb === 'infectedFileQuarantined')).toHaveLength(1);
    const [notice, ...more] = await told();
    expect([notice!.subject, more]).toEqual([id, []]);
    expect(noticeKind('fileInfected')!.says(notice!.particulars)).toMatch(/^.+号的一个附件补查出病毒，已经隔离/);
    const volume = await desk.inject({
      method: 'POST',
      url: `/api/requests/${id}/volume`,
      headers: { cookie: await cookie(), [CONSOLE_HEADER]: '1' },
    });
    expect(volume.statusCode).toBe(200);
    expect(volume.rawPayload.includes(VIRUS)).toBe(false);
  });

  it('FIL-18 one that nobody named and that was cleared is forgotten', async () => {
    scanner.says = null;
    const kept = await files.keep([Buffer.from('没有登记的\n')] as never, 'a.txt');
    if (isRefusal(kept)) throw new Error(kept.says);
    await files.remove(kept.id);
    await scanWaiting(house, files);
    expect(await countQuarantined(db)).toEqual({ waiting: 0, infected: 0 });
  });
});
