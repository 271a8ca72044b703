import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Paper, PaperBlock, PaperTable } from '../../statute/paper.ts';
import { columnWidths } from './column-widths.ts';
import { paperDocx } from './docx.ts';

const FORM: PaperTable = {
  kind: 'table',
  caption: '表',
  columns: 3,
  headRows: 1,
  rows: [
    [
      { text: '名称', head: 'column', colspan: 2 },
      { text: '数量', head: 'column' },
    ],
    [
      { text: '甲', head: 'row', rowspan: 2 },
      { text: '其中新办的事项', head: 'row' },
      { text: '88.78248', align: 'right' },
    ],
    [
      { text: '乙', head: 'row' },
      { text: '', align: 'right' },
    ],
  ],
};

const PAPER: Paper = {
  title: '示例县<报告> & 说明',
  blocks: [
    { kind: 'heading', level: 1, text: '一、总体情况' },
    { kind: 'paragraph', text: '第一段\u0000\ud800。' },
    FORM,
    { kind: 'closing', issuer: '示例县人民政府', date: '2026年3月2日' },
  ],
};

/** A part of the package, found through the directory at its end. */
function partOf(docx: Buffer, name: string): string {
  let at = docx.readUInt32LE(docx.lastIndexOf('PK\u0005\u0006') + 16);
  while (docx.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => docx.readUInt16LE(at + offset));
    if (docx.toString('utf8', at + 46, at + 46 + nameLength!) === name) {
      const local = docx.readUInt32LE(at + 42);
      const start = local + 30 + docx.readUInt16LE(local + 26) + docx.readUInt16LE(local + 28);
      const packed = docx.subarray(start, start + docx.readUInt32LE(at + 20));
      return (docx.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8');
    }
    at += 46 + nameLength! + extraLength! + commentLength!;
  }
  throw new Error(`no ${name}`);
}

const count = (xml: string, pattern: RegExp) => xml.match(pattern)?.length ?? 0;

describe('a paper as a Word file', async () => {
  const docx = await paperDocx(PAPER);
  const xml = partOf(docx, 'word/document.xml');

  it('holds every text once, in order, and none that XML cannot hold', () => {
    const texts = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]);
    expect(texts.filter((text) => text !== '')).toEqual([
      '示例县&lt;报告&gt; &amp; 说明',
      '一、总体情况',
      '第一段。',
      '名称',
      '数量',
      '甲',
      '其中新办的事项',
      '88.78248',
      '乙',
      '示例县人民政府',
      '2026年3月2日',
    ]);
  });

  it('keeps merged cells and repeats the head rows on a new page', () => {
    expect(xml).toContain('<w:gridSpan w:val="2"/>');
    expect(xml).toContain('<w:vMerge w:val="restart"/>');
    expect(count(xml, /<w:vMerge w:val="continue"\/>/g)).toBe(1);
    expect(count(xml, /<w:tblHeader\/>/g)).toBe(1);
    expect(count(xml, /<w:cantSplit\/>/g)).toBe(3);
  });

  it('is A4 with the margins of official documents, numbered pages, headings in the outline', () => {
    expect(xml).toMatch(/<w:pgSz[^>]*w:w="11906"[^>]*w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar[^>]*w:top="2098"/);
    expect(xml).toContain('<w:outlineLvl w:val="0"/>');
    expect(partOf(docx, 'word/footer1.xml')).toContain('PAGE');
  });

  it('PAP-4 the last paragraph and the attachments stay on the page of the signature, and that of the note', async () => {
    const blocks: readonly PaperBlock[] = [
      { kind: 'paragraph', text: '前文。\n末段。' },
      { kind: 'attachments', names: ['清单'] },
      { kind: 'closing', issuer: '示例县人民政府', date: '2026年3月2日' },
      { kind: 'note', text: '联系人' },
    ];
    const [, ...paragraphs] = partOf(await paperDocx({ title: '答复书', blocks }), 'word/document.xml').split('<w:p>');
    expect(paragraphs.slice(1).map((each) => each.includes('<w:keepNext/>'))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('names nobody as its author', () => {
    expect(partOf(docx, 'docProps/core.xml')).not.toMatch(/Un-named/i);
  });
});

describe('widths of columns', () => {
  it('fill the paper exactly, the longest label widest, a column of figures never squeezed away', () => {
    const widths = columnWidths(FORM, 8789);
    expect(widths.reduce((a, b) => a + b, 0)).toBe(8789);
    expect(widths[1]).toBe(Math.max(...widths.slice(0, 2)));
    expect(Math.min(...widths)).toBeGreaterThan(8789 / 10);
  });

  it('know in which column a cell stands below a merged one', () => {
    const longBelow = {
      ...FORM,
      rows: [...FORM.rows.slice(0, 2), [{ text: '乙乙乙乙乙乙乙乙乙乙乙乙' }, { text: '1' }]],
    };
    const [first, second] = columnWidths(longBelow, 1000);
    expect(second).toBeGreaterThan(first! * 2);
  });
});
