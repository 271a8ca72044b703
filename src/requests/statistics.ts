/**
 * 统计 [STA-4, STA-5]: one year's files by agency, channel, result and month. The same files as 表三: what was received in the year and
 * what was carried into it. Every file is counted once in every table, so each table adds up to the same totals.
 */
import { type CivilDate, yearOf } from '../statute/civil-date.ts';
import type { ChannelName } from '../statute/receipt.ts';

/** One file that is counted in the year. */
export interface CountedFile {
  readonly agencyId: string;
  readonly channel: ChannelName;
  readonly receivedOn: CivilDate;
  /** Null when it was not closed by the end of the year. */
  readonly closedOn: CivilDate | null;
  /** Row of 表三; null while it is not closed. */
  readonly reportRow: string | null;
  /** Workdays from receipt to reply; null without a reply in the year. */
  readonly workdays: number | null;
  /** 超期: answered late, or not answered and the day has passed. */
  readonly late: boolean;
}

export interface Figures {
  readonly received: number;
  readonly closed: number;
  /** Workdays; null when nothing was answered. */
  readonly median: number | null;
  readonly p90: number | null;
  readonly late: number;
}

/** Under which line of a table a file's receipt, and what became of it, are counted. */
interface Division {
  readonly received: (file: CountedFile) => string;
  readonly ended: (file: CountedFile) => string;
}

const both = (keyOf: (file: CountedFile) => string): Division => ({ received: keyOf, ended: keyOf });
const month = (day: CivilDate) => day.slice(5, 7);

/** The line of what is not closed. */
export const OPEN = 'open';

export const DIVISIONS = {
  agency: both(({ agencyId }) => agencyId),
  channel: both(({ channel }) => channel),
  outcome: both(({ reportRow }) => reportRow ?? OPEN),
  month: {
    received: ({ receivedOn }) => month(receivedOn),
    ended: ({ closedOn }) => (closedOn === null ? OPEN : month(closedOn)),
  },
} as const satisfies Record<string, Division>;

export type DivisionName = keyof typeof DIVISIONS;

/** [STA-4] Lines by key; a line without any file is missing. */
export function divide(files: readonly CountedFile[], name: DivisionName, year: number): ReadonlyMap<string, Figures> {
  const { received, ended } = DIVISIONS[name];
  const fresh = files.filter(({ receivedOn }) => yearOf(receivedOn) === year);
  const keys = [...new Set([...fresh.map(received), ...files.map(ended)])].sort();
  return new Map(
    keys.map((key) => [
      key,
      figuresOf(
        fresh.filter((file) => received(file) === key).length,
        files.filter((file) => ended(file) === key),
      ),
    ]),
  );
}

export function totalOf(files: readonly CountedFile[], year: number): Figures {
  return figuresOf(files.filter(({ receivedOn }) => yearOf(receivedOn) === year).length, files);
}

function figuresOf(received: number, ended: readonly CountedFile[]): Figures {
  const workdays = ended.flatMap((file) => file.workdays ?? []).sort((a, b) => a - b);
  return {
    received,
    closed: ended.filter(({ closedOn }) => closedOn !== null).length,
    median: rank(workdays, 50),
    p90: rank(workdays, 90),
    late: ended.filter(({ late }) => late).length,
  };
}

/** 百分位, by nearest rank: a number of days that really occurred. @param sorted ascending */
export function rank(sorted: readonly number[], percent: number): number | null {
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? null;
}
