/**
 * What is being written, kept while the console is open: who looks something up, or whose line or session is lost, finds it again. In memory
 * only and gone with the session; the browser asks before a page with unsaved words is closed.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Base, Written } from './written.ts';

export interface Kept {
  readonly written: Written;
  /** What it began with; null for a new document. */
  readonly base: Base | null;
}

export function useWriting(key: string, begin: () => Kept) {
  const client = useQueryClient();
  const queryKey = ['writing', key];
  const [kept, setKept] = useState<Kept>(() => client.getQueryData<Kept>(queryKey) ?? begin());
  const [dirty, setDirty] = useState(() => client.getQueryData(queryKey) !== undefined);
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  const keep = (now: Kept) => {
    client.setQueryDefaults(queryKey, { gcTime: Number.POSITIVE_INFINITY });
    client.setQueryData(queryKey, now);
    setKept(now);
    setDirty(true);
  };
  return {
    ...kept,
    dirty,
    write: (change: Partial<Written>) => keep({ ...kept, written: { ...kept.written, ...change } }),
    rebase: (base: Base) => keep({ ...kept, base }),
    /** Saved, or thrown away. */
    forget: () => {
      client.removeQueries({ queryKey });
      setDirty(false);
    },
  };
}
