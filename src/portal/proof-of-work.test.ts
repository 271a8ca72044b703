import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { describe, expect, it } from 'vitest';
import { proofsOfWork } from './proof-of-work.ts';

const proofs = proofsOfWork('a secret', 1);

async function solved(token: string) {
  const challenge = await proofs.challenge(token);
  return { challenge, solution: (await solveChallenge({ challenge, deriveKey }))! };
}

describe('proof of work', () => {
  it('PRT-23 work done for one form is good for that form alone', async () => {
    const payload = await solved('form-1');
    expect(await proofs.isProven('form-1', JSON.stringify(payload))).toBe(true);
    expect(await proofs.isProven('form-2', JSON.stringify(payload))).toBe(false);
  });

  it('PRT-23 work that was not done, was made easier, or was signed by somebody else is none', async () => {
    const { challenge, solution } = await solved('form-1');
    const { parameters, signature } = challenge;
    const other = await proofsOfWork('another secret', 1).challenge('form-1');
    for (const payload of [
      { challenge, solution: { ...solution, counter: solution.counter + 1 } },
      { challenge: { parameters: { ...parameters, keyPrefix: '0' }, signature }, solution },
      { challenge: { parameters: { ...parameters, cost: 0 }, signature }, solution },
      { challenge: { parameters }, solution },
      { challenge: other, solution: (await solveChallenge({ challenge: other, deriveKey }))! },
      {},
      null,
    ])
      expect(await proofs.isProven('form-1', JSON.stringify(payload))).toBe(false);
    for (const text of ['', 'x', '{"challenge":', 'x'.repeat(10_000)])
      expect(await proofs.isProven('form-1', text)).toBe(false);
  });

  it('PRT-24 the plain question has one answer, in digits of any width or in Chinese', () => {
    const digits = '零一二三四五六七八九';
    for (const token of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const [, a, b] = /^(.)加(.)等于几？$/.exec(proofs.question(token))!;
      const sum = digits.indexOf(a!) + digits.indexOf(b!);
      expect(proofs.isAnswered(token, String(sum))).toBe(true);
      expect(
        proofs.isAnswered(token, ` ${String(sum).replace(/\d/g, (d) => '０１２３４５６７８９'[Number(d)]!)} `),
      ).toBe(true);
      const chinese = sum < 10 ? digits[sum]! : `十${sum === 10 ? '' : digits[sum - 10]}`;
      expect(proofs.isAnswered(token, chinese)).toBe(true);
      for (const wrong of ['', String(sum + 1), `${sum}x`]) expect(proofs.isAnswered(token, wrong)).toBe(false);
    }
  });
});
