/**
 * 实录 [INT-42]: what was said, read from the facts. A line keeps its number and its place; a correction changes its text and says that and why it
 * did. Of the questions only what a person let through is among them.
 */
import type { InterviewFact } from './facts.ts';
import type { Speaker } from './interview.ts';

export interface Line {
  /** Number of the fact that first said it. */
  readonly n: number;
  /** Number of the fact whose text it shows. */
  readonly version: number;
  readonly who: Speaker | 'public';
  readonly text: string;
  /** The question it answers. */
  readonly answers: number | null;
  readonly at: string;
  readonly corrected: { readonly at: string; readonly note: string } | null;
}

/** @param facts from the first on */
export function transcriptOf(facts: readonly InterviewFact[]): readonly Line[] {
  const lines = new Map<number, Line>();
  for (const fact of facts) {
    if (fact.type === 'said' || fact.type === 'questionAdmitted') lines.set(fact.n, lineOf(fact));
    else if (fact.type === 'corrected') {
      const line = lines.get(fact.turn);
      if (line)
        lines.set(fact.turn, {
          ...line,
          version: fact.n,
          text: fact.text,
          corrected: { at: fact.recordedAt, note: fact.note },
        });
    }
  }
  return [...lines.values()];
}

function lineOf(fact: Extract<InterviewFact, { type: 'said' | 'questionAdmitted' }>): Line {
  const { n, text, recordedAt: at } = fact;
  const said = fact.type === 'said';
  return {
    ...{ n, version: n, text, at, corrected: null },
    who: said ? fact.speaker : 'public',
    answers: said ? fact.answers : null,
  };
}

/** What a reader is shown at once; the rest is the house's own. */
export type PublicStep = 'line' | 'begun' | 'ended' | 'cancelled' | null;

export function publicStep({ type }: Pick<InterviewFact, 'type'>): PublicStep {
  if (type === 'said' || type === 'questionAdmitted' || type === 'corrected') return 'line';
  return type === 'begun' || type === 'ended' || type === 'cancelled' ? type : null;
}
