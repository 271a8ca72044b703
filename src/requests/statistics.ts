/**
 * 统计 [STA-4, STA-5, STA-6]: one year's files by agency, channel, result and month. The same files as 表三: what was received in the year and
 * what was carried into it. Every file is counted once in every table, so each table adds up to the same totals.
 */
import { type CivilDate, yearOf } from '../statute/civil-date.ts';
import type { ChannelName } from '../statute/receipt.ts';
import type { RequestId } from './info-request.ts';

/** One file that is counted in the year. */
export interface CountedFile {
  readonly id: RequestId;
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
  readonly longest: number | null;
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
  const keys = [...new Set([...freshIn(files, year).map(received), ...files.map(ended)])].sort();
  return new Map(keys.map((key) => [key, figuresOf(filesOf(files, year, { name, key }))]));
}

export function totalOf(files: readonly CountedFile[], year: number): Figures {
  return figuresOf({ received: freshIn(files, year), ended: files });
}

/** One line of a table. */
export interface LineKey {
  readonly name: DivisionName;
  readonly key: string;
}

interface LineFiles {
  readonly received: readonly CountedFile[];
  readonly ended: readonly CountedFile[];
}

function filesOf(files: readonly CountedFile[], year: number, { name, key }: LineKey): LineFiles {
  const { received, ended } = DIVISIONS[name];
  return {
    received: freshIn(files, year).filter((file) => received(file) === key),
    ended: files.filter((file) => ended(file) === key),
  };
}

function freshIn(files: readonly CountedFile[], year: number): CountedFile[] {
  return files.filter(({ receivedOn }) => yearOf(receivedOn) === year);
}

/** The figures that are counts of files; `timed` are those the times are taken from. */
const COUNTED = {
  received: ({ received }) => received,
  closed: ({ ended }) => ended.filter(({ closedOn }) => closedOn !== null),
  timed: ({ ended }) => ended.filter(({ workdays }) => workdays !== null),
  late: ({ ended }) => ended.filter(({ late }) => late),
} as const satisfies Record<string, (files: LineFiles) => readonly CountedFile[]>;

export type CountedFigure = keyof typeof COUNTED;

export const COUNTED_FIGURES = Object.keys(COUNTED) as CountedFigure[];

/** [STA-6] 数字背后的申请, whoever took longest first; of a whole table where no line is named. */
export function filesBehind(
  files: readonly CountedFile[],
  year: number,
  figure: CountedFigure,
  line?: LineKey,
): readonly CountedFile[] {
  const of = line ? filesOf(files, year, line) : { received: freshIn(files, year), ended: files };
  return [...COUNTED[figure](of)].sort(
    (a, b) => (b.workdays ?? -1) - (a.workdays ?? -1) || (a.receivedOn < b.receivedOn ? 1 : -1),
  );
}

function figuresOf(of: LineFiles): Figures {
  const workdays = COUNTED.timed(of)
    .flatMap((file) => file.workdays ?? [])
    .sort((a, b) => a - b);
  return {
    received: of.received.length,
    closed: COUNTED.closed(of).length,
    median: rank(workdays, 50),
    p90: rank(workdays, 90),
    longest: rank(workdays, 100),
    late: COUNTED.late(of).length,
  };
}

/** 百分位, by nearest rank: a number of days that really occurred. @param sorted ascending */
export function rank(sorted: readonly number[], percent: number): number | null {
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? null;
}
