/** A report from a file, or the reason why there is none, said to whoever asked. */
import type { Report } from '../../annual-report/report.ts';
import type { Io } from '../command.ts';
import { readAlone } from './read-alone.ts';

/** @returns null when there is nothing to go on with, after saying why */
export async function openReport(path: string, io: Io): Promise<Report | null> {
  let bytes: Uint8Array;
  try {
    bytes = await io.read(path);
  } catch (error) {
    const folder = (error as NodeJS.ErrnoException).code === 'EISDIR';
    io.err(
      folder
        ? `“${path}”是文件夹。请给出一个文件；整个文件夹用 gongkai report batch 读取。`
        : `读不了文件“${path}”。请检查路径和读取权限。`,
    );
    return null;
  }
  const read = await readAlone(path, bytes);
  if ('report' in read) return read.report;
  io.err(`“${path}”：${read.refused.says}`);
  return null;
}
