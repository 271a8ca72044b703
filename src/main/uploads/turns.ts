/** 排队: so many at once, the others in the order in which they came. */
export function turns(atOnce: number): <Done>(act: () => Promise<Done>) => Promise<Done> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (act) => {
    if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await act();
    } finally {
      const next = waiting.shift();
      // The place goes to whoever waits longest.
      if (next) next();
      else running -= 1;
    }
  };
}
