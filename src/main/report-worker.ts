/** Runs in a process of its own (`report/report-reader.ts`): files of strangers are read here, where time and memory can be taken away. */
import type { HandedIn } from '../annual-report/check/examination.ts';
import { examine } from './report/examine.ts';
import { answering } from './uploads/answering.ts';

answering<HandedIn>(async (handed, tell) => {
  for await (const step of examine(handed)) tell(step);
});
