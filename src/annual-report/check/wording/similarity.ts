/** DUP 雷同: a part of the narrative that repeats last year's, or another agency's, figures aside. */
import type { Report } from '../../report.ts';
import { plainText } from '../claims/plain-text.ts';
import type { CheckSubject, Observation } from '../finding.ts';

/** Share of five-character runs found in the other text, from which people call two texts the same. */
const ALIKE = 0.75;
const RUN = 5;
/** Shorter parts (无, 未收取信息处理费) are alike in every report. */
const LONG_ENOUGH = 60;

export function similarity({ report, options }: CheckSubject): Observation[] {
  const sources = [
    ...(options.previous ? [{ whose: '上年报告', other: options.previous }] : []),
    ...(options.others ?? []).map((other) => ({ whose: `“${other.unit ?? '其他单位'}”的报告`, other })),
  ];
  return sources.flatMap(({ whose, other }) => {
    const known = runsOf(wholeText(other));
    return report.narrative.flatMap(({ heading, text }, at): Observation[] => {
      // What stands before the first heading says how the report came to be, in the same words every year.
      const words = heading === '' ? '' : wordsOf(text);
      const share = words.length < LONG_ENOUGH ? 0 : shareIn(runsOf(words), known);
      if (share < ALIKE) return [];
      const says = `“${heading}”有 ${Math.round(share * 100)}% 的文字与${whose}相同。`;
      return [{ where: `/narrative/${at}`, says, advice: '写本年的实际情况；套用的文字重写。' }];
    });
  });
}

function wholeText({ narrative }: Report): string {
  return wordsOf(narrative.map(({ text }) => text).join(''));
}

function wordsOf(text: string): string {
  return plainText(text).replace(/[^\u4e00-\u9fff]/g, '');
}

function runsOf(words: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, words.length - RUN + 1) }, (_, i) => words.slice(i, i + RUN)));
}

function shareIn(runs: ReadonlySet<string>, known: ReadonlySet<string>): number {
  return runs.size === 0 ? 0 : [...runs].filter((run) => known.has(run)).length / runs.size;
}
