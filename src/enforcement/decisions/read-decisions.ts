/**
 * 读双公示表 [ENF-10, ENF-11]: rows of a sheet as decisions, or every fault with its line, its column and what to do. One faulty line and nothing is taken;
 * a sheet is sent again as often as it takes, since what is there already is known by its number.
 */
import type { CivilDate } from '../../statute/civil-date.ts';
import type { Issue } from '../../statute/issue.ts';
import { acrossFields } from './across-fields.ts';
import { readValue, type SheetCalendar } from './field-value.ts';
import { DECISION_FIELDS, type DecisionKindName, KEY_FIELDS, type SubjectKind } from './fields.ts';
import type { ReadDecision } from './registered-decision.ts';
import { sameNumber } from './same-number.ts';
import { findHead, type Places } from './sheet-head.ts';
import { issueAt, issueOfFile } from './sheet-issue.ts';

export interface SheetRow {
  /** As the program that made the sheet numbers it. */
  readonly at: number;
  readonly texts: readonly string[];
  /** Not shown to who opens the sheet. */
  readonly hidden?: true;
}

/** One sheet of the file; a file of comma separated values has one. */
export interface SheetPage {
  readonly rows: readonly SheetRow[];
  /** `B2:C4`. */
  readonly merged?: readonly string[];
  /** Columns that are not shown, counted from 0. */
  readonly hiddenColumns?: ReadonlySet<number>;
  /** Days are counted from 1904, as old Macintoshes do. */
  readonly from1904?: boolean;
}

export interface DecisionsRead {
  readonly decisions: readonly ReadDecision[];
  readonly issues: readonly Issue[];
}

export const MOST_LINES = 50_000;
/** What is wrong in so many places is wrong in one: the rest is told once these are put right. */
const MOST_ISSUES = 100_000;

/** @param pages of them the one with the head is read: columns by code, by name or by an old code, in any order */
export function readDecisions(pages: readonly SheetPage[], kind: DecisionKindName, today: CivilDate): DecisionsRead {
  const head = findHead(pages, kind);
  if (Array.isArray(head)) return { decisions: [], issues: head };
  const { places, lines } = head as Exclude<typeof head, Issue[]>;
  if (lines.length > MOST_LINES)
    return {
      decisions: [],
      issues: [issueOfFile(`表格有 ${lines.length} 行，一次最多 ${MOST_LINES} 行。`, '请分几次上传。')],
    };
  const issues: Issue[] = [];
  const decisions: ReadDecision[] = [];
  const calendar = { today, from1904: pages.some(({ from1904 }) => from1904) };
  for (const line of lines) {
    if (issues.length > MOST_ISSUES) break;
    decisions.push(readLine(line, kind, places, calendar, issues));
  }
  issues.push(...repeated(decisions, kind));
  return issues.length > 0 ? { decisions: [], issues } : { decisions, issues: [] };
}

function readLine(
  { at, texts }: SheetRow,
  kind: DecisionKindName,
  places: Places,
  calendar: SheetCalendar,
  issues: Issue[],
): ReadDecision {
  const keys = KEY_FIELDS[kind];
  const wrong: Issue[] = [];
  const [shown, hidden]: [Record<string, string>, Record<string, string>] = [{}, {}];
  for (const [field, column] of places) {
    const said = (texts[column] ?? '').trim();
    if (said === '') {
      if (field.must) wrong.push(issueAt(at, field.term, { says: '没有填写', advice: `请填写${field.term}。` }));
      continue;
    }
    const read = readValue(field, said, calendar);
    if (typeof read === 'object') wrong.push(issueAt(at, field.term, read));
    else (field.shown ? shown : hidden)[field.code] = read;
  }
  withholdPapers(kind, shown, hidden);
  // A cell that could not be read is told once, not as missing too.
  const told = new Set(wrong.map(({ where }) => where));
  const across = acrossFields({ at, kind, shown, hidden }).filter(({ where }) => !told.has(where));
  issues.push(...wrong, ...across);
  return {
    at,
    number: shown[keys.number] ?? '',
    subject: shown[keys.subject] ?? '',
    subjectKind: (shown[keys.subjectKind] ?? '') as SubjectKind,
    decidedOn: (shown[keys.decidedOn] ?? '') as CivilDate,
    shownUntil: kind === 'punishment' ? ((shown[keys.until] as CivilDate | undefined) ?? null) : null,
    shown,
    hidden,
  };
}

/** 个体工商户的税务登记号 is the identity number of its owner [ENF-16]: what the public does not read of such a party is kept sealed, and reported. */
function withholdPapers(kind: DecisionKindName, shown: Record<string, string>, hidden: Record<string, string>): void {
  const party = shown[KEY_FIELDS[kind].subjectKind] as SubjectKind | undefined;
  if (party !== '个体工商户') return;
  for (const { code, kind: of, tells } of DECISION_FIELDS[kind]) {
    if (of !== 'number' || tells.includes(party) || shown[code] === undefined) continue;
    hidden[code] = shown[code];
    delete shown[code];
  }
}

/** 同一文书号 in one sheet: the second is told of the first. */
function repeated(decisions: readonly ReadDecision[], kind: DecisionKindName): Issue[] {
  const first = new Map<string, number>();
  const { term } = DECISION_FIELDS[kind].find(({ code }) => code === KEY_FIELDS[kind].number)!;
  return decisions.flatMap(({ at, number }) => {
    if (number === '') return [];
    const same = sameNumber(number);
    const before = first.get(same);
    if (before === undefined) first.set(same, at);
    const says = `“${number.slice(0, 40)}”和第 ${before} 行重复`;
    const advice = '同一文书号只能登记一件，请删去一行，或者改正文书号。';
    return before === undefined ? [] : [issueAt(at, term, { says, advice })];
  });
}
