/**
 * 报送信用平台的处理决定 ReportedDecision [ENF-38…40]: one licence or punishment as the credit platform gets it, from the day it is shown: every field of the
 * standard, numbers of papers among them, which are reported and never shown. One that was taken back is told by what it is known by, with the day and the reason.
 */
import type { DecisionKindName } from '../../enforcement/decisions/fields.ts';
import { DECISION_TERMS, KEY_FIELDS } from '../../enforcement/decisions/fields.ts';
import type { ReportableDecision } from '../../enforcement/store/decisions/report.ts';
import { canonical, sm3 } from '../../ledger/entry.ts';
import type { CivilDate } from '../../statute/civil-date.ts';

export interface ReportedDecision {
  readonly what: 'decision';
  readonly id: string;
  readonly kind: string;
  readonly standing: '公示' | '撤回';
  /** By code of the standard. */
  readonly said: Readonly<Record<string, string>>;
  readonly revokedOn: CivilDate | null;
  readonly why: string | null;
}

/** A decision on its way. */
export interface DecisionReport {
  readonly revision: number;
  readonly digest: string;
  readonly item: ReportedDecision;
}

export function reportedDecision({ id, kind, said, withdrawn }: ReportableDecision): ReportedDecision {
  const of = { what: 'decision', id, kind: DECISION_TERMS[kind] } as const;
  if (withdrawn === null) return { ...of, standing: '公示', said, revokedOn: null, why: null };
  return { ...of, standing: '撤回', said: knownBy(kind, said), revokedOn: withdrawn.revokedOn, why: withdrawn.why };
}

/** What the platform finds it by: whom it is about, the number of the paper and the day. */
function knownBy(kind: DecisionKindName, said: ReportedDecision['said']): ReportedDecision['said'] {
  const { subject, subjectKind, number, decidedOn } = KEY_FIELDS[kind];
  const codes = [subject, subjectKind, kind === 'licensing' ? 'XK_XDR_SHXYM' : 'CF_XDR_SHXYM', number, decidedOn];
  return Object.fromEntries(codes.flatMap((code) => (said[code] === undefined ? [] : [[code, said[code]]])));
}

/** [ENF-39] From the keyed hash of what was registered, so that nobody guesses a number of papers from it. */
export function digestOfDecision({ id, content, withdrawn }: ReportableDecision): string {
  return sm3(canonical({ id, content, withdrawn }));
}

/** What belongs to no agency within reach any more. */
export function noLongerReported(id: string, revokedOn: CivilDate): ReportedDecision {
  const why = '报送单位不再报送这件处理决定。';
  return { what: 'decision', id, kind: '', standing: '撤回', said: {}, revokedOn, why };
}
