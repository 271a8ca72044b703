/**
 * 在限度内读取上传的文件 [PUB-46, FIL-14]: each upload gets a worker thread of its own with a limit of time and memory; what goes beyond is
 * told as too much and keeps nobody else waiting.
 */
import { Worker } from 'node:worker_threads';

export interface WorkerLimits {
  readonly seconds: number;
  /** Of the worker's own memory, beside the file. */
  readonly megabytes: number;
}

const LIMITS: WorkerLimits = { seconds: 20, megabytes: 256 };
const AT_ONCE = 2;

/** @param worker a built file that posts one message made of its `workerData` */
export function limitedWorker<Read>(
  worker: URL | string,
  limits: WorkerLimits = LIMITS,
): (handed: unknown) => Promise<Read | 'tooMuch'> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (handed) => {
    if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await inWorker(worker, handed, limits);
    } finally {
      const next = waiting.shift();
      // The place goes to whoever waits longest.
      if (next) next();
      else running -= 1;
    }
  };
}

function inWorker<Read>(file: URL | string, workerData: unknown, limits: WorkerLimits): Promise<Read | 'tooMuch'> {
  return new Promise((done) => {
    const worker = new Worker(file, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
      stdout: true,
      stderr: true,
    });
    const end = (read: Read | 'tooMuch') => {
      clearTimeout(clock);
      void worker.terminate();
      done(read);
    };
    const clock = setTimeout(() => end('tooMuch'), limits.seconds * 1_000);
    worker.on('message', end);
    // Out of memory, or nested deeper than any document.
    worker.on('error', () => end('tooMuch'));
  });
}
