/** Runs in a worker thread (`uploads/limited-worker.ts`): a file that is to leave is looked into here. */
import { parentPort, workerData } from 'node:worker_threads';
import { lookInto } from '../desk/look-into.ts';
import type { FileKindName } from '../platform/files/file-kinds.ts';

const { kind, file } = workerData as { readonly kind: FileKindName; readonly file: Uint8Array };
parentPort!.postMessage(await lookInto(kind, Buffer.from(file)));
