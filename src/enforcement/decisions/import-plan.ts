/**
 * 再次上传的表 [ENF-19, ENF-20]: what a sheet does to what is registered. One that is shown stays shown until another hand has looked at what is new; one that was
 * taken back stays taken back, whatever a sheet says. Each that changes is named, and the fields it changes in.
 */
import { type DecisionKindName, KEY_FIELDS } from './fields.ts';
import type { DecisionState, ReadDecision } from './registered-decision.ts';
import { sameNumber } from './same-number.ts';

export const CHANGES = {
  replaced: { term: '改正（还没有公示）' },
  corrected: { term: '更正，公示后才替换原来的' },
  reverted: { term: '与公示的一致，撤去待公示的更正' },
} as const;

export type ChangeName = keyof typeof CHANGES;

/** What is kept of a decision already. */
export interface KeptDecision {
  readonly id: string;
  /** As it was first written: another spelling of it is no change. */
  readonly number: string;
  /** `sameNumber` of it, unless another decision that was registered before has that. */
  readonly key: string | null;
  readonly state: DecisionState;
  readonly content: string;
  /** Of the correction that waits. */
  readonly waiting: string | null;
}

export interface PlannedChange {
  readonly how: ChangeName;
  readonly id: string;
  readonly key: string | null;
  readonly decision: ReadDecision;
}

export interface ImportPlan {
  readonly added: readonly ReadDecision[];
  readonly changed: readonly PlannedChange[];
  readonly same: number;
  /** Numbers of those that were taken back. */
  readonly kept: readonly string[];
}

/** A changed decision, as it is named for ever. */
export interface NamedChange {
  readonly number: string;
  readonly how: ChangeName;
  /** By code. */
  readonly fields: readonly string[];
}

export interface PlannedImport {
  readonly plan: ImportPlan;
  readonly changes: readonly NamedChange[];
}

/**
 * @param keptOf by what a number is known by, and by the number itself
 * @param contentOf a hash of all a decision says
 */
export function planImport(
  decisions: readonly ReadDecision[],
  kind: DecisionKindName,
  keptOf: ReadonlyMap<string, KeptDecision>,
  contentOf: (decision: ReadDecision) => string,
): ImportPlan {
  const added: ReadDecision[] = [];
  const changed: PlannedChange[] = [];
  const kept: string[] = [];
  let same = 0;
  for (const read of decisions) {
    const before = keptOf.get(read.number) ?? keptOf.get(sameNumber(read.number));
    if (!before) {
      added.push(read);
      continue;
    }
    const decision = numbered(read, kind, before.number);
    const how = changeOf(before, contentOf(decision));
    if (how === 'same') same += 1;
    else if (how === 'withdrawn') kept.push(decision.number);
    else changed.push({ how, id: before.id, key: before.key, decision });
  }
  return { added, changed, same, kept };
}

function numbered(read: ReadDecision, kind: DecisionKindName, number: string): ReadDecision {
  return read.number === number
    ? read
    : { ...read, number, shown: { ...read.shown, [KEY_FIELDS[kind].number]: number } };
}

function changeOf({ state, content, waiting }: KeptDecision, said: string): ChangeName | 'same' | 'withdrawn' {
  if (said === (waiting ?? content)) return 'same';
  if (state === 'withdrawn') return 'withdrawn';
  if (state === 'registered') return 'replaced';
  return said === content ? 'reverted' : 'corrected';
}

/** Codes of the fields in which two say different things. */
export function changedFields(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  const codes = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...codes].filter((code) => before[code] !== after[code]).sort();
}
