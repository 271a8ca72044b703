/** 我的会话: who is signed in; asked once and again after signing in. */
import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { SessionView } from '../../src/desk/contract.ts';
import { call } from './call.ts';
import { tellSessionEnded } from './session-end.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call('GET /api/session', { signal }),
  staleTime: 60_000,
});

/** For screens, which stand only where somebody is signed in. */
export function useSession(): SessionView {
  return useSuspenseQuery(sessionQuery).data;
}

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    const done = await call('POST /api/sign-out', {}).catch(() => undefined);
    client.clear();
    // Nothing of this officer's stays in the memory of a shared computer.
    window.location.assign(done?.provider ?? '/');
  };
}

/** After signing in: the same officer goes on where he was, another one starts with nothing of the former's. */
export function useEntered(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    const before = client.getQueryData(sessionQuery.queryKey);
    const now = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    if (before && (before.name !== now.name || before.agency !== now.agency)) {
      client.clear();
      window.location.assign('/');
      return;
    }
    tellSessionEnded(false);
    await client.invalidateQueries();
  };
}
