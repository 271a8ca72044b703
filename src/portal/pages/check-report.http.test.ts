import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { zipOf } from '../../../test/support/zip.ts';
import { SOUND, saying, withRow } from '../../annual-report/check/sound-report.fixture.ts';
import { reportCsv } from '../../annual-report/render/report-csv.ts';
import type { Report } from '../../annual-report/report.ts';
import { examine } from '../../main/report/examine.ts';
import { type ExamineFiles, gathering } from '../../main/report/report-reader.ts';
import { REPORT_WRITERS, type ReportKind } from '../../main/report/report-writers.ts';
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

/** What runs in the worker (`src/main/report/report-reader.test.ts`), run here. */
const examineReports: ExamineFiles = async (handed) => {
  const told = gathering();
  for await (const step of examine(handed)) told.take(step);
  return told.examination();
};

const { db } = await testDatabase();
let play: PortalPlay;
let visitor: Visitor;
let token: string;
beforeAll(async () => {
  play = await portalPlay(db, { examineReports });
});
beforeEach(async () => {
  visitor = visitorOf(portalFor(play.house, { examineReports }));
  token = hiddenField((await visitor.get('/check-report')).body, 'token');
});

const zipped = (entries: Readonly<Record<string, Buffer>>) =>
  zipOf(Object.entries(entries).map(([name, content]) => ({ name, content })));

const LOCKED = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);

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

describe('ANR-39 files as the office sends them', () => {
  it.each(['docx', 'xlsx', 'pdf', 'json', 'csv'] as ReportKind[])('.%s is read and checked', async (kind) => {
    const broken = withRow('3.2', [9, 0, 0, 0, 1, 0, 5]);
    const answer = await check({ report: { name: `年报.${kind}`, bytes: await REPORT_WRITERS[kind](broken) } });
    expect(answer.statusCode).toBe(200);
    expect(textOf(answer.body)).toContain('核对结果：青禾县人民政府 2024 年');
    expect(answer.body).toMatch(/class="right faulty"[^>]*><span>9<\/span>/);
  });

  it('every report of an archive, those with contradictions first; what cannot be read is named and the rest goes on', async () => {
    const of = async (unit: string, change = {}) => REPORT_WRITERS.docx({ ...SOUND, unit, ...change });
    const bytes = zipped({
      '好.docx': await of('青禾县教育局'),
      '坏.docx': await of('青禾县财政局', { table4: { ...SOUND.table4, review: [3, 1, 1, 2, 9] } }),
      '坏掉.pdf': Buffer.from('%PDF-1.7'),
      '照片.png': Buffer.from('not asked for'),
    });
    const answer = await check({ report: { name: '各单位.zip', bytes } });
    const read = textOf(answer.body);
    expect([answer.statusCode, read.includes('读到 2 份，其中 1 份有矛盾；1 份读不了')]).toEqual([200, true]);
    expect(read).toContain('坏掉.pdf文件损坏');
    expect(read.indexOf('青禾县财政局 2024 年')).toBeLessThan(read.indexOf('青禾县教育局 2024 年'));
    expect(read).not.toContain('照片');
  });

  it('no more than sixty of an archive, and says how many were left', async () => {
    const entries = Object.fromEntries(Array.from({ length: 63 }, (_, at) => [`${at}.txt`, Buffer.from('公开')]));
    const read = textOf((await check({ report: { name: '很多.zip', bytes: zipped(entries) } })).body);
    expect(read).toContain('还有 3 份没有核对：一次最多 60 份');
  });

  it('an archive without a report, and one within another, say so', async () => {
    const inner = zipped({ 'a.txt': Buffer.from('x') });
    for (const entries of [{ 'a.png': Buffer.from('x') }, { 'b.zip': inner }]) {
      const answer = await check({ report: { name: 'x.zip', bytes: zipped(entries as Record<string, Buffer>) } });
      expect([answer.statusCode, textOf(answer.body).includes('压缩包里没有年度报告')]).toEqual([422, true]);
    }
  });

  it('a table cut in half, and the report of another year beside it, are said in words', async () => {
    const page = (await pageOf(SOUND)).bytes.toString();
    const cut = `${page.slice(0, page.indexOf('3.补正后申请内容仍不明确'))}</td></tr></table></article></body></html>`;
    const previous = { name: '旧.json', bytes: await REPORT_WRITERS.json({ ...SOUND, year: 2020 }) };
    const read = textOf((await check({ report: { name: 'a.html', bytes: Buffer.from(cut) }, previous })).body);
    expect(read).toMatch(/表三缺 \d+ 行，表格可能被截断/);
    expect(read).toContain('没有做跨年核对：作为上年年报给出的是 2020 年度的报告，不是 2023 年度。');
    expect(read).not.toContain('的年报一起核对');
  });

  it('two reports in one workbook are told apart from one', async () => {
    const [one, two] = [SOUND, { ...SOUND, unit: '白沙县人民政府' }].map((report) => reportCsv(report));
    const both = Buffer.from(one! + two!);
    expect((await check({ report: { name: '两份.csv', bytes: both } })).statusCode).toBe(422);
    const page = (await pageOf(SOUND)).bytes.toString();
    const answer = await check({ report: { name: '两份.html', bytes: Buffer.from(page + page) } });
    expect(textOf(answer.body)).toContain('文件里不止一份年度报告');
  });
});

describe('what is no report', () => {
  const file = (bytes: Buffer, name = 'x.html') => ({ report: { name, bytes } });

  it.each([
    ['a file of 50 MB', file(Buffer.alloc(50 * 1024 * 1024, '公')), 413, '文件超过 20 MB'],
    ['a file just too large', file(Buffer.alloc(LARGEST_FILE + 1, 'a')), 413, '文件超过 20 MB'],
    ['half a PDF', file(Buffer.from('%PDF-1.7 政府信息公开'), '年报.pdf'), 422, '文件损坏'],
    ['half a Word file', file(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), '年报.docx'), 422, '文件损坏'],
    ['an old Word file', file(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])), 415, '旧版 Word'],
    ['a file with a password', file(LOCKED, '年报.docx'), 422, '文件加了密码'],
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
    expect(answer.statusCode).toBe(422);
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
