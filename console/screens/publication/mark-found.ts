/** 标出查出的地方 [REV-29]: by the highlights of the browser, so that the text itself stays as it is; an old browser shows none. */
import { useEffect } from 'react';
import type { PublicationView } from '../../../src/desk/contract.ts';
import { rangesOf } from './found-in-text.ts';

type Check = PublicationView['checks'][number];

const SHOWN = '#text-in-work';
const highlights = typeof CSS === 'undefined' ? undefined : CSS.highlights;

export function useMarkedFinds(checks: readonly Check[], isInWork: boolean): void {
  useEffect(() => {
    const shown = isInWork ? document.querySelector(SHOWN) : null;
    if (!highlights || !shown) return;
    const ranges = checks.flatMap(({ where, says }) => (where === 'bodyHtml' ? rangesOf(shown, says) : []));
    highlights.set('found', new Highlight(...ranges));
    return () => {
      highlights.delete('found');
      highlights.delete('found-here');
    };
  }, [checks, isInWork]);
}

/** Brings the first place into sight; the text takes the focus, so that one reads on from there. */
export function showFind(says: string): void {
  const shown = document.querySelector<HTMLElement>(SHOWN);
  const ranges = shown ? rangesOf(shown, says) : [];
  if (!shown || ranges.length === 0) return;
  highlights?.set('found-here', new Highlight(...ranges));
  shown.focus({ preventScroll: true });
  ranges[0]!.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}
