/** 在限度内看附件 [SUP-11]: what the watch finds on the web is read in a process with limits, whose file it is nobody knows. */
import type { ReadFile } from '../../supervision/gather/crawl/look-at.ts';
import { limitedWorker, type WorkerLimits } from '../uploads/limited-worker.ts';

/** A process starts in a moment, but a site has thousands of attachments. */
const WITHIN: WorkerLimits = { seconds: 20, megabytes: 256, files: 100 };

/** One that takes too much was not looked into. @param worker `dist/server/watch-worker.js` */
export function readFileWithin(worker: string, limits: WorkerLimits = WITHIN): ReadFile {
  const read = limitedWorker<Awaited<ReturnType<ReadFile>>>(worker, limits);
  return async (kind, file) => {
    const content = await read({ kind, file });
    return content === 'tooMuch' ? undefined : content;
  };
}
