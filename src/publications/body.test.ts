import { describe, expect, it } from 'vitest';
import { cleanBody, plainText } from './body.ts';

describe('body', () => {
  it.each([
    ['a script', '<p>一</p><script>alert(1)</script>', '<p>一</p>'],
    ['an event handler', '<p onclick="x()">一</p>', '<p>一</p>'],
    ['a script address', '<a href="javascript:x()">一</a>', '<a>一</a>'],
    ['a hidden style', '<p style="display:none">一</p>', '<p>一</p>'],
    ['a frame', '<iframe src="https://example.com"></iframe>一', '一'],
    ['a picture that tracks', '<img src="http://example.com/pixel.gif">', ''],
    ['a picture inside the text', '<img src="data:image/svg+xml,x">', ''],
    ['a comment', '<p>一<!-- 请领导阅 --></p>', '<p>一</p>'],
    ['a form', '<form action="/x"><input name="a">一</form>', '一'],
  ])('PUB-8 loses %s', (_, html, clean) => expect(cleanBody(html)).toBe(clean));

  it('PUB-8 keeps what an official document needs, and cleaning again changes nothing', () => {
    const html =
      '<h2>一、总则</h2><table><tr><td colspan="2">甲</td></tr></table><p>见<a href="https://www.gov.cn">网站</a>。</p>';
    expect(cleanBody(html)).toContain('<td colspan="2">甲</td>');
    expect(cleanBody(cleanBody(html))).toBe(cleanBody(html));
    expect(cleanBody('<h1>标题</h1>')).toBe('<h2>标题</h2>');
  });

  it('reads as a line for each block, words unbroken by emphasis', () =>
    expect(plainText(cleanBody('<p>义务<strong>教育</strong></p><ul><li>甲&amp;乙</li><li>1 &lt; 2</li></ul>'))).toBe(
      '义务教育\n甲&乙\n1 < 2',
    ));

  it('reads an escaped entity as it was written', () => expect(plainText('<p>&amp;lt;</p>')).toBe('&lt;'));
});
