/** A report from a file, or the reason why there is none, said to whoever asked. */
import type { Report } from '../../annual-report/report.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { Io } from '../command.ts';
import { readReportFile } from './report-file.ts';

/** @returns null when there is nothing to go on with, after saying why */
export async function openReport(path: string, io: Io): Promise<Report | null> {
  let bytes: Uint8Array;
  try {
    bytes = await io.read(path);
  } catch {
    io.err(`读不了文件“${path}”。请检查路径和读取权限。`);
    return null;
  }
  const report = await readReportFile(bytes, { fileName: path });
  if (!isRefusal(report)) return report;
  io.err(`“${path}”：${report.says}`);
  return null;
}
