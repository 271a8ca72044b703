import { describe, expect, it } from 'vitest';
import { formTokens } from './form-token.ts';

describe('form tokens', () => {
  let now = new Date('2026-03-05T02:00:00Z');
  const tokens = formTokens('secret', () => now);

  it('PRT-1 is good for its own form, from this site', () => {
    const token = tokens.give('apply');
    expect(tokens.isGenuine('track', token)).toBe(false);
    expect(formTokens('another secret', () => now).isGenuine('apply', token)).toBe(false);
    expect(tokens.isGenuine('apply', token)).toBe(true);
    expect(formTokens('secret', () => now).isGenuine('apply', token)).toBe(true);
  });

  it('PRT-1 is good for two hours and not before it was given', () => {
    const early = tokens.give('apply');
    const late = tokens.give('apply');
    now = new Date('2026-03-05T04:00:00Z');
    expect(tokens.isGenuine('apply', early)).toBe(true);
    now = new Date('2026-03-05T04:00:00.001Z');
    expect(tokens.isGenuine('apply', late)).toBe(false);
    const future = tokens.give('apply');
    now = new Date('2026-03-05T03:00:00Z');
    expect(tokens.isGenuine('apply', future)).toBe(false);
  });

  it.each(['', '.', 'a.b.c', 'a.b', '..'])('PRT-1 refuses %j', (token) => {
    expect(tokens.isGenuine('apply', token)).toBe(false);
  });
});
