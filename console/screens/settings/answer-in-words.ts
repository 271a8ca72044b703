/** 口径的现值, as the officer reads it. */
import type { SettingView } from '../../../src/desk/contract.ts';

export function answerInWords({ choices, range }: SettingView, value: string | number): string {
  if (range) return `${value} ${range.unit}`;
  return choices.find(({ name }) => name === value)?.term ?? String(value);
}

/** What was chosen or typed, as it is sent; null where a number is none of those allowed. */
export function answerToSend({ range }: SettingView, typed: string): string | number | null {
  if (!range) return typed;
  const days = Number(typed);
  return typed !== '' && range.from <= days && days <= range.to ? days : null;
}
