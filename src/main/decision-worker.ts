/** Runs in a worker thread (`uploads/limited-worker.ts`): a sheet of decisions is read and checked here. */
import { parentPort, workerData } from 'node:worker_threads';
import { readDecisionSheet } from '../desk/read-decision-sheet.ts';
import type { DecisionKindName } from '../enforcement/decisions/fields.ts';
import type { CivilDate } from '../statute/civil-date.ts';

const { file, kind, today } = workerData as {
  readonly file: Uint8Array;
  readonly kind: DecisionKindName;
  readonly today: CivilDate;
};
parentPort!.postMessage(readDecisionSheet(Buffer.from(file), kind, today));
