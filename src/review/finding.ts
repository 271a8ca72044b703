/** 发现 Finding: an issue about certain letters of a text. A person may let it stand; his decision holds for the same letters only. */
import { sm3 } from '../ledger/entry.ts';
import type { Issue } from '../statute/issue.ts';

export interface Finding extends Issue {
  /** The same for the same letters under the same rule, whatever edition they stand in; tells nothing of them. */
  readonly key: string;
}

export function findingOf(issue: Issue, letters: string): Finding {
  return { ...issue, key: sm3(`${issue.code}\n${letters}`) };
}

/** @returns the letters around a hit on their line, at most `around` on each side */
export function excerpt(text: string, start: number, end: number, around = 8): string {
  const from = Math.max(start - around, text.lastIndexOf('\n', start - 1) + 1);
  const lineEnd = text.indexOf('\n', end);
  const to = Math.min(end + around, lineEnd < 0 ? text.length : lineEnd);
  return `${text.slice(from, start).trimStart()}${text.slice(start, end)}${text.slice(end, to).trimEnd()}`;
}
