/** Runs in a process of its own (`uploads/limited-worker.ts`): a sheet of decisions is read and checked here. */
import { readDecisionSheet } from '../desk/enforcement/read-decision-sheet.ts';
import type { DecisionKindName } from '../enforcement/decisions/fields.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import { partsOf } from './sheet-parts.ts';
import { answering } from './uploads/answering.ts';

interface Handed {
  readonly file: Uint8Array;
  readonly kind: DecisionKindName;
  readonly today: CivilDate;
}

answering<Handed>(async ({ file, kind, today }, tell) => {
  for (const part of partsOf(readDecisionSheet(Buffer.from(file), kind, today))) tell(part);
});
