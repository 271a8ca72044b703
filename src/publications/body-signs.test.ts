import { describe, expect, it } from 'vitest';
import { cleanBody } from './body.ts';
import { isSwollen, refuseSwollen } from './body-signs.ts';
import { turnBody } from './former-body.ts';

describe('PUB-118 a body of bare signs', () => {
  it.each(['<', '&', '<p><', 'a<&'])('of %j is known at once, and is neither cleaned nor turned', (sign) => {
    const many = sign.repeat(400_000 / sign.length);
    const before = performance.now();
    expect(refuseSwollen(many)).toMatchObject({ code: 'PUB-118' });
    expect(cleanBody(many)).toBe('');
    const turned = turnBody(many, '/a.html', { picture: () => undefined, file: () => undefined });
    expect(turned.html === many).toBe(true);
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('just below is cleaned once: without a tag nothing is left to part', () => {
    const before = performance.now();
    expect(cleanBody('<'.repeat(120_000)) === '&lt;'.repeat(120_000)).toBe(true);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it.each([
    ['long and without signs', '一'.repeat(500_000)],
    ['as kept', '&lt;'.repeat(400_000)],
    ['of tags', '<p>一&nbsp;</p>'.repeat(34_000)],
    ['with some', `${'<p>a < b & c</p>'.repeat(20_000)}`],
  ])('%s is none', (_, html) => expect(isSwollen(html)).toBe(false));
});
