/** 申请时交的材料: chosen on the form, carried with it, handed in with the application, read by whoever may. Portal and desk over one office. */
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { openDesk, type Who } from '../../../../test/support/open-desk.ts';
import { KEYS } from '../../../../test/support/request-desk.ts';
import { zipOf } from '../../../../test/support/zip.ts';
import type { AttachmentView } from '../../../desk/contract.ts';
import { entriesOf } from '../../../ledger/store.ts';
import { openFileStore } from '../../../platform/files/file-store.ts';
import { folderShelf } from '../../../platform/files/folder-shelf.ts';
import { ShelfFault } from '../../../platform/files/shelf.ts';
import { HANDED_IN_AT_MOST } from '../../../requests/request-files.ts';
import { namedAttachments } from '../../../requests/store/request-files.ts';
import { UPLOADS_PER_HOUR } from '../../intake.ts';
import {
  type FilePart,
  hiddenField,
  portalFor,
  provenBy,
  textOf,
  type Visitor,
  visitorOf,
} from '../../portal.fixture.ts';
import { ANSWERS, lookOver } from './applying.fixture.ts';

const { db } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'gongkai-handed-in-'));
const shelf = folderShelf(folder);
const fault = new ShelfFault('away', '连不上对象存储 https://s3.example', '');
let isAway = false;
const unlessAway = <T>(act: () => Promise<T>) => (isAway ? Promise.reject(fault) : act());
const files = openFileStore(folder, KEYS, {
  shelf: {
    ...shelf,
    put: (id, part) => unlessAway(() => shelf.put(id, part)),
    open: (id, first) => unlessAway(() => shelf.open(id, first)),
  },
});
const office = await openDesk(db, { files });
let visitor: Visitor;
beforeEach(() => {
  office.on('2026-03-04');
  visitor = visitorOf(portalFor(office.house, { files }));
});

const PDF = Buffer.from('%PDF-1.7\n%%EOF\n');
const CARD: FilePart = { name: '身份证 王小明.pdf', bytes: PDF };
const MAP: FilePart = { name: '位置图.txt', bytes: Buffer.from('柳湾桥在青石河上') };

type Sent = Readonly<Record<string, string | FilePart | readonly FilePart[]>>;

const question = async (carried = '') =>
  (await visitor.post('/apply', { ...ANSWERS, files: carried, at: 'review', do: 'change.files' })).body;
/** Chooses on the page of the files, as a browser packs it. */
async function choose(sent: Sent, carried = '', act = 'next') {
  const token = hiddenField(await question(carried), 'token');
  return visitor.upload('/apply/files', { at: 'files', token, ...ANSWERS, files: carried, ...sent, do: act });
}
const carriedBy = (page: { body: string }) => hiddenField(page.body, 'files');
async function apply(carried: string) {
  const answers = { ...ANSWERS, files: carried };
  const review = await lookOver(visitor, answers);
  const sent = { ...answers, do: 'send', ...(await provenBy(review.body)) };
  return { sent, receipt: await visitor.post('/apply', sent) };
}
const heldBy = (receipt: { body: string }) => {
  const [number, code] = [...receipt.body.matchAll(/code-big"[^>]*>\s*([^<\s]+)/g)].map((match) => match[1]!);
  return { number: number!, code: code! };
};
const idOf = async (number: string) =>
  (await db.selectFrom('info_requests').select('id').where('query_number', '=', number).executeTakeFirstOrThrow()).id;
const rows = async () => (await db.selectFrom('request_files').select('id').execute()).length;
const onShelf = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

describe('files of an application', () => {
  it('FIL-11 are chosen, looked over, handed in, and stand in the file with what each is for', async () => {
    const chosen = await choose({ identityProof: CARD, application: MAP });
    expect([chosen.statusCode, textOf(chosen.body).includes('核对申请内容')]).toEqual([200, true]);
    expect(textOf(chosen.body)).toContain('身份证明：身份证 王小明.pdf（1 KB）');
    expect(await rows()).toBe(0);
    const { receipt } = await apply(carriedBy(chosen));
    expect(receipt.statusCode).toBe(201);
    expect(textOf(receipt.body)).toContain('随申请收下 2 个文件');
    const id = await idOf(heldBy(receipt).number);
    const listed: AttachmentView[] = (await office.as('handler').get(`/api/requests/${id}/files`)).json();
    expect(listed.sort((a, b) => a.bytes - b.bytes)).toMatchObject([
      { name: '身份证 王小明.pdf', purpose: '身份证明', byApplicant: true, removable: false },
      { name: '位置图.txt', purpose: '申请材料', byApplicant: true, removable: false },
    ]);
    const sent = await office.as('handler').get(`/api/requests/${id}/files/${listed[0]!.id}`);
    expect([sent.statusCode, sent.rawPayload.equals(PDF)]).toEqual([200, true]);
    const entries = await entriesOf(db, 'requests', id);
    expect(entries.map(({ verb }) => verb)).toEqual(['registered', 'addedFile', 'addedFile']);
    const kept = await db.selectFrom('request_files').selectAll().where('request_id', '=', id).execute();
    expect(kept.map(({ fact_n, added_by }) => [fact_n, added_by])).toEqual([
      [1, 'public'],
      [1, 'public'],
    ]);
    expect(JSON.stringify([entries, kept])).not.toContain('王小明');
  });

  it('FIL-12 stay with the form whatever else is wrong, and go where it goes', async () => {
    const carried = carriedBy(await choose({ identityProof: CARD }));
    const wrong = await visitor.post('/apply', { ...ANSWERS, files: carried, name: '', at: 'review', do: 'send' });
    expect([wrong.statusCode, hiddenField(wrong.body, 'at'), carriedBy(wrong)]).toEqual([422, 'applicant', carried]);
    const back = await visitor.post('/apply', { ...ANSWERS, files: carried, at: 'review', do: 'back' });
    expect([hiddenField(back.body, 'at'), carriedBy(back)]).toEqual(['files', carried]);
    expect(textOf(back.body)).toContain('身份证 王小明.pdf 身份证明，1 KB');
    const more = await choose({ application: [MAP, MAP] }, carried, 'add');
    expect(hiddenField(more.body, 'at')).toBe('files');
    expect(carriedBy(more).split(' ')).toHaveLength(3);
    const fewer = await visitor.post('/apply', { ...ANSWERS, files: carriedBy(more), at: 'files', do: 'drop.1' });
    expect(carriedBy(fewer).split(' ')).toHaveLength(2);
    expect(carriedBy(fewer)).toContain(carried);
  });

  it('FIL-22 while the shelf does not answer are not taken, which is said beside them, and all else stays', async () => {
    const [before, carried] = [onShelf(), carriedBy(await choose({ application: MAP }))];
    isAway = true;
    const page = await choose({ identityProof: CARD }, carried);
    expect([page.statusCode, hiddenField(page.body, 'at'), carriedBy(page)]).toEqual([422, 'files', carried]);
    expect(textOf(page.body)).toContain('“身份证 王小明.pdf”：存放文件的服务器现在没有应答，文件没有收下。');
    expect([page.body.includes('s3.example'), onShelf()]).toEqual([false, before + 1]);

    const { number } = heldBy((await apply(carried)).receipt);
    const id = await idOf(number);
    const listed: AttachmentView[] = (await office.as('handler').get(`/api/requests/${id}/files`)).json();
    const asked = await office.as('handler').get(`/api/requests/${id}/files/${listed[0]!.id}`);
    expect([asked.statusCode, asked.json().code, asked.headers['content-disposition']]).toEqual([
      503,
      'SHELF_AWAY',
      undefined,
    ]);
    expect(asked.json().says).toContain('这个文件暂时打不开。文件还在');
    isAway = false;
  });

  it('FIL-12 need none: nobody who chooses nothing is asked again', async () => {
    const none = await choose({ identityProof: { name: '', bytes: Buffer.alloc(0) } });
    expect([none.statusCode, carriedBy(none)]).toEqual([200, '']);
    expect(textOf(none.body)).toContain('有材料要一起交吗？');
  });

  it('FIL-11 are handed in once, however often the form is sent', async () => {
    const [before, chosen] = [await rows(), await choose({ application: MAP })];
    const { sent, receipt } = await apply(carriedBy(chosen));
    const again = await visitor.post('/apply', sent);
    expect([receipt.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(heldBy(again)).toEqual(heldBy(receipt));
    expect(textOf(again.body)).toContain('随申请收下 1 个文件');
    expect(await rows()).toBe(before + 1);
  });

  it('FIL-12 of a form never sent are gone after a sweep, those of a form that was sent are not', async () => {
    const { receipt } = await apply(carriedBy(await choose({ application: MAP })));
    const id = await idOf(heldBy(receipt).number);
    await choose({ identityProof: CARD });
    const [before, named] = [onShelf(), await rows()];
    expect(before).toBeGreaterThan(named);
    await files.sweep(new Date(Date.now() + 60_000), (ids) => namedAttachments(db, ids));
    expect(onShelf()).toBe(named);
    const [one] = (await office.as('handler').get(`/api/requests/${id}/files`)).json();
    expect((await office.as('handler').get(`/api/requests/${id}/files/${one.id}`)).body).toBe(String(MAP.bytes));
  });
});

describe('what is not taken', () => {
  const BOMB = zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: ' '.repeat(30_000_000) },
  ]);

  it.each([
    ['an executable renamed', '合同.pdf', Buffer.from('MZ\u0001\u0001'), '“合同.pdf”的内容不是PDF，没有接收'],
    ['a zip bomb', '弹.docx', BOMB, '“弹.docx”：文件展开以后太大'],
    ['an empty file', '空.pdf', Buffer.alloc(0), '“空.pdf”：文件是空的'],
    ['a program', '程序.exe', Buffer.from('MZ'), '不接收“.exe”这种文件'],
    [
      'a name that leads elsewhere and reads backwards',
      '..\\..\\/a/\u202efdp.exe',
      PDF,
      '“fdp.exe”：不接收“.exe”这种文件',
    ],
  ])(
    'FIL-12 %s is named with the reason; the rest of the form stays, the other file too',
    async (_, name, bytes, says) => {
      const before = onShelf();
      const page = await choose({ identityProof: CARD, application: { name, bytes } });
      expect(page.statusCode).toBe(422);
      expect(textOf(page.body)).toContain(says);
      expect(page.body).toContain('id="application-error"');
      expect(hiddenField(page.body, 'name')).toBe(ANSWERS.name);
      expect(carriedBy(page).split(' ')).toHaveLength(1);
      expect(textOf(page.body)).toContain('身份证 王小明.pdf');
      expect(onShelf()).toBe(before + 1);
      expect(readdirSync(join(folder, 'quarantine'))).toEqual([]);
    },
  );

  it('FIL-12 a name with a path is kept as its last part, letters that turn the reading are left out', async () => {
    const page = await choose({ application: { name: '../../etc/\u202e表.pdf', bytes: PDF } });
    expect(textOf(page.body)).toContain('申请材料：表.pdf（');
  });

  it('FIL-11 more than a few: said at the field, those before stay', async () => {
    const page = await choose({ application: Array.from({ length: 7 }, () => MAP) });
    expect(page.statusCode).toBe(422);
    expect(textOf(page.body)).toContain(`一次最多交 ${HANDED_IN_AT_MOST} 个文件`);
    expect(carriedBy(page).split(' ')).toHaveLength(HANDED_IN_AT_MOST);
  });

  it('FIL-12 after two hours each is named that has to be chosen again, and nothing else', async () => {
    const carried = carriedBy(await choose({ identityProof: CARD }));
    office.on('2026-03-05');
    const page = await lookOver(visitor, { ...ANSWERS, files: carried });
    expect([page.statusCode, hiddenField(page.body, 'at'), carriedBy(page)]).toEqual([422, 'files', '']);
    expect(textOf(page.body)).toContain('“身份证 王小明.pdf”选好已经超过两小时，没有保留。请重新选择。');
    expect(hiddenField(page.body, 'wanted')).toBe(ANSWERS.wanted);
  });

  it('FIL-11 PRT-20 the same form sent twice at the same moment is one application, and both are shown its receipt', async () => {
    for (let n = 0; n < 3; n += 1) {
      const answers = { ...ANSWERS, files: carriedBy(await choose({ application: MAP })) };
      const sent = { ...answers, do: 'send', ...(await provenBy((await lookOver(visitor, answers)).body)) };
      const receipts = await Promise.all([visitor.post('/apply', sent), visitor.post('/apply', sent)]);
      for (const { statusCode } of receipts) expect([200, 201]).toContain(statusCode);
      expect(heldBy(receipts[0]!)).toEqual(heldBy(receipts[1]!));
    }
  });

  it('FIL-11 what came with one application cannot come with another: it is not registered, and says so', async () => {
    const carried = carriedBy(await choose({ application: MAP }));
    await apply(carried);
    const before = await db.selectFrom('info_requests').select('id').execute();
    const { receipt } = await apply(carried);
    expect([receipt.statusCode, hiddenField(receipt.body, 'at')]).toEqual([422, 'files']);
    expect(textOf(receipt.body)).toContain('已经随另一次提交收下，不能再用一次，这一次还没有登记');
    expect(await db.selectFrom('info_requests').select('id').execute()).toEqual(before);
    const [one, other] = await Promise.all([1, 2].map(async () => carriedBy(await choose({ application: MAP }))));
    const twice = await Promise.all([one!, one!, other!].map(apply));
    expect(twice.map(({ receipt: { statusCode } }) => statusCode).sort()).toEqual([201, 201, 422]);
  });

  it('FIL-13 more than many from one address within an hour, with another way to hand them in', async () => {
    for (let n = 0; n < UPLOADS_PER_HOUR / HANDED_IN_AT_MOST; n += 1)
      expect((await choose({ application: Array.from({ length: HANDED_IN_AT_MOST }, () => MAP) })).statusCode).toBe(
        200,
      );
    const [before, page] = [onShelf(), await choose({ application: MAP })];
    expect(page.statusCode).toBe(422);
    expect(textOf(page.body)).toContain('可以先提交申请，材料当面交或者邮寄');
    expect(onShelf()).toBe(before);
    expect((await apply('')).receipt.statusCode).toBe(201);
  });
});

describe('who may not', () => {
  it('PRT-1 nobody without a form of this site, and no page of another', async () => {
    const before = onShelf();
    for (const token of ['', 'a.b.c']) {
      const page = await visitor.upload('/apply/files', {
        ...ANSWERS,
        at: 'files',
        token,
        application: MAP,
        do: 'next',
      });
      expect(page.statusCode).toBe(422);
      expect(textOf(page.body)).toContain('表单打开已经超过两小时，没有接收。其他内容都在，请再选一次。');
    }
    const sent = { ...ANSWERS, at: 'files', application: MAP };
    expect((await visitor.upload('/apply/files', sent, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await visitor.post('/apply/files', ANSWERS)).statusCode).toBe(415);
    expect((await visitor.upload('/apply/files', { ...sent, wanted: 'a\0b' })).statusCode).toBe(400);
    expect(onShelf()).toBeLessThanOrEqual(before + 1);
  });

  it('FIL-12 nobody names a file by guessing: made up, altered, sealed for another form, or by its bare id', async () => {
    const carried = carriedBy(await choose({ application: MAP }));
    const { id } = {
      id: readdirSync(join(folder, 'kept'), { recursive: true }).map(String).at(-1)!.split('/').at(-1)!,
    };
    const forged = JSON.stringify({
      file: { id, name: 'a.pdf', kind: 'pdf', bytes: 1, sha256: '' },
      purpose: 'application',
      at: Date.now(),
    });
    for (const wrong of [id, forged, `${carried.slice(0, -2)}AA`, KEYS.seal(forged, 'held/track'), 'x.y'])
      for (const page of [
        await lookOver(visitor, { ...ANSWERS, files: wrong }),
        await visitor.post('/apply', { ...ANSWERS, files: wrong, at: 'review', do: 'send' }),
      ]) {
        expect([wrong, page.statusCode, carriedBy(page)]).toEqual([wrong, 422, '']);
        expect(textOf(page.body)).toContain('认不出是在这张表单上选的，没有收下');
      }
  });

  it('FIL-8 no other applicant, no other agency, no role that may not know him, not through another file', async () => {
    const [one, other] = [
      heldBy((await apply(carriedBy(await choose({ identityProof: CARD })))).receipt),
      heldBy((await apply('')).receipt),
    ];
    const [id, otherId] = [await idOf(one.number), await idOf(other.number)];
    const [{ id: fileId }] = (await office.as('handler').get(`/api/requests/${id}/files`)).json();
    const tracked = async ({ number, code }: typeof one) => (await visitor.post('/track', { number, code })).body;
    const access = async (held: typeof one) => {
      const form = (await tracked(held)).split('action="/track/').at(-1)!;
      return Object.fromEntries(['file', 'access', 'act'].map((name) => [name, hiddenField(form, name)]));
    };
    const download = async (fields: object) => visitor.post('/track/file', { ...fields, attachment: fileId });
    expect(await tracked(one)).toContain('身份证 王小明.pdf');
    expect((await download(await access(one))).rawPayload.equals(PDF)).toBe(true);
    expect(await tracked(other)).not.toContain('身份证 王小明.pdf');
    expect((await download(await access(other))).statusCode).toBe(404);
    expect((await download({ ...(await access(other)), file: id })).statusCode).toBe(403);
    expect((await download({})).statusCode).toBe(403);
    for (const who of ['stranger', 'signatory', 'secrecyReviewer', 'auditor', 'liaison', 'editor', 'idle'] as Who[])
      expect([who, (await office.as(who).get(`/api/requests/${id}/files/${fileId}`)).statusCode]).toEqual([
        who,
        expect.toSatisfy((status) => status === 404 || status === 403),
      ]);
    for (const who of ['signatory', 'auditor'] as Who[])
      expect([who, (await office.as(who).get(`/api/requests/${id}/files`)).json()]).toEqual([who, []]);
    expect((await office.as('handler').get(`/api/requests/${otherId}/files/${fileId}`)).statusCode).toBe(404);
    expect((await office.as('handler').get(`/api/requests/${id}/files/${otherId}`)).statusCode).toBe(404);
  });
});
