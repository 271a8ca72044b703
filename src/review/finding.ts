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

/**
 * [REV-24] Each find at its own place: what was let stand in one sentence is another find in the next, or in another field or file.
 * @param within what the texts belong to besides the field, such as the hash of a file
 */
export function placed(findings: readonly Finding[], within = ''): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = sm3([finding.key, within, finding.where, finding.says].join('\n'));
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return { ...finding, key: before === 0 ? key : sm3(`${key}\n${before}`) };
  });
}

/** @returns the letters around a hit on their line, at most `around` on each side */
export function excerpt(text: string, start: number, end: number, around = 8): string {
  const from = Math.max(start - around, text.lastIndexOf('\n', start - 1) + 1);
  const lineEnd = text.indexOf('\n', end);
  const to = Math.min(end + around, lineEnd < 0 ? text.length : lineEnd);
  return `${text.slice(from, start).trimStart()}${text.slice(start, end)}${text.slice(end, to).trimEnd()}`;
}
