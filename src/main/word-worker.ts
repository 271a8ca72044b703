/** Runs in a process of its own (`uploads/limited-worker.ts`): the upload is read here, where time and memory can be taken away. */
import { wordBody } from '../platform/papers/word/word-body.ts';
import { answering } from './uploads/answering.ts';

answering<Uint8Array>(async (file, tell) => tell(wordBody(Buffer.from(file))));
