import { describe, expect, it } from 'vitest';
import { cleanBody } from './body.ts';
import { isSwollen, refuseSwollen } from './body-signs.ts';
import { turnBody } from './former-body.ts';

describe('PUB-118 a body of bare signs', () => {
  it.each(['<', '&', '<p><', 'a<&'])('of %j is known before it is parsed: neither cleaned nor turned', (sign) => {
    const many = sign.repeat(400_000 / sign.length);
    expect(refuseSwollen(many)).toMatchObject({ code: 'PUB-118' });
    expect(cleanBody(many)).toBe('');
    const turned = turnBody(many, '/a.html', { picture: () => undefined, file: () => undefined });
    expect(turned.html === many).toBe(true);
  });

  it('just below is kept', () => {
    expect(cleanBody('<'.repeat(120_000)) === '&lt;'.repeat(120_000)).toBe(true);
  });

  it.each([
    ['long and without signs', '一'.repeat(500_000)],
    ['as kept', '&lt;'.repeat(400_000)],
    ['of tags', '<p>一&nbsp;</p>'.repeat(34_000)],
    ['with some', `${'<p>a < b & c</p>'.repeat(20_000)}`],
  ])('%s is none', (_, html) => expect(isSwollen(html)).toBe(false));
});
