/** Runs in a worker thread (`uploads/limited-worker.ts`): the upload is read here, where time and memory can be taken away. */
import { parentPort, workerData } from 'node:worker_threads';
import { wordBody } from '../platform/papers/word/word-body.ts';

parentPort!.postMessage(wordBody(Buffer.from(workerData as Uint8Array)));
