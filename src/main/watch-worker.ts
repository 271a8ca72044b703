/** Runs in a process of its own (`uploads/limited-worker.ts`): an attachment that the watch found on the web is read here. */
import { answering } from './uploads/answering.ts';
import { readFileForWatch } from './watch/read-file.ts';

answering<{ readonly kind: string; readonly file: Uint8Array }>(async ({ kind, file }, tell) =>
  tell(await readFileForWatch(kind, Buffer.from(file))),
);
