/** 暂存的稿件: what the officer has written and not saved, wherever he wrote it. */
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';

export const keptWritingsQuery = queryOptions({
  queryKey: ['kept-writings'],
  queryFn: ({ signal }) => call('GET /api/kept-writings', { signal }),
});

/** Read anew whenever a form is opened: another machine may have gone on with it. */
export const keptWritingQuery = (about: string) =>
  queryOptions({
    queryKey: ['kept-writing', about],
    queryFn: ({ signal }) => call('GET /api/kept-writings/:about', { path: { about }, signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
