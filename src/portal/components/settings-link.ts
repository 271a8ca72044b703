import type { SizeName, Visit } from '../visit.ts';

/** Address that changes one reading preference and comes back to this page. */
export function settingsLink(visit: Visit, change: { senior?: boolean; size?: SizeName }): string {
  const wanted = { senior: visit.senior, size: visit.size, ...change };
  const query = new URLSearchParams({ senior: wanted.senior ? '1' : '0', size: wanted.size, back: visit.address });
  return `/settings?${query}`;
}
