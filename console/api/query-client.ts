/** One cache of what the desk answered. A call that finds the session over tells the frame. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isSignedOut, problemOf } from './call.ts';
import { tellSessionEnded } from './session-end.ts';

const onError = (error: unknown) => {
  if (isSignedOut(error)) tellSessionEnded(true);
};

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      // Asked again when the officer comes back to the window, never by a timer: a question keeps the session open.
      staleTime: 5_000,
      // Offline is a state the officer is told of, not one to wait in silently.
      networkMode: 'always',
      retry: (failures, error) => failures < 1 && problemOf(error).status >= 500,
    },
    mutations: { networkMode: 'always' },
  },
});
