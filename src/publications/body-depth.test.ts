import { describe, expect, it } from 'vitest';
import { cleanBody } from './body.ts';
import { isTooDeep, refuseTooDeep } from './body-depth.ts';
import { turnBody } from './former-body.ts';

const DEEP = '<div>'.repeat(160_000);

describe('PUB-115 a body of tags inside tags', () => {
  it('is known at once, however long it is, and is neither cleaned nor turned', () => {
    const before = performance.now();
    expect(refuseTooDeep(DEEP)).toMatchObject({ code: 'PUB-115' });
    expect(cleanBody(DEEP)).toBe('');
    expect(turnBody(DEEP, '/a.html', { picture: () => undefined, file: () => undefined }).html).toBe(DEEP);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it.each([
    ['many beside each other', '<p><b>一</b></p>'.repeat(20_000)],
    ['paragraphs that an old editor left open', '<p>一'.repeat(20_000)],
    ['a list of a list of a list', `${'<ul><li>'.repeat(9)}一${'</li></ul>'.repeat(9)}`],
  ])('%s is none', (_, html) => expect(isTooDeep(html)).toBe(false));
});
