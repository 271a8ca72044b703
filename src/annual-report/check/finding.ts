/**
 * 核对发现 Finding: what a check of a report says. The shape of every Issue, with the two figures that disagree beside it,
 * so that a page can show them without reading the sentence. `where` is a JSON Pointer into the report
 * (`/table3/rows/3.4.1`, `/table3/columns/2`, `/table4/review/4`) or, for the narrative, the sentence itself.
 */
import type { CivilDate } from '../../statute/civil-date.ts';
import type { Issue, Severity } from '../../statute/issue.ts';
import type { LiveFigureKey } from '../live-figures.ts';
import type { NarrativeSection, Report, ReportFigures, Table2, Table3Row, Table4 } from '../report.ts';
import type { AgencyLevel } from './agency-level.ts';
import type { Passage } from './claims/passage.ts';
import type { TextClaim } from './claims/text-claims.ts';

export interface Finding extends Issue {
  readonly left: number | null;
  readonly right: number | null;
}

/** 自编 (the report we are about to publish, whose errors stop it) or 读取 (somebody's published report, errors are listed). */
export type Occasion = 'own' | 'read';

/** A subordinate agency whose figures go into ours; `figures: null` while it has not reported. */
export interface Subordinate {
  readonly unit: string;
  readonly figures: Pick<ReportFigures, 'table2' | 'table3' | 'table4'> | null;
  /** Our own part: what is recorded of all those who have not reported is in it. */
  readonly rest?: true;
}

/** What our own files count, cell by cell; a part that is not counted is left out. */
export interface CountedFigures {
  readonly table2?: Partial<Table2>;
  readonly rows?: Readonly<Record<string, Table3Row>>;
  readonly table4?: Partial<Table4>;
}

/** 信息处理费台账: charging notices sent and money received in the year. */
export interface FeeLedger {
  readonly notices: number;
  readonly collectedYuan: number;
}

/** 人工覆盖: a figure that a person set against the count, and why. */
export interface FigureOverride {
  readonly where: string;
  readonly reason: string;
}

/** 人工录入的数 that stands in place of records which say otherwise. */
export interface HandEntered {
  /** Pointer of the cell. */
  readonly where: string;
  /** Who entered it, and for which months where it is counted by the month. */
  readonly unit: string;
  readonly entered: number;
  readonly recorded: number;
  /** Where the other figure stands: 本系统的记录, 双公示登记. */
  readonly beside: string;
}

/** 正在编制的正文: as it is written, chips in braces, and what each chip reads now. */
export interface LiveText {
  readonly narrative: readonly NarrativeSection[];
  readonly figures: readonly { readonly name: LiveFigureKey; readonly term: string; readonly value: number }[];
}

export interface CheckOptions {
  readonly kind?: Occasion;
  /** Last year's published report in its latest version. */
  readonly previous?: Report;
  /** Why last year's 四 may differ from this year's 二: correction after publication, reform of agencies. */
  readonly carryCaveat?: string;
  readonly publishedOn?: CivilDate;
  /** Told by the name of the agency when not given. */
  readonly level?: AgencyLevel;
  /** Whether the agency punishes and licenses; a county government does. */
  readonly enforces?: boolean;
  /** Normative documents that left the stock without being repealed (lapsed, transferred), less those that joined it so. */
  readonly registeredLapses?: number;
  readonly subordinates?: readonly Subordinate[];
  readonly counted?: CountedFigures;
  readonly overrides?: readonly FigureOverride[];
  readonly feeLedger?: FeeLedger;
  readonly handEntered?: readonly HandEntered[];
  /** While it is a draft. */
  readonly live?: LiveText;
  /** Other agencies' reports of the year, to tell copied text. */
  readonly others?: readonly Pick<Report, 'unit' | 'narrative'>[];
}

/** Everything a check may look at. The claims of the narrative are read once, for all checks of the text. */
export interface CheckSubject {
  readonly report: Report;
  readonly occasion: Occasion;
  readonly level: AgencyLevel;
  readonly options: CheckOptions;
  readonly passages: readonly Passage[];
  readonly claims: readonly TextClaim[];
}

/** What one check saw. `severity` is named only where it is milder than the check's usual one. */
export interface Observation {
  readonly where: string;
  readonly says: string;
  readonly advice: string;
  readonly left?: number | null;
  readonly right?: number | null;
  readonly severity?: Severity;
}

/** 核对规则 Check: one line of the table of checks. A severity of null: not checked on that occasion. */
export interface Check {
  readonly code: string;
  readonly basis: string;
  readonly severity: Readonly<Record<Occasion, Severity | null>>;
  observe(subject: CheckSubject): readonly Observation[];
}
