export interface Progress {
  /** How far a long piece of work is; shown when the tenth part changes. */
  report(done: number, total: number, what: string): void;
  /** The operator wants to stop: leave off at the next good place. */
  readonly stopped: AbortSignal;
}

/** One line per tenth part, so that a log file reads as well as a terminal. */
export function progressTo(tell: (sentence: string) => void, stopped: AbortSignal): Progress {
  let last = '';
  return {
    stopped,
    report(done, total, what) {
      const line = `${what}……${Math.floor((done / total) * 10) * 10}%`;
      if (line !== last) tell(line);
      last = line;
    },
  };
}
