/**
 * SECTIONS: the six headings of the form, in its order, and the five aspects of part one. A part that is a table counts as present
 * when its figures are.
 */
import { SECTIONS } from '../../form.ts';
import type { Report } from '../../report.ts';
import { plainText } from '../claims/plain-text.ts';
import type { CheckSubject, Observation, Occasion } from '../finding.ts';
import { partOne } from './part-one.ts';

/** What a heading must speak of to stand for a section, however it is worded. */
const ABOUT = [
  /总体情况|概述|总体工作|基本情况|工作情况$/,
  /主动公开.*情况/,
  /(?:收到|处理|依申请|办理).*(?:申请|公开)/,
  /复议|诉讼/,
  /问题|改进|整改|不足/,
  /其他(?:需要)?.*(?:报告|说明)?.*(?:事项|情况)|^其他$/,
] as const;
const TOP_LEVEL = /^[一二三四五六七八九十]{1,2}[、.．]|^第[一二三四五六]部分/;

export function sections({ report, occasion }: CheckSubject): Observation[] {
  const headings = report.narrative.flatMap(({ heading }, at) => {
    const text = plainText(heading);
    return text === '' ? [] : [{ text, at, top: TOP_LEVEL.test(text) || ABOUT[0].test(text) }];
  });
  const placed = ABOUT.map((about, section) => place(headings, about, section));
  const observations = SECTIONS.flatMap((standard, section): Observation[] => {
    const found = placed[section];
    if (!found) {
      if (hasTableOf(report, section)) return [];
      const says = `没有“${standard}”这一部分。`;
      return [{ where: '/narrative', says, advice: '按格式补齐六个部分；没有内容的写“无”。' }];
    }
    if (found.text === plainText(standard)) return [];
    const says = `标题“${found.text}”与格式的“${standard}”不一致。`;
    return [
      {
        where: `/narrative/${found.at}`,
        says,
        advice: '按格式的标题逐字书写。',
        ...(occasion === 'read' ? { severity: 'hint' as const } : {}),
      },
    ];
  });
  return [...observations, ...outOfOrder(placed), ...aspectsMissing(report, occasion)];
}

/** 第一部分应当写的五个方面 (国办公开办函〔2021〕30号), told by a heading or by the words. */
const ASPECTS = [
  ['主动公开', /主动公开|公开[^,;。]*信息|发布[^,;。]*信息/],
  ['依申请公开', /依申请|信息公开申请|申请公开/],
  ['政府信息管理', /信息管理|规范性文件|审核|审查|目录/],
  ['政府信息公开平台建设', /平台|网站|新媒体|专区|公众号/],
  ['监督保障', /监督|保障|考核|培训|评议/],
] as const;

function aspectsMissing(report: Report, occasion: Occasion): Observation[] {
  const part = partOne(report);
  const words = plainText(part?.sections.map(({ heading, text }) => heading + text).join('。') ?? '');
  if (!part || part.sections.every(({ text }) => text.trim() === '')) return [];
  // Where most aspects have a heading of their own, a word in passing does not stand for the one that has none.
  const headings = plainText(
    part.sections
      .slice(1)
      .map(({ heading }) => heading)
      .join('。'),
  );
  const headed = ASPECTS.filter(([, told]) => told.test(headings)).length;
  const missing = ASPECTS.filter(([, told]) => !told.test(headed > 2 ? headings : words)).map(([name]) => name);
  if (missing.length === 0) return [];
  return [
    {
      where: `/narrative/${part.from}`,
      says: `“${SECTIONS[0]}”没有写${missing.join('、')}。`,
      advice: '五个方面逐项写明；没有发生的，写明没有。',
      ...(occasion === 'read' ? { severity: 'hint' as const } : {}),
    },
  ];
}

interface Heading {
  readonly text: string;
  readonly at: number;
  readonly top: boolean;
}

/** From here on a part may stand under headings of a lower level only: （一）主要问题. The aspects of part one never stand for a part. */
const MAY_STAND_LOWER = 4;

/** The heading that is the form's own; else the first that speaks of it. */
function place(headings: readonly Heading[], about: RegExp, section: number): Heading | undefined {
  const standard = plainText(SECTIONS[section] ?? '');
  return (
    headings.find(({ text }) => text === standard) ??
    headings.find(({ text, top }) => top && about.test(text.replace(TOP_LEVEL, '')) && !isAnother(text, section)) ??
    headings.find(({ text, top }) => !top && section >= MAY_STAND_LOWER && about.test(text))
  );
}

function isAnother(text: string, section: number): boolean {
  return SECTIONS.some((standard, at) => at !== section && plainText(standard) === text);
}

function hasTableOf(report: Report, section: number): boolean {
  if (section === 1) return report.table2 !== null || report.format === '2019-trial';
  if (section === 2) return Object.values(report.table3.rows).some((row) => row !== null);
  return section === 3 && Object.values(report.table4).some((group: readonly unknown[]) => group.length > 0);
}

function outOfOrder(placed: readonly (Heading | undefined)[]): Observation[] {
  const present = placed.flatMap((heading) => (heading ? [heading] : []));
  const wrong = present.find((heading, i) => i > 0 && heading.at < (present[i - 1]?.at ?? 0));
  if (!wrong) return [];
  const says = `“${wrong.text}”的位置与格式的顺序不一致。`;
  return [{ where: `/narrative/${wrong.at}`, says, advice: '六个部分按格式的顺序排列。' }];
}
