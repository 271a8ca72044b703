/**
 * 日期 CivilDate: a day of the civil calendar in Asia/Shanghai, written `2026-02-24`. Deadlines are counted in such
 * days and never in timestamps (《民法典》第二百零一条: the day on which a period begins is not counted).
 */
export type CivilDate = string & { readonly __civilDate: never };

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** No paper in the house is of another time; a year beyond them was mistyped, and counting towards it would never come to an end. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2199];

/** Reads `YYYY-MM-DD`; undefined when the text has another shape or names a day that does not exist or is of no use here. */
export function parseCivilDate(text: unknown): CivilDate | undefined {
  if (typeof text !== 'string') return undefined;
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > lastDayOfMonth(year, month)) return undefined;
  return text as CivilDate;
}

/** A day known to be valid, for tables of law and for tests. @throws RangeError on anything else */
export function civil(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (!date) throw new RangeError(`not a civil date: ${text}`);
  return date;
}

/** The last one told: asked for every page that is sent, and nearly always the same. */
let named = { day: Number.NaN, date: '' as CivilDate };

/** The day it is in Asia/Shanghai at a moment that the caller names (《民法典》第二百零三条第二款: until 24:00). */
export function civilDateAt(moment: Date): CivilDate {
  const day = Math.floor((moment.getTime() + 8 * 3_600_000) / DAY_MS);
  if (day !== named.day) named = { day, date: new Date(day * DAY_MS).toISOString().slice(0, 10) as CivilDate };
  return named.date;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  // Counting goes from day to day and mostly stays within a month, where no calendar arithmetic is needed.
  const day = Number(date.slice(8, 10)) + days;
  if (day >= 1 && day <= 28) return `${date.slice(0, 8)}${String(day).padStart(2, '0')}` as CivilDate;
  return new Date(epochDay(date) * DAY_MS + days * DAY_MS).toISOString().slice(0, 10) as CivilDate;
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return epochDay(to) - epochDay(from);
}

/** Day of the week, 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: CivilDate): number {
  return new Date(epochDay(date) * DAY_MS).getUTCDay();
}

/**
 * 以月计的期限的最后一日. 《民法典》第二百零二条: the day of the month on which the period began, and the last day of the
 * month where that month has no such day.
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return civilFromParts(y, m, Math.min(day, lastDayOfMonth(y, m)));
}

export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

export function partsOf(date: CivilDate): { year: number; month: number; day: number } {
  return { year: yearOf(date), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

export function civilFromParts(year: number, month: number, day: number): CivilDate {
  return civil(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/** `2026年2月24日`, as prose and letters write it. */
export function inProse(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
}

/** `2026年3月16日 周一`, where a deadline is meant. */
export function inProseWithWeekday(date: CivilDate): string {
  return `${inProse(date)} 周${'日一二三四五六'[weekdayOf(date)]}`;
}

export function earliest(a: CivilDate, b: CivilDate): CivilDate {
  return a <= b ? a : b;
}

export function latest(a: CivilDate, b: CivilDate): CivilDate {
  return a >= b ? a : b;
}

function epochDay(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
