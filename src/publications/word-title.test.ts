import { expect, it } from 'vitest';
import { titleIn } from './word-title.ts';

const middle = (words: string) => `<p data-align="center">${words}</p>`;

it.each([
  ['in the middle', `${middle('关于植树的通知')}<p>文</p>`, '关于植树的通知', '<p>文</p>'],
  ['a heading', '<h2>关于植树的通知</h2><p>文</p>', '关于植树的通知', '<p>文</p>'],
  [
    'in two lines',
    `${middle('<strong>县政府办公室</strong>')}${middle('关于植树的通知')}<p>文</p>`,
    '县政府办公室关于植树的通知',
    '<p>文</p>',
  ],
  [
    'broken in its line',
    `${middle('县政府办公室<br />关于植树的通知')}<p>文</p>`,
    '县政府办公室关于植树的通知',
    '<p>文</p>',
  ],
  [
    'below 红头 and 文号',
    `${middle('示例县人民政府文件')}${middle('示政发〔2026〕3号')}${middle('植树办法（试行）')}${middle('（2026年3月4日公布）')}<p>文</p>`,
    '植树办法（试行）',
    `${middle('示例县人民政府文件')}${middle('示政发〔2026〕3号')}${middle('（2026年3月4日公布）')}<p>文</p>`,
  ],
  [
    'that names no kind of document',
    `${middle('植树节的由来')}${middle('林业局')}<p>文</p>`,
    '植树节的由来',
    `${middle('林业局')}<p>文</p>`,
  ],
  ['with a word of English', `${middle('关于 Open Data 平台的公告')}<p>文</p>`, '关于Open Data平台的公告', '<p>文</p>'],
])('PUB-103 a title %s', (_, html, title, bodyHtml) => expect(titleIn(html)).toEqual({ title, bodyHtml }));

it.each([
  ['running text', '<p>各乡镇：</p>'],
  ['a counted heading', '<h2>一、要求</h2><p>文</p>'],
  ['红头 alone', `${middle('示例县人民政府文件')}<p>文</p>`],
  ['a line with a note', `${middle('植树办法<sup>[1]</sup>')}<p>文</p>`],
  ['a picture', `${middle('<img src="/pictures/x">')}<p>文</p>`],
  ['a table', '<table><tr><td><p>植树办法</p></td></tr></table>'],
  ['nothing', ''],
])('PUB-103 none is taken out of a text that begins with %s', (_, html) => expect(titleIn(html)).toBeUndefined());
