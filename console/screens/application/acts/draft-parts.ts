/**
 * 分项 on the form of a draft: every part stands among the values under a prefix of its number, the first under none, so that an answer
 * written as one becomes the first part when a second is added.
 */
import type { OutcomeView } from '../../../../src/desk/contract.ts';
import { groundKey, type Values } from './act-of.ts';

export const MOST_PARTS = 20;

export interface WrittenPart {
  readonly what: string;
  readonly outcome: string;
  readonly grounds: Readonly<Record<string, string>>;
}

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
  };
}

/** The values with these parts instead of those that stand there. */
export function withParts(values: Values, parts: readonly WrittenPart[]): Values {
  const others = Object.entries(values).filter(([key]) => !/^(part\d+:)?(what|outcome|ground:.*)$/.test(key));
  const written = parts.flatMap(({ what, outcome, grounds }, index) => {
    const prefix = partPrefix(index);
    return [
      [`${prefix}what`, what],
      [`${prefix}outcome`, outcome],
      ...Object.entries(grounds).map(([name, said]) => [`${prefix}${groundKey(name)}`, said]),
    ];
  });
  return Object.fromEntries([...others, ...written, ['parts', String(parts.length)]]);
}

export function partsIn(values: Values): WrittenPart[] {
  return Array.from({ length: partCount(values) }, (_, index) => partAt(values, index));
}

export function withOneMore(values: Values): Values {
  return withParts(values, [...partsIn(values), { what: '', outcome: '', grounds: {} }]);
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

/** What is sent of an part: the grounds its outcome asks for. */
export function sentPart({ what, outcome, grounds }: WrittenPart, view: OutcomeView | undefined): WrittenPart {
  const asked = (view?.grounds ?? []).map(({ name }) => [name, grounds[name] ?? '']);
  return { what, outcome, grounds: Object.fromEntries(asked) };
}
