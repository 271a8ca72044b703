/** 监督保障的页面: sites and tickets, patrols. */
import { lazy } from 'react';
import type { Screen } from './screens.ts';

export const SUPERVISION_SCREENS: readonly Screen[] = [
  {
    path: '/findings',
    term: '监测整改',
    room: 'findings',
    menu: '监督保障',
    Show: lazy(() => import('./screens/findings/findings.tsx')),
  },
  {
    path: '/tickets/:id',
    term: '整改单',
    room: 'findings',
    Show: lazy(() => import('./screens/ticket/ticket.tsx')),
  },
  {
    path: '/patrol',
    term: '每日巡查',
    room: 'findings',
    menu: '监督保障',
    Show: lazy(() => import('./screens/patrol/patrol-month.tsx')),
  },
  {
    path: '/patrol/:id',
    term: '巡查单',
    room: 'findings',
    Show: lazy(() => import('./screens/patrol/patrol-sheet.tsx')),
  },
  {
    path: '/mistakes',
    term: '找错留言',
    room: 'findings',
    menu: '监督保障',
    Show: lazy(() => import('./screens/mistakes/mistakes.tsx')),
  },
  {
    path: '/mistakes/:id',
    term: '找错留言',
    room: 'findings',
    Show: lazy(() => import('./screens/mistakes/mistake.tsx')),
  },
  {
    path: '/work-points',
    term: '工作要点',
    room: 'findings',
    menu: '监督保障',
    Show: lazy(() => import('./screens/work-points/work-points.tsx')),
  },
  {
    path: '/work-points/:id',
    term: '工作要点',
    room: 'findings',
    Show: lazy(() => import('./screens/work-point/work-point.tsx')),
  },
  {
    path: '/trainings',
    term: '培训',
    room: 'findings',
    menu: '监督保障',
    Show: lazy(() => import('./screens/trainings/trainings.tsx')),
  },
  {
    path: '/trainings/:id',
    term: '培训',
    room: 'findings',
    Show: lazy(() => import('./screens/training/training.tsx')),
  },
  {
    // Whoever is invited answers, whatever his roles are; the desk says who is.
    path: '/quizzes/:id',
    term: '培训答题',
    Show: lazy(() => import('./screens/quiz/quiz.tsx')),
  },
  {
    path: '/accountability',
    term: '考核评议',
    offered: ({ headsOffice, rooms }) => headsOffice || rooms.includes('findings'),
    menu: '监督保障',
    Show: lazy(() => import('./screens/accountability/accountability.tsx')),
  },
];
