import { describe, expect, it } from 'vitest';
import type { PaperTable } from '../statute/paper.ts';
import { documentPaper } from './document-paper.ts';
import type { PublicDocument } from './public-view.ts';

const shownAs = {
  title: '河道保洁办法',
  docNo: '示政规〔2024〕3号',
  issuer: '示例县人民政府',
  indexNo: '000014349/2024-00001',
  publishedOn: '2024-03-01',
  carriedOverOn: null,
  attachments: [],
};
const shown = (bodyHtml: string, change: Partial<PublicDocument> = {}) =>
  documentPaper(
    { ...shownAs, bodyHtml, ...change } as unknown as PublicDocument,
    'https://www.example.gov.cn/documents/1',
  );
const textsOf = (html: string) =>
  shown(html)
    .blocks.slice(1, -1)
    .map((block) => ('text' in block ? block.text : block.kind));
/** As they are read, each item behind its mark. */
const linesOf = (html: string) =>
  shown(html)
    .blocks.slice(1, -1)
    .map((block) =>
      block.kind === 'paragraph' && block.item
        ? `${'  '.repeat(block.item.list.level)}${block.item.mark} ${block.text}`
        : 'text' in block
          ? block.text
          : block.kind,
    );
const tableOf = (html: string) => shown(html).blocks.find(({ kind }) => kind === 'table') as PaperTable | undefined;

describe('PRT-87 a document as a paper', () => {
  it('begins with its title and number, ends with where it came from, and has neither red head nor place for a seal', () => {
    const paper = shown('<p>正文。</p>', { attachments: [{ id: 'f', name: '附表.xlsx', kind: 'xlsx', bytes: 1 }] });
    expect(paper.title).toBe('河道保洁办法');
    expect(paper.letterhead).toBeUndefined();
    expect(paper.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'attachments', 'note']);
    expect(paper.blocks.at(-1)).toMatchObject({
      text: expect.stringMatching(/索引号 000014349\/2024-00001，2024-03-01 发布.*以网页为准：https:\/\/www.example/),
    });
  });

  it('keeps headings, lists with their marks and depths, and says what a picture shows', () => {
    expect(
      linesOf(
        '<h2>一、总则</h2><p>甲<strong>乙</strong><br>丙</p><ol start="3"><li>一<ul><li>点</li></ul></li><li><p>二</p></li></ol>' +
          '<p>见<a href="https://a.example/">网站</a>和<a href="https://b.example/">https://b.example/</a></p><figure><img src="/pictures/x" alt="流程图"><figcaption>图一</figcaption></figure>',
      ),
    ).toEqual([
      '一、总则',
      '甲乙\n丙',
      '3. 一',
      '  • 点',
      '4. 二',
      '见网站和https://b.example/',
      '〔图：流程图〕',
      '图一',
    ]);
  });

  it('PUB-105 keeps what stands in the middle or on the right, the looks of words, where links lead and where lines end', () => {
    const html =
      '<p data-align="center">附表</p><p>面积100m<sup>2</sup>，<strong>粗<u>线</u></strong><br>见<a href="https://a.example/">网站</a><s>旧</s></p><ol type="a"><li><p>甲</p><p>续</p></li></ol><p data-align="right">县政府</p>';
    const list = { level: 0, counts: 'a', start: 1 };
    expect(shown(html).blocks.slice(1, -1)).toEqual([
      { kind: 'paragraph', text: '附表', side: 'center' },
      {
        kind: 'paragraph',
        text: '面积100m2，粗线\n见网站旧',
        runs: [
          { text: '面积100m' },
          { text: '2', looks: ['raised'] },
          { text: '，' },
          { text: '粗', looks: ['bold'] },
          { text: '线', looks: ['bold', 'underline'] },
          { text: '\n见' },
          { text: '网站', address: 'https://a.example/' },
          { text: '旧', looks: ['strike'] },
        ],
      },
      { kind: 'paragraph', text: '甲', item: { list, mark: 'a.' } },
      { kind: 'paragraph', text: '续', item: { list, mark: '' } },
      { kind: 'paragraph', text: '县政府', side: 'right' },
    ]);
    const cells = tableOf('<table><tr><td><p data-align="right">1,200</p></td><td><p>元</p></td></tr></table>');
    expect(cells!.rows).toEqual([[{ text: '1,200', align: 'right' }, { text: '元' }]]);
  });

  it('PUB-105 keeps in a cell its paragraphs, pictures, lists and tables', () => {
    const hash = 'a'.repeat(64);
    const bodyHtml = `<table><tr><td><p>甲</p><p>乙<img src="/pictures/${hash}" alt="图"></p><ul><li>点</li></ul><table><tr><td>里</td></tr></table></td></tr></table>`;
    const picture = { format: 'png', width: 2, height: 1, content: new Uint8Array([1]) } as const;
    const paper = documentPaper({ ...shownAs, bodyHtml } as unknown as PublicDocument, '', new Map([[hash, picture]]));
    const table = paper.blocks.find(({ kind }) => kind === 'table') as PaperTable;
    expect(table.rows[0]![0]!.blocks!.map((block) => ('text' in block ? block.text : block.kind))).toEqual([
      ...['甲', '乙', 'picture', '点', 'table'],
    ]);
  });

  it('keeps the pictures that are there, in their place', () => {
    const hash = 'a'.repeat(64);
    const picture = { format: 'png', width: 2, height: 1, content: new Uint8Array([1]) } as const;
    const document = {
      ...shownAs,
      bodyHtml: `<p>上<img src="/pictures/${hash}" alt="图">下<img src="/pictures/${'b'.repeat(64)}" alt="无"></p>`,
    };
    const paper = documentPaper(document as unknown as PublicDocument, '', new Map([[hash, picture]]));
    expect(paper.blocks.slice(1, -1)).toEqual([
      { kind: 'paragraph', text: '上' },
      { kind: 'picture', alt: '图', ...picture },
      { kind: 'paragraph', text: '下〔图：无〕' },
    ]);
  });

  it('keeps merged cells and repeats the head', () => {
    const table = tableOf(
      '<table><caption>表一</caption><thead><tr><th scope="col" rowspan="2">甲</th><th scope="col" colspan="2">乙</th></tr><tr><th scope="col">1</th><th scope="col">2</th></tr></thead>' +
        '<tbody><tr><th scope="row">行</th><td>a</td><td>b</td></tr></tbody></table>',
    );
    expect(table).toMatchObject({ columns: 3, headRows: 2 });
    expect(table!.rows[0]).toEqual([
      { text: '甲', rowspan: 2, head: 'column' },
      { text: '乙', colspan: 2, head: 'column' },
    ]);
  });

  it.each([
    [
      'a span that goes on for ever',
      '<table><tr><td colspan="999999" rowspan="999999">甲</td><td>乙</td></tr></table>',
    ],
    [
      'a head that reaches out of itself',
      '<table><tr><th rowspan="9">甲</th><th>乙</th></tr><tr><td>1</td></tr></table>',
    ],
    [
      'spans that overlap',
      '<table><tr><td rowspan="2">甲</td><td>乙</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>',
    ],
    ['no cell', '<table><tr></tr></table>'],
    ['a table in a table', '<table><tr><td><table><tr><td>里</td></tr></table></td></tr></table>'],
  ])('never makes a table larger than a sheet holds: %s', (_, html) => {
    const table = tableOf(html);
    if (!table) return;
    expect(table.columns).toBeLessThanOrEqual(30);
    const ends = table.rows.flatMap((row, at) => row.map(({ rowspan = 1 }) => at + rowspan));
    expect(Math.max(...ends)).toBeLessThanOrEqual(table.rows.length);
    const heads = table.rows.slice(0, table.headRows);
    expect(heads.every((row, at) => row.every(({ rowspan = 1 }) => at + rowspan <= table.headRows))).toBe(true);
  });

  it('reads a table wider than a sheet as lines', () => {
    const wide = `<table><tr>${'<td>格</td>'.repeat(31)}</tr></table>`;
    expect(tableOf(wide)).toBeUndefined();
    expect(textsOf(wide)).toEqual([Array(31).fill('格').join('，')]);
  });
});
