/** 监督保障的告知: what the watch and the patrol tell, and to whom; counts and days, nothing that was found. */
import type { NoticeKind, OfficerNoticeKind } from '../people/notice.ts';
import { ROLES, type RoleName } from '../people/role.ts';

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
  mistakeReported: {
    term: '网民找错',
    says: ({ number }) => `收到一条找错留言，查询号${number}，请核实、改正并在一个月内答复。`,
    opens: 'mistake',
    heardBy: ['editor', 'liaison', 'officeHead'],
  },
  workPointsDue: {
    term: '工作要点到期',
    says: ({ soon, late }) =>
      [
        Number(late) > 0 ? `工作要点 ${late} 项已经逾期。` : '',
        Number(soon) > 0 ? `工作要点 ${soon} 项在十五天内到期。` : '',
      ].join(''),
    opens: 'workPoints',
    heardBy: ['officeHead', 'editor', 'liaison'],
  },
  quizDue: {
    term: '培训答题',
    says: ({ day }) => `培训的试卷出好了，请在${day}以前答题。`,
    opens: 'quiz',
    heardBy: Object.keys(ROLES) as RoleName[],
  },
  watchAlert: {
    term: '网站监测报警',
    says: ({ first, count }) => `${first}${Number(count) > 1 ? `，另有 ${Number(count) - 1} 项` : ''}，请马上处理。`,
    opens: 'findings',
    heardBy: ['officeHead', 'editor'],
  },
  watchDigest: {
    term: '网站监测每日提醒',
    says: ({ first, count, soon, late }) =>
      [
        Number(count) > 0 ? `${first}${Number(count) > 1 ? `等 ${count} 项` : ''}。` : '',
        Number(soon) > 0 ? `整改单 ${soon} 张在两个工作日内到期。` : '',
        Number(late) > 0 ? `整改单 ${late} 张已经超期。` : '',
      ].join(''),
    opens: 'findings',
    heardBy: ['officeHead', 'editor'],
  },
} as const satisfies Record<string, OfficerNoticeKind>;

/** [SUP-67] What who reported a mistake is told: that it is answered, and nothing of it. */
export const REPORTER_NOTICES = {
  mistakeAnswered: {
    term: '找错留言已经答复',
    says: ({ day }) => `您${day}在本网站提交的找错留言已经答复，请凭查询号和查询码查看。`,
    opens: null,
  },
} as const satisfies Record<string, NoticeKind>;

export type SupervisionNoticeName = keyof typeof SUPERVISION_NOTICES;
