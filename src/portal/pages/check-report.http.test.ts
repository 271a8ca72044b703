import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { SOUND, saying, withRow } from '../../annual-report/check/sound-report.fixture.ts';
import type { Report } from '../../annual-report/report.ts';
import { CHECKS_PER_HOUR } from '../intake.ts';
import {
  elementsOf,
  type FilePart,
  HOSTILE,
  hiddenField,
  type PortalPlay,
  portalFor,
  portalPlay,
  textOf,
  type Visitor,
  visitorOf,
} from '../portal.fixture.ts';
import { LARGEST_FILE } from '../report-upload.ts';

const { db } = await testDatabase();
let play: PortalPlay;
let visitor: Visitor;
let token: string;
beforeAll(async () => {
  play = await portalPlay(db);
});
beforeEach(async () => {
  visitor = visitorOf(portalFor(play.house));
  token = hiddenField((await visitor.get('/check-report')).body, 'token');
});

let printed = 0;
/** The report as a county would publish it: the page of a portal. */
async function pageOf(report: Report): Promise<FilePart> {
  printed += 1;
  await play.keepReport(report, { version: printed });
  const { body } = await play.visitor.get(`/annual-reports/${report.year}`);
  return { name: '年报.html', bytes: Buffer.from(body) };
}

const check = (parts: Record<string, string | FilePart>, headers = {}) =>
  visitor.upload('/check-report', { token, ...parts }, headers);

describe('checking a report', () => {
  it('PRT-9 finds nothing in a sound one, and shows its tables as they were read', async () => {
    const answer = await check({ report: await pageOf(SOUND) });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    const read = textOf(answer.body);
    expect(read).toContain('核对结果：青禾县人民政府 2024 年');
    expect(read).toContain('没有发现矛盾');
    expect(answer.body.match(/<table class="official/g)).toHaveLength(3);
    expect(answer.body).toContain('>96.4275<');
    expect(answer.body).not.toContain('class="right faulty"');
  });

  it('PRT-9 tells a planted contradiction with the sentence, the reason and the advice, and marks the cells', async () => {
    const broken = saying('全年新收申请41件。', '（二）依申请公开情况', withRow('3.2', [9, 0, 0, 0, 1, 0, 5]));
    const answer = await check({ report: await pageOf(broken) });
    const read = textOf(answer.body);
    expect(read).toMatch(/错误 \d+ 处/);
    expect(read).toContain('原文：“全年新收申请41件。”');
    expect(read).toContain('位置：表三，下面已经标出');
    expect(read).toContain('依据：');
    expect(answer.body).toMatch(/class="right faulty"[^>]*><span>9<\/span><span class="mark">有矛盾<\/span>/);
    const order = ['错误', '警告', '提示']
      .map((word) => answer.body.indexOf(`<h2>${word}</h2>`))
      .filter((at) => at > 0);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('PRT-9 takes pasted text, and keeps it when it cannot be read', async () => {
    const { body } = await play.visitor.get('/annual-reports/2024');
    expect((await check({ text: body })).statusCode).toBe(200);
    const unread = await check({ text: '一张购物清单：鸡蛋、米 & <油>' });
    expect(unread.statusCode).toBe(422);
    expect(unread.body).toContain('一张购物清单：鸡蛋、米 &amp; &lt;油>');
  });

  it('PRT-9 holds it against the report of the year before', async () => {
    const last = await pageOf({ ...withRow('4', [9, 0, 0, 0, 0, 0, 9]), year: 2023 });
    const answer = await check({ report: await pageOf(SOUND), previous: last });
    const read = textOf(answer.body);
    expect(read).toContain('与 2023 年的年报一起核对');
    expect(read).toMatch(/上年结转/);
    expect(answer.body).toContain('faulty');
  });

  it('works without a script, and is led to from where it is needed', async () => {
    const { body } = await visitor.get('/check-report');
    expect(body).toContain('method="post" action="/check-report" enctype="multipart/form-data"');
    for (const path of ['/', '/annual-reports', '/annual-reports/2024', '/sitemap'])
      expect([path, (await play.visitor.get(path)).body.includes('href="/check-report"')]).toEqual([path, true]);
  });
});

describe('what is no report', () => {
  const file = (bytes: Buffer, name = 'x.html') => ({ report: { name, bytes } });

  it.each([
    ['a file of 50 MB', file(Buffer.alloc(50 * 1024 * 1024, '公')), 413, '文件超过 5 MB'],
    ['a file just too large', file(Buffer.alloc(LARGEST_FILE + 1, 'a')), 413, '文件超过 5 MB'],
    ['a PDF', file(Buffer.from('%PDF-1.7 政府信息公开'), '年报.pdf'), 415, '这是 PDF 文件'],
    ['a Word file', file(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), '年报.docx'), 415, '另存为网页'],
    ['a picture', file(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13])), 415, '这是图片'],
    [
      'bytes of no encoding',
      file(Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 197 + 131) % 256))),
      422,
      '文字无法辨认',
    ],
    [
      'another text',
      file(Buffer.from('关于政府信息公开培训的通知，各单位：请准时参加。')),
      422,
      '这不像政府信息公开工作年度报告',
    ],
    ['a book', file(Buffer.from('政府信息公开工作年度报告。'.repeat(30_000))), 413, '文字超过'],
    ['an empty file', file(Buffer.from(' \n')), 422, '文件是空的'],
    ['nothing at all', { text: '  ' }, 422, '没有要核对的内容'],
    [
      'an unreadable report of the year before',
      { text: '', previous: { name: 'a', bytes: Buffer.from('没有') } },
      422,
      '没有要核对的内容',
    ],
  ])('PRT-9 %s: says so in Chinese, what to do, and keeps nothing', async (_, parts, status, says) => {
    const answer = await check(parts as never);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(textOf(answer.body)).toContain(says);
    expect(answer.body).toContain('role="alert"');
    expect(hiddenField(answer.body, 'token')).not.toBe('');
  });

  it('PRT-9 the report of the year before is named when it is that which cannot be read', async () => {
    const answer = await check({ report: await pageOf(SOUND), previous: { name: 'b', bytes: Buffer.from('%PDF-1') } });
    expect(answer.statusCode).toBe(415);
    expect(answer.body).toContain('href="#previous"');
  });
});

describe('who may not', () => {
  const sound = () => pageOf(SOUND);

  it('PRT-1 nobody without a form of this site; what was pasted is not lost', async () => {
    for (const forged of [
      '',
      'a.b.c',
      hiddenField((await visitor.get('/check-report')).body, 'token').replace(/^./, 'z'),
    ]) {
      const refused = await check({ token: forged, text: '我粘贴的内容' });
      expect([forged, refused.statusCode]).toEqual([forged, 403]);
      expect(refused.body).toContain('我粘贴的内容');
    }
  });

  it('PRT-1 the same form may check again: nothing is kept that could be doubled', async () => {
    const report = await sound();
    expect([(await check({ report })).statusCode, (await check({ report })).statusCode]).toEqual([200, 200]);
  });

  it('PRT-1 no page of another site, no program that fills in what no person sees', async () => {
    const report = await sound();
    expect((await check({ report }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await check({ report, website: 'x' })).statusCode).toBe(403);
  });

  it('PRT-9 no address without end', async () => {
    for (let n = 0; n < CHECKS_PER_HOUR; n += 1) await check({ text: '' });
    expect((await check({ report: await sound() })).statusCode).toBe(429);
  });

  it('PRT-9 no upload beyond all measure: refused before a byte is read', async () => {
    const answer = await play.portal.app.inject({
      method: 'POST',
      url: '/check-report',
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': '900000000',
        'sec-fetch-site': 'same-origin',
      },
      payload: 'x',
    });
    expect(answer.statusCode).toBe(413);
  });

  it('no form of another kind, no broken one, no field that changes the program', async () => {
    const plain = await visitor.post('/check-report', { token, text: 'x' });
    expect(plain.statusCode).toBe(415);
    const broken = await play.portal.app.inject({
      method: 'POST',
      url: '/check-report',
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin' },
      payload: '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nunfinished',
    });
    expect(broken.statusCode).toBeGreaterThanOrEqual(400);
    expect(broken.statusCode).toBeLessThan(500);
    expect((await check({ __proto__x: 'a', toString: 'b', text: '' })).statusCode).toBeLessThan(500);
  });

  it('nobody writes markup through a report', async () => {
    const report = await pageOf(saying(`${HOSTILE}全年新收申请41件。`));
    const { body } = await check({ report });
    expect(elementsOf(body).filter((tag) => /^<(script|img)|\son\w+=/.test(tag))).toEqual([]);
    const name = { name: 'x.html"><script>', bytes: report.bytes };
    expect(elementsOf((await check({ report: name })).body).filter((tag) => /^<script/.test(tag))).toEqual([]);
  });

  it('PRT-9 nothing that was uploaded is kept: no table has grown', async () => {
    const sizes = async () =>
      JSON.stringify(
        await Promise.all(
          (['info_requests', 'annual_reports', 'documents', 'ledger_entries'] as const).map((table) =>
            db
              .selectFrom(table as 'documents')
              .select((q) => q.fn.countAll<number>().as('n'))
              .execute(),
          ),
        ),
      );
    const report = await sound();
    const before = await sizes();
    await check({ report });
    expect(await sizes()).toBe(before);
  });
});
