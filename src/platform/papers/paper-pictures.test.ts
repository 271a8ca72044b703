/** Pictures, and words in the middle and on the right, on paper as on the page. */
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { Paper } from '../../statute/paper.ts';
import { paperDocx } from './docx.ts';
import { openPdf } from './open-pdf.ts';
import { paperPdf } from './pdf.ts';
import { unzip } from './unzip.ts';

const dots = (width: number, height: number, format: 'jpg' | 'png') =>
  sharp({ create: { width, height, channels: 3, background: '#c00' } })
    .toFormat(format === 'jpg' ? 'jpeg' : format)
    .toBuffer();

it('PRT-87 a picture stands in Word and PDF, no larger than a page holds', async () => {
  const picture = async (width: number, height: number, format: 'jpg' | 'png') =>
    ({ kind: 'picture', alt: '流程图', format, width, height, content: await dots(width, height, format) }) as const;
  const paper: Paper = {
    title: '办理流程',
    blocks: [
      await picture(80, 60, 'png'),
      await picture(4000, 300, 'jpg'),
      await picture(300, 4000, 'png'),
      { kind: 'paragraph', text: '县政府', side: 'right' },
    ],
  };
  const word = unzip(await paperDocx(paper), { bytes: 1_000_000, entries: 100 })!;
  const xml = word.get('word/document.xml')!.toString('utf8');
  const sizes = [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(([, x, y]) => [
    Number(x) / 9525,
    Number(y) / 9525,
  ]);
  expect(sizes[0]).toEqual([80, 60]);
  for (const [x, y] of sizes) expect([x! <= 590, y! <= 851]).toEqual([true, true]);
  expect(xml).toContain('descr="流程图"');
  expect(xml).toMatch(/<w:jc w:val="right"\/>(?:(?!<w:p>).)*县政府/);
  const task = await openPdf(await paperPdf(paper));
  const pdf = await task.promise;
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  let drawn = 0;
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const { fnArray } = await (await pdf.getPage(n)).getOperatorList();
    drawn += fnArray.filter((one) => one === OPS.paintImageXObject).length;
  }
  await task.destroy();
  expect(drawn).toBe(3);
});
