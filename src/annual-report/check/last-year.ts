/** 上年年报: whether a report may stand beside ours as last year's. A year that neither tells is taken on trust. */
import type { Report } from '../report.ts';

export function isLastYears(previous: Pick<Report, 'year'>, report: Pick<Report, 'year'>): boolean {
  return previous.year === null || report.year === null || previous.year === report.year - 1;
}
