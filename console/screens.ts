/**
 * The screens, by the officer's day. One more: a line here and a file or folder in `screens/`, loaded when it is opened.
 * `room` closes a screen to officers without a role there; `menu` puts it into the navigation under that heading.
 */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Room, SessionView } from '../src/desk/contract.ts';
import { INTERACTION_SCREENS } from './interaction-screens.ts';
import { INTERVIEW_SCREENS } from './interview-screens.ts';
import { MEDIA_SCREENS } from './media-screens.ts';
import { PUBLICATION_SCREENS } from './publication-screens.ts';
import { SUPERVISION_SCREENS } from './supervision-screens.ts';

/** The headings of the navigation in their order, whichever of them an officer has. */
export const MENUS = ['我的工作', '依申请公开', '主动公开', '互动回应', '年度报告', '监督保障', '管理'] as const;

export interface Screen {
  readonly path: string;
  readonly term: string;
  readonly room?: Room;
  /** Beyond the room: whether the officer finds it in the navigation. */
  readonly offered?: (session: SessionView) => boolean;
  readonly menu?: (typeof MENUS)[number];
  /** How many things there wait for the officer, and what they are: shown beside the entry. */
  readonly waiting?: (session: SessionView) => { readonly n: number; readonly are: string };
  readonly Show: LazyExoticComponent<ComponentType>;
}

export const SCREENS: readonly Screen[] = [
  {
    path: '/',
    term: '待办',
    menu: '我的工作',
    Show: lazy(() => import('./screens/inbox/inbox.tsx')),
  },
  {
    path: '/notices',
    term: '消息',
    menu: '我的工作',
    waiting: ({ unread }) => ({ n: unread, are: '条未读' }),
    Show: lazy(() => import('./screens/notices/notices.tsx')),
  },
  {
    path: '/account',
    term: '我的账号',
    menu: '我的工作',
    Show: lazy(() => import('./screens/account/account.tsx')),
  },
  {
    path: '/requests',
    term: '申请列表',
    room: 'requests',
    menu: '依申请公开',
    Show: lazy(() => import('./screens/applications/applications.tsx')),
  },
  {
    path: '/requests/register',
    term: '登记申请',
    room: 'requests',
    offered: ({ mayRegister }) => mayRegister,
    menu: '依申请公开',
    Show: lazy(() => import('./screens/register/register.tsx')),
  },
  {
    path: '/requests/:id',
    term: '申请案卷',
    room: 'requests',
    Show: lazy(() => import('./screens/application/application.tsx')),
  },
  {
    path: '/owed',
    term: '督办',
    room: 'requests',
    menu: '依申请公开',
    Show: lazy(() => import('./screens/owed/owed.tsx')),
  },
  {
    path: '/refusal-reviews',
    term: '评估审查',
    room: 'requests',
    menu: '依申请公开',
    Show: lazy(() => import('./screens/refusal-reviews/refusal-reviews.tsx')),
  },
  {
    path: '/personal-corrections',
    term: '更正申请',
    room: 'requests',
    menu: '依申请公开',
    Show: lazy(() => import('./screens/personal-corrections/personal-corrections.tsx')),
  },
  {
    path: '/personal-corrections/:id',
    term: '更正申请',
    room: 'requests',
    Show: lazy(() => import('./screens/personal-correction/personal-correction.tsx')),
  },
  ...INTERACTION_SCREENS,
  ...INTERVIEW_SCREENS,
  {
    path: '/statistics',
    term: '统计',
    room: 'requests',
    menu: '依申请公开',
    Show: lazy(() => import('./screens/statistics/statistics.tsx')),
  },
  {
    path: '/statistics/files',
    term: '数字背后的申请',
    room: 'requests',
    Show: lazy(() => import('./screens/statistics/counted-files.tsx')),
  },
  {
    path: '/fees',
    term: '收费台账',
    offered: ({ rooms }) => rooms.includes('requests') || rooms.includes('reports'),
    menu: '依申请公开',
    Show: lazy(() => import('./screens/fees/fees.tsx')),
  },
  {
    path: '/tasks',
    term: '协办任务',
    room: 'tasks',
    menu: '依申请公开',
    Show: lazy(() => import('./screens/tasks/tasks.tsx')),
  },
  {
    path: '/tasks/:id/:n',
    term: '协办任务',
    room: 'tasks',
    Show: lazy(() => import('./screens/tasks/task.tsx')),
  },
  {
    path: '/looks',
    term: '查阅记录',
    room: 'looks',
    menu: '依申请公开',
    Show: lazy(() => import('./screens/looks/looks.tsx')),
  },
  {
    path: '/remedies',
    term: '复议诉讼',
    offered: ({ rooms }) => rooms.includes('requests') || rooms.includes('reports'),
    menu: '依申请公开',
    Show: lazy(() => import('./screens/remedies/remedies.tsx')),
  },
  {
    path: '/reports',
    term: '年度报告',
    room: 'reports',
    menu: '年度报告',
    Show: lazy(() => import('./screens/reports/reports.tsx')),
  },
  {
    path: '/reports/:agencyId/:year',
    term: '年度报告',
    room: 'reports',
    Show: lazy(() => import('./screens/report/report.tsx')),
  },
  {
    path: '/reports/:agencyId/:year/hand-up',
    term: '年报报送',
    room: 'reports',
    Show: lazy(() => import('./screens/hand-up/hand-up.tsx')),
  },
  {
    path: '/collected-reports/compare',
    term: '年报比较',
    room: 'reports',
    Show: lazy(() => import('./screens/compared/compared.tsx')),
  },
  {
    path: '/collected-reports',
    term: '收集的年报',
    room: 'reports',
    menu: '年度报告',
    Show: lazy(() => import('./screens/collected/collected.tsx')),
  },
  {
    path: '/collected-reports/:id',
    term: '收集的年报',
    room: 'reports',
    Show: lazy(() => import('./screens/collected/collected-report.tsx')),
  },
  ...PUBLICATION_SCREENS,
  ...SUPERVISION_SCREENS,
  {
    path: '/opening',
    term: '期初数与人工数',
    offered: ({ rooms }) => ENTER_FIGURES.some((room) => rooms.includes(room)),
    menu: '管理',
    Show: lazy(() => import('./screens/opening/opening.tsx')),
  },
  {
    path: '/calendar',
    term: '工作日历',
    menu: '管理',
    Show: lazy(() => import('./screens/calendar/calendar.tsx')),
  },
  {
    path: '/settings',
    term: '口径设置',
    menu: '管理',
    Show: lazy(() => import('./screens/settings/settings.tsx')),
  },
  {
    path: '/review-rules',
    term: '审校规则',
    offered: ({ headsOffice }) => headsOffice,
    menu: '管理',
    Show: lazy(() => import('./screens/review-rules/review-rules.tsx')),
  },
  {
    path: '/letters',
    term: '文书设置',
    room: 'requests',
    menu: '管理',
    Show: lazy(() => import('./screens/letters/letters.tsx')),
  },
  {
    path: '/erasure',
    term: '到期清除',
    room: 'erasure',
    menu: '管理',
    Show: lazy(() => import('./screens/erasure/erasure.tsx')),
  },
  {
    path: '/people',
    term: '机构人员',
    room: 'people',
    menu: '管理',
    Show: lazy(() => import('./screens/people/people.tsx')),
  },
  {
    path: '/reorganisations',
    term: '机构改革',
    room: 'people',
    menu: '管理',
    Show: lazy(() => import('./screens/reorganisations/reorganisations.tsx')),
  },
  {
    path: '/messages',
    term: '发件箱',
    room: 'messages',
    menu: '管理',
    waiting: ({ unsent }) => ({ n: unsent, are: '条没有发出' }),
    Show: lazy(() => import('./screens/messages/messages.tsx')),
  },
  {
    path: '/connections',
    term: '平台接口',
    room: 'messages',
    menu: '管理',
    waiting: ({ undelivered }) => ({ n: undelivered, are: '条没有送到' }),
    Show: lazy(() => import('./screens/connections/connections.tsx')),
  },
  {
    path: '/connections/:id',
    term: '平台接口',
    room: 'messages',
    Show: lazy(() => import('./screens/connection/connection.tsx')),
  },
  ...MEDIA_SCREENS,
];

/** Whose officers have opening balances or counts to enter; which of them exactly is said on the screen. */
const ENTER_FIGURES: readonly Room[] = ['requests', 'reports', 'publications'];

/** Whether the officer may open a screen. */
export function mayOpen({ room }: Screen, { rooms }: SessionView): boolean {
  return room === undefined || rooms.includes(room);
}
