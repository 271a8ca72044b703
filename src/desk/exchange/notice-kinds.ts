/** 告知的种类 of every room together: the one table by which a notice is told on the screen, by mail and by SMS. */
import { REPORT_NOTICES } from '../../annual-report/hand-up/notices.ts';
import { SHARING_NOTICES } from '../../exchange/sharing/notices.ts';
import { WRITER_NOTICES } from '../../interaction/notices.ts';
import { ACCOUNT_NOTICES } from '../../people/account-notices.ts';
import type { NoticeKind, OfficerNoticeKind } from '../../people/notice.ts';
import { REORGANISATION_NOTICES } from '../../people/reorganisation-notices.ts';
import { PUBLICATION_NOTICES } from '../../publications/notices.ts';
import { isHeardBy, OFFICER_NOTICES, REQUEST_NOTICES } from '../../requests/notices.ts';
import { REPORTER_NOTICES, SUPERVISION_NOTICES } from '../../supervision/notices.ts';

/** Kinds that say themselves who hears them. */
const HEARD_KINDS: Readonly<Record<string, OfficerNoticeKind>> = {
  ...REPORT_NOTICES,
  ...SUPERVISION_NOTICES,
  ...SHARING_NOTICES,
  ...REORGANISATION_NOTICES,
  ...ACCOUNT_NOTICES,
  ...PUBLICATION_NOTICES,
};

export const NOTICE_KINDS: Readonly<Record<string, NoticeKind>> = {
  ...REQUEST_NOTICES,
  ...HEARD_KINDS,
  ...WRITER_NOTICES,
  ...REPORTER_NOTICES,
};

/** What an officer may choose to have sent to him. */
export const CHOSEN_KINDS: readonly string[] = [...OFFICER_NOTICES, ...Object.keys(HEARD_KINDS)];

/** Whether an officer with these roles is ever told of it. */
export function mayHear(kind: string, roles: readonly string[]): boolean {
  const heard = Object.hasOwn(HEARD_KINDS, kind) ? HEARD_KINDS[kind] : undefined;
  return heard ? heard.heardBy.some((role) => roles.includes(role)) : isHeardBy(kind, roles);
}

export function noticeKind(kind: string): NoticeKind | undefined {
  return Object.hasOwn(NOTICE_KINDS, kind) ? NOTICE_KINDS[kind] : undefined;
}
