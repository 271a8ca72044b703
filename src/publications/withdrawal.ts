/** 撤回 Withdrawal: why a published document left the portal. The address stays and says so. */
import type { CivilDate } from '../statute/civil-date.ts';
import type { DocumentId } from './document.ts';

export interface WithdrawalReason {
  readonly term: string;
  /** What the public reads at the address. */
  readonly notice: string;
  /** Whether the year still counts it as published: a mistake taken back within the year does not [PUB-13]. */
  readonly counted: boolean;
}

export const WITHDRAWAL_REASONS = {
  error: { term: '内容有误', notice: '该信息因内容有误已撤回，更正后将重新发布。', counted: false },
  merged: { term: '重复发布', notice: '该信息与另一条信息重复，已合并。', counted: false },
  withdrawn: { term: '不再公开', notice: '该信息依法不再公开。', counted: true },
  noticeOver: { term: '公示期满', notice: '该信息公示期已满。', counted: true },
} as const satisfies Record<string, WithdrawalReason>;

export type WithdrawalReasonName = keyof typeof WITHDRAWAL_REASONS;

export interface Withdrawal {
  readonly reason: WithdrawalReasonName;
  /** For the file, not for the public. */
  readonly explanation: string;
  /** ISO 8601. */
  readonly at: string;
  readonly on: CivilDate;
  /** Where a merged document lives on. */
  readonly mergedInto: DocumentId | null;
}
