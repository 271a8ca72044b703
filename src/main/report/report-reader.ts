/**
 * 在限度内读取 [ANR-39]: each file that is handed in is read in a process apart with a limit of time and memory, so that a hostile one
 * neither holds up nor brings down anybody else. What was read before the limit is kept; the file at which it was reached is said.
 */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Examination, Examined, HandedIn, Unread } from '../../annual-report/check/examination.ts';
import type { Report } from '../../annual-report/report.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { handTo, type ProcessLimits, startProcess } from '../uploads/limited-process.ts';
import { turns } from '../uploads/turns.ts';
import { FAULT, type Step } from './examine.ts';

const BASIS = '《条例》第五十条';
const TOO_SLOW = refuse(
  'REPORT_TOO_LONG',
  BASIS,
  '内容太多，在限定的时间里没有读完，没有读到的没有核对。请只保留一份报告的正文和表格，或者分成几份。',
);
const TOO_BIG = refuse(
  'REPORT_TOO_LONG',
  BASIS,
  '内容太多，读取时超过了限定的内存，没有读到的没有核对。请只保留一份报告的正文和表格，或者分成几份。',
);

export interface ReaderLimits extends ProcessLimits {
  readonly atOnce: number;
  /** Whether one process reads file after file until one of them breaks it: for files of the same person. */
  readonly keeps?: boolean;
}

const LIMITS: ReaderLimits = { seconds: 60, megabytes: 384, atOnce: 2 };
/** Of somebody who reads many files at the command line. */
export const ONE_AFTER_ANOTHER: ReaderLimits = { ...LIMITS, atOnce: 1, keeps: true };

const FAULTS = { tooSlow: TOO_SLOW, tooBig: TOO_BIG, fault: FAULT } as const;

export type ExamineFiles = (handed: HandedIn) => Promise<Examination>;

/** The file of `report-worker.ts` as it is built. */
export function builtReader(root: string): string {
  return join(root, 'dist', 'server', 'report-worker.js');
}

/** @param worker the built file of `report-worker.ts` */
export function reportReader(worker: string, limits: ReaderLimits = LIMITS): ExamineFiles {
  const inTurn = turns(limits.atOnce);
  let kept: ChildProcess | undefined;
  return (handed) =>
    inTurn(async () => {
      const child = kept?.connected ? kept : startProcess(worker, limits);
      kept = undefined;
      child.ref();
      const told = gathering();
      const ending = await handTo(child, handed, limits, (step) => told.take(step as Step));
      if (ending === 'done' && limits.keeps) {
        // Nobody waits for it: it ends with the program.
        child.unref();
        child.channel?.unref();
        kept = child;
      } else child.kill('SIGKILL');
      return told.examination(ending === 'done' ? undefined : { fault: FAULTS[ending], name: handed.report.name });
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
