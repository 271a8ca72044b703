/**
 * 运行状况: what this process tells about itself, to a monitor and to the check-up. One process has one pulse, so it stands here and is handed to
 * nobody. Labels are names from the source text (faces, routes, sweeps) and never anything a visitor wrote.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export const METRICS = new Registry();

const requests = new Histogram({
  name: 'gongkai_request_seconds',
  help: 'Answered requests by face, route pattern and status',
  labelNames: ['face', 'method', 'route', 'status'],
  buckets: [0.005, 0.02, 0.1, 0.3, 1, 3, 10],
  registers: [METRICS],
});

const shelfFaults = new Counter({
  name: 'gongkai_shelf_faults_total',
  help: 'How often kept files could not be put, read or taken away, by who has to act: away, the store; refused, the settings',
  labelNames: ['why'],
  registers: [METRICS],
});

export function noteShelfFault(why: 'away' | 'refused'): void {
  shelfFaults.inc({ why });
}

const sweepRuns = new Counter({
  name: 'gongkai_sweep_runs_total',
  help: 'Runs of recurring work by name and result',
  labelNames: ['sweep', 'result'],
  registers: [METRICS],
});

const sweepSuccess = new Gauge({
  name: 'gongkai_sweep_last_success_timestamp_seconds',
  help: 'When recurring work last went well',
  labelNames: ['sweep'],
  registers: [METRICS],
});

/** Memory, processor, event loop; begun by the server and not by every command. */
export function measureProcess(): void {
  if (!METRICS.getSingleMetric('process_cpu_seconds_total')) collectDefaultMetrics({ register: METRICS });
}

export interface Answered {
  readonly face: string;
  readonly method: string;
  /** The pattern, not the address. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

export function noteAnswer({ ms, status, ...labels }: Answered): void {
  requests.observe({ ...labels, status: String(status) }, ms / 1_000);
}

const readings = new Counter({
  name: 'gongkai_readings_total',
  help: 'Readings of a portal that has a replica, by the database that answered',
  labelNames: ['from'],
  registers: [METRICS],
});

export function noteReading(from: 'replica' | 'primary'): void {
  readings.inc({ from });
}

const failing = new Set<string>();

export function noteSweep(sweep: string, went: 'ok' | 'failed', at: Date): void {
  sweepRuns.inc({ sweep, result: went });
  if (went === 'failed') {
    failing.add(sweep);
    return;
  }
  failing.delete(sweep);
  sweepSuccess.set({ sweep }, at.getTime() / 1_000);
}

/** Names of the sweeps whose last run failed. */
export const failingSweeps = (): readonly string[] => [...failing].sort();

type Probe = () => Promise<boolean>;
let probe: Probe = async () => true;
let fullAt = Number.NEGATIVE_INFINITY;
/** Nothing is written to learn whether there is room again: after this somebody is let in to try. */
const FULL_MS = 60_000;

/** What must answer for this process to take requests; the last one counts. */
export function watchReadiness(ask: Probe): void {
  probe = ask;
  fullAt = Number.NEGATIVE_INFINITY;
}

/** A disk that took nothing more: ours, or that of the database, whose room we cannot see. */
export function noteFull(at = performance.now()): void {
  fullAt = at;
}

export async function isReady(at = performance.now()): Promise<boolean> {
  return at - fullAt > FULL_MS && (await probe().catch(() => false));
}
