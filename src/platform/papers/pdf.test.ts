import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Paper, PaperBlock } from '../../statute/paper.ts';
import { FONT_FOLDERS, paperPdf } from './pdf.ts';
import { printable } from './printable.ts';

const HOSTILE = '#read("/etc/passwd") $x$ *粗* @a // 注';
const LONG = '一二三四五六七八九十'.repeat(150);
const PAPER: Paper = {
  title: '政府信息公开答复书',
  letterhead: { issuer: '示范县人民政府', number: '示政公开答〔2026〕1号' },
  blocks: [
    { kind: 'addressee', text: '张小满：' },
    { kind: 'paragraph', text: LONG },
    { kind: 'heading', level: 1, text: '一、其他' },
    { kind: 'paragraph', text: `${HOSTILE}\u0000\ud800\n𠮷😀` },
    { kind: 'attachments', names: ['批准文件', '送达回证'] },
    { kind: 'closing', issuer: '示范县人民政府', date: '2026年3月2日' },
    { kind: 'note', text: '联系人：王某' },
    {
      kind: 'table',
      caption: '表',
      columns: 2,
      headRows: 1,
      rows: [[{ text: '合并', colspan: 2 }], [{ text: '甲', rowspan: 2 }, { text: '1' }], [{ text: '2' }]],
    },
  ],
};

interface Line {
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly text: string;
}

/** Lines of every page, top to bottom, in points. */
async function read(pdf: Buffer) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    const lines = new Map<number, Line>();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [x, y] = [item.transform[4] as number, Math.round((item.transform[5] as number) * 10) / 10];
      const line = lines.get(y) ?? { y, left: x, right: x, text: '' };
      lines.set(y, {
        y,
        left: Math.min(line.left, x),
        right: Math.max(line.right, x + item.width),
        text: line.text + item.str,
      });
    }
    pages.push({ view: page.view, lines: [...lines.values()].sort((a, b) => b.y - a.y) });
  }
  const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } };
  return { pages, info };
}

const mm = (points: number) => (points / 72) * 25.4;

describe('a paper as PDF', () => {
  let file: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    file = await read(await paperPdf(PAPER));
  });
  const text = () => file.pages.flatMap(({ lines }) => lines.map((line) => line.text)).join('');

  it('PAP-1 is A4, and a full page has 22 lines of 28 characters within the margins of 37, 35, 28 and 26 mm', () => {
    const [, , width, height] = file.pages[1]!.view as [number, number, number, number];
    expect([mm(width), mm(height)].map(Math.round)).toEqual([210, 297]);
    const lines = file.pages[1]!.lines.filter((line) => !line.text.includes('—'));
    expect(lines).toHaveLength(22);
    for (const line of lines) expect([...line.text]).toHaveLength(28);
    expect(mm(lines[0]!.left)).toBeCloseTo(28, 0);
    expect(210 - mm(lines[0]!.right)).toBeCloseTo(26, 0);
    expect(297 - mm(lines[0]!.y + 0.88 * 16)).toBeCloseTo(37, 0);
    expect(lines[0]!.y - lines[1]!.y).toBeCloseTo(28.99, 1);
    expect(mm(lines.at(-1)!.y - 0.12 * 16)).toBeGreaterThan(35);
  });

  it('PAP-1 the page number stands at the outer edge', () => {
    const foot = (n: number) => file.pages[n]!.lines.at(-1)!;
    expect(foot(0).text.replace(/\s/g, '')).toBe('—1—');
    expect(foot(0).left).toBeGreaterThan(foot(1).left + 200);
  });

  it('PAP-2 holds every text in order, and a text is never read as a program', () => {
    const squeezed = text().replace(/\s/g, '');
    for (const words of ['示范县人民政府', '示政公开答〔2026〕1号', '张小满：', HOSTILE.replace(/\s/g, '')])
      expect(squeezed).toContain(words);
    expect(squeezed).toMatch(/附件：1\.批准文件2\.送达回证示范县人民政府2026年3月2日（联系人：王某）合并/);
    expect(squeezed).not.toContain('root:');
  });

  it('PAP-3 shows what a form has ticked by signs that the fonts have', async () => {
    const print = await printable(FONT_FOLDERS[0]!);
    expect(print('☑同意 ☐不同意 ☒ m²')).toBe('√同意 □不同意 × m²');
  });
  it('PAP-3 shows 〓 for a letter the fonts do not have, never an empty box', () => expect(text()).toContain('〓〓'));

  it('PAP-2 the same paper gives the same bytes, and names nobody', async () => {
    expect((await paperPdf(PAPER)).equals(await paperPdf(PAPER))).toBe(true);
    expect(file.info.Title).toBe('政府信息公开答复书');
    expect(Object.keys(file.info)).not.toContain('CreationDate');
  });
});

describe('PAP-4 the seal stands on no page without text', () => {
  const BLOCKS: readonly PaperBlock[] = [
    { kind: 'closing', issuer: '示范县人民政府', date: '2026年3月2日' },
    { kind: 'note', text: '联系人：王某' },
  ];
  const ATTACHED: PaperBlock = { kind: 'attachments', names: ['批准文件'] };

  it.each([
    ['', BLOCKS],
    [' after a list of attachments', [ATTACHED, ...BLOCKS]],
  ])('whatever the number of lines%s', async (_, end) => {
    for (let lines = 14; lines <= 22; lines += 1) {
      const text = Array.from({ length: lines }, (_, n) => `第${n}段。`).join('\n');
      const { pages } = await read(await paperPdf({ title: '答复书', blocks: [{ kind: 'paragraph', text }, ...end] }));
      const sealed = pages.find((page) => page.lines.some((line) => line.text.includes('2026')))!;
      const words = sealed.lines.map((line) => line.text.replace(/\s/g, '')).join('');
      expect([lines, words]).toEqual([lines, expect.stringContaining(`第${lines - 1}段。`)]);
      expect([lines, words]).toEqual([lines, expect.stringContaining('联系人')]);
    }
  });
});

describe('PAP-4 what belongs together stands on one page', () => {
  const squeezed = ({ lines }: { lines: readonly Line[] }) => lines.map(({ text }) => text.replace(/\s/g, '')).join('');
  const table = (rows: number): PaperBlock => ({
    kind: 'table',
    caption: '表',
    columns: 2,
    headRows: 1,
    rows: Array.from({ length: rows }, (_, n) => {
      const text = `首${n}${'行'.repeat(90)}尾${n}`;
      return [{ text }, { text }];
    }),
  });

  it('a heading and the table or text below it, whatever the number of lines', async () => {
    for (let lines = 14; lines <= 22; lines += 1) {
      const text = Array.from({ length: lines }, (_, n) => `第${n}段。`).join('\n');
      for (const [below, begins] of [
        [table(30), '首0'],
        [{ kind: 'paragraph', text: '没有其他事项。' } as PaperBlock, '没有其他'],
      ] as const) {
        const blocks: PaperBlock[] = [
          { kind: 'paragraph', text },
          { kind: 'heading', level: 1, text: '二、情况' },
          below,
        ];
        const { pages } = await read(await paperPdf({ title: '报告', blocks }));
        expect([lines, pages.map(squeezed).find((page) => page.includes('二、情况'))]).toEqual([
          lines,
          expect.stringContaining(begins),
        ]);
      }
    }
  });

  it('a row of a table', async () => {
    for (const above of [1, 2, 3]) {
      const text = Array.from({ length: above }, (_, n) => `第${n}段。`).join('\n');
      const { pages } = await read(await paperPdf({ title: '报告', blocks: [{ kind: 'paragraph', text }, table(20)] }));
      expect(pages.length).toBeGreaterThan(1);
      for (const page of pages.map(squeezed))
        for (const [, n] of page.matchAll(/首(\d+)/g)) expect(page).toContain(`尾${n}`);
    }
  });
});
