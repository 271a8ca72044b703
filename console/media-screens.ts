/** 媒体账号的页面: the accounts on other platforms, what is sent to them, and how they are joined. */
import { lazy } from 'react';
import type { Screen } from './screens.ts';

export const MEDIA_SCREENS: readonly Screen[] = [
  {
    path: '/media-accounts',
    term: '媒体账号',
    offered: ({ rooms }) => rooms.includes('findings') || rooms.includes('reports'),
    menu: '主动公开',
    Show: lazy(() => import('./screens/media-accounts/media-accounts.tsx')),
  },
  {
    path: '/media-accounts/:id',
    term: '媒体账号',
    Show: lazy(() => import('./screens/media-account/media-account.tsx')),
  },
  {
    path: '/wechat-posts/new',
    term: '发到公众号',
    room: 'publications',
    Show: lazy(() => import('./screens/wechat-post/new-wechat-post.tsx')),
  },
  {
    // Reviewers, who have no list, open what is at their step.
    path: '/wechat-posts/:id',
    term: '公众号文章',
    Show: lazy(() => import('./screens/wechat-post/wechat-post.tsx')),
  },
  {
    path: '/wechat-joins',
    term: '公众号接口',
    room: 'messages',
    menu: '管理',
    Show: lazy(() => import('./screens/wechat-joins/wechat-joins.tsx')),
  },
];
