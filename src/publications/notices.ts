/** 定时发布的告知 [PUB-110]: that a moment was lost, missed or kept late. It names no title: what is not public yet is not sent by mail or SMS. */
import type { Notice, OfficerNoticeKind } from '../people/notice.ts';
import type { Scene } from '../perform.ts';
import { civilDateAt } from '../statute/civil-date.ts';
import type { Document } from './document.ts';

export const PUBLICATION_NOTICES = {
  scheduleLost: {
    term: '定时发布作废',
    says: ({ from }) =>
      `定于 ${from} 发布的一条信息改了稿件，定时作废：要重新审校，再由发布人重新设定。请打开稿件页查看。`,
    opens: 'publication',
    heardBy: ['publisher'],
  },
  scheduleMissed: {
    term: '到时没有发布',
    says: ({ from }) => `定于 ${from} 发布的一条信息没有发出，为什么、怎么办写在稿件页上，请尽快处理。`,
    opens: 'publication',
    heardBy: ['publisher', 'editor'],
  },
  scheduleLate: {
    term: '晚于定时发布',
    says: ({ from, at }) => `定于 ${from} 发布的一条信息，到 ${at} 才由系统发布，公众现在看得到。请核对是否还合时宜。`,
    opens: 'publication',
    heardBy: ['publisher', 'editor'],
  },
} as const satisfies Record<string, OfficerNoticeKind>;

export function toldOfSchedule(
  kind: keyof typeof PUBLICATION_NOTICES,
  { id, agencyId }: Pick<Document, 'id' | 'agencyId'>,
  from: string,
  { actor, at }: Scene,
): Notice {
  return {
    kind,
    subject: id,
    agencyId,
    to: { kind: 'roles', roles: PUBLICATION_NOTICES[kind].heardBy, agencyId, except: [actor.id] },
    particulars: { from: minuteOf(new Date(from)), at: minuteOf(at) },
  };
}

/** `2026-03-09 09:30` in Shanghai. */
function minuteOf(moment: Date): string {
  const clock = new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${civilDateAt(moment)} ${clock}`;
}
