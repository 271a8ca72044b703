/** LEN: part one of at most a thousand characters, where the province asks for it (武政办发〔2025〕54号). */
import { SECTIONS } from '../../form.ts';
import type { CheckSubject, Observation } from '../finding.ts';
import { partOne } from './part-one.ts';

const MOST = 1000;

export function partOneLength({ report }: CheckSubject): Observation[] {
  const part = partOne(report);
  if (!part) return [];
  const length = part.sections.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0);
  if (length <= MOST) return [];
  const says = `“${SECTIONS[0]}”有 ${length} 字，超过 ${MOST} 字。`;
  const advice = '地方有篇幅要求的，压缩到一千字以内。';
  return [{ where: `/narrative/${part.from}`, says, advice, left: length, right: MOST }];
}
