import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { CREDIT_CODE, PARTICULARS } from '../../../test/support/publication-play.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { officerOf } from '../../../test/support/scene.ts';
import { SMALL_PDF } from '../../../test/support/small-pdf.ts';
import type { Actor } from '../../people/actor.ts';
import { perform } from '../../perform.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { portalFor, visitorOf } from '../../portal/portal.fixture.ts';
import { forgetUnusedFiles, namedAttachedFiles } from '../../publications/store/attached-files.ts';
import type { WordCommand } from '../../review/replace-words.ts';
import { wordStairs } from '../../review/store.ts';
import type { WordList } from '../../review/wording.ts';
import type { AttachedFileView, PublicationView } from '../contract.ts';
import { CONSOLE_HEADER } from '../guard.ts';

const { db } = await testDatabase();
const files = openFileStore(mkdtempSync(join(tmpdir(), 'gongkai-files-')), KEYS);
const office = await openDesk(db, { files });
office.on('2026-03-04');

const TEXT = '补贴发放公示\n合计十二户\n';

const send = async (who: Who, content: Buffer | string, name: string, agencyId = 'county') => {
  const form = new FormData();
  form.set('file', new Blob([Buffer.from(content) as Uint8Array<ArrayBuffer>]), name);
  const sent = new Response(form);
  return office.desk.inject({
    method: 'POST',
    url: `/api/publication-files?agencyId=${agencyId}`,
    headers: {
      cookie: await office.cookieOf(who),
      [CONSOLE_HEADER]: '1',
      'content-type': sent.headers.get('content-type')!,
    },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
};
const uploaded = async (content: Buffer | string = TEXT, name = '公示.txt'): Promise<AttachedFileView> =>
  (await send('editor', content, name)).json();
const draftWith = (attachments: readonly string[], who: Who = 'editor') =>
  office.as(who).post('/api/publications', {
    agencyId: 'county',
    kind: 'notice',
    columns: ['news.notices'],
    particulars: { ...PARTICULARS, title: '补贴发放公示' },
    bodyHtml: '<p>详见附件。</p>',
    relations: [],
    attachments,
  });
const drafted = async (attachments: readonly string[]): Promise<PublicationView> =>
  (await draftWith(attachments)).json();
const act = async (id: string, who: Who, sent: object) => {
  const { seen, draft, live }: PublicationView = (await office.as('editor').get(`/api/publications/${id}`)).json();
  return office.as(who).post(`/api/publications/${id}/acts`, { seen, edition: (draft ?? live)!.hash, ...sent });
};
const revise = async (id: string, attachments: readonly string[] | undefined, changeNote = '') => {
  const { draft, live }: PublicationView = (await office.as('editor').get(`/api/publications/${id}`)).json();
  const { particulars, bodyHtml } = (draft ?? live)!;
  const more = attachments ? { attachments } : {};
  const sent = { verb: 'revise', particulars, bodyHtml, relations: [], columns: ['news.notices'], changeNote, ...more };
  return act(id, 'editor', sent);
};

beforeAll(async () => {
  await db.updateTable('agencies').set({ credit_code: CREDIT_CODE }).where('id', '=', 'county').execute();
});

describe('附件', () => {
  it('REV-28 a file that was there before is looked into by the words in force now, whoever reads or lets it out', async () => {
    const file = await uploaded('请到老干局领取。\n联系人王某，13812345678。\n', '领取.txt');
    const { id } = await drafted([file.id]);
    const found = async () => {
      const { checks, draft } = (await office.as('publisher').get(`/api/publications/${id}`)).json() as PublicationView;
      const said = checks.filter(({ where }) => where === 'attachments').map(({ says }) => says.split('：')[1]!);
      expect(draft!.attachments[0]!.findings).toHaveLength(said.length);
      return said;
    };
    const head = { ...officerOf('county', 'officeHead'), id: 'officer-officeHead' } as Actor;
    const words = (command: object) =>
      perform(office.house, wordStairs, head, { agencyId: 'county', ...command } as WordCommand);
    const list: WordList = { words: [{ word: '老干局', category: 'forbidden', instead: null }], allowed: [] };
    expect(await found()).toEqual([expect.stringContaining('手机号码')]);
    await words({ verb: 'replaceWords', list, seen: 0 });
    expect(await found()).toEqual([expect.stringContaining('手机号码'), '有违禁词“老干局”']);
    expect((await act(id, 'publisher', { verb: 'publish' })).json()).toMatchObject({ code: 'REV-11' });
    await words({ verb: 'endWords', seen: 1 });
    expect(await found()).toEqual([expect.stringContaining('手机号码')]);
    expect((await act(id, 'publisher', { verb: 'publish' })).json()).toMatchObject({ code: 'REV-25' });
  });

  it('PUB-61 is uploaded, taken along and read by the public once it is out, whole and under its name', async () => {
    const file = await uploaded();
    expect(file).toMatchObject({ name: '公示.txt', kind: '文本', bytes: Buffer.byteLength(TEXT), findings: [] });
    const { id, draft } = await drafted([file.id]);
    expect(draft!.attachments).toEqual([file]);
    expect((await office.as('editor').get(`/api/publications/${id}/files/${file.id}`)).body).toBe(TEXT);
    const visitor = visitorOf(portalFor(office.house, { files }));
    const address = `/documents/${id}/files/${file.id}`;
    expect((await visitor.get(address)).statusCode).toBe(404);

    expect((await act(id, 'publisher', { verb: 'publish' })).statusCode).toBe(200);
    expect((await visitor.get(`/documents/${id}`)).body).toContain(`href="${address}"`);
    const got = await visitor.get(address);
    expect([got.statusCode, got.body]).toEqual([200, TEXT]);
    expect(got.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(/^attachment; .*filename\*=UTF-8''%E5%85%AC/),
    });
    expect((await visitor.get(address, { 'if-none-match': got.headers.etag as string })).statusCode).toBe(304);
    // What stands in the file is found as what stands in the text.
    expect((await visitor.get('/search?q=合计十二户')).body).toContain('补贴发放公示');
  });

  it('PUB-61 another edition without it takes it from the public, and a withdrawal all of them', async () => {
    const [one, other] = [await uploaded(), await uploaded(SMALL_PDF, '二.pdf')];
    const { id } = await drafted([one.id]);
    await act(id, 'publisher', { verb: 'publish' });
    const visitor = visitorOf(portalFor(office.house, { files }));
    const status = async (file: AttachedFileView) =>
      (await visitor.get(`/documents/${id}/files/${file.id}`)).statusCode;
    expect((await revise(id, [other.id], '换附件')).statusCode).toBe(200);
    expect([await status(one), await status(other)]).toEqual([200, 404]);
    await act(id, 'publisher', { verb: 'publish' });
    expect([await status(one), await status(other)]).toEqual([404, 200]);
    const withdrawal = { verb: 'withdraw', reason: 'error', explanation: '附件有误' };
    expect((await act(id, 'publisher', withdrawal)).statusCode).toBe(200);
    expect([await status(one), await status(other)]).toEqual([404, 404]);
  });

  it('PUB-62 a leaked ID number in a hidden sheet of an attached XLSX stops the release, and no approval outlives a change', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('公示').addRow(['王某', '一百元']);
    workbook.addWorksheet('底册', { state: 'veryHidden' }).addRow(['王某', '110101199001011237']);
    const leaking = await uploaded(Buffer.from(await workbook.xlsx.writeBuffer()), '名单.xlsx');
    expect(leaking.findings.map(({ severity, says }) => [severity, says])).toEqual([
      ['error', '附件“名单.xlsx”：表格里有隐藏的工作表。'],
      ['error', expect.stringContaining('身份证')],
    ]);
    const { id, draft } = await drafted([leaking.id]);
    const refused = await act(id, 'publisher', { verb: 'publish' });
    expect(refused.statusCode).toBe(409);
    expect(refused.json().says).toContain('附件“名单.xlsx”：表格里有隐藏的工作表');
    expect(JSON.stringify(refused.json())).not.toContain('19900101');
    workbook.removeWorksheet('底册');
    const clean = await uploaded(Buffer.from(await workbook.xlsx.writeBuffer()), '名单.xlsx');
    const changed: PublicationView = (await revise(id, [clean.id])).json();
    expect(changed.draft!.hash).not.toBe(draft!.hash);
    expect((await act(id, 'publisher', { verb: 'publish' })).statusCode).toBe(200);
  });

  it('PUB-61 saved without a word of them they stay; in another order they are another edition', async () => {
    const [one, other] = [await uploaded(), await uploaded(SMALL_PDF, '二.pdf')];
    const { id, draft } = await drafted([one.id, other.id]);
    const again: PublicationView = (await revise(id, undefined)).json();
    expect(again.draft!.hash).toBe(draft!.hash);
    const turned: PublicationView = (await revise(id, [other.id, one.id])).json();
    expect(turned.draft!.attachments.map(({ name }) => name)).toEqual(['二.pdf', '公示.txt']);
    expect(turned.draft!.hash).not.toBe(draft!.hash);
  });

  it('FIL-3 what is no document is refused in words and leaves nothing', async () => {
    const refused = await send('editor', 'MZ\u0001\u0001', '名单.pdf');
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'FIL-3']);
    expect((await office.as('editor').post('/api/publication-files?agencyId=county', {})).json().code).toBe('NO_FILE');
    for (const body of [
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc',
      '--x\r\nbroken',
    ]) {
      const cut = await office.desk.inject({
        method: 'POST',
        url: '/api/publication-files?agencyId=county',
        headers: {
          cookie: await office.cookieOf('editor'),
          [CONSOLE_HEADER]: '1',
          'content-type': 'multipart/form-data; boundary=x',
        },
        payload: body,
      });
      expect([cut.statusCode, cut.json().says]).toEqual([400, expect.stringContaining('没有办理')]);
    }
  });

  it('PUB-61 an upload that nothing took along is cleared away, one that an edition names never', async () => {
    const [left, taken] = [await uploaded(), await uploaded()];
    await drafted([taken.id]);
    office.on('2026-03-11');
    expect((await draftWith([left.id])).json().code).toBe('PUB-61');
    await forgetUnusedFiles(db, new Date('2026-03-11T00:00:00Z'));
    expect(await namedAttachedFiles(db, [left.id, taken.id])).toEqual(new Set([taken.id]));
    office.on('2026-03-04');
  });
});

describe('who may not', () => {
  it('PUB-61 upload: nobody who may not draft for the agency', async () => {
    for (const who of ['handler', 'publisher', 'auditor', 'stranger'] as const)
      expect([403, 404]).toContain((await send(who, TEXT, 'a.txt')).statusCode);
    expect((await send('editor', TEXT, 'a.txt', 'elsewhere')).statusCode).toBe(403);
    const form = { method: 'POST', url: '/api/publication-files?agencyId=county' } as const;
    expect((await office.desk.inject({ ...form, headers: { [CONSOLE_HEADER]: '1' } })).statusCode).toBe(401);
  });

  it('PUB-61 take along: not what somebody else uploaded, nor what does not exist', async () => {
    const file = await uploaded();
    await db.updateTable('attached_files').set({ added_by: 'somebody' }).where('id', '=', file.id).execute();
    expect((await draftWith([file.id])).json().code).toBe('PUB-61');
    expect((await draftWith(['no-such-file'])).json().code).toBe('PUB-61');
  });

  it('PUB-63 read: no stranger, and no file of another document', async () => {
    const [one, other] = [await uploaded(), await uploaded(SMALL_PDF, '二.pdf')];
    const [mine, theirs] = [await drafted([one.id]), await drafted([other.id])];
    const read = async (who: Who, id: string, fileId: string) =>
      (await office.as(who).get(`/api/publications/${id}/files/${fileId}`)).statusCode;
    expect(await read('editor', mine.id, other.id)).toBe(404);
    for (const who of ['handler', 'stranger'] as const) expect([403, 404]).toContain(await read(who, mine.id, one.id));
    await act(theirs.id, 'publisher', { verb: 'publish' });
    const visitor = visitorOf(portalFor(office.house, { files }));
    expect((await visitor.get(`/documents/${theirs.id}/files/${one.id}`)).statusCode).toBe(404);
    expect((await visitor.get(`/documents/${theirs.id}/files/..%2f..%2fmaster.key`)).statusCode).toBe(404);
  });
});
