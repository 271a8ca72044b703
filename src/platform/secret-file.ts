/** 密钥文件: a secret lies in a file of its own that only the program's user reads; it is never told, neither in a log nor in an answer. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';

/** @param setting by which the file was named */
export function secretIn(setting: string, path: string): string | Refusal {
  const wrong = (says: string) => refuse('SETTING_WRONG', `启动设置 ${setting}`, `${setting}：${says}`);
  try {
    if (statSync(path).mode & 0o077)
      return wrong(`其他用户也能读 ${path}。请改为只有运行程序的用户能读（chmod 600）。`);
    const secret = readFileSync(path, 'utf8').trim();
    return secret === '' ? wrong(`${path} 是空的。`) : secret;
  } catch (error) {
    return wrong(`读不到 ${path}（${(error as NodeJS.ErrnoException).code}）。`);
  }
}

/** Shorter ones can be guessed. */
const SHORTEST = 16;

/**
 * The secrets in a file of a folder, one a line: the one in use first, the one before it second, while it is being changed.
 * @param name a bare name: whoever gives it has checked that it leads nowhere else
 */
export function secretsIn(folder: string | undefined, name: string): readonly string[] | Refusal {
  const setting = 'GONGKAI_SECRETS';
  const basis = `启动设置 ${setting}`;
  if (folder === undefined)
    return refuse('SETTING_WRONG', basis, `没有设置密钥文件夹。请运行维护人员设置 ${setting}，并把密钥文件放进去。`);
  const text = secretIn(setting, join(folder, name));
  if (isRefusal(text)) return text;
  const secrets = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return secrets.every((secret) => secret.length >= SHORTEST)
    ? secrets
    : refuse('SETTING_WRONG', basis, `密钥文件 ${name} 里的密钥太短，至少 ${SHORTEST} 个字符。`);
}
