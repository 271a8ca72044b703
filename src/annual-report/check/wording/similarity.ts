/**
 * DUP 雷同: a part of the narrative that repeats last year's, or another agency's, figures aside. Words that this system itself suggests
 * are everybody's and count for nothing; of several agencies that wrote the same the nearest is named.
 */
import { NO_RECORDS } from '../../hand-up/add-records.ts';
import type { NarrativeSection, Report } from '../../report.ts';
import { suggestNarrative } from '../../suggest-narrative.ts';
import { plainText } from '../claims/plain-text.ts';
import type { CheckSubject, Observation } from '../finding.ts';

/** Share of five-character runs found in the other text, from which people call two texts the same. */
const ALIKE = 0.75;
const RUN = 5;
/** Shorter parts (无, 未收取信息处理费) are alike in every report. */
const LONG_ENOUGH = 60;

interface Part {
  readonly heading: string;
  readonly at: number;
  readonly runs: ReadonlySet<string>;
}

export function similarity({ report, options: { previous, others = [] } }: CheckSubject): Observation[] {
  if (!previous && others.length === 0) return [];
  const parts = report.narrative.flatMap(({ heading, text }, at): Part[] => {
    // What stands before the first heading says how the report came to be, in the same words every year.
    const runs = heading === '' ? new Set<string>() : own(runsIn(wordsOf([{ text }])));
    return runs.size > LONG_ENOUGH - RUN ? [{ heading, at, runs }] : [];
  });
  const told = new Set(parts.flatMap(({ runs }) => [...runs]));
  const lastYears = previous ? foundIn(previous, told) : new Set<string>();
  const elsewhere = others.map((other) => ({ unit: other.unit ?? '其他单位', found: foundIn(other, told) }));
  return parts.flatMap((part) => [
    ...repeats(part, '上年报告', shareOf(part.runs, lastYears)),
    ...ofOthers(part, elsewhere),
  ]);
}

function ofOthers(part: Part, elsewhere: readonly { readonly unit: string; readonly found: ReadonlySet<string> }[]) {
  const alike = elsewhere
    .map(({ unit, found }) => ({ unit, share: shareOf(part.runs, found) }))
    .filter(({ share }) => share >= ALIKE)
    .sort((a, b) => b.share - a.share);
  const [nearest] = alike;
  if (!nearest) return [];
  const more = alike.length > 1 ? `（另有 ${alike.length - 1} 个单位的也相近）` : '';
  return repeats(part, `“${nearest.unit}”的报告${more}`, nearest.share);
}

function repeats({ heading, at }: Part, whose: string, share: number): Observation[] {
  if (share < ALIKE) return [];
  const says = `“${heading}”有 ${Math.round(share * 100)}% 的文字与${whose}相同。`;
  return [{ where: `/narrative/${at}`, says, advice: '写本年的实际情况；套用的文字重写。' }];
}

/** Which of the runs another report has as well; its own are not kept, so that many reports cost little. */
function foundIn({ narrative }: Pick<Report, 'narrative'>, wanted: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const run of runsIn(wordsOf(narrative))) if (wanted.has(run)) found.add(run);
  return found;
}

function own(runs: Iterable<string>): ReadonlySet<string> {
  return new Set([...runs].filter((run) => !SUGGESTED.has(run)));
}

/** With nothing recorded and with something of everything, the suggested sentences are all told. */
function suggestions(): string[] {
  const { published, processingFee, supervision } = NO_RECORDS;
  const some = { patrols: 1, tickets: 1, trainings: 1, workPoints: 1 };
  const recorded = {
    ...NO_RECORDS,
    published: { ...published, inTwoColumns: 1 },
    processingFee: { ...processingFee, notices: 1 },
    supervision: { ...supervision, ...some },
  };
  return [NO_RECORDS, recorded].flatMap((records) => suggestNarrative(2021, records).map(({ text }) => text));
}

function wordsOf(narrative: readonly Pick<NarrativeSection, 'text'>[]): string {
  return plainText(narrative.map(({ text }) => text).join('')).replace(/[^\u4e00-\u9fff]/g, '');
}

function* runsIn(words: string): Generator<string> {
  for (let at = 0; at + RUN <= words.length; at += 1) yield words.slice(at, at + RUN);
}

function shareOf(runs: ReadonlySet<string>, found: ReadonlySet<string>): number {
  return [...runs].filter((run) => found.has(run)).length / runs.size;
}

const SUGGESTED: ReadonlySet<string> = new Set(suggestions().flatMap((text) => [...runsIn(wordsOf([{ text }]))]));
