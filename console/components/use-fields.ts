/** Fields of a form that is sent as it is written: value, change, and what is wrong there, by the form's own lights or by the desk's. */
import { useState } from 'react';
import { problemOf } from '../api/call.ts';
import { type FieldBase, wrongAt } from './field.tsx';

type Fields = Readonly<Record<string, string>>;

/** @param must what no entry goes without, each with the sentence that asks for it */
export function useFields<Written extends Fields>(
  blank: Written,
  must: Readonly<Partial<Record<keyof Written & string, string>>>,
  error: unknown,
) {
  const [written, setWritten] = useState(blank);
  const [tried, setTried] = useState(false);
  const issues = error ? problemOf(error).issues : [];
  const lacks = (name: keyof Written & string) => (written[name]?.trim() === '' ? (must[name] ?? null) : null);
  const field = (
    name: keyof Written & string,
    where = `/${name}`,
  ): Pick<FieldBase, 'value' | 'onChange' | 'wrong'> => ({
    value: written[name] ?? '',
    onChange: (value) => setWritten((before) => ({ ...before, [name]: value })),
    wrong: (tried ? lacks(name) : null) ?? wrongAt(issues, where),
  });
  /** Marks what is missing. @returns whether nothing is */
  const isComplete = (): boolean => {
    setTried(true);
    return Object.keys(must).every((name) => lacks(name) === null);
  };
  return { written, field, isComplete };
}
