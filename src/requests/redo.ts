/**
 * 重新答复 [REM-15, REM-16]: a reply that was revoked, or that the agency corrects itself, is made anew on the same file, with a clock of its own.
 * It is no new application: what was counted in 表三 stays counted as it was (rulebook: 结果仍留在原年度，只进表四).
 */
import type { CivilDate } from '../statute/civil-date.ts';
import { lightOf } from '../statute/reply-clock/light.ts';
import type { Light } from '../statute/reply-clock/reckoning.ts';
import type { WorkCalendar } from '../statute/work-calendar.ts';
import type { FileVerb } from './commands.ts';
import { dueOf } from './deadlines.ts';
import { type FactOf, factsOf, lastOf, type RequestFact } from './facts.ts';
import type { RequestFile } from './info-request.ts';
import { newReplyDue } from './remedies/new-reply.ts';

/** The new reply that is under way; undefined once it went out, and of a file that was never opened again. */
export function redoUnderWay(facts: readonly RequestFact[]): FactOf<'reopened'> | undefined {
  const reopened = lastOf(facts, 'reopened');
  return reopened && redoServed(facts, reopened) === undefined ? reopened : undefined;
}

/** The reply that went out after a file was opened again. */
export function redoServed(facts: readonly RequestFact[], { n }: FactOf<'reopened'>): FactOf<'served'> | undefined {
  return factsOf(facts, 'served').find((served) => served.n > n);
}

/** What may be done while a file is open again: the way of a reply, and what accompanies it. Its clock is no longer the applicant's. */
const REDO_VERBS: readonly FileVerb[] = [
  'draftReply',
  'legalCheck',
  'secrecyCheck',
  'skipReview',
  'returnDraft',
  'sign',
  'serve',
  'recordReceived',
  'recordReturn',
  'recordRefund',
  'serveAgain',
  'recordContact',
  'addNote',
  'renewCode',
  'sendTask',
  'receiveTask',
  'answerTask',
  'returnTask',
  'acceptTask',
  'remindTask',
  'withdrawTask',
];

export function isPartOfRedo(verb: FileVerb): boolean {
  return REDO_VERBS.includes(verb);
}

export interface RedoClock {
  readonly due: CivilDate;
  readonly provisional: boolean;
  readonly says: string;
  readonly light: Light;
  readonly late: boolean;
}

/** 重新答复的期限; null while none is under way. */
export function redoClock(facts: readonly RequestFact[], today: CivilDate, calendar: WorkCalendar): RedoClock | null {
  const redo = redoUnderWay(facts);
  if (!redo) return null;
  const { due, provisional, says } = newReplyDue(redo, calendar);
  return { due, provisional, says, light: lightOf(due, provisional, today, calendar), late: today > due };
}

/** The day something of ours is due on a file, as lists cache it; null when nothing is. */
export function runningDue(
  file: Pick<RequestFile, 'request' | 'facts'>,
  today: CivilDate,
  calendar: WorkCalendar,
): CivilDate | null {
  const redo = redoClock(file.facts, today, calendar);
  if (redo) return redo.due;
  return file.request.closedOn ? null : dueOf(file, today, calendar);
}
