/** Passwords at rest: argon2id with its own salt. Only hashes leave this file. */
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/**
 * Compares with the stored hash. Where there is none (an unknown name) a hash that no password fits is compared, so that
 * the time of the answer does not tell which names exist.
 */
export async function passwordFits(password: string, stored: string | undefined): Promise<boolean> {
  decoy ??= hash(randomBytes(32));
  const fits = await verify(stored ?? (await decoy), password);
  return stored !== undefined && fits;
}

let decoy: Promise<string> | undefined;
