import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markedPassage, markHits } from './mark-hits.ts';

const shown = (pieces: ReturnType<typeof markHits>) =>
  pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

it('marks in the form people read, whatever the form they typed', () =>
  expect(shown(markHits('ＧＤＰ 與就業補貼，gdp', ['gdp', '就业']))).toBe('[ＧＤＰ] 與[就業]補貼，[gdp]'));

it('joins hits that overlap', () =>
  expect(shown(markHits('信息公开条例', ['信息公开', '公开条例']))).toBe('[信息公开条例]'));

it('leaves every character where it was', () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'公开条例a<') }), (text) => {
      const pieces = markHits(text, ['公开', 'a']);
      return pieces.map((piece) => piece.text).join('') === text;
    }),
  ));

it('shows the passage around the first hit, and the beginning when there is none', () => {
  const text = `${'前'.repeat(100)}补贴${'后'.repeat(100)}`;
  expect(shown(markedPassage(text, ['补贴'], 20))).toBe('……前前前前前[补贴]后后后后后后后后后后后后后……');
  expect(shown(markedPassage(text, ['没有'], 4))).toBe('前前前前……');
});
