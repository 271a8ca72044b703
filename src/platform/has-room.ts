/** 磁盘余量 [OPS-22]: whether the disk of a folder takes more. It is asked of the system; nothing is written. */
import { statfs } from 'node:fs/promises';

/** Four segments of the log that PostgreSQL writes before anything else. */
const LEAST_BYTES = 64 * 1024 * 1024;

/** @param ask blocks that are free, and the size of one */
export async function hasRoom(
  folder: string,
  ask: (folder: string) => Promise<{ readonly bavail: number; readonly bsize: number }> = statfs,
): Promise<boolean> {
  const { bavail, bsize } = await ask(folder);
  return bavail * bsize >= LEAST_BYTES;
}
