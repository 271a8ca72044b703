/** 在限度内读取 Word [PUB-46]: each upload gets a worker thread of its own with a limit of time and memory; what goes beyond is refused. */
import { Worker } from 'node:worker_threads';
import type { WordBody } from '../../platform/papers/word/word-body.ts';
import type { WordFault } from '../../platform/papers/word/word-fault.ts';

export interface WordLimits {
  readonly seconds: number;
  /** Of the worker's own memory, beside the file. */
  readonly megabytes: number;
}

const LIMITS: WordLimits = { seconds: 20, megabytes: 256 };
const AT_ONCE = 2;

export type ReadWord = (file: Buffer) => Promise<WordBody | WordFault | 'tooMuch'>;

/** @param worker the built file of `word-worker.ts` */
export function wordReader(worker: URL | string, limits: WordLimits = LIMITS): ReadWord {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (file) => {
    if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await inWorker(worker, file, limits);
    } finally {
      const next = waiting.shift();
      // The place goes to whoever waits longest.
      if (next) next();
      else running -= 1;
    }
  };
}

function inWorker(file: URL | string, word: Buffer, { seconds, megabytes }: WordLimits): ReturnType<ReadWord> {
  return new Promise((done) => {
    const worker = new Worker(file, {
      workerData: word,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      stdout: true,
      stderr: true,
    });
    const end = (read: Awaited<ReturnType<ReadWord>>) => {
      clearTimeout(clock);
      void worker.terminate();
      done(read);
    };
    const clock = setTimeout(() => end('tooMuch'), seconds * 1_000);
    worker.on('message', end);
    // Out of memory, or nested deeper than any document.
    worker.on('error', () => end('tooMuch'));
  });
}
