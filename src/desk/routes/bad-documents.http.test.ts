/** 坏的输入, of whoever hands something in for a document: each is refused in words, nothing of it is kept, and the next one is served. */
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk } from '../../../test/support/open-desk.ts';
import { CREDIT_CODE, PARTICULARS } from '../../../test/support/publication-play.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { line, wordFile } from '../../../test/support/word-file.ts';
import { zipOf } from '../../../test/support/zip.ts';
import { limitedWorker } from '../../main/uploads/limited-worker.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { packageRoot } from '../../platform/package-root.ts';
import { elementsOf, portalFor, textOf, visitorOf } from '../../portal/portal.fixture.ts';
import type { AttachedFileView } from '../contract.ts';
import { CONSOLE_HEADER } from '../guard.ts';
import type { LookedInto } from '../publications/look-into.ts';

const { db } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'gongkai-bad-'));
const built = (name: string) => join(packageRoot(), 'dist', 'server', name);
const look = limitedWorker<LookedInto>(built('look-worker.js'), { seconds: 3, megabytes: 128 });
const office = await openDesk(db, {
  files: openFileStore(folder, KEYS),
  readWord: limitedWorker(built('word-worker.js'), { seconds: 10, megabytes: 128 }),
  lookInto: (kind, file) => look({ kind, file }),
});
office.on('2026-03-04');
const visitor = visitorOf(portalFor(office.house));

beforeAll(async () => {
  await db.updateTable('agencies').set({ credit_code: CREDIT_CODE }).where('id', '=', 'county').execute();
});

async function send(url: string, content: Buffer, name: string) {
  const form = new FormData();
  if (!url.includes('?')) form.set('agencyId', 'county');
  form.set('file', new Blob([content as Uint8Array<ArrayBuffer>]), name);
  const sent = new Response(form);
  const answer = await office.desk.inject({
    method: 'POST',
    url,
    headers: {
      cookie: await office.cookieOf('editor'),
      [CONSOLE_HEADER]: '1',
      'content-type': sent.headers.get('content-type')!,
    },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
  return { status: answer.statusCode, ...(answer.json() as { code?: string; says?: string }) };
}
const asWord = (content: Buffer) => send('/api/publication-word', content, '通知.docx');
const asFile = (content: Buffer, name: string) => send('/api/publication-files?agencyId=county', content, name);

const kept = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
const counted = async (table: 'documents' | 'attached_files') =>
  Number(
    (
      await db
        .selectFrom(table)
        .select((q) => q.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

const WORD = wordFile(line('关于植树的通知'));
/** As Word packs a file with a password: not a ZIP at all. */
const ENCRYPTED = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096, 7)]);
const MACRO = wordFile(line('带宏的通知'), { 'word/vbaProject.bin': Buffer.from('Attribute VB_Name') });
const MILLION = Buffer.from(`%PDF-1.7\n${'1 0 obj\n0\nendobj\n'.repeat(1_000_000)}trailer\n<</Root 1 0 R>>\n%%EOF\n`);
const MILLION_PAGES = Buffer.from(
  `%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1000000/Kids[${'3 0 R '.repeat(1_000_000)}]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n`,
);
const NESTED = wordFile('<w:tbl><w:tr><w:tc>'.repeat(10_000) + line('里') + '</w:tc></w:tr></w:tbl>'.repeat(10_000));
const MILLION_RUNS = wordFile(`<w:p>${'<w:r><w:t>文</w:t></w:r>'.repeat(1_000_000)}</w:p>`);
const BOMB = wordFile(line('甲'), { 'word/media/a.png': Buffer.alloc(61 * 1024 * 1024) });
const ENTITIES = ['a', 'b', 'c', 'd'].map((name, n) => `<!ENTITY ${name} "${n === 0 ? '哈' : '&a;'.repeat(50)}">`);
const declaring = (declares: string, part = 'word/document.xml') =>
  wordFile('', { [part]: Buffer.from(`\ufeff<!DOCTYPE a ${declares}><w:document><w:body/></w:document>`, 'utf16le') });
const MACRO_KIND = wordFile(line('带宏的通知'), {
  '[Content_Types].xml':
    '<Types><Override ContentType="application/vnd.ms-office.vbaProject" PartName="/word/v.bin"/></Types>',
});
const ESCAPING = zipOf([
  { name: '[Content_Types].xml', content: '<Types/>' },
  { name: '../../identity.key', content: '1' },
  { name: 'word/document.xml', content: '<w:document/>' },
]);

describe('坏的文件用文字拒绝，什么也不留下，系统照常应答', () => {
  it.each<[string, () => Promise<{ status: number; says?: string }>]>([
    ['a broken DOCX: cut in the middle, as a text', () => asWord(WORD.subarray(0, 200))],
    ['a broken DOCX: cut in the middle, as an attachment', () => asFile(WORD.subarray(0, 200), '通知.docx')],
    ['an encrypted DOCX, as a text', () => asWord(ENCRYPTED)],
    ['an encrypted DOCX, as an attachment', () => asFile(ENCRYPTED, '通知.docx')],
    ['a DOCX with macros, as a text', () => asWord(MACRO)],
    ['a DOCX with macros, as an attachment', () => asFile(MACRO, '通知.docx')],
    ['a DOCM with another name, and its macros too, as a text', () => asWord(MACRO_KIND)],
    ['a zip bomb, as a text', () => asWord(BOMB)],
    ['entities that grow, as a text', () => asWord(declaring(`[${ENTITIES.join('')}]`))],
    ['an entity that lies elsewhere, as a text', () => asWord(declaring('[<!ENTITY x SYSTEM "file:///etc/passwd">]'))],
    ['a declaration among the relations, as a text', () => asWord(declaring('[]', 'word/_rels/document.xml.rels'))],
    ['10,000 tables in one another, as a text', () => asWord(NESTED)],
    ['a million runs, as a text', () => asWord(MILLION_RUNS)],
    ['a DOCX whose entry leaves its folder', () => asFile(ESCAPING, '通知.docx')],
    ['a program called a PDF', () => asFile(Buffer.from('MZ\x01\x01'), '通知.pdf')],
    ['a page with a script called a text', () => asFile(Buffer.from('<!doctype html><script>1</script>'), '通知.txt')],
  ])('FIL-3 PUB-45 PUB-62 %s', async (_, handIn) => {
    const before = [kept(), await counted('documents'), await counted('attached_files')];
    const { status, says } = await handIn();
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(says).toMatch(/\p{Script=Han}{4,}.*。$/su);
    expect([kept(), await counted('documents'), await counted('attached_files')]).toEqual(before);
    expect((await asWord(WORD)).status).toBe(200);
  });
});

describe('坏的地方不带进来', () => {
  it('PUB-45 a link that runs a script, a picture that lies elsewhere, a part whose name leaves its folder', async () => {
    const relation = (id: string, kind: string, target: string, more = '') =>
      `<Relationship Id="${id}" Type="x/${kind}" Target="${target}" ${more}/>`;
    const before = kept();
    const picture = (id: string) => `<w:p><w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r></w:p>`;
    const file = wordFile(
      `<w:p><w:hyperlink r:id="js"><w:r><w:t>点我</w:t></w:r></w:hyperlink></w:p>${picture('away')}${picture('up')}`,
      {
        'word/_rels/document.xml.rels': `<Relationships>${relation('js', 'hyperlink', 'javascript:alert(1)', 'TargetMode="External"')}${relation('away', 'image', 'https://x.example/a.png', 'TargetMode="External"')}${relation('up', 'image', '../../../etc/passwd')}</Relationships>`,
        '../../../etc/passwd': 'root:x:0:0',
      },
    );
    const answer = (await asWord(file)) as Awaited<ReturnType<typeof asWord>> & {
      readonly bodyHtml: string;
      readonly report: readonly { readonly says: string }[];
    };
    expect([answer.status, answer.bodyHtml]).toEqual([200, '<p>点我</p>']);
    expect(answer.report.map(({ says }) => says)).toEqual([
      '稿件里有 2 个图片、图形或者嵌入的文件，没有带进来。',
      '1 个链接不是网址、邮箱或者电话，只留下了文字。',
    ]);
    expect(kept()).toBe(before);
  });
});

describe('查不完的文件不能发布，写明怎么办，不让别人等', () => {
  it.each<[string, Buffer]>([
    ['a PDF with a million objects', MILLION],
    ['a PDF with a million pages', MILLION_PAGES],
  ])('PUB-62 %s', async (_, file) => {
    const heard = asFile(file, '通知.pdf');
    expect((await asWord(WORD)).status).toBe(200);
    const { status, says, findings = [] } = (await heard) as Awaited<typeof heard> & Pick<AttachedFileView, 'findings'>;
    // Too much to be looked through, or not to be read at all: either is told, and neither goes out.
    const told = status === 200 ? findings.find(({ severity }) => severity === 'error')?.says : says;
    expect([200, 409]).toContain(status);
    expect(told).toMatch(/查不出|没有查完|未能查看/);
  });
});

describe('坏的内容用文字拒绝', () => {
  const draft = (change: object) =>
    office.as('editor').post('/api/publications', {
      ...{ agencyId: 'county', kind: 'notice', columns: ['news.notices'], bodyHtml: '<p>正文。</p>', relations: [] },
      particulars: PARTICULARS,
      ...change,
    });

  it('SEC-7 a title of 10,000 characters', async () => {
    const before = await counted('documents');
    const answer = await draft({ particulars: { ...PARTICULARS, title: '长'.repeat(10_000) } });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toMatch(/\p{Script=Han}{4,}/u);
    expect(answer.body.length).toBeLessThan(3_000);
    expect(await counted('documents')).toBe(before);
  });

  it('PUB-8 a title and a text full of script tricks run nowhere', async () => {
    const trick = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;
    const {
      id,
      seen,
      draft: edition,
    } = (
      await draft({ particulars: { ...PARTICULARS, title: trick }, bodyHtml: `<p>${trick}</p><svg onload=alert(1)>` })
    ).json();
    expect(edition.bodyHtml).not.toMatch(/script|onerror|svg/);
    await office.as('publisher').post(`/api/publications/${id}/acts`, {
      ...{ verb: 'publish', seen, edition: edition.hash },
    });
    const page = await visitor.get(`/documents/${id}`);
    expect(page.statusCode).toBe(200);
    const elements = elementsOf(page.body).filter((tag) => /^<(?:script>|img|svg onload)|on(?:error|load)=/.test(tag));
    expect(elements).toEqual([]);
    expect(textOf(page.body)).toContain('<script>alert(1)</script>'.replaceAll('<', '&lt;'));
  });

  it.each([
    '/documents/..%2F..%2F..%2Fetc%2Fpasswd',
    '/documents/x/files/..%2F..%2Fidentity.key',
    '/documents/x/pictures/..%2F..%2Fidentity.key',
    '/columns/..%2F..%2Fidentity.key',
    '/..%2F..%2Fidentity.key',
    '/../../identity.key',
    '/%2e%2e/%2e%2e/identity.key',
  ])('PRT-82 an address that tries to leave its folder: %s', async (address) => {
    const { statusCode, body } = await visitor.get(address);
    expect(statusCode).toBe(404);
    expect(body).toContain('没有找到这个页面');
  });
});
