import type { PDFPageProxy } from 'pdfjs-dist';
import { describe, expect, it } from 'vitest';
import type { TaggedLetter } from './pdf-drawing.ts';
import { taggedPage } from './pdf-tags.ts';

const content = (id: number) => ({ type: 'content', id: `p1R_mc${id}` });
const cell = (id: number) => ({ role: 'TD', children: [content(id)] });
const letter = (text: string, tag: number) =>
  ({ text, tag: String(tag), x: 10, y: 20 * tag, width: 10, size: 10 }) as TaggedLetter;
const read = (cells: readonly number[]) => {
  const table = { role: 'Table', children: [{ role: 'TR', children: cells.map(cell) }] };
  const tree = { role: 'Root', children: [{ role: 'P', children: [content(0)] }, table] };
  const page = { getStructTree: async () => tree } as unknown as PDFPageProxy;
  const letters = ['文', '甲', '乙'].slice(0, cells.length + 1).map(letter);
  return taggedPage(page, letters, [], new Set(letters.map(({ tag }) => tag)));
};

describe('ANR-76 the tags of a page', () => {
  it('hold where the last row of the page is one cell, which its lines show as no table', async () =>
    expect((await read([1]))?.html).toBe('<p>文</p><p>甲</p>'));

  it('do not hold where a table of several cells has no lines', async () => expect(await read([1, 2])).toBeUndefined());
});
