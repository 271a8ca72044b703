/** 年度报告的监督保障情况 [SUP-69]: what was recorded in the year, a sentence each; of a kind that has no record it says nothing, since only people know that there was none. */
import { inProse } from '../../statute/civil-date.ts';
import { COMPLAINT_VERDICTS, type DisclosureComplaint, OVERSIGHT_KINDS, type OversightRecord } from './oversight.ts';

/** @param records and complaints of one year; withdrawn ones are left out */
export function oversightText(
  records: readonly OversightRecord[],
  complaints: readonly Pick<DisclosureComplaint, 'verdict'>[],
): string {
  const told = [...records]
    .filter(({ withdrawnBecause }) => withdrawnBecause === null)
    .sort((a, b) => a.on.localeCompare(b.on))
    .map(({ kind, on, title, result }) => `${OVERSIGHT_KINDS[kind].term}：${inProse(on)}，${title}，${ended(result)}`);
  if (complaints.length === 0) return told.join('');
  const founded = complaints.filter(({ verdict }) => verdict !== null && COMPLAINT_VERDICTS[verdict].found).length;
  return [...told, `受理政府信息公开工作的投诉、举报${complaints.length}件，查证属实${founded}件。`].join('');
}

function ended(text: string): string {
  return /[。！？]$/.test(text) ? text : `${text}。`;
}
