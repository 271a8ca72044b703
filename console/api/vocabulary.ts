/** 用语表: the choices of all forms, asked once. */
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';

export const vocabularyQuery = queryOptions({
  queryKey: ['vocabulary'],
  queryFn: ({ signal }) => call('GET /api/vocabulary', { signal }),
  staleTime: 300_000,
});
