/** 查到多少、漏了多少、误报多少: the marks of a round beside what was planted. */
import type { Mark } from '../../../src/supervision/finding-kinds.ts';
import type { Planted } from './plan.ts';

export interface Comparison {
  readonly found: number;
  readonly missed: readonly Planted[];
  readonly false: readonly Mark[];
}

export function compareWithPlan(planted: readonly Planted[], marks: readonly Mark[]): Comparison {
  const key = (kind: string, url: string, detail: string) => `${kind} ${url} ${detail}`;
  const seen = new Set(marks.map(({ kind, url, detail }) => key(kind, url, detail)));
  const wanted = new Set(planted.map(({ finding, url, detail }) => key(finding, url, detail)));
  const missed = planted.filter(({ finding, url, detail }) => !seen.has(key(finding, url, detail)));
  return {
    found: planted.length - missed.length,
    missed,
    false: marks.filter(({ kind, url, detail }) => !wanted.has(key(kind, url, detail))),
  };
}
