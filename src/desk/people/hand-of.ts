import type { RequestFact } from '../../requests/facts.ts';

/** Who wrote it down: an officer, the applicant through the portal, or the product itself. */
export function handOf({ by }: Pick<RequestFact, 'by'>, names: ReadonlyMap<string, string>): string {
  return names.get(by) ?? (by === 'public' ? '申请人（网上）' : by === 'system' ? '系统' : '已离任人员');
}
