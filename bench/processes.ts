/** What the system tells of processes; Linux only, undefined elsewhere. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** User and system time so far. Ticks are hundredths of a second on every Linux of today. */
export function cpuSecondsOf(pid: number): number | undefined {
  const fields = told(`/proc/${pid}/stat`)?.split(') ')[1]?.split(' ');
  return fields && (Number(fields[11]) + Number(fields[12])) / 100;
}

export function residentMegabytes(pid: number): number | undefined {
  const status = told(`/proc/${pid}/status`);
  // One that has ended and was not yet taken leave of holds nothing.
  return status === undefined ? undefined : Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_024;
}

export function childrenOf(pid: number): number[] {
  return (told(`/proc/${pid}/task/${pid}/children`)?.trim().split(' ') ?? []).map(Number).filter((child) => child > 0);
}

/** The one process that another started. */
export const childOf = (pid: number): number | undefined => childrenOf(pid)[0];

/** Busy processes of this moment, 1 minute on average: figures of a crowded machine are read with it. */
export function machineLoad(): string {
  return told('/proc/loadavg')?.split(' ')[0] ?? '不详';
}

export function isInstalled(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function told(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
