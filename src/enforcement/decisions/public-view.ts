/**
 * 公众所见 ShownDecision [ENF-16…19]: the allow-listed view of one decision. What is told depends on whom it is about; names of people are covered and numbers
 * of theirs left out wherever they stand, although neither should have come in. Of one that was taken back only that it was, and why.
 */
import { coverStretches } from '../../review/folded-text.ts';
import { isIdentityNumber } from '../../review/number-forms.ts';
import { personalStretches } from '../../review/personal-information.ts';
import { personalNumbers } from '../../review/personal-numbers.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { coveredSubject, coverNames, type Named, personsIn } from './covered-names.ts';
import { isCreditCode } from './credit-code.ts';
import { DECISION_FIELDS, type DecisionField, type DecisionKindName, NO_END, regionOf, STANDINGS } from './fields.ts';
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

/** 公示中 [ENF-21]: the one rule of what the public sees on a day; `onShow` in the store says the same to the database. */
export function isOnShow({ state, shownUntil }: Pick<RegisteredDecision, 'state' | 'shownUntil'>, today: CivilDate) {
  return state !== 'registered' && (shownUntil === null || shownUntil >= today);
}

/** @returns undefined for what is not for the public on that day */
export function shownDecision(one: RegisteredDecision, today: CivilDate): ShownDecision | undefined {
  if (!isOnShow(one, today)) return undefined;
  const { id, kind, decidedOn } = one;
  const cover = covering(one);
  const seen = { id, kind, decidedOn, subject: subjectOf(one, cover), number: cover(one.number, 'number') };
  if (one.withdrawn) {
    const { revokedOn, why } = one.withdrawn;
    return { ...seen, fields: [], withdrawn: { revokedOn, why: cover(why) } };
  }
  const fields = DECISION_FIELDS[kind]
    .filter(({ tells }) => (tells as readonly string[]).includes(one.subjectKind))
    .map((field) => ({ term: field.term, value: toldOf(field, one, cover) }))
    .filter(({ value }) => value !== '');
  return { ...seen, fields, withdrawn: null };
}

/** What the public finds a decision by: what it sees of it, and of a person no more than the number of the paper [ENF-18]. */
export function publicWords(one: Numbered): string {
  const cover = covering(one);
  const number = cover(one.number, 'number');
  if (one.subjectKind === '自然人') return `\n${number}`;
  const code = toldOf(creditCodeField(one.kind), one, cover);
  return [subjectOf(one, cover), number, ...(code === '' ? [] : [code])].join('\n');
}

function creditCodeField(kind: DecisionKindName): DecisionField {
  const code = kind === 'licensing' ? 'XK_XDR_SHXYM' : 'CF_XDR_SHXYM';
  return DECISION_FIELDS[kind].find((field) => field.code === code)!;
}

type Numbered = Named & Pick<RegisteredDecision, 'number' | 'decidedOn'>;
type Cover = (words: string, field?: 'number') => string;

function toldOf({ code, kind }: DecisionField, one: Numbered, cover: Cover): string {
  const value = one.shown[code] ?? '';
  switch (kind) {
    case 'subject':
      return subjectOf(one, cover);
    case 'creditCode':
      return isCreditCode(value) && !isIdentityNumber(value) ? value : '';
    case 'date':
      return value === NO_END ? '长期' : value;
    case 'standing':
      return STANDINGS[value] ?? cover(value);
    case 'wan':
    case 'subjectKind':
      return value;
    case 'number':
      return cover(value, 'number');
    default:
      return cover(value);
  }
}

function subjectOf({ subject, subjectKind }: Named, cover: Cover): string {
  return cover(subjectKind === '自然人' ? coveredSubject(subject) : subject);
}

/** An address of a firm is where it can be found; that of a person or a household is where somebody lives. */
const ALWAYS = ['机动车号牌', '出入境证件或者军官证号码', '个人电子邮箱', '家庭住址'];
const OF_PEOPLE = [...ALWAYS, '详细住址'];

/** The last line of defence: whatever the checks of a sheet let pass. */
function covering(one: Numbered): Cover {
  const { decidedOn, shown, subject, subjectKind } = one;
  const isFirm = subjectKind === '法人及非法人组织';
  const persons = personsIn(one);
  const rules = { region: regionOf(shown), year: Number(decidedOn.slice(0, 4)) };
  const kinds = isFirm ? ALWAYS : OF_PEOPLE;
  return (words, field) => {
    const numbers = personalNumbers(words, { ...rules, isNumberField: field === 'number' });
    const stretches = [...numbers, ...personalStretches(words, kinds)];
    return coverNames(
      coverStretches(words, stretches, () => HIDDEN),
      persons,
      isFirm ? subject.trim() : '',
    );
  };
}

const HIDDEN = '***';
