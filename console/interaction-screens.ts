/** 互动回应的页面. */
import { lazy } from 'react';
import type { Screen } from './screens.ts';

const answersPeople: Screen['offered'] = ({ rooms }) => rooms.includes('requests') || rooms.includes('publications');

export const INTERACTION_SCREENS: readonly Screen[] = [
  {
    path: '/citizen-letters',
    term: '咨询诉求',
    offered: answersPeople,
    menu: '互动回应',
    Show: lazy(() => import('./screens/citizen-letters/citizen-letters.tsx')),
  },
  {
    path: '/citizen-letters/:id',
    term: '来信',
    Show: lazy(() => import('./screens/citizen-letter/citizen-letter.tsx')),
  },
  {
    path: '/consultations',
    term: '征集调查',
    offered: answersPeople,
    menu: '互动回应',
    Show: lazy(() => import('./screens/consultations/consultations.tsx')),
  },
  {
    path: '/consultations/new',
    term: '起草征集调查',
    Show: lazy(() => import('./screens/consultation/new-consultation.tsx')),
  },
  {
    path: '/consultations/:id',
    term: '征集调查',
    Show: lazy(() => import('./screens/consultation/consultation.tsx')),
  },
];
