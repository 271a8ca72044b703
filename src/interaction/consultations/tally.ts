/**
 * 统计 Tally [INT-18]: an answer adds to each place it touches, in the same transaction; the result is then read off, however many have answered. `` is everybody,
 * `q1` who answered the question, `q1.2` who chose the option, `q1.0.2` who chose it in the row.
 */
import { type Answers, choicesOf, HIGHEST_SCORE, type Question } from './questions.ts';

export type Tallies = ReadonlyMap<string, number>;

/** Everybody who sent something. */
export const ALL = '';

export function placesOf(questions: readonly Question[], answers: Answers): readonly string[] {
  const places = [ALL];
  for (const { key, kind } of questions) {
    const answer = answers[key];
    if (answer === undefined) continue;
    places.push(key);
    if (typeof answer === 'string' || kind === 'file') continue;
    if (kind === 'matrix') for (const [row, n] of answer.entries()) n < 0 || places.push(`${key}.${row}.${n}`);
    else for (const n of answer) places.push(`${key}.${n}`);
  }
  return places;
}

export interface QuestionResult {
  readonly key: string;
  readonly says: string;
  readonly kind: Question['kind'];
  readonly answered: number;
  /** One table for each row of a matrix; one without a name otherwise. */
  readonly tables: readonly {
    readonly row: string;
    readonly lines: readonly { readonly option: string; readonly n: number }[];
  }[];
  /** 平均分. */
  readonly average: number | null;
}

export function resultsOf(questions: readonly Question[], tallies: Tallies): readonly QuestionResult[] {
  const at = (place: string) => tallies.get(place) ?? 0;
  return questions.map((question) => {
    const { key, says, kind, rows } = question;
    const lines = (place: string) => choicesOf(question).map((option, n) => ({ option, n: at(`${place}.${n}`) }));
    const tables =
      kind === 'matrix'
        ? rows.map((row, n) => ({ row, lines: lines(`${key}.${n}`) }))
        : kind === 'text' || kind === 'file'
          ? []
          : [{ row: '', lines: lines(key) }];
    const sum = Array.from({ length: HIGHEST_SCORE }, (_, n) => (n + 1) * at(`${key}.${n}`)).reduce((a, b) => a + b, 0);
    const average = kind === 'scale' && at(key) > 0 ? sum / at(key) : null;
    return { key, says, kind, answered: at(key), tables, average };
  });
}
