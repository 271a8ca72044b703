import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../annual-report/read/read-report.ts';
import { mhtmlPage } from './mhtml-page.ts';

const PAGE = '<html><meta charset="gb2312"><p>青禾县人民政府2024年政府信息公开工作年度报告</p>';
const GBK = iconv.encode(PAGE, 'gb18030');
const HEAD =
  'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"; boundary="--b"\r\n';
const QUOTED = [...GBK]
  .map((byte) => `=${byte.toString(16).toUpperCase()}`)
  .join('')
  .replace(/(.{72})/g, '$1=\r\n');
const part = (encoding: string, body: string) =>
  `----b\r\nContent-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`;
const PICTURE = '----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n';

describe('ANR-30 a page with its parts in one file', () => {
  it.each([
    ['quoted-printable', part('quoted-printable', QUOTED)],
    ['base64', part('base64', GBK.toString('base64').replace(/(.{76})/g, '$1\r\n'))],
    ['8bit', part('8bit', GBK.toString('latin1'))],
  ])('%s', (_, page) => {
    const file = Buffer.from(`${HEAD}\r\n${PICTURE}${page}----b--\r\n`, 'latin1');
    expect(mhtmlPage(file)?.subarray(0, GBK.length)).toEqual(GBK);
  });

  it('other files are none, whatever they say further down', () => {
    expect(mhtmlPage(Buffer.from(`${PAGE}\r\n${HEAD}`))).toBeUndefined();
    expect(mhtmlPage(Buffer.from(`${HEAD}\r\nno parts`))).toBeUndefined();
    expect(readReport(Buffer.from(`${HEAD}\r\nno parts`))).toMatchObject({ code: 'REPORT_NOT_A_REPORT' });
  });
});
