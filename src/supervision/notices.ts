/** 监督保障的告知: what the watch and the patrol tell, and to whom; counts and days, nothing that was found. */
import type { OfficerNoticeKind } from '../people/notice.ts';

export const SUPERVISION_NOTICES = {
  patrolDue: {
    term: '今天值班巡查',
    says: ({ day }) => `${day}由你值班，请看过网站和新媒体以后签巡查单。`,
    opens: 'patrol',
    heardBy: ['editor', 'liaison', 'officeHead'],
  },
  patrolMissed: {
    term: '巡查缺签',
    says: ({ day, count }) => (Number(count) > 1 ? `从${day}起有 ${count} 张巡查单没有签。` : `${day}的巡查单没有签。`),
    opens: 'patrols',
    heardBy: ['officeHead'],
  },
} as const satisfies Record<string, OfficerNoticeKind>;

export type SupervisionNoticeName = keyof typeof SUPERVISION_NOTICES;
