/** One file of the command line, read and checked within limits [ANR-39]: a hostile one ends by itself, and the next is read. */
import type { Examined, Unread } from '../../annual-report/check/examination.ts';
import { packageRoot } from '../../platform/package-root.ts';
import { FAULT } from './examine.ts';
import { builtReader, ONE_AFTER_ANOTHER, reportReader } from './report-reader.ts';

const examine = reportReader(builtReader(packageRoot()), ONE_AFTER_ANOTHER);

export async function readAlone(name: string, bytes: Uint8Array): Promise<Examined | Unread> {
  const { examined } = await examine({ report: { name, bytes }, alone: true });
  return examined[0] ?? { name, refused: FAULT };
}
