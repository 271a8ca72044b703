/** 期限重算以后, whatever shows a due day is read again. */
import { useQueryClient } from '@tanstack/react-query';

export function useRecount(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: ({ queryKey }) => SHOW_DUE_DAYS.includes(queryKey[0]) });
}

const SHOW_DUE_DAYS: readonly unknown[] = ['inbox', 'applications', 'application', 'calendar', 'reports'];
