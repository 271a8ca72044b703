/** 研判的回答 on the form of a draft, and where they lead by the questions the desk gave. */
import type { TriageLeadView, TriageQuestionView } from '../../../../src/desk/contract.ts';

export interface Answered {
  readonly question: string;
  readonly yes: boolean;
}

/** As one value of the form: “notInformation-,complaint+”. */
export function writtenPath(path: readonly Answered[]): string {
  return path.map(({ question, yes }) => `${question}${yes ? '+' : '-'}`).join(',');
}

export function pathIn(written: string): Answered[] {
  const each = written === '' ? [] : written.split(',');
  return each.map((one) => ({ question: one.slice(0, -1), yes: one.endsWith('+') }));
}

export interface PathEnd {
  /** The question that comes next; absent when the path has ended. */
  readonly asked?: TriageQuestionView | undefined;
  readonly first: TriageLeadView['first'];
  readonly outcome: string | null;
}

export function endOf(questions: readonly TriageQuestionView[], path: readonly Answered[]): PathEnd {
  if (path.length === 0) return { asked: questions[0], first: null, outcome: null };
  const leads = path.map(({ question, yes }) => questions.find(({ name }) => name === question)?.[yes ? 'yes' : 'no']);
  // A question asked earlier may no longer exist: then the answers lead nowhere.
  if (!leads.every((lead) => lead !== undefined)) return { first: null, outcome: null };
  const last = leads.at(-1)!;
  const asked = questions.find(({ name }) => name === last.question);
  const exempted = leads.findLast(({ exempts }) => exempts !== null)?.exempts ?? null;
  const ended = !asked && !last.first;
  return { asked, first: last.first, outcome: ended ? (last.outcome ?? exempted) : null };
}

/** Whether the outcome that is written is another than the one the answers led to. */
export function deviates(
  { outcome, judged }: { readonly outcome: string; readonly judged: string },
  questions: readonly TriageQuestionView[],
): boolean {
  return judged !== '' && outcome !== '' && endOf(questions, pathIn(judged)).outcome !== outcome;
}
