/**
 * 暂存 [PUB-104]: what is written goes to the desk a moment after the last key, at once when the form is left or its window hidden, and again until it is
 * there. Nothing is told of as kept that is not. What another window of the officer has kept since is not written over: he is shown that it is there [PUB-111].
 */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FoundWriting } from '../../../../src/desk/contract.ts';
import { call, problemOf } from '../../../api/call.ts';
import { newSubmission } from '../../../components/new-submission.ts';

export type Keeping =
  | { readonly is: 'nothing' }
  | { readonly is: 'waiting' }
  | { readonly is: 'kept'; readonly at: string }
  | { readonly is: 'failed' }
  /** Another window has kept `other`; or has saved it or thrown it away, where there is none. */
  | { readonly is: 'elsewhere'; readonly other: FoundWriting | null };

export interface ToKeep {
  readonly title: string;
  readonly content: string;
}

/** This window, and the version it goes on from. */
interface Mark {
  readonly window: string;
  after: string | null;
}

const AFTER_MS = 1_500;
const AGAIN_MS = 10_000;

/** One for a window and a document, as long as the window is open. @param fresh whether the form begins with what was found */
function markOf(client: QueryClient, about: string, found: FoundWriting | null, fresh: boolean): Mark {
  const queryKey = ['writing-window', about];
  client.setQueryDefaults(queryKey, { gcTime: Number.POSITIVE_INFINITY });
  const mark = client.getQueryData<Mark>(queryKey) ?? { window: newSubmission(), after: null };
  if (fresh) mark.after = found?.version ?? null;
  client.setQueryData(queryKey, mark);
  return mark;
}

export function useKeeping(about: string, found: FoundWriting | null, fresh: boolean) {
  const client = useQueryClient();
  const [keeping, setKeeping] = useState<Keeping>(found ? { is: 'kept', at: found.keptAt } : { is: 'nothing' });
  const hand = useRef({
    wanted: null as ToKeep | null,
    sent: null as Promise<unknown> | null,
    timer: 0,
    mark: null as Mark | null,
    isElsewhere: false,
  }).current;
  hand.mark ??= markOf(client, about, found, fresh);
  const mark = hand.mark;
  const meetOther = async () => {
    const other = await call('GET /api/kept-writings/:about', { path: { about } });
    setKeeping({ is: 'elsewhere', other: other.found });
  };
  const failed = async (error: unknown, wanted: ToKeep) => {
    hand.wanted ??= wanted;
    hand.isElsewhere = problemOf(error).code === 'STALE';
    if (hand.isElsewhere) await meetOther().catch(() => setKeeping({ is: 'elsewhere', other: null }));
    else {
      hand.timer = window.setTimeout(() => void flush(), AGAIN_MS);
      setKeeping({ is: 'failed' });
    }
  };
  const flush = async (): Promise<void> => {
    window.clearTimeout(hand.timer);
    // One after the other: an older writing never lands on a newer one.
    while (hand.sent) await hand.sent;
    const { wanted } = hand;
    if (wanted === null || hand.isElsewhere) return;
    hand.wanted = null;
    hand.sent = call('POST /api/kept-writings/:about', { path: { about }, sends: { ...wanted, ...mark } }).then(
      ({ keptAt, version }) => {
        mark.after = version;
        if (hand.wanted === null) setKeeping({ is: 'kept', at: keptAt });
      },
      (error) => failed(error, wanted),
    );
    await hand.sent;
    hand.sent = null;
  };
  const latest = useRef(flush);
  latest.current = flush;
  useEffect(() => {
    const now = () => void latest.current();
    const hidden = () => document.visibilityState === 'hidden' && now();
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      now();
    };
  }, []);
  /** Goes on from what the other window has kept, or has done with. */
  const goOnFrom = (other: FoundWriting | null) => {
    mark.after = other?.version ?? null;
    hand.isElsewhere = false;
  };
  return {
    keeping,
    window: mark,
    keep(what: ToKeep): void {
      hand.wanted = what;
      window.clearTimeout(hand.timer);
      if (hand.isElsewhere) return;
      hand.timer = window.setTimeout(() => void latest.current(), AFTER_MS);
      setKeeping({ is: 'waiting' });
    },
    flush: () => latest.current(),
    /** Of two windows the text of this one. */
    async keepMine(other: FoundWriting | null): Promise<void> {
      goOnFrom(other);
      setKeeping({ is: 'waiting' });
      await latest.current();
    },
    /** Of two windows the text of the other one. */
    takeOther(other: FoundWriting): void {
      goOnFrom(other);
      hand.wanted = null;
      setKeeping({ is: 'kept', at: other.keptAt });
    },
    /** Saved, or thrown away: nothing is kept any more, nor what is still on its way. What another window has kept stays. */
    async drop(): Promise<void> {
      hand.wanted = null;
      window.clearTimeout(hand.timer);
      setKeeping({ is: 'nothing' });
      while (hand.sent) await hand.sent;
      await call('POST /api/kept-writings/:about/forget', { path: { about }, sends: { ...mark } });
      goOnFrom(null);
    },
  };
}
