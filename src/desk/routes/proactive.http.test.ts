import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { REGISTER } from '../../../test/support/request-play.ts';
import { SMALL_PDF } from '../../../test/support/small-pdf.ts';
import { line, wordFile } from '../../../test/support/word-file.ts';
import { limitedWorker } from '../../main/uploads/limited-worker.ts';
import { packageRoot } from '../../platform/package-root.ts';
import type { WordFault } from '../../platform/papers/word/word-fault.ts';
import type { WordBody } from '../../platform/papers/word/word-reading.ts';
import { civil } from '../../statute/civil-date.ts';
import type { InboxView, PublicationView, RequestFileView } from '../contract.ts';
import { CONSOLE_HEADER } from '../guard.ts';

const { db } = await testDatabase();
const readWord = limitedWorker<WordBody | WordFault>(join(packageRoot(), 'dist', 'server', 'word-worker.js'));
const office = await openDesk(db, { readWord });
const { as } = office;

const DAY = '2026-03-04';
const YES = { adopt: true, title: '全镇农机补贴标准', writtenOn: '2025-12-01', text: '', why: '涉及公众利益调整' };

const fileOf = async (id: string, who: Who = 'handler'): Promise<RequestFileView> =>
  (await as(who).get(`/api/requests/${id}`)).json();
const documentOf = async (id: string, who: Who): Promise<PublicationView> =>
  (await as(who).get(`/api/publications/${id}`)).json();
const decide = async (id: string, change: object = {}, who: Who = 'handler') => {
  const { seen = 1 } = await fileOf(id);
  const act = { verb: 'decideProactive', on: DAY, ...YES, ...change };
  const response = await as(who).post(`/api/requests/${id}/acts`, { seen, act });
  return { status: response.statusCode, ...response.json() };
};
const provide = async (id: string, bytes: Buffer, name: string) => {
  const form = new FormData();
  form.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
  const sent = new Response(form);
  const kept = await office.desk.inject({
    method: 'POST',
    url: `/api/requests/${id}/files?purpose=released`,
    headers: {
      cookie: await office.cookieOf('handler'),
      [CONSOLE_HEADER]: 'true',
      'content-type': sent.headers.get('content-type')!,
    },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
  expect(kept.statusCode).toBe(200);
};
const WORD = wordFile(line('农机购置补贴标准') + line('拖拉机每台补贴 9000 元。'));
/** Answered with what it asked for, and files with the answer. */
const given = async (files: readonly (readonly [Buffer, string])[] = [], wanted = '民主路改造工程的批准文件') => {
  office.on(DAY);
  const { request } = await office.register({ wanted, on: civil(DAY) });
  for (const [bytes, name] of files) await provide(request.id, bytes, name);
  await office.reply(request.id, DAY);
  return request;
};
const drafts = () => db.selectFrom('documents').select('id').execute();

describe('转为主动公开', () => {
  it('REQ-111 the decision and a draft with the words of the files provided, linked both ways for those who may look', async () => {
    const { id, number } = await given([
      [WORD, '张小满的材料.docx'],
      [Buffer.from(SMALL_PDF), '原件.pdf'],
    ]);
    expect(await decide(id)).toMatchObject({ status: 200 });
    const { proactive, history } = await fileOf(id, 'officeHead');
    expect(proactive).toMatchObject({
      decision: { adopted: true, by: '韩经办', why: '涉及公众利益调整' },
      document: { title: '全镇农机补贴标准', state: '未发布' },
    });
    expect(history.at(-1)!.particulars.map(({ text }) => text)).not.toContain('1个');
    const document = await documentOf(proactive!.document!.id, 'editor');
    expect(document).toMatchObject({
      kind: { name: 'catalogued' },
      agencyId: 'county',
      columns: [],
      fromRequest: null,
    });
    expect(document.draft).toMatchObject({
      particulars: { title: '全镇农机补贴标准', issuer: '示范县人民政府', writtenOn: '2025-12-01', summary: '' },
      bodyHtml: '<p>农机购置补贴标准</p><p>拖拉机每台补贴 9000 元。</p>',
      editedBy: '韩经办',
      attachments: [{ name: '原件.pdf', kind: 'PDF' }],
    });
    // The head of the office reads both rooms; who reads applications only is not told what is drafted.
    expect((await documentOf(document.id, 'officeHead')).fromRequest).toEqual({ id, number });
    expect((await fileOf(id)).proactive!.document).toBeNull();
  });

  it('REQ-130 a file that names the applicant stays behind, a name that does is changed, and the copies are the document’s own', async () => {
    const { id } = await given([
      [Buffer.from(SMALL_PDF), '张小满的原件.pdf'],
      [wordFile(line('张小满：补贴标准如下')), '答复.docx'],
    ]);
    expect((await decide(id, { text: '补贴标准。' })).status).toBe(200);
    const { proactive, history } = await fileOf(id, 'officeHead');
    expect(history.at(-1)!.particulars).toContainEqual({ term: '没有带进草稿的附件', text: '1个' });
    const { draft } = await documentOf(proactive!.document!.id, 'editor');
    expect(draft!.attachments).toMatchObject([{ name: '附件1.pdf' }]);
    const [copy] = draft!.attachments;
    const provided = await db.selectFrom('request_files').select('id').where('request_id', '=', id).execute();
    expect(provided.map((one) => one.id)).not.toContain(copy!.id);
    const read = await as('editor').get(`/api/publications/${proactive!.document!.id}/files/${copy!.id}`);
    expect([read.statusCode, read.rawPayload.length]).toEqual([200, SMALL_PDF.length]);
  });

  it('REQ-112 nothing of who applied, of the application or its code is in what is kept as a document', async () => {
    const { id } = await given([[WORD, '张小满的材料.docx']], '张小满家的补贴');
    expect((await decide(id, { why: '张小满说大家都要用' })).status).toBe(200);
    const { document } = (await fileOf(id, 'officeHead')).proactive!;
    const kept = await Promise.all([
      db.selectFrom('documents').selectAll().where('id', '=', document!.id).execute(),
      db.selectFrom('editions').selectAll().where('document_id', '=', document!.id).execute(),
      db.selectFrom('search').selectAll().where('document_id', '=', document!.id).execute(),
      db.selectFrom('ledger_entries').selectAll().where('subject', '=', document!.id).execute(),
    ]);
    const { number, queryNumber, code_digest } = await db
      .selectFrom('info_requests')
      .select(['number', 'query_number as queryNumber', 'code_digest'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const text = JSON.stringify(kept);
    for (const secret of [...Object.values(REGISTER.applicant), number, queryNumber, code_digest, id, '公开答'])
      if (secret !== '') expect([secret, text.includes(secret)]).toEqual([secret, false]);
  });

  it.each([
    ['title', '致张小满的答复', '申请人的姓名或者名称'],
    ['title', '关于 示政公开答〔2026〕号', null],
    ['text', '来电 138-0000-0000 咨询', '联系电话'],
    ['text', '身份证１１０１０１１９９００１０１１２３７', '证件号码'],
    ['text', '住示范县民主路1号', '通信地址'],
  ])('REQ-112 a %s that says %s makes no draft', async (field, words, term) => {
    const { id } = await given();
    const before = (await drafts()).length;
    const answer = await decide(id, { text: '补贴标准。', [field]: words });
    if (term === null) return expect(answer.status).toBe(200);
    expect(answer).toMatchObject({ status: 409, code: 'REQ-112', says: expect.stringContaining(term) });
    expect((await drafts()).length).toBe(before);
    expect((await fileOf(id)).proactive!.decision).toBeNull();
  });

  it('REQ-112 nor do the numbers of the application, or the applicant in a file that was provided', async () => {
    const request = await given([[wordFile(line('张小满：补贴标准如下')), '答复.docx']]);
    expect(await decide(request.id)).toMatchObject({ code: 'REQ-112', says: expect.stringContaining('另写正文') });
    const { replyNumber } = (
      await db.selectFrom('request_facts').select('detail').where('request_id', '=', request.id).execute()
    )
      .map(({ detail }) => detail as { replyNumber?: string })
      .find((detail) => detail.replyNumber)! as { replyNumber: string };
    for (const [told, term] of [
      [request.number, '登记号'],
      [request.queryNumber, '查询号'],
      [replyNumber, '答复文号'],
    ] as const)
      expect(await decide(request.id, { text: `见${told}` })).toMatchObject({
        code: 'REQ-112',
        says: expect.stringContaining(term),
      });
    expect((await decide(request.id, { text: '补贴标准。' })).status).toBe(200);
  });

  it('REQ-111 what cannot be read is written by hand; a title and a date are asked for; text is text', async () => {
    const { id } = await given([[Buffer.from(SMALL_PDF), '原件.pdf']]);
    expect(await decide(id)).toMatchObject({ status: 409, code: 'REQ-111', says: expect.stringContaining('请写正文') });
    expect(await decide(id, { text: '标准。', title: ' ' })).toMatchObject({ code: 'REQ-111' });
    expect(await decide(id, { text: '标准。', writtenOn: undefined })).toMatchObject({ code: 'REQ-111' });
    expect((await decide(id, { text: '<script>alert(1)</script>' })).status).toBe(200);
    const { document } = (await fileOf(id, 'officeHead')).proactive!;
    expect((await documentOf(document!.id, 'editor')).draft!.bodyHtml).toBe(
      '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
    );
  });

  it('REQ-111 two at once make one draft; a no makes none', async () => {
    const { id } = await given([[WORD, '标准.docx']]);
    const before = (await drafts()).length;
    const answers = await Promise.all([decide(id), decide(id, {}, 'officeHead')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await drafts()).length).toBe(before + 1);
    const other = await given([[WORD, '标准.docx']]);
    expect((await decide(other.id, { adopt: false, why: '只涉及一户' })).status).toBe(200);
    expect((await drafts()).length).toBe(before + 1);
    expect((await fileOf(other.id)).proactive).toMatchObject({ decision: { adopted: false }, document: null });
  });

  it('REQ-113 who decided is its author: he neither reviews nor publishes it', async () => {
    const { id } = await given([[WORD, '标准.docx']]);
    await decide(id, {}, 'officeHead');
    const { document } = (await fileOf(id, 'officeHead')).proactive!;
    const { seen, draft } = await documentOf(document!.id, 'editor');
    const clear = { verb: 'clearFinding', seen, edition: draft!.hash, finding: 'x', reason: '可以' };
    expect((await as('officeHead').post(`/api/publications/${document!.id}/acts`, clear)).json()).toMatchObject({
      code: 'PUB-14',
    });
  });

  it('REQ-114 others who were given the like are told of, the same person and other agencies are not', async () => {
    const wanted = '青龙桥加固工程的施工合同';
    const of = (identity: string, agencyId = 'county') => ({
      wanted,
      agencyId,
      on: civil(DAY),
      applicant: { ...REGISTER.applicant, name: `甲${identity}`, identity: `护照 ${identity}` },
    });
    office.on(DAY);
    const own = (await office.register(of('110101199001010001'))).request;
    const same = (await office.register(of('110101199001010001'))).request;
    const other = (await office.register(of('110101199001010002'))).request;
    const open = (await office.register(of('110101199001010003'))).request;
    const elsewhere = (await office.register(of('110101199001010004', 'town'))).request;
    for (const { id } of [own, same, other, elsewhere]) await office.reply(id, DAY);
    const { alike } = (await fileOf(own.id)).proactive!;
    expect(alike.map(({ id }) => id)).toEqual([other.id]);
    expect((await fileOf(open.id)).proactive).toBeNull();
  });

  it('REQ-110 a suggestion waits in the inbox of those who decide, until it is decided', async () => {
    const { id } = await given([[WORD, '标准.docx']]);
    await office.act(id, DAY, 'suggestProactive', { why: '都要用' }, 'legal');
    const waits = async (who: Who) => {
      const { mine, others }: InboxView = (await as(who).get('/api/inbox')).json();
      const of = (rows: InboxView['mine']) => rows.some(({ key }) => key === `proactive/${id}`);
      return of(mine) ? 'mine' : of(others) ? 'others' : 'nowhere';
    };
    expect(await Promise.all((['handler', 'officeHead', 'legal', 'editor', 'stranger'] as const).map(waits))).toEqual([
      'mine',
      'mine',
      'others',
      'nowhere',
      'nowhere',
    ]);
    const { mine }: InboxView = (await as('handler').get('/api/inbox')).json();
    expect(mine.find(({ key }) => key === `proactive/${id}`)).toMatchObject({ dueOn: '2026-04-01', workdaysLeft: 20 });
    await decide(id, { adopt: false, why: '只涉及一户' });
    expect(await waits('handler')).toBe('nowhere');
  });
});

describe('who may not', () => {
  it.each(['signatory', 'legal', 'secrecyReviewer', 'auditor', 'editor', 'publisher', 'stranger', 'idle'] as const)(
    'REQ-111 %s decides nothing, and no draft is made',
    async (who) => {
      const { id } = await given([[WORD, '标准.docx']]);
      const before = (await drafts()).length;
      expect([403, 404]).toContain((await decide(id, {}, who)).status);
      expect((await drafts()).length).toBe(before);
    },
  );

  it('SEC-8 nobody decides on a screen that was overtaken, without a session, or from another page', async () => {
    const { id } = await given([[WORD, '标准.docx']]);
    const before = (await drafts()).length;
    const sent = { seen: 1, act: { verb: 'decideProactive', on: DAY, ...YES } };
    expect((await as('handler').post(`/api/requests/${id}/acts`, sent)).json()).toMatchObject({ code: 'STALE' });
    expect((await office.nobody.post(`/api/requests/${id}/acts`, sent)).statusCode).toBe(401);
    expect((await office.foreignPage.post(`/api/requests/${id}/acts`, sent)).statusCode).toBe(403);
    // The document is the product's to name.
    const forged = { seen: 1, act: { verb: 'decideProactive', on: DAY, ...YES, documentId: 'd1' } };
    expect((await as('handler').post(`/api/requests/${id}/acts`, forged)).statusCode).toBe(400);
    expect((await drafts()).length).toBe(before);
  });
});
