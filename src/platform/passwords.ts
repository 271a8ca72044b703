/** Passwords at rest: argon2id with its own salt. Only hashes leave this file. */
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/**
 * Compares with the stored hash. Where there is none (an unknown name), or what is stored is no hash (a record from elsewhere, or damaged), a hash that
 * no password fits is compared, so that the time of the answer does not tell which names exist.
 */
export async function passwordFits(password: string, stored: string | undefined): Promise<boolean> {
  if (stored !== undefined) {
    const fits = await verify(stored, password).catch(() => undefined);
    if (fits !== undefined) return fits;
  }
  decoy ??= hash(randomBytes(32));
  await verify(await decoy, password);
  return false;
}

let decoy: Promise<string> | undefined;
