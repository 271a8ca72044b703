/** What a server and the processes it starts hold, looked at again and again while it works. */
import { childrenOf, residentMegabytes } from './processes.ts';

const EVERY_MS = 10;

export interface MemoryHeld {
  /** When the watch began. */
  readonly before: number;
  /** The server's own at its most. */
  readonly ofServer: number;
  /** With its children, at one moment. */
  readonly most: number;
}

export function watchMemory(pid: number): { stop(): MemoryHeld } {
  const before = residentMegabytes(pid) ?? 0;
  let [ofServer, most] = [before, before];
  const clock = setInterval(() => {
    const own = residentMegabytes(pid) ?? 0;
    const children = childrenOf(pid).map((child) => residentMegabytes(child) ?? 0);
    ofServer = Math.max(ofServer, own);
    most = Math.max(
      most,
      children.reduce((sum, held) => sum + held, own),
    );
  }, EVERY_MS);
  return {
    stop() {
      clearInterval(clock);
      return { before, ofServer, most };
    },
  };
}
