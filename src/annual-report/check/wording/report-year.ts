/** YEAR: the narrative tells of the year the report is for, and no word stands twice (2024年度年度): both are what is left of last year's text. */

import { sentencesOf } from '../claims/passage.ts';
import { plainText } from '../claims/plain-text.ts';
import type { CheckSubject, Observation } from '../finding.ts';

const DOUBLED: readonly RegExp[] = [
  /(20\d\d年度?)\1/,
  // 2023年度年度考核 and 公开工作工作机制 are words that meet.
  /年度年度(?!报告|考核|目标|计划|总结|工作)/,
  /工作工作(?![台机者人组方要报群室站队量流手会日])/,
  /(情况|进行|通过(?!率)|以及|进一步|积极|认真|不断|其中|根据|按照|我[县市区局]|全[县市区])\1/,
  /年年度/,
  /公开公开(?=[,。])/,
  /(?<![目标])的的(?!确)|(?<!为)了了(?![解结])/,
  /,{2}|。。|、、/,
];
/** A sentence or clause that opens with a year tells what happened in it. */
const OPENING_YEAR =
  /(?:^(?:\([一二三四五六七八九十]\)[^。]{0,16}?)?|[。;:])(?:在|截至)?(20\d\d)年(?:度|全年|,|来|我|全|县|市|区|本)/g;
const PERIOD = /(?:统计(?:期限|周期|时间|时限|期)|数据)[^。]{0,16}?(20\d\d)年1月1日/g;
const PERIOD_END = /(20\d\d)年1月1日.{0,6}?(?:至|到|-|~).{0,8}?(20\d\d)年12月31日/g;
const TITLE = /(20\d\d)年度?(?:[^,;。年]{0,20})政府信息公开(?:工作)?年度报告/g;
/** Of the report itself, not of last year's that was published in this one. */
const PREFACE = /现(?:将|就|公布|发布|向|予以)|特向社会|编制本|本(?:年度)?报告/;
const OTHER_TIME =
  /计划|将|下一步|相比|较|同比|比20|修订|印发|以来|起施行|成立|考核|评估|测评|评比|通报|决算|年报|年度报告|要点/;

export function reportYear({ report }: CheckSubject): Observation[] {
  return report.narrative.flatMap(({ heading, text }) =>
    sentencesOf(text).flatMap((quote): Observation[] => {
      const plain = plainText(quote);
      return [
        ...doubledWord(quote, plain),
        ...(report.year === null ? [] : staleYear(quote, plain, report.year, heading)),
      ];
    }),
  );
}

function doubledWord(where: string, plain: string): Observation[] {
  const doubled = DOUBLED.map((pattern) => pattern.exec(plain)?.[0]).find((found) => found !== undefined);
  if (!doubled) return [];
  return [{ where, says: `“${doubled}”重复。`, advice: '删去重复的字词。' }];
}

function staleYear(where: string, plain: string, year: number, heading: string): Observation[] {
  const ends = [...plain.matchAll(PERIOD_END)]
    .filter(([, from]) => Number(from) === year)
    .map(([, , to]) => Number(to));
  const certain = [...plain.matchAll(PERIOD), ...(PREFACE.test(plain) ? plain.matchAll(TITLE) : [])];
  // A sentence that names the year of the report as well compares the two.
  const opening = OTHER_TIME.test(plain) || plain.includes(`${year}年`) ? [] : [...plain.matchAll(OPENING_YEAR)];
  const named = [...ends, ...[...certain, ...opening].map((match) => Number(match[1]))];
  // Plans for the coming year belong to 改进情况, and a report may say when it was published.
  const expectsNext = /问题|改进|整改|打算|计划/.test(heading);
  const wrong = named.find((other) => other !== year && !(expectsNext && other === year + 1));
  if (wrong === undefined) return [];
  return [
    {
      where,
      says: `这是 ${year} 年度的报告，这句话说的是 ${wrong} 年。`,
      advice: '核对是否沿用了上年的文字；确实说其他年份的，写明与本年的关系。',
      left: wrong,
      right: year,
    },
  ];
}
