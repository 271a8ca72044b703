import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { line, para, run, wordFile } from '../../../../test/support/word-file.ts';
import { zipOf } from '../../../../test/support/zip.ts';
import { wordBody } from './word-body.ts';
import type { WordBody } from './word-reading.ts';

const read = (file: Buffer): WordBody => {
  const word = wordBody(file);
  if (typeof word === 'string') throw new Error(word);
  return word;
};
const htmlOf = (body: string, parts = {}) => read(wordFile(body, parts)).html;
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const level = (n: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = (levels: string) => ({
  'word/numbering.xml': `<w:numbering><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
});
const numbered = (n: number) => `<w:numPr><w:ilvl w:val="${n}"/><w:numId w:val="1"/></w:numPr>`;
const styles = (inner: string) => ({ 'word/styles.xml': `<w:styles>${inner}</w:styles>` });

describe('PUB-40 headings', () => {
  it('of a style, one below the title of the page', () => {
    const named = styles('<w:style w:styleId="a3"><w:name w:val="heading 2"/></w:style>');
    expect(htmlOf(line('总体要求', '<w:pStyle w:val="a3"/>'), named)).toBe('<h3>总体要求</h3>');
  });
  it('of an outline level, as WPS writes it', () => {
    expect(htmlOf(line('附则', '<w:outlineLvl w:val="0"/>'))).toBe('<h2>附则</h2>');
  });
  it('typed as 一、 and （一）, but no sentence', () => {
    const { html, traces } = read(
      wordFile(line('一、工作目标') + line('（一）范围') + line('二、本办法自公布之日起施行。')),
    );
    expect(html).toBe('<h2>一、工作目标</h2><h3>（一）范围</h3><p>二、本办法自公布之日起施行。</p>');
    expect(traces.headingsByLook).toBe(2);
  });
  it('of a file that the docx package writes, with its merged table', async () => {
    const text = (words: string) => new Paragraph({ children: [new TextRun(words)] });
    const children = [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('收费标准')] }),
      new Table({
        rows: [
          new TableRow({ children: [new TableCell({ columnSpan: 2, children: [text('甲')] })] }),
          new TableRow({
            children: [new TableCell({ children: [text('乙')] }), new TableCell({ children: [text('丙')] })],
          }),
        ],
      }),
    ];
    const file = await Packer.toBuffer(new Document({ sections: [{ children }] }));
    expect(read(file).html).toBe(
      '<h2>收费标准</h2><table><tr><td colspan="2"><p>甲</p></td></tr><tr><td><p>乙</p></td><td><p>丙</p></td></tr></table>',
    );
  });
});

describe('PUB-41 numbers and lists', () => {
  it('counts 一、 and （一） as Word shows them, and begins the lower one anew', () => {
    const levels = numbering(level(0, 'chineseCounting', '%1、') + level(1, 'chineseCountingThousand', '（%2）'));
    const body = [0, 1, 1, 0, 1].map((n) => line('事项。', numbered(n))).join('');
    expect(htmlOf(body, levels).match(/[一二三、（）]+(?=事项)/g)).toEqual([
      '一、',
      '（一）',
      '（二）',
      '二、',
      '（一）',
    ]);
  });
  it('reaches 十 and 二十一', () => {
    const body = Array.from({ length: 21 }, () => line('条。', numbered(0))).join('');
    const labels = htmlOf(body, numbering(level(0, 'chineseCounting', '第%1')));
    expect(labels).toContain('<p>第十条。</p><p>第十一条。</p>');
    expect(labels).toContain('<p>第二十条。</p><p>第二十一条。</p>');
  });
  it('counts composite numbers', () => {
    const levels = numbering(level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2 '));
    expect(htmlOf(line('甲', numbered(0)) + line('乙', numbered(1)), levels)).toBe('<p>1. 甲</p><p>1.1 乙</p>');
  });
  it('nests bullets and closes them before running text', () => {
    const levels = numbering(level(0, 'bullet', '') + level(1, 'bullet', ''));
    const body = line('甲', numbered(0)) + line('乙', numbered(1)) + line('丙', numbered(0)) + line('文');
    expect(htmlOf(body, levels)).toBe('<ul><li>甲<ul><li>乙</li></ul></li><li>丙</li></ul><p>文</p>');
  });
});

describe('PUB-42 what is settled by rule', () => {
  it('shows revisions as accepted, and takes no comment along', () => {
    const body = para(
      `${run('现行')}<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>${run('新')}</w:ins><w:r><w:commentReference w:id="1"/></w:r>`,
    );
    const { html, traces } = read(wordFile(body, { 'word/comments.xml': '<w:comments>不对外</w:comments>' }));
    expect(html).toBe('<p>现行新</p>');
    expect(traces).toMatchObject({ revisions: 2, comments: 1 });
  });
  it('leaves hidden text behind, of the run as of a style', () => {
    const hiding = styles('<w:style w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>');
    const body = para(
      run('看得见') +
        run('内部', '<w:vanish/>') +
        run('底稿', '<w:rStyle w:val="h"/>') +
        run('也看得见', '<w:vanish w:val="0"/>'),
    );
    const { html, traces } = read(wordFile(body, hiding));
    expect(html).toBe('<p>看得见也看得见</p>');
    expect(traces.hidden).toBe(2);
  });
  it.each([
    ['a paragraph style', '<w:style w:styleId="p"><w:rPr><w:vanish/></w:rPr></w:style>', 'p'],
    [
      'what a style is based on',
      '<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="p"><w:basedOn w:val="a"/></w:style>',
      'p',
    ],
    [
      'the style of every paragraph',
      '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="q"/>',
      'none',
    ],
    [
      'the defaults of the document',
      '<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:styleId="p"/>',
      'p',
    ],
  ])('leaves behind what %s hides, but not what a run shows all the same', (_, sheet, style) => {
    const hidden = para(run('底稿') + run('看得见', '<w:vanish w:val="0"/>'), `<w:pStyle w:val="${style}"/>`);
    const { html, traces } = read(wordFile(hidden, styles(sheet)));
    expect(html).toBe('<p>看得见</p>');
    expect(traces.hidden).toBe(1);
  });
  it('reads a text box once, behind its paragraph', () => {
    const box = `<w:txbxContent>${line('框内')}</w:txbxContent>`;
    const body = para(
      `${run('正文')}<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    );
    const { html, traces } = read(wordFile(body));
    expect(html).toBe('<p>正文</p><p>框内</p>');
    expect(traces).toMatchObject({ textBoxes: 1, pictures: 0 });
  });
  it('tells of pictures it does not take', () => {
    expect(read(wordFile(para('<w:r><w:drawing><a:blip/></w:drawing></w:r>'))).traces.pictures).toBe(1);
  });
  it('puts notes at the end in the order of the text', () => {
    const notes = {
      'word/footnotes.xml': `<w:footnotes><w:footnote w:id="7">${line('依据甲')}</w:footnote><w:footnote w:id="2">${line('依据乙')}</w:footnote></w:footnotes>`,
    };
    const ref = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const body = para(run('先') + ref(7) + run('后') + ref(2));
    expect(htmlOf(body, notes)).toBe('<p>先<sup>[1]</sup>后<sup>[2]</sup></p><hr><p>[1] 依据甲</p><p>[2] 依据乙</p>');
  });
  it('keeps links of the web and only the words of others', () => {
    const rels = {
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="a" Type="x/hyperlink" Target="https://example.gov.cn/?a=1&amp;b=2"/><Relationship Id="b" Type="x/hyperlink" Target="javascript:alert(1)"/></Relationships>',
    };
    const link = (id: string) => `<w:hyperlink r:id="${id}">${run('此处')}</w:hyperlink>`;
    const { html, traces } = read(wordFile(para(link('a') + link('b')), rels));
    expect(html).toBe('<p><a href="https://example.gov.cn/?a=1&amp;b=2">此处</a>此处</p>');
    expect(traces.links).toBe(1);
  });
  it('keeps what stands in the middle, at the right, bold or raised, and escapes what is typed', () => {
    const body =
      line('通知', '<w:jc w:val="center"/>') +
      line('2026年3月2日', '<w:jc w:val="right"/>') +
      para(run('&lt;script&gt;', '<w:b/>') + run('2', '<w:vertAlign w:val="superscript"/>'));
    expect(htmlOf(body)).toBe(
      '<p data-align="center">通知</p><p data-align="right">2026年3月2日</p><p><strong>&lt;script&gt;</strong><sup>2</sup></p>',
    );
  });
});

describe('PUB-43 tables', () => {
  it('keeps cells merged across and down, and the repeated head', () => {
    const table = `<w:tbl>${row(cell(line('名称'), '<w:gridSpan w:val="2"/>') + cell(line('数')), '<w:tblHeader/>')}${row(
      cell(line('甲'), '<w:vMerge w:val="restart"/>') + cell(line('乙')) + cell(line('1')),
    )}${row(cell('<w:p/>', '<w:vMerge/>') + cell(line('丙')) + cell(line('2')))}</w:tbl>`;
    expect(htmlOf(table)).toBe(
      '<table><tr><th colspan="2" scope="col"><p>名称</p></th><th scope="col"><p>数</p></th></tr>' +
        '<tr><td rowspan="2"><p>甲</p></td><td><p>乙</p></td><td><p>1</p></td></tr><tr><td><p>丙</p></td><td><p>2</p></td></tr></table>',
    );
  });
  it('keeps a table in a table', () => {
    const inner = `<w:tbl>${row(cell(line('内')))}</w:tbl>`;
    expect(htmlOf(`<w:tbl>${row(cell(inner))}</w:tbl>`)).toBe(
      '<table><tr><td><table><tr><td><p>内</p></td></tr></table></td></tr></table>',
    );
  });
});

describe('PUB-45 files that are not read', () => {
  const old = (name: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(name, 'utf16le')]);
  const bomb = wordFile('', { 'word/media/a.bin': Buffer.alloc(61 * 1024 * 1024) });
  it.each([
    ['encrypted', old('EncryptedPackage'), 'locked'],
    ['old', old('WordDocument'), 'oldFormat'],
    ['no archive', Buffer.from('%PDF-1.7'), 'notWord'],
    ['a sheet', zipOf([{ name: 'xl/workbook.xml', content: '' }]), 'notWord'],
    [
      'macros by kind',
      wordFile('', { '[Content_Types].xml': '<T a="ms-word.document.macroEnabled.main+xml"/>' }),
      'macro',
    ],
    ['macros by part', wordFile('', { 'word/vbaProject.bin': 'x' }), 'macro'],
    ['cut off', wordFile(line('文')).subarray(0, 200), 'damaged'],
    ['a bomb', bomb, 'damaged'],
    ['entities', wordFile('', { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w:document/>' }), 'declares'],
  ] as const)('%s', (_, file, fault) => expect(wordBody(file)).toBe(fault));
});

describe('PUB-101 nothing a person sees is lost, nothing unseen comes in', () => {
  const inControl = (inner: string) => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
  const colour = (properties: string) => `<w:r><w:rPr>${properties}</w:rPr><w:t>张三</w:t></w:r>`;

  it('rows and cells in content controls stand in their columns, and what begins further right does', () => {
    const table = `<w:tbl>${row(cell(line('姓名')) + inControl(cell(line('金额'))))}${inControl(row(cell(line('甲')) + cell(line('1'))))}${row(cell(line('2')), '<w:gridBefore w:val="1"/>')}</w:tbl>`;
    expect(htmlOf(table)).toBe(
      '<table><tr><td><p>姓名</p></td><td><p>金额</p></td></tr><tr><td><p>甲</p></td><td><p>1</p></td></tr><tr><td></td><td><p>2</p></td></tr></table>',
    );
  });
  it('cells merged across in the old way', () => {
    const cells = cell(line('合计'), '<w:hMerge w:val="restart"/>') + cell(line(''), '<w:hMerge w:val="continue"/>');
    expect(htmlOf(`<w:tbl>${row(cells)}</w:tbl>`)).toBe('<table><tr><td colspan="2"><p>合计</p></td></tr></table>');
  });
  it('a number and the figure behind it stay apart, from the start that the list is given', () => {
    const parts = {
      'word/numbering.xml': `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`,
    };
    expect(htmlOf(line('3.5亿元', numbered(0)), parts)).toBe('<p>5. 3.5亿元</p>');
  });
  it.each([
    ['decimalEnclosedCircleChinese', '①'],
    ['ideographTraditional', '甲'],
    ['ideographZodiac', '子'],
    ['chineseLegalSimplified', '壹'],
    ['decimalZero', '01'],
  ])('numbers in %s', (format, shown) => {
    expect(htmlOf(line('文', numbered(0)), numbering(level(0, format, '%1、')))).toBe(`<p>${shown}、文</p>`);
  });
  it('a formula, on one line', () => {
    const math =
      '<m:oMath><m:f><m:num><m:r><m:t>3000</m:t></m:r></m:num><m:den><m:r><m:t>a+b</m:t></m:r></m:den></m:f></m:oMath>';
    expect(htmlOf(`<w:p>${run('标准为')}${math}${run('元')}</w:p>`)).toBe('<p>标准为3000/(a+b)元</p>');
  });
  it('the character under its reading', () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('shèng')}</w:rt><w:rubyBase>${run('嵊')}</w:rubyBase></w:ruby></w:r>`;
    expect(htmlOf(`<w:p>${run('县长')}${ruby}</w:p>`)).toBe('<p>县长嵊</p>');
  });
  it('a link that is a field', () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const asks = (address: string) => `<w:r><w:instrText> HYPERLINK "${address}" </w:instrText></w:r>`;
    const field = (address: string) =>
      `<w:p>${mark('begin')}${asks(address)}${mark('separate')}${run('政策库')}${mark('end')}${run('。')}</w:p>`;
    expect(htmlOf(field('https://a.gov.cn/'))).toBe('<p><a href="https://a.gov.cn/">政策库</a>。</p>');
    expect(htmlOf(field('javascript:alert(1)'))).toBe('<p>政策库。</p>');
  });
  it('the side on which a style puts its paragraphs, as where the issuer signs', () => {
    const signs = styles(
      '<w:style w:styleId="s"><w:pPr><w:jc w:val="right"/></w:pPr></w:style><w:style w:styleId="t"><w:basedOn w:val="s"/></w:style>',
    );
    expect(htmlOf(line('县政府', '<w:pStyle w:val="t"/>'), signs)).toBe('<p data-align="right">县政府</p>');
  });
  it.each([
    ['under a black marker', '<w:highlight w:val="black"/>', true],
    ['black on black', '<w:color w:val="000000"/><w:shd w:fill="000000"/>', true],
    ['white on paper', '<w:color w:val="FFFFFF"/>', true],
    ['of no size', '<w:sz w:val="2"/>', true],
    ['under a yellow marker', '<w:highlight w:val="yellow"/>', false],
    ['white on a dark shade', '<w:color w:val="FFFFFF"/><w:shd w:fill="1F4E79"/>', false],
    ['on a black shade, which Word writes in white', '<w:color w:val="auto"/><w:shd w:fill="000000"/>', false],
  ])('PUB-42 letters %s', (_, properties, hidden) => {
    const { html, traces } = read(wordFile(`<w:p>${run('甲')}${colour(properties)}</w:p>`));
    expect([html, traces.hidden]).toEqual(hidden ? ['<p>甲</p>', 1] : ['<p>甲张三</p>', 0]);
  });
});
