/** 不重复办理: while something is on its way, asking for it again waits for the same answer instead of starting it twice. */
export function oneAtATime<Answer>(): (start: () => Promise<Answer>) => Promise<Answer> {
  let running: Promise<Answer> | null = null;
  return (start) => {
    running ??= start().finally(() => {
      running = null;
    });
    return running;
  };
}
