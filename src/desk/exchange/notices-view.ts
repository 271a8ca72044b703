/** 消息 in words: each with where it leads. */
import { countUnread, noticesFor, type OfficerNotice } from '../../exchange/store/officer-notices.ts';
import type { NoticeLine, NoticesView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import type { Officer } from '../reach.ts';
import { noticeKind } from './notice-kinds.ts';

export async function noticesView({ id }: Officer, { house }: Pick<DeskDeps, 'house'>): Promise<NoticesView> {
  const notices = await noticesFor(house.db, id);
  return {
    until: (notices[0]?.madeAt ?? house.now()).toISOString(),
    unread: await countUnread(house.db, id),
    lines: notices.flatMap((notice) => lineOf(notice) ?? []),
  };
}

function lineOf({ id, kind, subject, particulars, madeAt, read }: OfficerNotice): NoticeLine | undefined {
  const known = noticeKind(kind);
  if (!known) return undefined;
  const paths = {
    request: `/requests/${subject}`,
    task: `/tasks/${subject}`,
    inbox: '/',
    outbox: '/messages',
    connections: '/connections',
    report: `/reports/${subject}`,
    patrol: `/patrol/${subject}`,
    patrols: `/patrol?month=${subject}`,
    findings: '/findings',
    mistake: `/mistakes/${subject}`,
    quiz: `/quizzes/${subject}`,
    publication: `/publications/${subject}`,
    workPoints: `/work-points?year=${subject}`,
  };
  return {
    id,
    term: known.term,
    says: known.says(particulars),
    path: known.opens && paths[known.opens],
    at: madeAt.toISOString(),
    read,
  };
}
