/**
 * 不是程序自动提交的证明 [PRT-23, PRT-24]: an application brings a proof of work, which the script of the page finds by itself, or, where no script
 * runs, the answer to a plain question. Both belong to the token of one form, expire with it, and are good for no second application.
 */
import { createHmac } from 'node:crypto';
import { type Challenge, createChallenge, type Payload, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

export const PROOF_FIELD = 'proof';
export const ANSWER_FIELD = 'answer';

/** Iterations for each of some 256 tries: a tenth of a second on an office computer, a second on an old telephone. */
const COST = 1_000;

export interface Proofs {
  challenge(token: string): Promise<Challenge>;
  /** Whether the work was done for this very form. */
  isProven(token: string, proof: string): Promise<boolean>;
  /** 普通问题, the same for the same form. */
  question(token: string): string;
  isAnswered(token: string, answer: string): boolean;
}

/** @param cost iterations for each try; what was worked out at less is no proof */
export function proofsOfWork(secret: string, cost = COST): Proofs {
  const hmacSignatureSecret = createHmac('sha256', secret).update('proof of work').digest('base64url');
  const numbers = (token: string): [number, number] => {
    const [a, b] = createHmac('sha256', secret).update(`plain question ${token}`).digest();
    return [(a! % 9) + 1, (b! % 9) + 1];
  };
  return {
    challenge: (token) =>
      createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost,
        deriveKey,
        data: { token },
        hmacSignatureSecret,
      }),
    async isProven(token, proof) {
      const payload = readPayload(proof, cost);
      if (payload?.challenge.parameters.data?.token !== token) return false;
      try {
        return (await verifySolution({ ...payload, deriveKey, hmacSignatureSecret })).verified;
      } catch {
        // A challenge that was tampered with into something that cannot be worked out is no proof.
        return false;
      }
    },
    question(token) {
      const [a, b] = numbers(token);
      return `${DIGITS[a]}加${DIGITS[b]}等于几？`;
    },
    isAnswered(token, answer) {
      const [a, b] = numbers(token);
      const given = answer.normalize('NFKC').trim();
      return given === String(a + b) || given === inChinese(a + b);
    },
  };
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function inChinese(n: number): string {
  if (n < 10) return DIGITS[n]!;
  return `十${n === 10 ? '' : DIGITS[n - 10]}`;
}

function readPayload(proof: string, cost: number): Payload | undefined {
  // A real one has some 600 letters.
  if (proof === '' || proof.length > 4_000) return undefined;
  try {
    const payload = JSON.parse(proof) as Payload;
    return payload?.challenge?.parameters?.cost === cost && typeof payload.solution?.counter === 'number'
      ? payload
      : undefined;
  } catch {
    return undefined;
  }
}
