/**
 * What is being written. It stays in the memory of the console for who looks something up, and is kept by the desk for who goes home, closes the window
 * or loses his line [PUB-104]; the browser asks before a page is closed whose last words are not there yet.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FoundWriting } from '../../../../src/desk/contract.ts';
import { type ToKeep, useKeeping } from './use-keeping.ts';
import type { Base, Written } from './written.ts';

export interface Kept {
  readonly written: Written;
  /** What it began with; null for a new document. */
  readonly base: Base | null;
}

export function useWriting(about: string, begin: () => Kept, found: FoundWriting | null) {
  const client = useQueryClient();
  const queryKey = ['writing', about];
  const [inMemory] = useState(() => client.getQueryData<Kept>(queryKey));
  const {
    keeping,
    keep,
    flush,
    drop,
    keepMine,
    takeOther,
    window: writingWindow,
  } = useKeeping(about, found, inMemory === undefined);
  const [before] = useState(() => inMemory ?? (found ? readKept(found.content) : null));
  const [kept, setKept] = useState<Kept>(() => before ?? begin());
  const [dirty, setDirty] = useState(before !== null);
  const [takenUp, setTakenUp] = useState(before !== null);
  // What was written while the line was down, and is in memory alone.
  const [unsent] = useState(() => (before && JSON.stringify(before) !== found?.content ? toKeep(before) : null));
  useKeptFirst(unsent, keep);
  const unkept = !['nothing', 'kept'].includes(keeping.is);
  useEffect(() => {
    if (!unkept) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unkept]);
  const remember = (now: Kept) => {
    client.setQueryDefaults(queryKey, { gcTime: Number.POSITIVE_INFINITY });
    client.setQueryData(queryKey, now);
    setKept(now);
    setDirty(true);
  };
  const hold = (now: Kept) => {
    remember(now);
    keep(toKeep(now));
  };
  const forget = async () => {
    client.removeQueries({ queryKey });
    setDirty(false);
    setTakenUp(false);
    await drop().catch(() => undefined);
    await client.invalidateQueries({ queryKey: ['kept-writings'] });
  };
  return {
    ...kept,
    dirty,
    /** Whether it goes on with what was written before and never saved. */
    takenUp,
    keeping,
    /** Named when it is saved: what another window has kept stays [PUB-111]. */
    window: writingWindow,
    keepMine,
    takeOther(other: FoundWriting): void {
      const theirs = readKept(other.content);
      if (!theirs) return;
      remember(theirs);
      takeOther(other);
    },
    write: (change: Partial<Written>) => hold({ ...kept, written: { ...kept.written, ...change } }),
    rebase: (base: Base) => hold({ ...kept, base }),
    /** Left for later: what is still on its way arrives first. */
    async putAside(): Promise<void> {
      await flush();
      client.removeQueries({ queryKey: ['kept-writing', about] });
      await client.invalidateQueries({ queryKey: ['kept-writings'] });
    },
    /** Saved, or thrown away. */
    forget,
    async beginAnew(): Promise<void> {
      setKept(begin());
      await forget();
    },
  };
}

function useKeptFirst(unsent: ToKeep | null, keep: (what: ToKeep) => void): void {
  const first = useRef(keep);
  useEffect(() => {
    if (unsent) first.current(unsent);
  }, [unsent]);
}

function toKeep(now: Kept): ToKeep {
  return { title: now.written.title.trim().slice(0, 200), content: JSON.stringify(now) };
}

/** What an older console kept may lack what this one writes. */
function readKept(content: string): Kept | null {
  const kept = JSON.parse(content) as Partial<Kept>;
  return kept.written?.bodyHtml === undefined || !Array.isArray(kept.written.attachments) ? null : (kept as Kept);
}
