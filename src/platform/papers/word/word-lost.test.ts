/** What an office writes round and into its text is brought in, or told of. */
import { describe, expect, it } from 'vitest';
import { line, para, run, wordFile } from '../../../../test/support/word-file.ts';
import { wordReport } from '../../../publications/word-upload.ts';
import { wordBody } from './word-body.ts';

const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="http://x/${kind}" Target="${target}"/>`;
const relations = (inner: string) => ({ 'word/_rels/document.xml.rels': `<Relationships>${inner}</Relationships>` });
function read(body: string, parts: Readonly<Record<string, string | Buffer>> = {}) {
  const word = wordBody(wordFile(body, parts));
  if (typeof word === 'string') throw new Error(word);
  return { ...word, told: wordReport(word.traces, word.margins).map(({ says }) => says) };
}
const htmlOf = (body: string, parts = {}) => read(body, parts).html;
const table = (words: string) => `<w:tbl><w:tr><w:tc>${line(words)}</w:tc></w:tr></w:tbl>`;

describe('PUB-44 round the text', () => {
  const shown = (kind: string) => `<w:sectPr><w:${kind}Reference w:type="default" r:id="h"/></w:sectPr>`;
  it.each([
    ['a number in the head', 'header', line('示政办发〔2026〕9号'), '“示政办发〔2026〕9号”'],
    [
      'who printed it, in the foot',
      'footer',
      line('县政府办公室') + line('2026年3月4日印发'),
      '“县政府办公室 2026年3月4日印发”',
    ],
    ['a watermark', 'header', para('<w:r><w:pict><v:textpath string="征求意见稿"/></w:pict></w:r>'), '“征求意见稿”'],
    ['a box', 'header', para(`<w:r><w:pict><w:txbxContent>${line('内部')}</w:txbxContent></w:pict></w:r>`), '“内部”'],
    ['the number of the page', 'footer', line('— 1 —'), ''],
    ['the pages counted', 'footer', line('第 1 页 共 12 页'), ''],
    ['nothing', 'footer', line(''), ''],
  ])('%s is told of', (_, kind, part, words) => {
    const parts = { ...relations(relation('h', kind, 'm.xml')), 'word/m.xml': `<w:hdr>${part}</w:hdr>` };
    const { told } = read(line('正文。') + shown(kind), parts);
    expect(told).toEqual(words === '' ? [] : [`页眉、页脚里的文字没有带进来：${words}。`]);
  });
  it('a head that no page shows is not', () => {
    const parts = { ...relations(relation('h', 'header', 'm.xml')), 'word/m.xml': `<w:hdr>${line('旧文号')}</w:hdr>` };
    expect(read(line('正文。'), parts).told).toEqual([]);
  });
});

describe('PUB-42, PUB-44 what is put in whole', () => {
  const chunk = (name: string, content: string | Buffer) =>
    read(`${line('上')}<w:altChunk r:id="c"/>${line('下')}`, {
      ...relations(relation('c', 'aFChunk', name)),
      [`word/${name}`]: content,
    });
  it('a document', () => {
    const inner = wordFile(line('一、附则') + para(run('看得见') + run('内部', '<w:vanish/>')));
    const { html, traces } = chunk('a.docx', inner);
    expect(html).toBe('<p>上</p><h2>一、附则</h2><p>看得见</p><p>下</p>');
    expect(traces).toMatchObject({ chunks: 1, hidden: 1 });
  });
  it('a page, without what runs or hides', () => {
    const page =
      '<html><head><title>x</title></head><body><p>条文</p><script>x()</script><p style="display: none">底稿</p></body></html>';
    const { html, traces } = chunk('a.html', page);
    expect(html).toBe('<p>上</p><p>条文</p><p>下</p>');
    expect(traces).toMatchObject({ chunks: 1, hidden: 1 });
  });
  it('lines of text', () => expect(chunk('a.txt', '甲\n乙').html).toBe('<p>上</p><p>甲</p><p>乙</p><p>下</p>'));
  it('what cannot be read is told of', () => {
    const { html, told } = chunk('a.rtf', '{\\rtf1 x}');
    expect(html).toBe('<p>上</p><p>下</p>');
    expect(told).toEqual(['稿件里插入的 1 个别的文件读不出来，没有带进来。']);
  });
  it('a document in a document in a document is not opened', () => {
    const inChunk = (content: Buffer) =>
      wordFile('<w:altChunk r:id="c"/>', { ...relations(relation('c', 'aFChunk', 'a.docx')), 'word/a.docx': content });
    expect(chunk('a.docx', inChunk(wordFile(line('深')))).traces).toMatchObject({ chunks: 1, chunksLost: 1 });
  });
});

describe('PUB-101 what is drawn', () => {
  const drawing = (inner: string) => para(`<w:r><w:drawing>${inner}</w:drawing></w:r>`);
  it('a chart gives its figures as a table', () => {
    const points = (kind: string, words: readonly string[]) =>
      `<c:${kind}>${words.map((word, n) => `<c:pt idx="${n}"><c:v>${word}</c:v></c:pt>`).join('')}</c:${kind}>`;
    const chart = `<c:chartSpace><c:chart><c:title><a:t>补贴</a:t></c:title><c:ser><c:tx><c:v>2025年</c:v></c:tx>${points('cat', ['城关镇', '青石镇'])}${points('val', ['12', '7.5'])}</c:ser></c:chart></c:chartSpace>`;
    const { html, told } = read(drawing('<c:chart r:id="c"/>'), {
      ...relations(relation('c', 'chart', 'charts/c.xml')),
      'word/charts/c.xml': chart,
    });
    expect(html).toBe(
      '<p data-align="center">补贴</p><table><tr><th scope="col"><p></p></th><th scope="col"><p>2025年</p></th></tr>' +
        '<tr><th scope="row"><p>城关镇</p></th><td><p>12</p></td></tr><tr><th scope="row"><p>青石镇</p></th><td><p>7.5</p></td></tr></table>',
    );
    expect(told).toEqual(['稿件里有 1 个图表，改成了数据表。']);
  });
  it('a diagram gives its words as a list, in their order and depth', () => {
    const point = (id: string, words: string) =>
      `<dgm:pt modelId="${id}"><dgm:t><a:p><a:r><a:t>${words}</a:t></a:r></a:p></dgm:t></dgm:pt>`;
    const link = (from: string, to: string, order: number) =>
      `<dgm:cxn srcId="${from}" destId="${to}" srcOrd="${order}"/>`;
    const model = `<dgm:dataModel><dgm:ptLst><dgm:pt modelId="0" type="doc"/>${point('2', '办结')}${point('1', '受理')}${point('3', '登记')}</dgm:ptLst><dgm:cxnLst>${link('0', '2', 1)}${link('0', '1', 0)}${link('1', '3', 0)}</dgm:cxnLst></dgm:dataModel>`;
    const { html, told } = read(drawing('<dgm:relIds r:dm="d"/>'), {
      ...relations(relation('d', 'diagramData', 'diagrams/d.xml')),
      'word/diagrams/d.xml': model,
    });
    expect(html).toBe('<ul><li>受理<ul><li>登记</li></ul></li><li>办结</li></ul>');
    expect(told).toEqual(['稿件里有 1 个 SmartArt 图示，只带进了文字，列成列表。']);
  });
  it('a chart without figures is told of as a picture', () => {
    expect(read(drawing('<c:chart r:id="c"/>')).told).toEqual(['稿件里有 1 个图片、图形或者嵌入的文件，没有带进来。']);
  });
});

describe('PUB-41 lists', () => {
  const level = (n: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = {
    'word/numbering.xml': `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2.')}${level(2, 'decimal', '%2.%3')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
  };
  const item = (words: string, depth = 0, list = 1) =>
    line(words, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);
  it.each([
    ['counted alone', item('甲') + item('乙'), '<ol><li>甲</li><li>乙</li></ol>'],
    [
      'with one in them',
      item('甲') + item('子', 1) + item('丑', 1) + item('乙'),
      '<ol><li>甲<ol type="a"><li>子</li><li>丑</li></ol></li><li>乙</li></ol>',
    ],
    [
      'with bullets in them',
      item('甲') + item('点', 0, 2) + item('乙'),
      '<ol><li>甲</li></ol><ul><li>点</li></ul><ol start="2"><li>乙</li></ol>',
    ],
    ['parted by running text', item('甲') + line('文') + item('乙'), '<p>1. 甲</p><p>文</p><p>2. 乙</p>'],
    ['of one', item('甲'), '<p>1. 甲</p>'],
    ['counted by two', item('甲') + item('乙', 2), '<p>1. 甲</p><p>a.1 乙</p>'],
    ['under 一、', line('一、要求') + item('甲') + item('乙'), '<h2>一、要求</h2><p>1. 甲</p><p>2. 乙</p>'],
    [
      'beside a table that counts 一、',
      table('一、要求') + item('甲') + item('乙'),
      '<table><tr><td><p>一、要求</p></td></tr></table><ol><li>甲</li><li>乙</li></ol>',
    ],
    [
      'of headings',
      item('甲').replace('<w:numPr>', '<w:outlineLvl w:val="0"/><w:numPr>') + item('乙'),
      '<h2>1. 甲</h2><p>2. 乙</p>',
    ],
  ])('%s', (_, body, html) => expect(htmlOf(body, numbering)).toBe(html));
  it('条 counts on through the 章, where it is told to', () => {
    const counted = (restart: string) => ({
      'word/numbering.xml': `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '第%1章')}${level(1, 'chineseCounting', '第%2条').replace('</w:lvl>', `${restart}</w:lvl>`)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    });
    const body = [0, 1, 1, 0, 1].map((depth) => item('文', depth)).join('');
    const last = (restart: string) =>
      htmlOf(body, counted(restart))
        .match(/第.(?:章|条)/g)
        ?.at(-1);
    expect(last('')).toBe('第一条');
    expect(last('<w:lvlRestart w:val="0"/>')).toBe('第三条');
    expect(last('<w:lvlRestart w:val="1"/>')).toBe('第一条');
  });
  it('numbers that stand alone in their cells', () => {
    const row = (words: string) => `<w:tr><w:tc>${item('')}</w:tc><w:tc>${line(words)}</w:tc></w:tr>`;
    expect(htmlOf(`<w:tbl>${row('甲')}${row('乙')}</w:tbl>`, numbering)).toBe(
      '<table><tr><td><p>1.</p></td><td><p>甲</p></td></tr><tr><td><p>2.</p></td><td><p>乙</p></td></tr></table>',
    );
  });
});

describe('PUB-101 where a paragraph stands', () => {
  const tab = '<w:r><w:tab/></w:r>';
  const stop = (side: string) => `<w:tabs><w:tab w:val="${side}" w:pos="8800"/></w:tabs>`;
  it.each([
    ['at a tab on the right', para(tab + run('县政府'), stop('right')), '<p data-align="right">县政府</p>'],
    ['at a tab in the middle', para(tab + run('县政府'), stop('center')), '<p data-align="center">县政府</p>'],
    ['behind blanks', line(`${'　'.repeat(14)}县政府`), '<p data-align="right">县政府</p>'],
    ['behind tabs', para(tab.repeat(6) + run('县政府')), '<p data-align="right">县政府</p>'],
    ['far in', line('县政府', '<w:ind w:left="5120"/>'), '<p data-align="right">县政府</p>'],
    ['with its first line in', line('现通知如下。', '<w:ind w:firstLine="640"/>'), '<p>现通知如下。</p>'],
    ['behind two blanks', line('　　现通知如下。'), '<p>现通知如下。</p>'],
    ['long, far in', line('文'.repeat(40), '<w:ind w:left="5120"/>'), `<p>${'文'.repeat(40)}</p>`],
    ['on both sides', para(run('文号') + tab + run('签发人：张三'), stop('right')), '<p>文号　　签发人：张三</p>'],
    ['with tabs of no stop', para(run('甲') + tab + run('乙')), '<p>甲 乙</p>'],
  ])('%s', (_, body, html) => expect(htmlOf(body)).toBe(html));
});

describe('PUB-101 what else a person sees', () => {
  it('a table in a note', () => {
    const notes = {
      'word/footnotes.xml': `<w:footnotes><w:footnote w:id="1">${line('见表')}${table('甲')}</w:footnote></w:footnotes>`,
    };
    expect(htmlOf(para(`${run('文')}<w:r><w:footnoteReference w:id="1"/></w:r>`), notes)).toBe(
      '<p>文<sup>[1]</sup></p><hr><p>[1] 见表</p><table><tr><td><p>甲</p></td></tr></table>',
    );
  });
  it('no table of contents, whose pages are none here', () => {
    const styles = {
      'word/styles.xml': '<w:styles><w:style w:styleId="t"><w:name w:val="toc 1"/></w:style></w:styles>',
    };
    const { html, traces } = read(line('目　录') + line('总则 1', '<w:pStyle w:val="t"/>') + line('正文。'), styles);
    expect([html, traces.contents]).toEqual(['<p>正文。</p>', 1]);
  });
  it('no heading in a cell, whatever it looks like', () =>
    expect(htmlOf(table('一、要求'))).toBe('<table><tr><td><p>一、要求</p></td></tr></table>'));
  it('a paragraph whose end was deleted goes on in the next', () =>
    expect(htmlOf(line('上', '<w:rPr><w:del/></w:rPr>') + line('下'))).toBe('<p>上下</p>'));
  it('no page break', () => expect(htmlOf(para(`<w:r><w:br w:type="page"/></w:r>${run('文')}`))).toBe('<p>文</p>'));
  it('what a form has chosen', () => {
    const form =
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="否"/><w:listEntry w:val="是"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    expect(htmlOf(para(run('同意：') + form))).toBe('<p>同意：是</p>');
  });
  it('a sum with its bounds', () => {
    const part = (name: string, words: string) => `<m:${name}><m:r><m:t>${words}</m:t></m:r></m:${name}>`;
    const sum = `<m:oMath><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>${part('sub', 'i=1')}${part('sup', 'n')}${part('e', 'k')}</m:nary></m:oMath>`;
    expect(htmlOf(`<w:p>${sum}</w:p>`)).toBe('<p>∑<sub>i=1</sub><sup>n</sup>k</p>');
  });
  it('the brackets of a formula, the rows of its matrix and the names of its functions', () => {
    const math = (inner: string) => htmlOf(`<w:p><m:oMath>${inner}</m:oMath></w:p>`);
    const e = (words: string) => `<m:e><m:r><m:t>${words}</m:t></m:r></m:e>`;
    const brackets = '<m:dPr><m:begChr m:val="["/><m:endChr m:val=")"/></m:dPr>';
    expect(math(`<m:d>${brackets}${e('a,b')}</m:d>`)).toBe('<p>[a,b)</p>');
    expect(math(`<m:d>${e('x')}${e('y')}</m:d>`)).toBe('<p>(x|y)</p>');
    expect(math(`<m:m><m:mr>${e('1')}${e('0')}</m:mr><m:mr>${e('0')}${e('1')}</m:mr></m:m>`)).toBe('<p>1，0；0，1</p>');
    expect(math(`<m:func><m:fName><m:r><m:t>max</m:t></m:r></m:fName>${e('z')}</m:func>`)).toBe('<p>max z</p>');
  });
  it('PUB-43 no cell wider than its table, however wide it says it is', () => {
    const cell = (words: string, span: string) =>
      `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${line(words)}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('甲', '1000000000')}</w:tr><w:tr>${cell('乙', '1')}${cell('丙', '99')}</w:tr></w:tbl>`;
    expect(htmlOf(body)).toBe(
      '<table><tr><td colspan="2"><p>甲</p></td></tr><tr><td><p>乙</p></td><td><p>丙</p></td></tr></table>',
    );
  });
});

describe('PUB-107 what the indents of lists say', () => {
  const scheme = (id: number, format: string, text: string) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
  const parts = {
    'word/numbering.xml': `<w:numbering>${scheme(1, 'bullet', '●')}${scheme(2, 'decimal', '%1.')}${scheme(3, 'lowerLetter', '%1.')}${scheme(4, 'bullet', ' ')}</w:numbering>`,
  };
  const at = (text: string, list: number, left?: number) =>
    line(
      text,
      `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>${left === undefined ? '' : `<w:ind w:left="${left}" w:hanging="420"/>`}`,
    );
  const below = (text: string, left: number) => line(text, `<w:ind w:left="${left}"/>`);
  it.each([
    [
      'bullets of one level, some further right',
      at('甲', 1) + at('乙', 1, 840) + at('丙', 1, 1260) + at('丁', 1, 840) + at('戊', 1),
      '<ul><li>甲<ul><li>乙<ul><li>丙</li></ul></li><li>丁</li></ul></li><li>戊</li></ul>',
    ],
    [
      'letters within figures',
      at('甲', 2) + at('子', 3, 840) + at('丑', 3, 840) + at('乙', 2),
      '<ol><li>甲<ol type="a"><li>子</li><li>丑</li></ol></li><li>乙</li></ol>',
    ],
    [
      'a step back to where nothing stood is no level',
      at('甲', 1) + at('乙', 1, 1260) + at('丙', 1, 840),
      '<ul><li>甲</li><li>乙</li><li>丙</li></ul>',
    ],
    [
      'indents that hardly differ are one',
      at('甲', 1) + at('乙', 1, 500) + at('丙', 1),
      '<ul><li>甲</li><li>乙</li><li>丙</li></ul>',
    ],
    [
      'what stands below the words of an item goes on in it',
      at('甲', 2) + below('续甲', 420) + at('乙', 2),
      '<ol><li>甲<p>续甲</p></li><li>乙</li></ol>',
    ],
    ['as Pandoc writes it', at('甲', 1) + at('续甲', 4) + at('乙', 1), '<ul><li>甲<p>续甲</p></li><li>乙</li></ul>'],
    [
      'what stands elsewhere parts the list',
      at('甲', 1) + below('另起', 200) + at('乙', 1),
      '<ul><li>甲</li></ul><p>另起</p><ul><li>乙</li></ul>',
    ],
  ])('%s', (_, body, html) => expect(htmlOf(body, parts)).toBe(html));
});

describe('PUB-106 a drawing of Windows', () => {
  const media = {
    ...relations(relation('e', 'image', 'media/a.emf') + relation('p', 'image', 'media/a.png')),
    ...{ 'word/media/a.emf': Buffer.from('emf'), 'word/media/a.png': Buffer.from('png') },
  };
  const drawing = (id: string) =>
    `<w:drawing><wp:inline><wp:docPr descr="图"/><a:blip r:embed="${id}"/></wp:inline></w:drawing>`;
  const either = (choice: string, fallback: string) =>
    para(
      `<w:r><mc:AlternateContent><mc:Choice>${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:r>`,
    );
  const shape = '<w:pict><v:shape alt="图"><v:imagedata r:id="p"/></v:shape></w:pict>';
  it.each([
    ['with a picture beside it for other programs', either(drawing('e'), shape), 'a.png'],
    ['with none', para(`<w:r>${drawing('e')}</w:r>`), 'a.emf'],
    ['that is itself for other programs', either(drawing('p'), drawing('e')), 'a.png'],
  ])('%s', (_, body, name) =>
    expect(read(body, media)).toMatchObject({
      html: `<p><img src="word:word%2Fmedia%2F${name}" alt="图"></p>`,
      traces: { taken: 1, pictures: 0 },
    }),
  );
  it('of ink, which only the picture beside it shows', () => {
    const ink = '<w14:contentPart r:id="ink"/>';
    expect(read(either(`<w:drawing>${ink}</w:drawing>`, drawing('p')), media)).toMatchObject({
      html: '<p><img src="word:word%2Fmedia%2Fa.png" alt="图"></p>',
      traces: { taken: 1, pictures: 0 },
    });
  });
});

describe('PUB-46 what would go on for ever is read to its end', () => {
  const numbering = (level: string) => ({
    'word/numbering.xml': `<w:numbering><w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  });
  const level = (n: number, start: number, format: string) =>
    `<w:lvl w:ilvl="${n}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1."/></w:lvl>`;
  it('a note that refers to itself', () => {
    const footnotes = `<w:footnotes><w:footnote w:id="2">${para(`${run('注')}<w:r><w:footnoteReference w:id="2"/></w:r>`)}</w:footnote></w:footnotes>`;
    const body = para(`${run('文')}<w:r><w:footnoteReference w:id="2"/></w:r>`);
    expect(htmlOf(body, { 'word/footnotes.xml': footnotes })).toBe(
      '<p>文<sup>[1]</sup></p><hr><p>[1] 注<sup>[1]</sup></p>',
    );
  });
  it.each([
    ['a level no list has', 99_999_999, level(0, 3, 'decimal'), '<p>3. 甲</p>'],
    ['a number no letter has', 0, level(0, 999_999_999, 'lowerRoman'), '<p>999999999. 甲</p>'],
    ['a number below nothing', 0, level(0, -5, 'lowerLetter'), '<p>0. 甲</p>'],
  ])('%s', (_, n, levels, html) =>
    expect(htmlOf(line('甲', `<w:numPr><w:ilvl w:val="${n}"/><w:numId w:val="1"/></w:numPr>`), numbering(levels))).toBe(
      html,
    ),
  );
});
