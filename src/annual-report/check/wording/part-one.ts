/** 第一部分: where part one begins and ends in the narrative, whatever its headings are called. */
import type { NarrativeSection, Report } from '../../report.ts';
import { plainText } from '../claims/plain-text.ts';

export function partOne({
  narrative,
}: Report): { readonly from: number; readonly sections: readonly NarrativeSection[] } | null {
  const from = narrative.findIndex(({ heading }) => /^一、|总体情况/.test(plainText(heading)));
  if (from < 0) return null;
  const end = narrative.findIndex(({ heading }, at) => at > from && /^[二三四五六]、/.test(plainText(heading)));
  return { from, sections: narrative.slice(from, end < 0 ? narrative.length : end) };
}
