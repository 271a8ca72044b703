/** Apart from the bench (`reading.ts`): every file of the folders is read and checked, one after the other, as `gongkai report batch` does. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkReport } from '../src/annual-report/check/check-report.ts';
import { readReportFile } from '../src/main/report/report-file.ts';
import { isRefusal } from '../src/statute/refusal.ts';
import { peakMegabytes } from './apart.ts';

export interface FolderRead {
  readonly kind: string;
  readonly reports: number;
  readonly refused: number;
  /** Of processor time: other processes of the machine do not count. */
  readonly seconds: number;
}

export interface FilesMeasured {
  readonly folders: readonly FolderRead[];
  readonly megabytes: number;
}

const folders: FolderRead[] = [];
for (const folder of process.argv.slice(2)) {
  const names = readdirSync(folder);
  // What is loaded at the first file is loaded once in thousands.
  await readReportFile(readFileSync(join(folder, names[0]!)), { fileName: names[0]! });
  const before = process.cpuUsage();
  let refused = 0;
  for (const name of names) {
    const report = await readReportFile(readFileSync(join(folder, name)), { fileName: name });
    if (isRefusal(report)) refused += 1;
    else checkReport(report);
  }
  const { user, system } = process.cpuUsage(before);
  folders.push({ kind: basename(folder), reports: names.length, refused, seconds: (user + system) / 1e6 });
}
const measured: FilesMeasured = { folders, megabytes: peakMegabytes() };
console.log(JSON.stringify(measured));
