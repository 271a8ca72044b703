import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../../../test/support/zip.ts';
import { paperDocx } from './docx.ts';
import { fileContent } from './file-content.ts';
import { paperPdf } from './pdf.ts';

const PAPER = { title: '公示', blocks: [{ kind: 'paragraph', text: '补贴发放名单<一> & 说明' }] } as const;
const NO_BACK = { comments: false, files: false, hiddenLayers: false };

/** A PDF of one page of objects written by hand, the catalogue first and the page second. */
function pdfOf(...objects: readonly string[]): Buffer {
  const offsets: number[] = [];
  let file = '%PDF-1.7\n';
  for (const [i, body] of objects.entries()) {
    offsets.push(file.length);
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
  }
  const xref = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${xref}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

const PAGES = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
const page = (more = '') => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]${more}>>`;

describe('FIL-14 what a file says, seen and unseen', () => {
  it('in Word: its paragraphs, and what is deleted, hidden or noted beside them', async () => {
    const docx = await fileContent('docx', await paperDocx(PAPER));
    expect(docx).toMatchObject({ form: 'office', words: '公示\n补贴发放名单<一> & 说明\n— PAGE —\n— PAGE —' });
    const xml = '<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>1101&#48;1</w:delText></w:r></w:del></w:p><w:p/>';
    const bare = await fileContent(
      'docx',
      zipOf([
        { name: 'word/document.xml', content: xml },
        { name: 'word/comments.xml', content: '<w:p><w:t>查一下</w:t></w:p>' },
        { name: 'docProps/core.xml', content: '<c>张三</c>' },
      ]),
    );
    expect(bare).toMatchObject({ words: '甲110101\n查一下' });
  });

  it('in Excel: every sheet, a hidden one too, a cell a line', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('公示').addRow(['姓名', '补贴']);
    workbook.addWorksheet('底册', { state: 'veryHidden' }).addRow(['110101199001011237', 13800000001]);
    const { words } = await fileContent('xlsx', Buffer.from(await workbook.xlsx.writeBuffer()));
    for (const word of ['姓名', '110101199001011237', '13800000001']) expect(words.split('\n')).toContain(word);
  });

  it('in a PDF: its text, and nothing behind the pages of ours', async () => {
    const content = await fileContent('pdf', await paperPdf(PAPER));
    expect(content).toMatchObject({ form: 'pdf', back: NO_BACK });
    expect(content.words.replace(/\s/g, '')).toContain('补贴发放名单<一>&说明');
  });

  it.each([
    [
      'a note',
      { comments: true },
      pdfOf(
        '<</Type/Catalog/Pages 2 0 R>>',
        PAGES,
        page('/Annots[4 0 R 5 0 R]'),
        '<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(not for release)>>',
        '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Contents(a link)>>',
      ),
    ],
    [
      'a file in it',
      { files: true },
      pdfOf(
        '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.txt) 4 0 R]>>>>>>',
        PAGES,
        page(),
        '<</Type/Filespec/F(a.txt)/EF<</F 5 0 R>>>>',
        '<</Type/EmbeddedFile/Length 3>>stream\nabc\nendstream',
      ),
    ],
    [
      'a layer that is not shown',
      { hiddenLayers: true },
      pdfOf(
        '<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[4 0 R]/D<</OFF[4 0 R]/Order[4 0 R]>>>>>>',
        PAGES,
        page(),
        '<</Type/OCG/Name(draft)>>',
      ),
    ],
    ['nothing', {}, pdfOf('<</Type/Catalog/Pages 2 0 R>>', PAGES, page())],
  ])('tells of a PDF with %s', async (_, back, file) =>
    expect(await fileContent('pdf', file)).toMatchObject({ form: 'pdf', back: { ...NO_BACK, ...back } }),
  );

  it('reads what a note in a PDF says', async () => {
    const note = '<</Type/Annot/Subtype/Highlight/Rect[0 0 9 9]/Contents(13800000001)>>';
    const file = pdfOf('<</Type/Catalog/Pages 2 0 R>>', PAGES, page('/Annots[4 0 R]'), note);
    expect((await fileContent('pdf', file)).words).toBe('13800000001');
  });

  it.each([
    ['pdf', Buffer.from('%PDF-1.7 and no more')],
    ['docx', Buffer.from('PK and no more')],
    ['doc', Buffer.from('anything')],
    ['txt', Buffer.from('a\0b')],
  ])('says of %s that cannot be read that it is closed', async (kind, file) =>
    expect(await fileContent(kind, file)).toEqual({ form: 'closed', words: '' }),
  );
});
