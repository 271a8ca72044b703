/**
 * EMPTY [ANR-57]: a part that only people can write and nobody wrote: the five aspects of 总体情况, 存在的主要问题及改进情况, 其他需要报告的
 * 事项 (《条例》第五十条: what a report 应当包括). That there was nothing is to be said, not to be left blank.
 */
import type { NarrativeSection, Report } from '../../report.ts';
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
  const blank = report.narrative.flatMap((section, at) =>
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
  return [...blank, ...halfOfPartFive(report)];
}

/** 存在的主要问题及改进情况 asks for both; which words tell of either is a guess, so it is a warning. */
const HALVES = [
  [
    '存在的问题',
    /问题|不足|薄弱|差距|不够|短板|有待|单一|欠缺|困难|不高|不强|不深|滞后|不平衡|不均衡|不及时|不规范|不到位/,
  ],
  ['改进措施', /改进|整改|措施|下一步|今后|将|加强|完善|提升|优化|强化|推进|健全|规范化|加大/],
] as const;

function halfOfPartFive({ narrative }: Report): Observation[] {
  const at = narrative.findIndex(({ heading }) => /^五、/.test(plainText(heading)));
  if (at < 0 || isBlank(narrative, at)) return [];
  const text = plainText(textUnder(narrative, at));
  const missing = HALVES.filter(([, told]) => !told.test(text)).map(([name]) => name);
  if (missing.length !== 1 || /^无。?$/.test(text)) return [];
  const says = `“${narrative[at]!.heading.trim()}”没有写${missing[0]}。`;
  return [{ where: `/narrative/${at}`, says, advice: '问题和改进措施都要写。', severity: 'warning' }];
}

/** Neither under the heading nor under those within it does a word or a figure stand. */
function isBlank(narrative: readonly NarrativeSection[], at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(textUnder(narrative, at));
}

function textUnder(narrative: readonly NarrativeSection[], at: number): string {
  const level = levelOf(narrative[at]!.heading);
  const next = narrative.findIndex(({ heading }, i) => i > at && levelOf(heading) <= level);
  return narrative
    .slice(at, next < 0 ? undefined : next)
    .map(({ text }) => text)
    .join('\n');
}

function levelOf(heading: string): number {
  const text = plainText(heading);
  return TOP.test(text) ? 1 : SECOND.test(text) ? 2 : 3;
}
