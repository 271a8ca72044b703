import { expect, it } from 'vitest';
import { linesOf, namesIn } from './mapping-lines.ts';

it('XCH-8 what was typed as lines is read again as the same lines', () => {
  const names = { title: 'ArticleTitle', '*': '0199' };
  expect(namesIn(linesOf(names))).toEqual({ names });
  expect(namesIn(' title＝标题 \n\n')).toEqual({ names: { title: '标题' } });
  expect(namesIn('title')).toEqual({ wrong: 'title' });
  expect(namesIn('title = ')).toEqual({ wrong: 'title =' });
});
