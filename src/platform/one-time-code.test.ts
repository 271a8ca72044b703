import { generateSync } from 'otplib';
import { expect, it } from 'vitest';
import { codeAddress, newCodeSecret, stepOfCode } from './one-time-code.ts';

/** The secret and the codes of RFC 6238, appendix B, by their last six digits. */
const RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1_000);

it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('SEC-40 the code of RFC 6238 at %d', (seconds, code) => {
  expect(stepOfCode(RFC, code, at(seconds), 0)).toBe(Math.floor(seconds / 30));
});

it('SEC-40 is good a step early and late, no more, and once', () => {
  const step = 1_111_111_111;
  const code = generateSync({ secret: RFC, epoch: step });
  const found = stepOfCode(RFC, code, at(step), 0)!;
  for (const moved of [-30, 30]) expect(stepOfCode(RFC, code, at(step + moved), 0)).toBe(found);
  for (const moved of [-90, 90]) expect(stepOfCode(RFC, code, at(step + moved), 0)).toBeUndefined();
  expect(stepOfCode(RFC, code, at(step), found)).toBeUndefined();
  expect(stepOfCode(RFC, ` ${code.slice(0, 3)} ${code.slice(3)} `, at(step), 0)).toBe(found);
});

it.each(['', '12345', '1234567', 'abcdef', '０５０４７１', '-50471'])('SEC-40 “%s” is no code', (code) => {
  expect(stepOfCode(RFC, code, at(1_111_111_111), 0)).toBeUndefined();
});

it('SEC-40 each secret is new, of 160 bits, and its address names desk and account', () => {
  const [one, other] = [newCodeSecret(), newCodeSecret()];
  expect([one === other, one]).toEqual([false, expect.stringMatching(/^[A-Z2-7]{32}$/)]);
  expect(codeAddress(one, '政务公开工作台', 'chengban')).toMatch(
    new RegExp(`^otpauth://totp/${encodeURIComponent('政务公开工作台')}:chengban\\?.*secret=${one}`),
  );
});
