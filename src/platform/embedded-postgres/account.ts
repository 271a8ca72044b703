/**
 * The system account PostgreSQL runs under: it refuses to run as root, so root lends it the unprivileged 65534 (nobody)
 * or, where a database already exists, the account that owns it. Everyone else runs it under their own account.
 */
import { spawnSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NOBODY: Account = { uid: 65_534, gid: 65_534 };

/** @returns undefined when PostgreSQL runs as the user who starts it */
export function lentAccount(databaseFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(databaseFolder, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
}

/**
 * Asks the system itself whether the account may enter (`x`), read (`r`) or write (`w`) a path: access lists and parent
 * folders count, and only a process of that account meets them all.
 */
export function mayUse(account: Account | undefined, path: string, modes: readonly ('r' | 'w' | 'x')[]): boolean {
  const question = modes.map((mode) => `test -${mode} "$1"`).join(' && ');
  const answer = spawnSync('/bin/sh', ['-c', question, 'sh', path], { ...account, cwd: '/', stdio: 'ignore' });
  return answer.status === 0;
}

export function handOver(path: string, account: Account | undefined): void {
  if (account) chownSync(path, account.uid, account.gid);
}
