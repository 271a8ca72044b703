/**
 * 暂存 [PUB-104]: what is written goes to the desk a moment after the last key, at once when the form is left or its window hidden, and again until it is
 * there. Nothing is told of as kept that is not.
 */
import { useEffect, useRef, useState } from 'react';
import { call } from '../../../api/call.ts';

export type Keeping =
  | { readonly is: 'nothing' }
  | { readonly is: 'waiting' }
  | { readonly is: 'kept'; readonly at: string }
  | { readonly is: 'failed' };

export interface ToKeep {
  readonly title: string;
  readonly content: string;
}

const AFTER_MS = 1_500;
const AGAIN_MS = 10_000;

export function useKeeping(about: string, since: string | null) {
  const [keeping, setKeeping] = useState<Keeping>(since === null ? { is: 'nothing' } : { is: 'kept', at: since });
  const hand = useRef({
    wanted: null as ToKeep | null,
    sent: null as Promise<unknown> | null,
    timer: 0,
    tell: setKeeping,
  }).current;
  const flush = async (): Promise<void> => {
    window.clearTimeout(hand.timer);
    // One after the other: an older writing never lands on a newer one.
    while (hand.sent) await hand.sent;
    const { wanted } = hand;
    if (wanted === null) return;
    hand.wanted = null;
    hand.sent = call('POST /api/kept-writings/:about', { path: { about }, sends: wanted }).then(
      ({ keptAt }) => hand.wanted === null && hand.tell({ is: 'kept', at: keptAt }),
      () => {
        hand.wanted ??= wanted;
        hand.timer = window.setTimeout(() => void flush(), AGAIN_MS);
        hand.tell({ is: 'failed' });
      },
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
  return {
    keeping,
    keep(what: ToKeep): void {
      hand.wanted = what;
      window.clearTimeout(hand.timer);
      hand.timer = window.setTimeout(() => void latest.current(), AFTER_MS);
      setKeeping({ is: 'waiting' });
    },
    flush: () => latest.current(),
    /** Saved, or thrown away: nothing is kept any more, nor what is still on its way. */
    async drop(): Promise<void> {
      hand.wanted = null;
      window.clearTimeout(hand.timer);
      setKeeping({ is: 'nothing' });
      while (hand.sent) await hand.sent;
      await call('POST /api/kept-writings/:about/forget', { path: { about } });
    },
  };
}
