/** 在线访谈的页面. */
import { lazy } from 'react';
import type { Screen } from './screens.ts';

export const INTERVIEW_SCREENS: readonly Screen[] = [
  {
    path: '/interviews',
    term: '在线访谈',
    room: 'publications',
    menu: '互动回应',
    Show: lazy(() => import('./screens/interviews/interviews.tsx')),
  },
  {
    path: '/interviews/:id',
    term: '一期访谈',
    room: 'publications',
    Show: lazy(() => import('./screens/interviews/interview.tsx')),
  },
];
