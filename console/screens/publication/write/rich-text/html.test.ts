import { describe, expect, it } from 'vitest';
import { forEditor, fromEditor } from './html.ts';

describe('the body on its way into the editor and out', () => {
  it('keeps the words of a caption above its table', () => {
    expect(forEditor('<p>甲</p><table><caption>收费标准</caption><tr><td>1</td></tr></table>')).toBe(
      '<p>甲</p><p data-align="center">收费标准</p><table><tr><td>1</td></tr></table>',
    );
    expect(forEditor('<table><tr><td>1</td></tr></table>')).toBe('<table><tr><td>1</td></tr></table>');
  });

  it('leaves out what only the editor needs, and no line that was written', () => {
    const drawn =
      '<table style="min-width: 25px"><colgroup><col style="min-width: 25px"></colgroup><tbody></tbody></table>';
    expect(fromEditor(`<p>甲</p><p></p><p>乙</p>${drawn}<p></p>`)).toBe(
      '<p>甲</p><p></p><p>乙</p><table><tbody></tbody></table>',
    );
  });
});
