/** 协办的步骤: which stand beside a task, by who has to move. They have a place of their own on the page of the file. */
import type { ActVerb, RequestFileView } from '../../../../src/desk/contract.ts';

type WaitsFor = RequestFileView['tasks'][number]['waitsFor'];

const BESIDE = {
  asked: ['remindTask', 'withdrawTask'],
  asking: ['acceptTask', 'returnTask', 'withdrawTask'],
} as const satisfies Record<string, readonly ActVerb[]>;

export function stepsOf(waitsFor: WaitsFor): readonly ActVerb[] {
  return waitsFor === null ? [] : BESIDE[waitsFor];
}

const TASK_VERBS: readonly ActVerb[] = ['sendTask', ...new Set([...BESIDE.asked, ...BESIDE.asking])];

/** Verbs whose form stands beside what they are about, and not in the middle of the page. */
export function hasOwnPlace(verb: ActVerb | null): verb is ActVerb {
  return isTaskVerb(verb) || verb === 'clearFinding';
}

export function isTaskVerb(verb: ActVerb | null): verb is ActVerb {
  return verb !== null && TASK_VERBS.includes(verb);
}
