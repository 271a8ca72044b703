/**
 * EMPTY [ANR-57]: a part that only people can write and nobody wrote: the five aspects of 总体情况, 存在的主要问题及改进情况, 其他需要报告的
 * 事项 (《条例》第五十条: what a report 应当包括). That there was nothing is to be said, not to be left blank.
 */
import type { NarrativeSection } from '../../report.ts';
import { plainText } from '../claims/plain-text.ts';
import type { CheckSubject, Observation } from '../finding.ts';
import { partOne } from './part-one.ts';

const TOP = /^[一二三四五六七八九十]+、/;
const SECOND = /^[(（][一二三四五六七八九十]+[)）]/;
const PART_ONE = /^一、|总体情况/;
const WRITTEN_BY_PEOPLE = /^[五六]、/;

export function emptySections({ report }: CheckSubject): Observation[] {
  const one = partOne(report);
  const aspects = one?.sections.filter(({ heading }) => levelOf(heading) === 2) ?? [];
  const asked = ({ heading }: NarrativeSection, at: number) => {
    if (one && at >= one.from && at < one.from + one.sections.length)
      return levelOf(heading) === 2 || (aspects.length === 0 && PART_ONE.test(plainText(heading)));
    return WRITTEN_BY_PEOPLE.test(plainText(heading));
  };
  return report.narrative.flatMap((section, at) =>
    asked(section, at) && isBlank(report.narrative, at)
      ? [
          {
            where: `/narrative/${at}`,
            says: `“${section.heading.trim()}”没有写。`,
            advice: '没有这方面工作的，写明没有。',
          },
        ]
      : [],
  );
}

/** Neither under the heading nor under those within it does a word or a figure stand. */
function isBlank(narrative: readonly NarrativeSection[], at: number): boolean {
  const level = levelOf(narrative[at]!.heading);
  const next = narrative.findIndex(({ heading }, i) => i > at && levelOf(heading) <= level);
  return narrative.slice(at, next < 0 ? undefined : next).every(({ text }) => !/[\p{L}\p{N}]/u.test(text));
}

function levelOf(heading: string): number {
  const text = plainText(heading);
  return TOP.test(text) ? 1 : SECOND.test(text) ? 2 : 3;
}
