/** Runs in a process of its own (`uploads/limited-worker.ts`): a file that is to leave is looked into here. */
import { lookInto } from '../desk/publications/look-into.ts';
import type { FileKindName } from '../platform/files/file-kinds.ts';
import { answering } from './uploads/answering.ts';

answering<{ readonly kind: FileKindName; readonly file: Uint8Array }>(async ({ kind, file }, tell) =>
  tell(await lookInto(kind, Buffer.from(file))),
);
