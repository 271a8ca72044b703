/** 网上补正: handed in with files under the proof of one file, received once, refused in words. Portal and desk over one office. */
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk } from '../../../test/support/open-desk.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { entriesOf } from '../../ledger/store.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { loadRequestFile } from '../../requests/store/request-files.ts';
import { civil } from '../../statute/civil-date.ts';
import { type FilePart, hiddenField, portalFor, textOf, type Visitor, visitorOf } from '../portal.fixture.ts';
import { CODE_PURPOSE } from '../query-code.ts';

const { db } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'gongkai-correction-'));
const files = openFileStore(folder, KEYS);
const office = await openDesk(db, { files });
let visitor: Visitor;
beforeEach(() => {
  office.on('2026-06-05');
  visitor = visitorOf(portalFor(office.house, { files }));
});

const WANTED = '民主路改造工程的批准文件';
const PROOF: FilePart = { name: '身份证明.pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF\n') };
const PROGRAM: FilePart = { name: '程序.pdf', bytes: Buffer.from('MZ') };

let given = 0;
/** Received on 1 June, asked on the 3rd to be corrected within ten workdays, the notice received on the 4th: until 18 June. */
async function asked() {
  given += 1;
  const code = `ABCD-EFGH-${2000 + given}`;
  const { request } = await office.register({
    on: civil('2026-06-01'),
    wanted: WANTED,
    codeDigest: KEYS.digest(code, CODE_PURPOSE),
  });
  await office.act(request.id, '2026-06-03', 'askCorrection', { what: '请写明是哪一段道路。', workdays: 10 });
  await office.act(request.id, '2026-06-04', 'recordReceived', { paper: 2 });
  return { id: request.id, number: request.queryNumber, code };
}
type Held = Awaited<ReturnType<typeof asked>>;

const opened = async ({ number, code }: Pick<Held, 'number' | 'code'>) =>
  (await visitor.post('/track', { number, code })).body;
const proofIn = (page: string) => {
  const form = page.slice(page.indexOf('action="/track/'));
  return Object.fromEntries(['file', 'access', 'act'].map((name) => [name, hiddenField(form, name)]));
};
type Sent = Readonly<Record<string, string | FilePart | readonly FilePart[]>>;
const hand = async (proof: Readonly<Record<string, string>>, sent: Sent = {}, act = 'send') =>
  visitor.upload('/track/correction', { ...proof, what: '民主路北段改造工程的批准文件', ...sent, do: act });
const stateOf = async (id: string) => (await loadRequestFile(db, id))!;
const rowsOf = async (id: string) =>
  db.selectFrom('request_files').select(['purpose', 'fact_n', 'added_by']).where('request_id', '=', id).execute();
const onShelf = () =>
  readdirSync(join(folder, 'kept'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;

describe('a correction handed in online', () => {
  it('REQ-107 begins with the description as it was, is received with its files, starts the clock anew and shows a receipt', async () => {
    const held = await asked();
    const page = await opened(held);
    expect(textOf(page)).toContain('请写明是哪一段道路。');
    expect(/<textarea[^>]*id="what"[^>]*>\s*([^<]*)</.exec(page)?.[1]).toBe(WANTED);
    const done = await hand(proofIn(page), { correction: PROOF });
    const read = textOf(done.body);
    expect(done.statusCode).toBe(200);
    expect(read).toContain('补正已经收到，答复期限自今天重新计算');
    for (const line of [
      '补正回执',
      '收到补正之日2026年6月5日',
      '民主路北段改造工程的批准文件',
      '身份证明.pdf',
      '现在算到 2026年7月6日 周一',
    ])
      expect(read.replaceAll(/\n\s*/g, '')).toContain(line);
    const { request, facts } = await stateOf(held.id);
    expect([request.state, facts.at(-1)?.type, facts.at(-1)?.on, facts.at(-1)?.by]).toEqual([
      'inProcess',
      'corrected',
      '2026-06-05',
      'public',
    ]);
    expect(await rowsOf(held.id)).toEqual([{ purpose: 'correction', fact_n: facts.at(-1)!.n, added_by: 'public' }]);
    expect((await entriesOf(db, 'requests', held.id)).map(({ verb }) => verb).slice(-2)).toEqual([
      'receivedCorrection',
      'addedFile',
    ]);
    const listed = (await office.as('handler').get(`/api/requests/${held.id}/files`)).json();
    expect(listed).toMatchObject([{ name: '身份证明.pdf', purpose: '补正材料', byApplicant: true }]);
    expect(textOf(await opened(held))).toContain('补正回执');
  });

  it('REQ-107 sent twice, one after the other or at the same moment, is one correction with one set of files', async () => {
    const [held, other] = [await asked(), await asked()];
    const proof = proofIn(await opened(held));
    expect((await hand(proof, { correction: PROOF })).statusCode).toBe(200);
    const again = await hand(proof, { correction: PROOF });
    expect([again.statusCode, textOf(again.body).includes('补正已经收到，只算一次。')]).toEqual([200, true]);
    const changed = await hand(proof, { what: '另一件事' });
    expect([changed.statusCode, textOf(changed.body).includes('现在没有要求补正，没有收下')]).toEqual([409, true]);
    const his = proofIn(await opened(other));
    const both = await Promise.all([1, 2].map(() => hand(his, { correction: PROOF })));
    expect(both.filter(({ statusCode }) => statusCode === 200).length).toBeGreaterThan(0);
    for (const { id } of [held, other]) {
      expect((await stateOf(id)).facts.filter(({ type }) => type === 'corrected')).toHaveLength(1);
      expect(await rowsOf(id)).toHaveLength(1);
    }
  });

  it('REQ-107 what is wrong is said at its field; text and files that were taken stay in the form', async () => {
    const held = await asked();
    const proof = proofIn(await opened(held));
    const refused = await hand(proof, { correction: [PROOF, PROGRAM] });
    expect(refused.statusCode).toBe(422);
    expect(textOf(refused.body)).toContain('“程序.pdf”的内容不是PDF，没有接收');
    expect(refused.body).toContain('民主路北段改造工程的批准文件');
    const carried = hiddenField(refused.body, 'files');
    expect(carried.split(' ')).toHaveLength(1);
    expect((await stateOf(held.id)).request.state).toBe('correctionPending');
    for (const [what, says] of [
      ['', '没有写补正后的申请内容'],
      ['长'.repeat(4_001), '写了 4001 个字，最多 4000 个字'],
    ] as const) {
      const page = await hand(proof, { files: carried, what });
      expect([page.statusCode, hiddenField(page.body, 'files')]).toEqual([422, carried]);
      expect(textOf(page.body)).toContain(says);
    }
    const same = await hand(proof, { what: WANTED });
    expect(textOf(same.body)).toContain('内容和原来写的一样，也没有选文件');
    const fewer = await hand(proof, { files: carried }, 'drop.0');
    expect([fewer.statusCode, hiddenField(fewer.body, 'files')]).toEqual([200, '']);
    expect((await hand(proof, { files: carried, what: WANTED })).statusCode).toBe(200);
    expect(await rowsOf(held.id)).toHaveLength(1);
  });

  it('REQ-107 when the file moved on meanwhile it is not received, and nothing that was filled in is lost', async () => {
    const held = await asked();
    const proof = proofIn(await opened(held));
    await office.act(held.id, '2026-06-05', 'addNote', { text: '电话已通知' });
    const stale = await hand(proof, { correction: PROOF });
    expect([stale.statusCode, textOf(stale.body).includes('填写的内容和选好的文件都在')]).toEqual([409, true]);
    const fresh = proofIn(stale.body);
    expect((await hand(fresh, { files: hiddenField(stale.body, 'files') })).statusCode).toBe(200);
    expect(await rowsOf(held.id)).toHaveLength(1);
  });
});

describe('who may not', () => {
  it('REQ-106 nobody after the last day: the page says so and takes nothing, nor does a form opened before', async () => {
    const held = await asked();
    office.on('2026-06-18');
    expect(await opened(held)).toContain('提交补正');
    office.on('2026-06-19');
    const page = await opened(held);
    expect(page).not.toContain('提交补正');
    expect(textOf(page)).toContain('补正期限到2026年6月18日为止，网上不再接收');
    const late = await hand(proofIn(page), { correction: PROOF });
    expect(late.statusCode).toBe(409);
    expect(textOf(late.body)).toContain('网上不再接收，这次没有收下。有住院、不可抗力等正当理由的');
    expect([(await stateOf(held.id)).request.state, await rowsOf(held.id)]).toEqual(['correctionPending', []]);
  });

  it('REQ-107 nobody without an open correction: nothing is kept', async () => {
    const held = await asked();
    await office.act(held.id, '2026-06-05', 'receiveCorrection', { what: '北段', why: '' });
    const before = onShelf();
    const page = await hand(proofIn(await opened(held)), { correction: PROOF });
    expect([page.statusCode, textOf(page.body).includes('现在没有要求补正，没有收下')]).toEqual([409, true]);
    expect([onShelf(), await rowsOf(held.id)]).toEqual([before, []]);
  });

  it('PRT-40 nobody with the proof of another, a made-up one or none, no page of another site; nothing is kept', async () => {
    const [held, other] = [await asked(), await asked()];
    const [mine, his] = [proofIn(await opened(held)), proofIn(await opened(other))];
    const before = onShelf();
    for (const proof of [
      { ...mine, file: other.id },
      { ...mine, access: his.access! },
      { ...mine, access: '' },
      { file: other.id },
      {},
    ] as Record<string, string>[]) {
      const page = await hand(proof, { correction: PROOF });
      expect([proof, page.statusCode, textOf(page.body).includes('请重新输入查询号和查询码')]).toEqual([
        proof,
        403,
        true,
      ]);
    }
    const foreign = await visitor.upload(
      '/track/correction',
      { ...mine, correction: PROOF },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(foreign.statusCode).toBe(403);
    expect((await visitor.post('/track/correction', mine as Record<string, string>)).statusCode).toBe(415);
    expect((await visitor.post('/track/act', { ...mine, do: 'receiveCorrection', what: '东段' })).statusCode).toBe(403);
    expect(onShelf()).toBe(before);
    expect((await stateOf(other.id)).request.state).toBe('correctionPending');
  });

  it('REQ-107 no file that was chosen for another application', async () => {
    const [held, other] = [await asked(), await asked()];
    const carried = hiddenField((await hand(proofIn(await opened(held)), { correction: PROOF }, 'add')).body, 'files');
    const page = await hand(proofIn(await opened(other)), { files: carried });
    expect([page.statusCode, hiddenField(page.body, 'files')]).toEqual([422, '']);
    expect(textOf(page.body)).toContain('认不出是在这张表单上选的');
    expect(await rowsOf(other.id)).toEqual([]);
  });
});
