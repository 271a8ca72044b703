/**
 * 分项 on the form of a draft: every part stands among the values under a prefix of its number, the first under none, so that an answer
 * written as one becomes the first part when a second is added.
 */
import type { OutcomeView } from '../../../../src/desk/contract.ts';
import { groundKey, type Values } from './act-of.ts';
import { type Answered, pathIn, writtenPath } from './triage-path.ts';

export const MOST_PARTS = 20;

export interface WrittenPart {
  readonly what: string;
  readonly outcome: string;
  readonly grounds: Readonly<Record<string, string>>;
  /** 研判的回答 as `triage-path.ts` writes them, empty without; and why the outcome is another. */
  readonly judged: string;
  readonly deviation: string;
}

export const EMPTY_PART: WrittenPart = { what: '', outcome: '', grounds: {}, judged: '', deviation: '' };

export const partPrefix = (index: number): string => (index === 0 ? '' : `part${index}:`);

export function partCount(values: Values): number {
  return Math.max(1, Number(values.parts ?? 1) || 1);
}

/** An part as it stands on the form, with all grounds ever written for it, so that changing the outcome back loses nothing. */
export function partAt(values: Values, index: number): WrittenPart {
  const prefix = partPrefix(index);
  const start = `${prefix}${groundKey('')}`;
  const grounds = Object.entries(values).flatMap(([key, value]) =>
    key.startsWith(start) ? [[key.slice(start.length), value] as const] : [],
  );
  return {
    what: values[`${prefix}what`] ?? '',
    outcome: values[`${prefix}outcome`] ?? '',
    grounds: Object.fromEntries(grounds),
    judged: values[`${prefix}judged`] ?? '',
    deviation: values[`${prefix}deviation`] ?? '',
  };
}

/** The values with these parts instead of those that stand there. */
export function withParts(values: Values, parts: readonly WrittenPart[]): Values {
  const others = Object.entries(values).filter(
    ([key]) => !/^(part\d+:)?(what|outcome|judged|deviation|ground:.*)$/.test(key),
  );
  const written = parts.flatMap(({ what, outcome, grounds, judged, deviation }, index) => {
    const prefix = partPrefix(index);
    return [
      [`${prefix}what`, what],
      [`${prefix}outcome`, outcome],
      [`${prefix}judged`, judged],
      [`${prefix}deviation`, deviation],
      ...Object.entries(grounds).map(([name, said]) => [`${prefix}${groundKey(name)}`, said]),
    ];
  });
  return Object.fromEntries([...others, ...written, ['parts', String(parts.length)]]);
}

export function partsIn(values: Values): WrittenPart[] {
  return Array.from({ length: partCount(values) }, (_, index) => partAt(values, index));
}

/** 研判 was done: the part has the outcome it led to, and nothing to explain. */
export function withJudgement(values: Values, index: number, outcome: string, path: readonly Answered[]): Values {
  const parts = partsIn(values);
  parts[index] = { ...parts[index]!, outcome, judged: writtenPath(path), deviation: '' };
  return withParts(values, parts);
}

export function withOneMore(values: Values): Values {
  return withParts(values, [...partsIn(values), EMPTY_PART]);
}

export function withoutPart(values: Values, index: number): Values {
  return withParts(
    values,
    partsIn(values).filter((_, i) => i !== index),
  );
}

export function withPartUp(values: Values, index: number): Values {
  const parts = partsIn(values);
  const [moved] = parts.splice(index, 1);
  parts.splice(index - 1, 0, moved!);
  return withParts(values, parts);
}

/** What the desk takes of a part: the grounds its outcome asks for, and the judgement where there was one. */
export function sentPart({ what, outcome, grounds, judged, deviation }: WrittenPart, view: OutcomeView | undefined) {
  const asked = (view?.grounds ?? []).map(({ name }) => [name, grounds[name] ?? '']);
  const judgement = judged === '' ? {} : { judgement: { answers: pathIn(judged), why: deviation } };
  return { what, outcome, grounds: Object.fromEntries(asked), ...judgement };
}
