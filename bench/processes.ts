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
  return status === undefined ? undefined : Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1_024;
}

/** The one process that another started. */
export function childOf(pid: number): number | undefined {
  const child = Number(told(`/proc/${pid}/task/${pid}/children`)?.trim().split(' ')[0]);
  return child > 0 ? child : undefined;
}

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
