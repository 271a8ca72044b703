/**
 * Changes of the key file [SEC-16]: by a new file in the place of the old one, so that whoever reads sees the keys before or those after.
 * Two that change it at once take turns through one locked row (session locks do not survive a pooler), which a killed process lets go.
 */
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { Tx } from './database.ts';
import type { KeyFile } from './key-file.ts';

declare module './database.ts' {
  interface Database {
    key_turn: { only: boolean };
  }
}

/** Held to the end of the transaction. */
export async function takeKeyTurn(tx: Tx): Promise<void> {
  await tx.selectFrom('key_turn').select('only').forUpdate().executeTakeFirstOrThrow();
}

/** With the owner of the file before it: root may change the keys of a server that runs as somebody else. */
export function writeKeyFile(path: string, file: KeyFile): Refusal | undefined {
  const draft = `${path}.${process.pid}-new`;
  try {
    const { uid, gid } = statSync(path);
    rmSync(draft, { force: true });
    writeFileSync(draft, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
    if (process.getuid?.() === 0) chownSync(draft, uid, gid);
    renameSync(draft, path);
    const folder = openSync(dirname(path), 'r');
    fsyncSync(folder);
    closeSync(folder);
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    if (existsSync(draft)) unlinkSync(draft);
    return refuse(
      'KEY_FILE_UNCHANGEABLE',
      '启动设置 GONGKAI_KEY_FILE',
      `密钥文件 ${path} 不能更换（${code}），什么都没有改变。更换密钥要在它的文件夹里写一个新文件：请换有权写入的用户运行；密钥由容器平台、密码机等挂载成只读的，先复制到可以写入的文件夹，用 GONGKAI_KEY_FILE 指向它，重新启动后再更换，最后把新文件放回原处。`,
    );
  }
}
