/**
 * 在限度内读取 [ANR-39]: each file that is handed in gets a worker thread of its own with a limit of time and memory, so that a hostile one
 * neither holds up nor brings down anybody else. What was read before the limit is kept; the file at which it was reached is said.
 */
import { Worker } from 'node:worker_threads';
import type { Examination, Examined, HandedIn, Unread } from '../../annual-report/check/examination.ts';
import type { Report } from '../../annual-report/report.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { FAULT, type Step } from './examine.ts';

const BASIS = '《条例》第五十条';
const TOO_SLOW = refuse(
  'REPORT_TOO_LONG',
  BASIS,
  '内容太多，在限定的时间里没有读完，后面的没有核对。请只保留一份报告的正文和表格，或者分几次上传。',
);
const TOO_BIG = refuse(
  'REPORT_TOO_LONG',
  BASIS,
  '内容太多，读取时超过了限定的内存，后面的没有核对。请只保留一份报告的正文和表格，或者分几次上传。',
);

export interface ReaderLimits {
  readonly seconds: number;
  /** Of the worker's own memory, beside the file. */
  readonly megabytes: number;
  readonly atOnce: number;
}

const LIMITS: ReaderLimits = { seconds: 60, megabytes: 384, atOnce: 2 };

export type ExamineFiles = (handed: HandedIn) => Promise<Examination>;

/** @param worker the built file of `report-worker.ts` */
export function reportReader(worker: URL | string, limits: ReaderLimits = LIMITS): ExamineFiles {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (handed) => {
    if (running >= limits.atOnce) await new Promise<void>((go) => waiting.push(go));
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

function inWorker(file: URL | string, handed: HandedIn, { seconds, megabytes }: ReaderLimits): Promise<Examination> {
  return new Promise((done) => {
    const worker = new Worker(file, {
      workerData: handed,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      stdout: true,
      stderr: true,
    });
    const told = gathering();
    const end = (fault?: Refusal) => {
      clearTimeout(clock);
      void worker.terminate();
      done(told.examination(fault && { fault, name: handed.report.name }));
    };
    const clock = setTimeout(() => end(TOO_SLOW), seconds * 1_000);
    worker.on('message', (step: Step | { step: 'done' }) => {
      if (step.step === 'done') end();
      else told.take(step);
    });
    worker.on('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_BIG : FAULT),
    );
  });
}

/** Puts together what is told step by step. */
export function gathering() {
  const examined: (Examined | Unread)[] = [];
  let previous: Report | Refusal | undefined;
  let [archive, left] = [false, 0];
  return {
    take(step: Step): void {
      if (step.step === 'previous') previous = step.previous;
      else if (step.step === 'left') left = step.left;
      else {
        archive = step.archive;
        examined.push(step.examined);
      }
    },
    /** @param broken why it ended early, at the file after those told */
    examination(broken?: { readonly fault: Refusal; readonly name: string }): Examination {
      const unread = broken && {
        name: archive ? `第 ${examined.length + 1} 份` : broken.name,
        refused: broken.fault,
      };
      return {
        archive,
        examined: unread ? [...examined, unread] : examined,
        left,
        ...(previous ? { previous } : {}),
      };
    },
  };
}
