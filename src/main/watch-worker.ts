/** Runs in a worker thread (`uploads/limited-worker.ts`): an attachment that the watch found on the web is read here. */
import { parentPort, workerData } from 'node:worker_threads';
import { readFileForWatch } from './watch/read-file.ts';

const { kind, file } = workerData as { readonly kind: string; readonly file: Uint8Array };
parentPort!.postMessage(await readFileForWatch(kind, Buffer.from(file)));
