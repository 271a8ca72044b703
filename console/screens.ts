/**
 * The screens, by the officer's day. One more: a line here and a file or folder in `screens/`, loaded when it is opened.
 * `room` closes a screen to officers without a role there; `menu` puts it into the navigation under that heading.
 */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Room, SessionView } from '../src/desk/contract.ts';

export interface Screen {
  readonly path: string;
  readonly term: string;
  readonly room?: Room;
  /** Beyond the room: whether the officer finds it in the navigation. */
  readonly offered?: (session: SessionView) => boolean;
  readonly menu?: string;
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
    path: '/publications',
    term: '主动公开的信息',
    room: 'publications',
    menu: '主动公开',
    Show: lazy(() => import('./screens/publications/publications.tsx')),
  },
  {
    path: '/people',
    term: '机构人员',
    room: 'people',
    menu: '管理',
    Show: lazy(() => import('./screens/people/people.tsx')),
  },
];

/** Whether the officer may open a screen. */
export function mayOpen({ room }: Screen, { rooms }: SessionView): boolean {
  return room === undefined || rooms.includes(room);
}
