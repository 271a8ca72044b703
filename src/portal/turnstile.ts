/**
 * 转门 Turnstile: so many of a kind are at work at once, the others wait in the order they came. Acts of the public take the end of the ledger one by one
 * however many run; more of them at once would only hold connections to the database that readers need.
 */
export type Turnstile = <T>(work: () => Promise<T>) => Promise<T>;

export function turnstile(places: number): Turnstile {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place is handed on, so that nobody who comes now takes it.
      if (next) next();
      else free += 1;
    }
  };
}
