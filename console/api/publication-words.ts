/** 选项: what the forms about a document choose from. */
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';

export const publicationWordsQuery = queryOptions({
  queryKey: ['publication-words'],
  queryFn: ({ signal }) => call('GET /api/publication-words', { signal }),
  staleTime: 300_000,
});
