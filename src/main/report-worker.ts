/** Runs in a worker thread (`report/report-reader.ts`): files of strangers are read here, where time and memory can be taken away. */
import { parentPort, workerData } from 'node:worker_threads';
import type { HandedIn } from '../annual-report/check/examination.ts';
import { examine } from './report/examine.ts';

for await (const step of examine(workerData as HandedIn)) parentPort!.postMessage(step);
parentPort!.postMessage({ step: 'done' });
