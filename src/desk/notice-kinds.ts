/** 告知的种类 of every room together: the one table by which a notice is told on the screen, by mail and by SMS. */
import { REPORT_NOTICES } from '../annual-report/hand-up/notices.ts';
import type { NoticeKind, OfficerNoticeKind } from '../people/notice.ts';
import { isHeardBy, OFFICER_NOTICES, REQUEST_NOTICES } from '../requests/notices.ts';

export const NOTICE_KINDS: Readonly<Record<string, NoticeKind>> = { ...REQUEST_NOTICES, ...REPORT_NOTICES };

const REPORT_KINDS: Readonly<Record<string, OfficerNoticeKind>> = REPORT_NOTICES;

/** What an officer may choose to have sent to him. */
export const CHOSEN_KINDS: readonly string[] = [...OFFICER_NOTICES, ...Object.keys(REPORT_NOTICES)];

/** Whether an officer with these roles is ever told of it. */
export function mayHear(kind: string, roles: readonly string[]): boolean {
  const report = Object.hasOwn(REPORT_KINDS, kind) ? REPORT_KINDS[kind] : undefined;
  return report ? report.heardBy.some((role) => roles.includes(role)) : isHeardBy(kind, roles);
}

export function noticeKind(kind: string): NoticeKind | undefined {
  return Object.hasOwn(NOTICE_KINDS, kind) ? NOTICE_KINDS[kind] : undefined;
}
