/** 下载的 Word 再读入: a document that goes out as Word and comes in again is the same text. */
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { paperDocx } from '../platform/papers/docx.ts';
import { openPdf } from '../platform/papers/open-pdf.ts';
import { paperPdf } from '../platform/papers/pdf.ts';
import { wordBody } from '../platform/papers/word/word-body.ts';
import { cleanBody } from './body.ts';
import { documentPaper } from './document-paper.ts';
import type { PublicDocument } from './public-view.ts';

const [WIDE, SMALL] = ['a'.repeat(64), 'b'.repeat(64)];
const BODY = [
  '<h2>总体要求</h2><h3>范围</h3><h4>细则</h4>',
  '<p>一段<strong>加粗</strong>、<u>下划线</u>、<em>斜体，有标点 and words</em>、<s>划去</s>、<u><strong>又粗又划</strong></u>，100m<sup>2</sup>、CO<sub>2</sub>，见<a href="https://www.gov.cn/a?b=1&amp;c=2">政策库</a>和<a href="mailto:a@example.cn"><strong>信箱</strong></a>。<br>第二行。</p>',
  '<ol><li>甲<ul><li>点一<ol type="a"><li>子一</li><li>子二</li></ol></li><li>点二</li></ul></li><li>乙<p>接着说乙</p></li></ol><p>隔开。</p>',
  '<ol start="3"><li>丙<br>第二行</li><li>丁</li></ol>',
  `<p data-align="center"><img src="/pictures/${WIDE}" alt="流程&quot;图"></p>`,
  '<table><tr><th colspan="2" scope="col"><p data-align="center">合并</p></th><th scope="col"><p>图</p></th></tr>',
  `<tr><td rowspan="2"><p>甲<strong>粗</strong></p><p data-align="right">第二段</p></td><td><ul><li>一</li><li>二</li></ul></td><td><p><img src="/pictures/${SMALL}" alt="小图"></p></td></tr>`,
  '<tr><td><table><tr><td><p>里一</p></td><td><p>里二</p></td></tr></table></td><td><p data-align="right">1,200</p></td></tr></table>',
  '<p data-align="right">县政府<sup>[1]</sup></p><hr><p>[1] 注文。</p>',
].join('');

const picture = async (width: number, height: number) => ({
  ...{ format: 'png' as const, width, height },
  content: await sharp({ create: { width, height, channels: 3, background: '#0a6' } })
    .png()
    .toBuffer(),
});
const paper = documentPaper(
  {
    ...{ title: '办法', docNo: null, issuer: '示例县', indexNo: '1', publishedOn: '2026-01-01' },
    ...{ carriedOverOn: null, attachments: [], bodyHtml: BODY },
  } as unknown as PublicDocument,
  'https://www.example.gov.cn/documents/1',
  new Map([
    [WIDE, await picture(300, 120)],
    [SMALL, await picture(900, 700)],
  ]),
);

it('PUB-105 bold, underlined, slanted, struck, raised, lists, links, pictures and tables in cells come back from Word as they were', async () => {
  const word = wordBody(await paperDocx(paper));
  if (typeof word === 'string') throw new Error(word);
  const hashes = [WIDE, SMALL];
  const html = [...word.media.keys()].reduce(
    (text, address, n) => text.replace(`"${address}"`, `"/pictures/${hashes[n]}"`),
    word.html,
  );
  const end =
    '（示例县，索引号 1，2026-01-01 发布。本件由网页生成，以网页为准：https://www.example.gov.cn/documents/1）';
  expect(html).toBe(`<p data-align="center"><strong>办法</strong></p>${BODY}<p>${end}</p>`);
  expect(cleanBody(html)).toContain(cleanBody(BODY));
});

it('PUB-105 in a PDF words are bold, links lead somewhere and are printed, pictures stand in cells, items further right', async () => {
  const task = await openPdf(await paperPdf(paper));
  const pdf = await task.promise;
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const [links, letters, fonts]: [string[], { text: string; x: number; font: string }[], Set<string>] = [
    [],
    [],
    new Set(),
  ];
  let drawn = 0;
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const page = await pdf.getPage(n);
    const { fnArray } = await page.getOperatorList();
    drawn += fnArray.filter((one) => one === OPS.paintImageXObject).length;
    for (const { url } of await page.getAnnotations()) links.push(url);
    for (const item of (await page.getTextContent()).items)
      if ('str' in item) letters.push({ text: item.str, x: item.transform[4], font: item.fontName });
    for (const { font } of letters) fonts.add((page.commonObjs.get(font) as { name: string }).name);
  }
  await task.destroy();
  const at = (words: string) => letters.find(({ text }) => text.includes(words))!.x;
  const text = letters.map((one) => one.text).join('');
  expect(links).toEqual(['https://www.gov.cn/a?b=1&c=2', 'mailto:a@example.cn']);
  expect(text).toContain('政策库（https://www.gov.cn/a?b=1&c=2）');
  expect(drawn).toBe(2);
  expect(at('甲')).toBeLessThan(at('点一'));
  expect(at('点一')).toBeLessThan(at('子一'));
  expect([...fonts].some((name) => /Bold/.test(name))).toBe(true);
  for (const words of ['注文', '里一', '里二', '接着说乙', '第二段', '划去']) expect(text).toContain(words);
});
