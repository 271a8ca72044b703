/** Whether the session ended under an open screen: the sign-in then stands over it, and what was typed stays. */
import { useSyncExternalStore } from 'react';

let ended = false;
const listeners = new Set<() => void>();

export function tellSessionEnded(now: boolean): void {
  ended = now;
  for (const listener of listeners) listener();
}

export function useSessionEnded(): boolean {
  return useSyncExternalStore(subscribe, () => ended);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
