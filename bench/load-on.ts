/**
 * 压测: requests a second of one address. `wrk` where it is installed, for a generator written in JavaScript is slower than what it asks;
 * beside it what the serving process spent, which other work on the machine does not change.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import autocannon from 'autocannon';
import { cpuSecondsOf, isInstalled } from './processes.ts';

const SECONDS = 4;
const CONNECTIONS = 32;

export interface Throughput {
  /** Requests a second. */
  readonly perSecond: number;
  /** Requests for each second of processor time that the serving process used; undefined where the system does not tell (not Linux). */
  readonly perCpuSecond: number | undefined;
}

export const GENERATOR = isInstalled('wrk') ? 'wrk' : 'autocannon';

/** @param pid the process that serves */
export async function loadOn(url: string, pid: number): Promise<Throughput> {
  const before = cpuSecondsOf(pid);
  const [requests, seconds] = await (GENERATOR === 'wrk' ? withWrk(url) : withAutocannon(url));
  const after = cpuSecondsOf(pid);
  const spent = before === undefined || after === undefined ? undefined : after - before;
  return { perSecond: requests / seconds, perCpuSecond: spent === undefined ? undefined : requests / spent };
}

type Counted = readonly [requests: number, seconds: number];

async function withWrk(url: string): Promise<Counted> {
  const asked = ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, '-H', 'accept-encoding: gzip', url];
  const { stdout: said } = await promisify(execFile)('wrk', asked);
  const counted = /(\d+) requests in ([\d.]+)s/.exec(said);
  if (!counted || /Non-2xx|Socket errors/.test(said)) throw new Error(`${url}: ${said}`);
  return [Number(counted[1]), Number(counted[2])];
}

/** The load comes from worker threads: what is measured has a core of its own on a machine with two. */
async function withAutocannon(url: string): Promise<Counted> {
  const headers = { 'accept-encoding': 'gzip' };
  const settings = { url, connections: CONNECTIONS, duration: SECONDS, workers: 1, headers };
  const { requests, errors, non2xx, duration } = await autocannon(settings);
  if (errors + non2xx > 0) throw new Error(`${url}: ${errors} errors, ${non2xx} answers other than 2xx`);
  return [requests.total, duration];
}
