/** The other side of `limited-process.ts`: answers what is handed in, and is the first to be ended where the machine lacks memory. */
import { writeFileSync } from 'node:fs';
import type { Said } from './limited-process.ts';

/** @param answer tells any number of things about what was handed in; what it throws ends the process */
export function answering<Handed>(answer: (handed: Handed, tell: (told: unknown) => void) => Promise<void>): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000');
  } catch {
    // Another system, or not allowed: the limits hold all the same.
  }
  const say = (said: Said) => void process.send?.(said);
  process.on('message', async (handed) => {
    await answer(handed as Handed, (told) => say({ told }));
    say({ ended: true });
  });
  process.on('disconnect', () => process.exit());
}
