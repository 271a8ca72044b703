/**
 * 按时间向前找 [PUB-25]: months with documents, the last first, in windows that double: what is frequent is found in the first, and what was frequent
 * only years ago after a few.
 */
import { type CivilDate, partsOf, yearOf } from '../statute/civil-date.ts';

/** `2024-12`, in Shanghai. */
export type Month = string;

export function monthOf(date: CivilDate): Month {
  return date.slice(0, 7);
}

/**
 * @param days of the oldest document, of one that is still recent, of the newest; the first window holds all that are recent
 * @param year only its months
 */
export function monthWindows(
  { first, recent, last }: { readonly first: CivilDate; readonly recent: CivilDate; readonly last: CivilDate },
  year?: number,
): (readonly Month[])[] {
  const within = (serial: number) =>
    year === undefined ? serial : Math.min(Math.max(serial, year * 12), year * 12 + 11);
  const [lowest, highest] = [within(serialOf(first)), within(serialOf(last))];
  if (year !== undefined && (yearOf(first) > year || yearOf(last) < year)) return [];
  const windows: Month[][] = [];
  let length = highest - within(serialOf(recent)) + 1;
  for (let end = highest; end >= lowest; end -= length, length *= 2)
    windows.push(Array.from({ length: Math.min(length, end - lowest + 1) }, (_, i) => monthAt(end - i)));
  return windows;
}

function serialOf(date: CivilDate): number {
  const { year, month } = partsOf(date);
  return year * 12 + month - 1;
}

function monthAt(serial: number): Month {
  return `${Math.floor(serial / 12)}-${String((serial % 12) + 1).padStart(2, '0')}`;
}
