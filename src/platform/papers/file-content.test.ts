import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../../../test/support/zip.ts';
import { paperDocx } from './docx.ts';
import { fileContent } from './file-content.ts';
import { paperPdf } from './pdf.ts';

const PAPER = { title: '公示', blocks: [{ kind: 'paragraph', text: '补贴发放名单<一> & 说明' }] } as const;
const NO_BACK = { comments: false, files: false, hiddenLayers: false, unseen: { words: '' } };

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

  it('FIL-20 tells what Office files say where nobody looks, by its place', async () => {
    const content = await fileContent(
      'xlsx',
      zipOf([
        { name: 'docProps/core.xml', content: '<c><dc:creator>张三 13800000001</dc:creator></c>' },
        { name: 'docProps/custom.xml', content: '<p name="电话 13800000002"/>' },
        { name: 'xl/workbook.xml', content: '<sheet name="110101199001011237"/>' },
        { name: 'xl/pivotCache/pivotCacheDefinition1.xml', content: '<s v="110101199001011237"/>' },
        { name: 'word/settings.xml', content: '<w:docVar w:name="v" w:val="&#49;10101199001011237"/>' },
        { name: 'word/document.xml', content: '<v:shape alt="13800000003" style="width:100pt"/>' },
        { name: 'word/_rels/document.xml.rels', content: '<R Target="mailto:%E5%BC%A0@qq.com"/>' },
      ]),
    );
    expect(content.form === 'office' && content.behind).toEqual([
      { place: '文档属性', words: '张三 13800000001\n电话 13800000002' },
      { place: '工作表名称或者定义的名称', words: '110101199001011237' },
      { place: '数据透视缓存', words: '110101199001011237' },
      { place: '文档变量', words: '110101199001011237' },
      { place: '图片、控件的说明文字', words: '13800000003' },
      { place: '链接地址', words: 'mailto:张@qq.com' },
    ]);
  });

  it('FIL-20, FIL-21 tells what the properties, the form and the pages of a PDF say unseen', async () => {
    const font = '/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>';
    const draw = (words: string) => `<</Length ${words.length}>>stream\n${words}\nendstream`;
    const text = '(seen) Tj 1 g (white) Tj 0 g (covered) Tj';
    const off = 'BT /F1 9 Tf 0 g 10 -90 Td (13800000009) Tj ET';
    const file = pdfOf(
      '<</Type/Catalog/Pages 2 0 R>>',
      PAGES,
      page(`${font}/Contents 4 0 R/Annots[5 0 R]`),
      draw(`BT /F1 9 Tf 10 100 Td ${text} ET 50 90 100 30 re f ${off}`),
      '<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(13800000004)/Rect[0 0 9 9]>>',
    );
    const content = await fileContent('pdf', file, { unseen: true });
    if (content.form !== 'pdf') throw new Error(content.form);
    expect(content.back.unseen.words).toContain('white');
    expect(content.back.unseen.words).toContain('covered'.slice(-3));
    expect(content.back.unseen.words).toContain('13800000009');
    expect(content.back.unseen.words).not.toContain('seen');
    expect(content.behind.map(({ place }) => place)).toContain('看不见的文字');
    expect(content.behind.find(({ place }) => place === '表单里填的内容')?.words).toContain('13800000004');
    const titled = await fileContent('pdf', await paperPdf({ ...PAPER, title: '公示 13800000005' }));
    expect(titled.form === 'pdf' && titled.behind).toEqual([
      { place: '文档属性', words: expect.stringContaining('13800000005') },
    ]);
  });

  it.each([
    ['a picture', '/ColorSpace/DeviceRGB/BitsPerComponent 8', '\0\0\0', '100 0 0 30 5 90', 'covered'],
    [
      'a picture that shines through',
      '/ColorSpace/DeviceRGB/BitsPerComponent 8/SMask 6 0 R',
      '\0\0\0',
      '100 0 0 30 5 90',
      '',
    ],
    [
      'a scan of the page, over the words a machine read in it',
      '/ColorSpace/DeviceRGB/BitsPerComponent 8',
      '\0\0\0',
      '200 0 0 200 0 0',
      '',
    ],
    ['a picture beside them', '/ColorSpace/DeviceRGB/BitsPerComponent 8', '\0\0\0', '100 0 0 30 5 140', ''],
    ['a picture before them', '/ColorSpace/DeviceGray/BitsPerComponent 8', '\0', 'first', ''],
  ])('FIL-21 words of a PDF under %s', async (_, form, points, place, unseen) => {
    const stream = (head: string, body: string) => `<<${head}/Length ${body.length}>>stream\n${body}\nendstream`;
    const image = (more: string, body: string) => stream(`/Type/XObject/Subtype/Image/Width 1/Height 1${more}`, body);
    const words = 'BT /F1 9 Tf 10 100 Td (covered) Tj ET BT /F1 9 Tf 10 20 Td (seen) Tj ET';
    const drawn = place === 'first' ? `q 100 0 0 30 5 90 cm /I Do Q ${words}` : `${words} q ${place} cm /I Do Q`;
    const fonts = '/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>';
    const file = pdfOf(
      '<</Type/Catalog/Pages 2 0 R>>',
      PAGES,
      page(`/Resources<<${fonts}/XObject<</I 5 0 R>>>>/Contents 4 0 R`),
      stream('', drawn),
      image(form, points),
      image('/ColorSpace/DeviceGray/BitsPerComponent 8', '\x80'),
    );
    const content = await fileContent('pdf', file, { unseen: true });
    expect(content.form === 'pdf' && content.back.unseen.words).toBe(unseen);
  });

  it('FIL-20 a page put into a Word document as it was, the bookmarks of a PDF', async () => {
    const put = await fileContent(
      'docx',
      zipOf([
        { name: 'word/document.xml', content: '<w:p><w:t>公示</w:t></w:p><w:altChunk r:id="r1"/>' },
        { name: 'word/afchunk.htm', content: '<html><td>110101</td><p>110101199001011237</p>' },
      ]),
    );
    expect(put.form === 'office' && put.behind).toEqual([
      { place: '插入的文件', words: expect.stringContaining('110101199001011237') },
    ]);
    const marked = await fileContent(
      'pdf',
      pdfOf(
        '<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>',
        PAGES,
        page(),
        '<</Type/Outlines/First 5 0 R/Last 5 0 R/Count 1>>',
        '<</Title(13800000007)/Parent 4 0 R/Dest[3 0 R/Fit]/First 6 0 R/Last 6 0 R/Count 1>>',
        '<</Title(13800000008)/Parent 5 0 R/Dest[3 0 R/Fit]>>',
      ),
    );
    expect(marked.form === 'pdf' && marked.behind).toContainEqual({ place: '书签', words: '13800000007\n13800000008' });
  });

  it('FIL-26 a number typed as a number, as a sheet shows it', async () => {
    const cell = (value: string, attributes = '') => `<c r="B2"${attributes}><v>${value}</v></c>`;
    const { words } = await fileContent(
      'xlsx',
      zipOf([
        {
          name: 'xl/worksheets/sheet1.xml',
          content: `<row>${cell('1.30624197803154E+17', ' s="1" t="n"')}${cell('130624197803154216')}${cell('130624780315421')}${cell('11010119900101123', ' t="str"')}${cell('13812345678.5')}</row>`,
        },
      ]),
    );
    expect(words.split('\n')).toEqual([
      '130624197803154000',
      '130624197803154000',
      '130624780315421',
      '11010119900101123',
      '13812345678.5',
    ]);
  });

  it('FIL-20 what a PDF said before it was saved anew over itself', async () => {
    const draw = (words: string) => {
      const text = `BT /F1 9 Tf 10 100 Td (kept) Tj 0 -20 Td (${words}) Tj ET`;
      return `<</Length ${text.length}>>stream\n${text}\nendstream`;
    };
    const fonts = '/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R';
    const first = pdfOf('<</Type/Catalog/Pages 2 0 R>>', PAGES, page(fonts), draw('13800000009')).toString('latin1');
    const change = `4 0 obj\n${draw('hidden')}\nendobj\n`;
    const table = `xref\n4 1\n${String(first.length).padStart(10, '0')} 00000 n \n`;
    const before = first.lastIndexOf('xref\n0');
    const trailer = `trailer\n<</Size 5/Root 1 0 R/Prev ${before}>>\nstartxref\n${first.length + change.length}\n%%EOF\n`;
    const content = await fileContent('pdf', Buffer.from(first + change + table + trailer, 'latin1'));
    expect(content.words).toContain('hidden');
    expect(content.form === 'pdf' && content.behind).toContainEqual({ place: '改动以前的文字', words: '13800000009' });
  });

  it('FIL-20 tells the words a picture carries', async () => {
    const chunk = Buffer.concat([Buffer.from([0, 0, 0, 19]), Buffer.from('tEXtComment\x0013800000006????', 'latin1')]);
    const png = Buffer.concat([Buffer.alloc(8), chunk]);
    expect(await fileContent('png', png)).toMatchObject({
      behind: [{ place: '图片自带的文字信息', words: expect.stringContaining('13800000006') }],
    });
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
