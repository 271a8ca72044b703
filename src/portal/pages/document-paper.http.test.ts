import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { PAPER_KINDS } from '../../main/report/write-paper.ts';
import { docxHtml } from '../../platform/papers/docx-html.ts';
import { PAPERS_PER_MINUTE } from '../intake.ts';
import { type PortalPlay, portalPlay, SITE } from '../portal.fixture.ts';

const { db } = await testDatabase();
let play: PortalPlay;
let made = 0;
beforeAll(async () => {
  play = await portalPlay(db, {
    paperFile: async (kind, paper) => {
      made += 1;
      return PAPER_KINDS[`.${kind}`](paper);
    },
  });
});

const BODY =
  '<h2>一、总则</h2><p>河道由各镇保洁。</p><table><tr><th rowspan="2">镇</th><th>长度</th></tr><tr><td>3</td></tr><tr><td colspan="900">合计</td></tr></table>';

describe('PRT-87 a document as a file', () => {
  it('is a Word file and a PDF of the live edition, named by its title, made once', async () => {
    const id = await play.show({ bodyHtml: BODY, particulars: { title: '河道/保洁' } });
    const word = await play.visitor.get(`/documents/${id}.docx`);
    expect(word.headers['content-disposition']).toContain(encodeURIComponent('保洁.docx'));
    const html = docxHtml(word.rawPayload)!;
    for (const words of ['河道由各镇保洁。', '合计', `${SITE.url}/documents/${id}`]) expect(html).toContain(words);
    const pdf = await play.visitor.get(`/documents/${id}.pdf`);
    expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString(), pdf.headers['content-type']]).toEqual([
      200,
      '%PDF-',
      'application/pdf',
    ]);
    const before = made;
    await Promise.all([1, 2, 3].map(() => play.visitor.get(`/documents/${id}.pdf`)));
    expect(made).toBe(before);
    const known = await play.visitor.get(`/documents/${id}.pdf`, { 'if-none-match': pdf.headers.etag as string });
    expect(known.statusCode).toBe(304);
  });

  it('PRT-88 is offered on the page, beside a picture of its address', async () => {
    const id = await play.show();
    const { body } = await play.visitor.get(`/documents/${id}`);
    for (const kind of ['docx', 'pdf']) expect(body).toContain(`href="/documents/${id}.${kind}"`);
    expect(body).toContain('<svg class="qr"');
    expect(body.match(/aria-label="本页网址的二维码"/g)).toHaveLength(2);
  });
});

describe('who may not', () => {
  it('PRT-5 PRT-130 nobody keeps a draft or what was withdrawn', async () => {
    const { id: draft } = await play.draft();
    const gone = await play.show();
    await play.tell({ verb: 'withdraw', documentId: gone, reason: 'error', explanation: '误发' });
    for (const path of [`/documents/${draft}.pdf`, '/documents/none.pdf', '/documents/none.xlsx'])
      expect([path, (await play.visitor.get(path)).statusCode]).toEqual([path, 404]);
    // [PRT-130] As its page says.
    for (const kind of ['docx', 'pdf']) {
      const { statusCode, body } = await play.visitor.get(`/documents/${gone}.${kind}`);
      expect([statusCode, body.includes('该信息因内容有误已撤回'), body.includes('误发')]).toEqual([410, true, false]);
    }
  });

  it('PRT-87 no program keeps the server busy with setting pages', async () => {
    const id = await play.show();
    const answers = [];
    for (let n = 0; n <= PAPERS_PER_MINUTE; n += 1)
      answers.push((await play.visitor.get(`/documents/${id}.docx`)).statusCode);
    expect(answers.at(-1)).toBe(429);
  });
});
