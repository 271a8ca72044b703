/** A part of a bench in a process of its own, so that its memory is its own: what it printed last, read as JSON. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const RUN = join('test', 'support', 'run.mjs');

export async function apart<T>(file: string, args: readonly string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [RUN, join('bench', file), ...args]);
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}

/** The most this process ever held, its code and the runtime among it. */
export function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1_024;
}
