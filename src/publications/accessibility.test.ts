import { describe, expect, it } from 'vitest';
import { accessibilityIssues } from './accessibility.ts';
import { addressOfPicture } from './picture.ts';

const picture = (alt?: string) =>
  `<img src="${addressOfPicture('a'.repeat(64))}"${alt === undefined ? '' : ` alt="${alt}"`} />`;
const told = (html: string) => accessibilityIssues(html).map(({ severity, says }) => [severity, says]);

describe('PUB-67 what a screen reader cannot read', () => {
  it('names each picture without words by its place, and stops the release', () =>
    expect(told(`${picture()}<p>现场如下：</p>${picture(' ')}${picture('县政务服务大厅的窗口分布图')}`)).toEqual([
      ['error', '第 1 张图片（在正文开头）没有说明文字。'],
      ['error', '第 2 张图片（在“现场如下：”之后）没有说明文字。'],
    ]));
  it.each(['图片1', 'IMG_2034.jpg', '微信图片_20260301', 'image'])('takes “%s” for no words', (alt) =>
    expect(told(picture(alt))[0]![1]).toContain('没有说出内容'),
  );
  it('tells a heading that skips a level, and none that goes back', () => {
    expect(told('<h2>一、总则</h2><h4>1.范围</h4>')).toEqual([['warning', '标题“1.范围”跳过了上一级。']]);
    expect(told('<h2>一</h2><h3>二</h3><h4>三</h4><h2>四</h2>')).toEqual([]);
  });
  it('tells a table without a head, but not a frame of one row', () => {
    expect(told('<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>')).toEqual([
      ['hint', '第 1 个表格没有表头。'],
    ]);
    expect(told('<table><tr><td>甲</td></tr></table>')).toEqual([]);
    expect(told('<table><tr><th>甲</th></tr><tr><td>乙</td></tr></table>')).toEqual([]);
  });
});
