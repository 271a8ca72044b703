/**
 * 收集的年报 CollectedReport [ANR-40]: a report of any agency, read from a file and kept to be checked and compared. What the reading could not
 * decide a person settles with the source before him; who, when and on which figure stays with the report.
 */
import type { AgencyId } from '../../people/agency.ts';
import { APPLICANT_COLUMNS, LITIGATION_COLUMNS } from '../form.ts';
import type { SourceLine } from '../read/source-lines.ts';
import type { Figure, Report, Table2, Table4 } from '../report.ts';
import type { Judgement, Verdict } from './judgement.ts';

/** 人工定数: one cell, settled by one person. */
export interface Settlement {
  /** JSON Pointer of the cell. */
  readonly pointer: string;
  /** null: the source is blank there. */
  readonly figure: Figure;
  readonly by: string;
  readonly at: string;
}

export interface CollectedReport {
  readonly id: string;
  /** Whose collection it stands in. */
  readonly agencyId: AgencyId;
  readonly name: string;
  /** As it was read; never changed. */
  readonly report: Report;
  readonly source: readonly SourceLine[];
  /** In their order; the last of a cell holds. */
  readonly settled: readonly Settlement[];
  /** In their order; the last of a finding holds. */
  readonly judged: readonly Judgement[];
  readonly addedBy: string;
  readonly addedAt: Date;
  /** Taken out of the collection: nothing of it is kept. */
  readonly removed: boolean;
}

export type CollectedCommand =
  | {
      readonly verb: 'collect';
      readonly agencyId: AgencyId;
      readonly name: string;
      readonly report: Report;
      readonly source: readonly SourceLine[];
    }
  /** `seen`: how many settlements the screen showed. */
  | {
      readonly verb: 'settle';
      readonly reportId: string;
      readonly pointer: string;
      readonly figure: Figure;
      /** Whether the source prints it so, though it can be no count. */
      readonly misprint?: boolean;
      readonly seen: number;
    }
  /** `seen`: how many judgements the screen showed. */
  | {
      readonly verb: 'judge';
      readonly reportId: string;
      readonly finding: string;
      readonly verdict: Verdict;
      readonly why: string;
      readonly seen: number;
    }
  | { readonly verb: 'remove'; readonly reportId: string };

/** The report as read, with what was settled in its place. */
export function settledReport({ report, settled }: Pick<CollectedReport, 'report' | 'settled'>): Report {
  return settled.reduce(withFigure, report);
}

/** The report with another figure in the cell of a pointer. */
export function withFigure(report: Report, { pointer, figure }: Pick<Settlement, 'pointer' | 'figure'>): Report {
  const undecided = report.undecided.filter((where) => where !== pointer);
  const [, table, first = '', second = '', third = ''] = pointer.split('/');
  if (table === 'table3') {
    const row = report.table3.rows[second] ?? blanks(APPLICANT_COLUMNS.length);
    const rows = { ...report.table3.rows, [second]: row.with(Number(third), figure) };
    return { ...report, undecided, table3: { ...report.table3, rows } };
  }
  if (table === 'table4') {
    const group = first as keyof Table4;
    const five = report.table4[group].length > 0 ? report.table4[group] : blanks(LITIGATION_COLUMNS.length);
    return { ...report, undecided, table4: { ...report.table4, [group]: five.with(Number(second), figure) } };
  }
  const two = report.table2 ?? BLANK_TABLE2;
  const key = first as keyof Table2;
  const cell = second === '' ? figure : { ...(two[key] as object), [second]: figure };
  return { ...report, undecided, table2: { ...two, [key]: cell } };
}

const blanks = (length: number): readonly Figure[] => Array<Figure>(length).fill(null);
const BLANK_STOCK = { made: null, repealed: null, valid: null } as const;
const BLANK_TABLE2: Table2 = {
  regulations: BLANK_STOCK,
  normativeDocuments: BLANK_STOCK,
  licensing: null,
  punishment: null,
  coercion: null,
  feesWan: null,
};
