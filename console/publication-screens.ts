/** 主动公开的页面: documents, the site they stand on, decisions. */
import { lazy } from 'react';
import type { Screen } from './screens.ts';

export const PUBLICATION_SCREENS: readonly Screen[] = [
  {
    path: '/publications',
    term: '主动公开的信息',
    room: 'publications',
    menu: '主动公开',
    Show: lazy(() => import('./screens/publications/publications.tsx')),
  },
  {
    path: '/publications/new',
    term: '起草信息',
    room: 'publications',
    Show: lazy(() => import('./screens/publication/write/new-publication.tsx')),
  },
  {
    path: '/publications/:id/edit',
    term: '修改稿件',
    room: 'publications',
    Show: lazy(() => import('./screens/publication/write/edit-publication.tsx')),
  },
  {
    path: '/publications/:id/preview',
    term: '预览',
    Show: lazy(() => import('./screens/preview/preview.tsx')),
  },
  {
    // Reviewers, who have no list, open what is at their step; the desk says what they may read.
    path: '/publications/:id',
    term: '主动公开的信息',
    Show: lazy(() => import('./screens/publication/publication.tsx')),
  },
  {
    path: '/gazette',
    term: '政府公报',
    room: 'publications',
    menu: '主动公开',
    Show: lazy(() => import('./screens/gazette/gazette.tsx')),
  },
  {
    path: '/site',
    term: '站点编排',
    room: 'publications',
    menu: '主动公开',
    Show: lazy(() => import('./screens/site/site.tsx')),
  },
  {
    path: '/normative',
    term: '规范性文件台账',
    room: 'publications',
    menu: '主动公开',
    Show: lazy(() => import('./screens/normative/normative.tsx')),
  },
  {
    path: '/word-lists',
    term: '词库',
    room: 'publications',
    menu: '主动公开',
    Show: lazy(() => import('./screens/word-lists/word-lists.tsx')),
  },
  {
    path: '/decisions',
    term: '双公示',
    room: 'decisions',
    menu: '主动公开',
    Show: lazy(() => import('./screens/decisions/decisions.tsx')),
  },
];
