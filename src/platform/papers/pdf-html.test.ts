/** What a person sees of a PDF is what is read, however the file writes it. */
import { describe, expect, it } from 'vitest';
import { drawnPdf, line, type Sheet, text, WIDTH } from '../../../test/support/drawn-pdf.ts';
import { PICTURE_PLACE } from '../../statute/paper.ts';
import { pdfHtml } from './pdf-html.ts';

/** One row of three cells, 60 wide. */
const GRID =
  [50, 110, 170, 230].map((x) => line(x, 50, x, 70)).join('') + line(50, 50, 230, 50) + line(50, 70, 230, 70);

async function cellsOf(content: string, sheet: Partial<Sheet> = {}): Promise<string[]> {
  const read = await pdfHtml(drawnPdf([{ content: GRID + text('件', 60, 64) + content, ...sheet }]));
  return 'text' in read ? [...read.text.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, words]) => words!) : [read.unread];
}

describe('ANR-58 a figure of a PDF', () => {
  it.each<[string, string]>([
    ['white', text('9', 140, 64, { before: '1 g' })],
    ['written invisibly', text('9', 140, 64, { before: '3 Tr' })],
    ['of no size', text('9', 140, 64, { size: 0.5 })],
    ['seen through', text('9', 140, 64, { before: '/Clear gs' })],
    ['painted over', `${text('9', 140, 64)}q 1 g 135 770 20 20 re f Q\n`],
    ['cut off', `q 300 300 10 10 re W n ${text('9', 140, 64)} Q\n`],
    ['beside the page', text('9', WIDTH + 20, 64)],
  ])('that is %s is not read', async (_, hidden) => {
    expect(await cellsOf(text('12', 116, 64) + hidden)).toEqual(['件', '12', '']);
  });

  it('white on a dark ground is read', async () => {
    const ground = 'q 0.2 0.2 0.6 rg 111 773 58 18 re f Q\n';
    expect(await cellsOf(ground + text('12', 116, 64, { before: '1 g' }))).toEqual(['件', '12', '']);
  });

  it.each<[string, Partial<Sheet>, string]>([
    ['in a form', { form: true }, text('12', 116, 64)],
    ['drawn letter by letter', {}, text('12', 116, 64, { font: 'F3' })],
    ['spread over its cell', {}, text('1234', 116, 64, { before: '5 Tc' })],
    ['under a watermark', {}, text('12', 116, 64) + text('77', 120, 70, { angle: 45, size: 14 })],
  ])('%s is read', async (name, sheet, content) => {
    expect(await cellsOf(content, sheet)).toEqual(['件', name.startsWith('spread') ? '1234' : '12', '']);
  });

  it('a picture as large as a table leaves its mark, a seal none', async () => {
    const picture = (wide: number) => `q ${wide} 0 0 ${wide} 60 400 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n`;
    const read = (wide: number) => pdfHtml(drawnPdf([{ content: text('第一段。', 60, 64) + picture(wide) }]));
    expect([await read(200), await read(100)]).toEqual([{ text: `第一段。\n${PICTURE_PLACE}` }, { text: '第一段。' }]);
  });

  it('the number of a page is no figure of the text', async () => {
    const sheets = [1, 2, 3].map((n) => ({ content: text(`第${n}段。`, 60, 64) + text(`${n}`, 290, 800) }));
    expect(await pdfHtml(drawnPdf(sheets))).toEqual({ text: '第1段。\n第2段。\n第3段。' });
  });
});
