/** 问卷里的文件题: chosen on the portal, read at the desk, gone with who sent it. */
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { followLedger } from '../../ledger/store/follow-ledger.ts';
import { namedAmong } from '../../main/file-rows.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import {
  type FilePart,
  hiddenField,
  portalFor,
  provenBy,
  textOf,
  type Visitor,
  visitorOf,
} from '../../portal/portal.fixture.ts';
import type { ConsultationView, ErasureView, OpinionFilePage } from '../contract.ts';

const { db } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'gongkai-survey-files-'));
const files = openFileStore(folder, KEYS);
const office = await openDesk(db, { files });
const { as } = office;
const URL = '/api/consultations';
let visitor: Visitor;
let hear: () => Promise<void>;
beforeEach(async () => {
  office.on('2026-03-02');
  const portal = portalFor(office.house, { files });
  const follower = await followLedger({ db, id: 'the portal of surveys with files' });
  follower.onNews((news) => portal.hear(news));
  hear = () => follower.catchUp();
  visitor = visitorOf(portal);
});

const question = (key: string, kind: string, change: object = {}) => ({
  ...{ key, kind, says: `问题${key}`, required: true, options: [], rows: [], showIf: null, ...change },
});
const SURVEY = {
  ...{ form: 'survey', title: '站点问卷', explanation: '为了调整站点。', draft: '', otherWays: '' },
  ...{ matter: 'other', days: 7, whyShorter: '' },
  questions: [
    question('q1', 'single', { options: ['有', '没有'] }),
    question('q2', 'file', { showIf: { question: 'q1', options: [0] } }),
    question('q3', 'file', { required: false }),
  ],
};
const PHOTO: FilePart = { name: '王小明拍的站点.pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF\n') };
const MAP: FilePart = { name: '位置.txt', bytes: Buffer.from('站点在青石河桥头') };

async function opened(): Promise<string> {
  const view: ConsultationView = (await as('editor').post(URL, { agencyId: 'county', text: SURVEY })).json();
  const { id } = view.line;
  const act = (seen: number, act: object, who: Who) => as(who).post(`${URL}/${id}/acts`, { seen, act });
  await act(1, { verb: 'submit' }, 'editor');
  await act(2, { verb: 'check', passed: true, opinion: '' }, 'publisher');
  await hear();
  return id;
}

type Sent = Readonly<Record<string, string | FilePart>>;
/** Fills the form that `page` shows, as a browser of its own. */
async function send(id: string, sent: Sent, page?: { body: string; headers: Record<string, unknown> }) {
  const form = page ?? (await visitor.get(`/consultations/${id}/send`));
  const cookie = String(form.headers['set-cookie'] ?? '').split(';')[0]!;
  const { token, ...proven } = await provenBy(form.body);
  const carried = hiddenField(form.body, 'files');
  return visitor.upload(
    `/consultations/${id}/send/files`,
    { token: token!, files: carried, ...sent, ...proven, do: 'send' },
    cookie ? { cookie } : {},
  );
}
const listed = async (id: string, who: Who = 'editor'): Promise<OpinionFilePage> =>
  (await as(who).get(`${URL}/${id}/files`)).json();
const KIND = 'publicOpinion';
const onDisk = () => readdirSync(folder, { recursive: true }).filter((one) => /[0-9a-f]{8}-/.test(String(one))).length;

describe('INT-16 INT-46 a question that asks for a file', () => {
  it('is sent with the form, kept sealed, counted, listed, and taken out with a line in the ledger', async () => {
    const id = await opened();
    expect((await visitor.get(`/consultations/${id}/send`)).body).toContain('enctype="multipart/form-data"');
    expect((await send(id, { q1: '0', q2: PHOTO, q3: MAP })).statusCode).toBe(201);
    const view: ConsultationView = (await as('editor').get(`${URL}/${id}`)).json();
    expect(view.results.map(({ answered, tables }) => [answered, tables.length])).toEqual([
      [1, 1],
      [1, 0],
      [1, 0],
    ]);
    const rows = await db.selectFrom('public_opinion_attachments').selectAll().execute();
    const answers = await db.selectFrom('public_opinions').select('answers').execute();
    expect(JSON.stringify([rows, answers])).not.toContain('王小明');
    const { lines, total } = await listed(id);
    expect([total, lines.map(({ name, question, kind }) => [name, question, kind])]).toEqual([
      2,
      [
        [PHOTO.name, '问题q2', 'PDF'],
        [MAP.name, '问题q3', expect.any(String)],
      ],
    ]);
    const taken = await as('editor').post(`${URL}/${id}/files/${lines[1]!.id}`, {});
    expect([taken.statusCode, taken.rawPayload.equals(MAP.bytes)]).toEqual([200, true]);
    const entries = await db.selectFrom('ledger_entries').select('verb').where('subject', '=', id).execute();
    expect(entries.filter(({ verb }) => verb === 'tookOpinionFile')).toHaveLength(1);
    expect(
      await namedAmong(
        db,
        lines.map((line) => line.id),
      ),
    ).toEqual(new Set(lines.map((line) => line.id)));
    const book = await as('editor').post(`${URL}/${id}/export`, {});
    expect(book.statusCode).toBe(200);
  });

  it('FIL-13 a program under another name is refused at its question; the rest of the form, its other file too, stays', async () => {
    const id = await opened();
    const program: FilePart = { name: '照片.pdf', bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]) };
    const page = await send(id, { q1: '0', q2: program, q3: MAP });
    expect(page.statusCode).toBe(422);
    expect(textOf(page.body)).toContain('照片.pdf');
    expect(textOf(page.body)).toContain('已经选好：位置.txt');
    expect(page.body).toMatch(/id="q1-0"[^>]*checked/);
    expect((await send(id, { q1: '0', q2: PHOTO }, page)).statusCode).toBe(201);
    expect((await listed(id)).lines.map(({ name }) => name)).toEqual([PHOTO.name, MAP.name]);
  });

  it('one that must be answered is missed; of a question that is not asked nothing is kept; words are no file', async () => {
    const id = await opened();
    const missing = await send(id, { q1: '0', q2: '我说有.pdf' });
    expect([missing.statusCode, textOf(missing.body).includes('第 2 题没有答')]).toEqual([422, true]);
    expect((await send(id, { q1: '1', q2: PHOTO })).statusCode).toBe(201);
    expect((await listed(id)).total).toBe(0);
  });

  it('SEC-25 is erased with the answer it came with', async () => {
    const id = await opened();
    await send(id, { q1: '0', q2: PHOTO });
    const before = onDisk();
    const act = (seen: number, act: object, who: Who) => as(who).post(`${URL}/${id}/acts`, { seen, act });
    await act(3, { verb: 'stop', why: '不办了' }, 'publisher');
    office.on('2040-03-02');
    const { agencies }: ErasureView = (await as('officeHead').get('/api/erasure')).json();
    const due = agencies.filter(({ kind }) => kind.name === KIND).flatMap((one) => one.due);
    expect(due.some((one) => one.files === 1)).toBe(true);
    const fileIds = due.map(({ fileId }) => fileId);
    const done = await as('officeHead').post('/api/erasure', { kind: KIND, agencyId: 'county', fileIds });
    expect(done.statusCode).toBe(200);
    expect((await listed(id)).total).toBe(0);
    expect(onDisk()).toBeLessThan(before);
  });
});

describe('INT-46 who may not', () => {
  it('neither see nor take the files of a survey', async () => {
    const id = await opened();
    const other = await opened();
    await send(id, { q1: '0', q2: PHOTO });
    const fileId = (await listed(id)).lines[0]!.id;
    for (const who of ['auditor', 'reporter', 'liaison', 'securityAdmin', 'systemAdmin', 'idle'] as const) {
      expect((await as(who).get(`${URL}/${id}/files`)).statusCode).toBe(403);
      expect((await as(who).post(`${URL}/${id}/files/${fileId}`, {})).statusCode).toBe(403);
    }
    expect((await as('stranger').get(`${URL}/${id}/files`)).statusCode).toBe(404);
    expect((await as('stranger').post(`${URL}/${id}/files/${fileId}`, {})).statusCode).toBe(404);
    expect((await as('editor').post(`${URL}/${other}/files/${fileId}`, {})).statusCode).toBe(404);
    expect((await office.nobody.get(`${URL}/${id}/files`)).statusCode).toBe(401);
    expect((await office.foreignPage.post(`${URL}/${id}/files/${fileId}`, {})).statusCode).toBe(403);
  });

  it('send a form of another site, or files with a form nobody gave out', async () => {
    const id = await opened();
    const form = await visitor.get(`/consultations/${id}/send`);
    const proven = await provenBy(form.body);
    const path = `/consultations/${id}/send/files`;
    const sent = { ...proven, q1: '0', q2: PHOTO, do: 'send' };
    expect((await visitor.upload(path, sent, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await visitor.upload(path, { ...sent, token: 'x' })).statusCode).toBe(422);
    expect((await visitor.post(path, { q1: '0' })).statusCode).toBe(415);
    expect((await listed(id)).total).toBe(0);
  });
});
