/**
 * 在限度内读取上传的文件 [PUB-46, FIL-14]: each upload gets a process of its own with a limit of time and memory; what goes beyond is told as
 * too much and keeps nobody else waiting.
 */
import { handTo, type ProcessLimits, startProcess } from './limited-process.ts';
import { turns } from './turns.ts';

export type WorkerLimits = ProcessLimits;

const LIMITS: WorkerLimits = { seconds: 20, megabytes: 256 };
const AT_ONCE = 2;

/** @param worker a built file that tells one thing of what is handed in */
export function limitedWorker<Read>(
  worker: string,
  limits: WorkerLimits = LIMITS,
): (handed: unknown) => Promise<Read | 'tooMuch'> {
  const inTurn = turns(AT_ONCE);
  return (handed) =>
    inTurn(async () => {
      const child = startProcess(worker, limits);
      let read: Read | 'tooMuch' = 'tooMuch';
      // Out of memory, or nested deeper than any document: too much as well.
      const ending = await handTo(child, handed, limits, (told) => {
        read = told as Read;
      });
      child.kill('SIGKILL');
      return ending === 'done' ? read : 'tooMuch';
    });
}
