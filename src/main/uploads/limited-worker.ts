/**
 * 在限度内读取上传的文件 [PUB-46, FIL-14]: each upload gets a process of its own with a limit of time and memory; what goes beyond is told as
 * too much and keeps nobody else waiting.
 */
import type { ChildProcess } from 'node:child_process';
import { handTo, type ProcessLimits, startProcess } from './limited-process.ts';
import { turns } from './turns.ts';

export interface WorkerLimits extends ProcessLimits {
  /** One process reads so many files one after the other, until one of them breaks it: for files of one hand, such as those of a site that is looked over. */
  readonly files?: number;
}

const LIMITS: WorkerLimits = { seconds: 20, megabytes: 256 };
const AT_ONCE = 2;
/** One that waits for another file holds memory. */
const IDLE_MS = 5_000;

interface Kept {
  readonly child: ChildProcess;
  readonly files: number;
  readonly clock: NodeJS.Timeout;
}

/** @param worker a built file that tells one thing of what is handed in, or parts of it that are put together anew for each */
export function limitedWorker<Read>(
  worker: string,
  limits: WorkerLimits = LIMITS,
  together: () => (told: unknown) => Read = () => (told) => told as Read,
): (handed: unknown) => Promise<Read | 'tooMuch'> {
  const inTurn = turns(AT_ONCE);
  const kept: Kept[] = [];
  return (handed) =>
    inTurn(async () => {
      const { child, files } = take(kept) ?? { child: startProcess(worker, limits), files: 0 };
      let read: Read | 'tooMuch' = 'tooMuch';
      const add = together();
      // Out of memory, or nested deeper than any document: too much as well.
      const ending = await handTo(child, handed, limits, (told) => {
        read = add(told);
      });
      if (ending === 'done' && files + 1 < (limits.files ?? 1)) keep(kept, child, files + 1);
      else child.kill('SIGKILL');
      return ending === 'done' ? read : 'tooMuch';
    });
}

function take(kept: Kept[]): Kept | undefined {
  for (let one = kept.pop(); one; one = kept.pop()) {
    clearTimeout(one.clock);
    if (!one.child.connected) continue;
    one.child.ref();
    one.child.channel?.ref();
    return one;
  }
  return undefined;
}

/** Nobody waits for it: it ends with the program, or when it has waited long. */
function keep(kept: Kept[], child: ChildProcess, files: number): void {
  child.unref();
  child.channel?.unref();
  const clock = setTimeout(() => child.kill('SIGKILL'), IDLE_MS).unref();
  kept.push({ child, files, clock });
}
