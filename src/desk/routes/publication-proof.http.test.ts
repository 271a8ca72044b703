import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { CREDIT_CODE, PARTICULARS } from '../../../test/support/publication-play.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { sm3 } from '../../ledger/entry.ts';
import { entriesOf } from '../../ledger/store.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { unzip } from '../../platform/papers/unzip.ts';
import { drawDetachedPage } from '../../portal/draw-detached-page.ts';
import { SITE } from '../../portal/portal.fixture.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import type { PublicationView } from '../contract.ts';
import { CONSOLE_HEADER } from '../guard.ts';

const { db } = await testDatabase();
const files = openFileStore(mkdtempSync(join(tmpdir(), 'gongkai-files-')), KEYS);
const office = await openDesk(db, {
  files,
  config: { trustedProxy: [], publicUrl: 'https://www.example.gov.cn' },
  drawPage: (page) => drawDetachedPage(page, { db, site: SITE, demo: false, today: civilDateAt(office.house.now()) }),
});

const upload = async (url: string, content: Buffer, name: string) => {
  const form = new FormData();
  form.set('file', new Blob([content as Uint8Array<ArrayBuffer>]), name);
  const sent = new Response(form);
  const answer = await office.desk.inject({
    method: 'POST',
    url: `${url}?agencyId=county`,
    headers: {
      ...{ cookie: await office.cookieOf('editor'), [CONSOLE_HEADER]: '1' },
      'content-type': sent.headers.get('content-type')!,
    },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
  return answer.json();
};
const viewed = async (id: string): Promise<PublicationView> =>
  (await office.as('publisher').get(`/api/publications/${id}`)).json();
const act = async (who: Who, id: string, sent: object) => {
  const { seen, draft, live } = await viewed(id);
  const on = { seen, edition: (draft ?? live)!.hash };
  const done = await office.as(who).post(`/api/publications/${id}/acts`, { ...on, ...sent });
  expect([done.statusCode, done.body.slice(0, 200)]).toEqual([200, expect.any(String)]);
};
const take = (who: Who, id: string, edition: string) =>
  office.as(who).post(`/api/publications/${id}/proof`, { edition });
async function proof(id: string, edition: string): Promise<Map<string, Buffer>> {
  const answer = await take('publisher', id, edition);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
  return new Map(unzip(answer.rawPayload, { bytes: 50_000_000, entries: 100 })!);
}
const piece = (zip: ReadonlyMap<string, Buffer>, words: string) => {
  const [found] = [...zip].find(([name]) => name.includes(words)) ?? [];
  if (found === undefined) throw new Error(`no ${words} among ${[...zip.keys()].join()}`);
  return zip.get(found)!;
};
const wordsOf = (docx: Buffer) =>
  unzip(docx, { bytes: 5_000_000, entries: 50 })!
    .get('word/document.xml')!
    .toString()
    .replace(/<[^>]+>/g, '');
const digest = (kind: 'sha256' | 'sm3', content: Buffer) => createHash(kind).update(content).digest('hex');

/** 怎样核对: what the cover tells a court to do, done. */
function faultsIn(zip: ReadonlyMap<string, Buffer>, edition: string): string[] {
  const faults: string[] = [];
  const sums = new Map(
    zip
      .get('SHA256SUMS')!
      .toString()
      .trim()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  for (const [name, content] of zip)
    if (name !== 'SHA256SUMS' && sums.get(name) !== digest('sha256', content)) faults.push(`1 ${name}`);
  for (const name of sums.keys()) if (!zip.has(name)) faults.push(`1 ${name}`);
  if (digest('sm3', piece(zip, '版本原文')) !== edition) faults.push('2');
  const released = piece(zip, '发布内容原文');
  const lines = [...zip].filter(([name]) => name.startsWith('留痕/')).map(([, content]) => content);
  const line = lines.find((one) => /"verb":"(published|releasedUrgently|openedWithBalance)"/.test(one.toString()));
  const { contentHash } = line ? JSON.parse(line.toString()) : { contentHash: '' };
  if (digest('sm3', released) !== contentHash || !released.toString().includes(edition)) faults.push('3');
  return faults;
}

let id = '';
let [first, second] = ['', ''];

beforeAll(async () => {
  await db.updateTable('agencies').set({ credit_code: CREDIT_CODE }).where('id', '=', 'county').execute();
  office.on('2026-03-09');
  await office.as('officeHead').post('/api/review-rules', {
    ...{ agencyId: 'county', column: null, kind: null, preset: 'repost' },
  });
  const file = await upload('/api/publication-files', Buffer.from('合计十二户\n'), '补贴名单.txt');
  const photo = await sharp({ create: { width: 1_200, height: 600, channels: 3, background: '#0b4f8a' } })
    .png()
    .toBuffer();
  const { address, width, height } = await upload('/api/publication-pictures', photo, '现场.png');
  const made = await office.as('editor').post('/api/publications', {
    ...{ agencyId: 'county', kind: 'notice', columns: ['news.notices'], relations: [], attachments: [file.id] },
    particulars: { ...PARTICULARS, title: '补贴发放公示' },
    bodyHtml: `<p>详见附件。</p><p><img src="${address}" alt="现场" width="${width}" height="${height}"></p>`,
  });
  id = made.json<PublicationView>().id;
  const { review } = await viewed(id);
  await act('editor', id, { verb: 'submit' });
  for (const { steps } of review!.tracks)
    for (const { name } of steps)
      await act(name === 'examine1' ? 'examiner' : 'proofreader', id, {
        ...{ verb: 'passStep', step: name, opinion: '内部意见不外传' },
      });
  office.on('2026-03-10');
  await act('publisher', id, { verb: 'publish' });
  first = (await viewed(id)).live!.hash;
});

/** The next edition, let out by the publisher's urgent word. */
async function revise(bodyHtml: string, note: string): Promise<string> {
  const { draft, live } = await viewed(id);
  const { particulars } = (draft ?? live)!;
  await act('editor', id, {
    ...{ verb: 'revise', particulars, bodyHtml, relations: [], columns: ['news.notices'], changeNote: note },
    attachments: [],
  });
  return (await viewed(id)).draft!.hash;
}

describe('证明曾经公开', () => {
  it('PUB-95 tells in plain words what was public where and when, with the page, the file, every step, and how to check', async () => {
    const zip = await proof(id, first);
    expect([...zip.keys()].map((name) => name.replace(/\d+ /, ''))).toEqual([
      ...[
        '证明.pdf',
        '证明.docx',
        '附件/补贴名单.txt',
        '图片/图1.png',
        '网页/公众看到的网页.html',
        '网页/网页上供下载的PDF.pdf',
      ],
      ...['版本/版本原文.json', '版本/发布内容原文.json'],
      ...Array.from({ length: 5 }, () => expect.stringMatching(/^留痕\/留痕第\d+条\.json$/)),
      ...['经过/经过.pdf', 'SHA256SUMS', 'SM3SUMS'],
    ]);
    const cover = wordsOf(zip.get('证明.docx')!);
    for (const told of [
      '补贴发放公示',
      `https://www.example.gov.cn/documents/${id}`,
      '2026年3月10日 10:00:00起',
      '至出具本证明之日（2026年3月10日）仍在公开',
      '由方发布办理',
      first.slice(0, 8),
      'sha256sum -c SHA256SUMS',
    ])
      expect(cover).toContain(told);
    expect(piece(zip, '补贴名单').toString()).toBe('合计十二户\n');
    const page = piece(zip, '公众看到的网页').toString();
    for (const shown of [
      '存档还原',
      '<h1 class="document-title">补贴发放公示',
      '索引号',
      '发布时间',
      'data:image/png;base64,',
    ])
      expect(page).toContain(shown);
    expect(page).toContain(`href="${encodeURI('../附件/01 补贴名单.txt')}"`);
    // Nothing runs, nothing is fetched, and what reviewers said to each other stays in the house.
    expect(page).not.toMatch(/<script(?! type="application\/ld\+json")|<link rel="stylesheet"|src="(?!data:)/);
    for (const [name, content] of zip) expect([name, content.includes('内部意见')]).toEqual([name, false]);
    expect(faultsIn(zip, first)).toEqual([]);
    const [taken] = (await entriesOf(db, 'publications', id)).slice(-1);
    expect(taken).toMatchObject({ verb: 'proofTaken', actorId: 'officer-publisher' });
    expect(taken!.contentHash).toBe(sm3(`{"edition":"${first}","sums":"${digest('sm3', zip.get('SHA256SUMS')!)}"}`));
  });

  it('PUB-95 one byte changed anywhere is found by the check the cover tells', async () => {
    const zip = await proof(id, first);
    for (const [name, content] of zip) {
      const changed = Buffer.from(content);
      const at = Math.floor(changed.length / 2);
      changed[at] = changed[at]! ^ 1;
      const found = faultsIn(new Map([...zip, [name, changed]]), first);
      expect([name, found.length > 0]).toEqual([name, true]);
    }
    // Whoever writes the checksums anew as well is still held to the hash of the edition and to the line of the ledger.
    const [path] = [...zip].find(([name]) => name.includes('版本原文'))!;
    const forged = Buffer.from(zip.get(path)!.toString().replace('详见附件', '详见附表'));
    const sums = zip.get('SHA256SUMS')!.toString();
    const anew = sums.replace(digest('sha256', zip.get(path)!), digest('sha256', forged));
    expect(faultsIn(new Map([...zip, [path, forged], ['SHA256SUMS', Buffer.from(anew)]]), first)).toEqual(['2']);
  });

  it('PUB-95 of an edition that was replaced and of one that was withdrawn: its own days, text and steps, and nothing of a later draft', async () => {
    office.on('2026-04-01');
    second = await revise('<p>更正后的名单。</p>', '更正一户');
    await act('publisher', id, { verb: 'publishUrgently', reason: '名单有误，须立即更正' });
    office.on('2026-05-06');
    await act('publisher', id, {
      verb: 'withdraw',
      reason: 'noticeOver',
      explanation: '内部说明不外传',
    });
    office.on('2026-05-07');
    await revise('<p>还没有公开的一稿。</p>', '再次公示');

    const old = await proof(id, first);
    expect(wordsOf(old.get('证明.docx')!)).toContain('至2026年4月1日 10:00:00止，由后一版代替');
    expect(faultsIn(old, first)).toEqual([]);
    const last = await proof(id, second);
    const cover = wordsOf(last.get('证明.docx')!);
    expect(cover).toContain('2026年4月1日 10:00:00起');
    expect(cover).toContain('至2026年5月6日 10:00:00止。此后撤回，原网址留有说明：“该信息公示期已满。”');
    expect(piece(last, '公众看到的网页').toString()).toContain('更正一户');
    expect(digest('sm3', piece(last, '版本原文'))).toBe(second);
    expect(JSON.parse(piece(last, '发布内容原文').toString())).toMatchObject({ type: 'releasedUrgently' });
    for (const zip of [old, last])
      for (const [name, content] of zip)
        expect([name, /还没有公开|内部说明|内部意见/.test(content.toString())]).toEqual([name, false]);
    const { published, draft } = await viewed(id);
    expect(published.editions.map(({ n, end }) => [n, end])).toEqual([
      [2, '撤回'],
      [1, '由后一版代替'],
    ]);
    expect((await take('publisher', id, draft!.hash)).statusCode).toBe(404);
  });

  it('PUB-95 says which edition the line of the release speaks of after the document was placed elsewhere', async () => {
    office.on('2026-06-01');
    const made = await office.as('editor').post('/api/publications', {
      ...{ agencyId: 'county', kind: 'notice', columns: ['news.notices'], relations: [], bodyHtml: '<p>停水。</p>' },
      particulars: { ...PARTICULARS, title: '停水通知' },
    });
    const moved = made.json<PublicationView>().id;
    await act('publisher', moved, { verb: 'publishUrgently', reason: '今晚停水' });
    const { hash } = (await viewed(moved)).live!;
    await act('editor', moved, {
      ...{ verb: 'revise', changeNote: '写明时间', relations: [], columns: ['news.headlines'] },
      ...{ bodyHtml: '<p>今晚停水。</p>', particulars: { ...PARTICULARS, title: '停水通知' } },
    });
    const zip = await proof(moved, hash);
    expect(faultsIn(zip, hash)).toEqual([]);
    expect(JSON.parse(piece(zip, '发布内容原文').toString()).released.columns).toEqual(['news.notices']);
  });

  it('PUB-95 is not given where the text is not the one of its hash, or the ledger is broken', async () => {
    const wrong = async (statement: ReturnType<typeof sql>, undo: ReturnType<typeof sql>) => {
      const run = (one: typeof statement) =>
        db.transaction().execute(async (tx) => {
          await sql`set local session_replication_role = replica`.execute(tx);
          await one.execute(tx);
        });
      await run(statement);
      const { body, statusCode } = await take('publisher', id, first);
      await run(undo);
      return [statusCode >= 400, body];
    };
    const text = (from: string, to: string) =>
      sql`update editions set body_html = replace(body_html, ${from}, ${to}) where document_id = ${id} and n = 1`;
    expect(await wrong(text('详见附件', '详见附表'), text('详见附表', '详见附件'))).toEqual([
      true,
      expect.stringContaining('与它的摘要值不符'),
    ]);
    const line = (from: string, to: string) =>
      sql`update ledger_entries set verb = ${to} where subject = ${id} and verb = ${from}`;
    expect(await wrong(line('withdrawn', 'repealed'), line('repealed', 'withdrawn'))).toEqual([
      true,
      expect.stringMatching(/留痕在第 \d+ 条断开/),
    ]);
    expect(faultsIn(await proof(id, first), first)).toEqual([]);
  });
});

describe('who may not', () => {
  it('PUB-95 take the proof: an editor, whoever reviewed it, other posts, other agencies, nobody; and the other site', async () => {
    for (const who of ['editor', 'examiner', 'auditor', 'handler', 'stranger', 'idle', 'systemAdmin'] as const)
      expect([who, [403, 404].includes((await take(who, id, first)).statusCode)]).toEqual([who, true]);
    expect((await office.nobody.post(`/api/publications/${id}/proof`, { edition: first })).statusCode).toBe(401);
    const elsewhere = await office.foreignPage.post(`/api/publications/${id}/proof`, { edition: first });
    expect(elsewhere.json()).toMatchObject({ code: 'NOT_YOUR_PAGE' });
    const { published } = (await office.as('editor').get(`/api/publications/${id}`)).json<PublicationView>();
    expect(published.proof).toContain('发布人或公开工作机构负责人');
    expect((await take('officeHead', id, first)).statusCode).toBe(200);
  });
});
