/** 案件的现状和下一步 [REM-14, REM-16, REM-19]: what a case waits for, whose it is, until when, and whether what it orders was done. */
import type { CivilDate } from '../../statute/civil-date.ts';
import { lightOf } from '../../statute/reply-clock/light.ts';
import type { Light } from '../../statute/reply-clock/reckoning.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { type FactOf, factsOf, type RequestFact } from '../facts.ts';
import { redoServed } from '../redo.ts';
import { newReplyDue, orderedReply } from './new-reply.ts';
import type { RemedyFile, RemedyStep } from './remedy.ts';
import { type RemedyClock, remedyClocks } from './remedy-clocks.ts';
import { factIn, instancesOf } from './remedy-facts.ts';

/** 重新答复 that a case orders, or that the agency makes of itself while it is heard. */
export interface NewReply {
  readonly because: 'ordered' | 'own';
  readonly due: CivilDate;
  readonly provisional: boolean;
  readonly says: string;
  readonly light: Light;
  readonly late: boolean;
  /** The day the file was opened again, and the day the new reply went out; null while that has not happened. */
  readonly startedOn: CivilDate | null;
  readonly servedOn: CivilDate | null;
}

export interface RemedyNext {
  readonly verb: RemedyStep['verb'] | 'redoReply';
  /** Null when it is ours to do. */
  readonly waitsFor: string | null;
  readonly due: CivilDate | null;
  readonly light: Light;
}

export interface RemedyStanding {
  readonly clocks: readonly RemedyClock[];
  readonly newReply: NewReply | null;
  /** Null when nothing is awaited any more. */
  readonly next: RemedyNext | null;
}

/** @param facts of the application the case is about; of them only the new replies are read */
export function remedyStanding(
  remedy: RemedyFile,
  facts: readonly RequestFact[],
  today: CivilDate,
  calendar: WorkCalendar,
): RemedyStanding {
  const clocks = remedyClocks(remedy.facts, today, calendar);
  const newReply = newReplyOf(remedy, facts, today, calendar);
  return { clocks, newReply, next: nextOf(remedy, clocks, newReply) };
}

function newReplyOf(
  { id, facts: steps }: RemedyFile,
  facts: readonly RequestFact[],
  today: CivilDate,
  calendar: WorkCalendar,
): NewReply | null {
  const order = orderedReply(steps, calendar);
  const opened = factsOf(facts, 'reopened').findLast(
    ({ remedy, result }) => remedy === id && result === (order?.result ?? null),
  );
  const counted = order ?? opened;
  if (!counted) return null;
  const servedOn = opened ? (redoServed(facts, opened)?.on ?? null) : null;
  const { due, provisional, says } = newReplyDue(counted, calendar);
  return {
    because: order ? 'ordered' : 'own',
    due,
    provisional,
    says,
    light: servedOn ? 'done' : lightOf(due, provisional, today, calendar),
    late: (servedOn ?? today) > due,
    startedOn: opened?.on ?? null,
    servedOn,
  };
}

function nextOf(
  { closedOn, requestId, body, facts }: RemedyFile,
  clocks: readonly RemedyClock[],
  newReply: NewReply | null,
): RemedyNext | null {
  const instance = instancesOf(facts).at(-1)!;
  if (closedOn !== null) {
    const isOrdered = newReply?.because === 'ordered' && newReply.startedOn === null && requestId !== null;
    return isOrdered ? { verb: 'redoReply', waitsFor: null, due: newReply.due, light: newReply.light } : null;
  }
  if (newReply?.servedOn && !factIn(instance, 'bodyTold'))
    return { verb: 'tellBody', waitsFor: null, due: null, light: 'red' };
  const isHeardAnew = instance.stage === 'review' || instance.stage === 'firstInstance';
  if (isHeardAnew && !factIn(instance, 'noticed'))
    return { verb: 'recordNotice', waitsFor: null, due: null, light: 'paused' };
  const ours = clocks.findLast(({ whose, doneOn }) => whose === 'ours' && doneOn === null);
  if (ours) return { verb: 'recordAnswer', waitsFor: null, due: ours.due, light: ours.light };
  const theirs = clocks.findLast(({ whose, doneOn }) => whose === 'body' && doneOn === null);
  return { verb: 'recordResult', waitsFor: body, due: theirs?.due ?? null, light: 'paused' };
}

/** The last new reply that a case led to and that went out; undefined while none has. */
export function newReplyServed(facts: readonly RequestFact[], remedyId: string): FactOf<'served'> | undefined {
  const opened = factsOf(facts, 'reopened').findLast(({ remedy }) => remedy === remedyId);
  return opened && redoServed(facts, opened);
}
