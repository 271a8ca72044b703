/**
 * 公众所见 ShownDecision [ENF-16]: the allow-listed view of one decision. A natural person is shown by his family name, and where his name stands in
 * what was decided it is covered there, too; of one that was taken back only that it was, and why.
 */
import type { CivilDate } from '../../statute/civil-date.ts';
import { DECISION_FIELDS, type DecisionKindName, KEY_FIELDS } from './fields.ts';
import type { RegisteredDecision } from './registered-decision.ts';

export interface ShownDecision {
  readonly id: string;
  readonly kind: DecisionKindName;
  readonly subject: string;
  readonly number: string;
  readonly decidedOn: CivilDate;
  /** Empty once it was taken back. */
  readonly fields: readonly { readonly term: string; readonly value: string }[];
  readonly withdrawn: { readonly revokedOn: CivilDate; readonly why: string } | null;
}

const NEVER = ['XK_LYDWDM', 'CF_SJLYDM'];

/** @returns undefined for what is not for the public on that day */
export function shownDecision(one: RegisteredDecision, today: CivilDate): ShownDecision | undefined {
  if (one.state === 'registered') return undefined;
  if (one.shownUntil !== null && one.shownUntil < today) return undefined;
  const { id, kind, number, decidedOn } = one;
  const cover = covering(one);
  const subject = cover(one.subject);
  if (one.withdrawn) {
    const { revokedOn, why } = one.withdrawn;
    return { id, kind, number, decidedOn, subject, fields: [], withdrawn: { revokedOn, why: cover(why) } };
  }
  const fields = DECISION_FIELDS[kind]
    .filter(({ code, shown }) => shown && !NEVER.includes(code) && (one.shown[code] ?? '') !== '')
    .map(({ code, term }) => ({ term, value: cover(one.shown[code]!) }));
  return { id, kind, number, decidedOn, subject, fields, withdrawn: null };
}

/** 隐去自然人姓名. A firm, and the shop of a household, are shown by their names; a household that is called after a person is not told from one. */
function covering({ kind, shown, subjectKind, subject }: RegisteredDecision): (words: string) => string {
  if (subjectKind !== '自然人') return (words) => words;
  const name = (shown[KEY_FIELDS[kind].subject] ?? subject).trim();
  const covered = coveredName(name);
  return (words) => (name === '' ? words : words.replaceAll(name, covered));
}

/** 张三 → 张*, 欧阳小满 → 欧***. */
export function coveredName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(Math.max(1, rest.length));
}
