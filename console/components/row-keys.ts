/** j and k go down and up a list; Enter then opens what has the focus, as links do by themselves. */
import { useEffect } from 'react';
import { isWriting } from './is-writing.ts';

/** Rows are marked with `data-row` and hold a link. */
export function useRowKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key];
      if (step === undefined || isWriting(event)) return;
      const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const next = rows[rowAfter(at, step, rows.length)];
      next?.querySelector('a')?.focus();
      next?.scrollIntoView({ block: 'nearest' });
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** @param at the row that has the focus, -1 when none has */
export function rowAfter(at: number, step: number, rows: number): number {
  if (at < 0) return step > 0 ? 0 : rows - 1;
  return Math.min(Math.max(at + step, 0), rows - 1);
}
