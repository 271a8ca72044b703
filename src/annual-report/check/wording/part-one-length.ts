/** LEN: part one of at most a thousand characters, where the province asks for it (武政办发〔2025〕54号). */
import { SECTIONS } from '../../form.ts';
import { plainText } from '../claims/plain-text.ts';
import type { CheckSubject, Observation } from '../finding.ts';

const MOST = 1000;

export function partOneLength({ report }: CheckSubject): Observation[] {
  const from = report.narrative.findIndex(({ heading }) => /^一、|总体情况/.test(plainText(heading)));
  if (from < 0) return [];
  const rest = report.narrative.slice(from + 1);
  const end = rest.findIndex(({ heading }) => /^[二三四五六]、/.test(plainText(heading)));
  const part = [report.narrative[from], ...rest.slice(0, end < 0 ? rest.length : end)];
  const length = part.map((section) => section?.text.replace(/\s/g, '').length ?? 0).reduce((a, b) => a + b, 0);
  if (length <= MOST) return [];
  const says = `“${SECTIONS[0]}”有 ${length} 字，超过 ${MOST} 字。`;
  return [
    { where: `/narrative/${from}`, says, advice: '地方有篇幅要求的，压缩到一千字以内。', left: length, right: MOST },
  ];
}
