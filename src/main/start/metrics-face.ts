/** 运行指标 [OPS-11]: a listener of its own, so that no proxy of the public can lead to it. Figures only, nobody's name. */

import type { FastifyInstance } from 'fastify';
import { Gauge } from 'prom-client';
import type { Follower } from '../../ledger/store/follow-ledger.ts';
import { ledgerHead } from '../../ledger/store.ts';
import { buildFace } from '../../platform/http/face.ts';
import { countPieces } from '../../platform/outbox/outbox.ts';
import { isReady, METRICS, measureProcess } from '../../platform/pulse.ts';
import type { ReplicaState } from '../../platform/reading/reading.ts';
import { lastBackup } from '../backup/last-backup.ts';
import type { Installation } from './installation.ts';
import type { Replica } from './open-records.ts';

export function metricsFace({ house, log, dataFolder, follower, replica }: Installation): FastifyInstance {
  measureProcess();
  const ofReplica = replica && measuredReplica(replica, follower);
  const gauges = measured(async () => {
    const [pieces, head, ready] = await Promise.all([countPieces(house.db), ledgerHead(house.db), isReady()]);
    const backup = lastBackup(dataFolder);
    return { pieces, seq: head.seq, ready, backupAt: backup && Date.parse(backup.at) / 1_000 };
  });
  const face = buildFace({ name: 'metrics', config: { trustedProxy: [] }, log });
  face.get('/metrics', async (_, reply) => {
    // With the database gone the figures of the process are still worth telling.
    const missing = (error: Error) => log.warn({ err: error }, 'figures of the database are missing');
    await Promise.all([gauges().catch(missing), ofReplica?.().catch(missing)]);
    return reply.type(METRICS.contentType).send(await METRICS.metrics());
  });
  return face;
}

interface Figures {
  readonly pieces: ReadonlyMap<string, number>;
  readonly seq: number;
  readonly ready: boolean;
  readonly backupAt: number | undefined;
}

const REPLICA_STATES: readonly ReplicaState[] = ['used', 'behind', 'away'];

function measuredReplica({ db, state }: Replica, follower: Pick<Follower, 'told'>): () => Promise<void> {
  const states = gaugeOf('gongkai_replica_state', '1 for how the replica stands', ['state']);
  const behind = gaugeOf('gongkai_replica_entries_behind', 'Entries of the ledger the replica does not show yet');
  return async () => {
    for (const one of REPLICA_STATES) states.set({ state: one }, state() === one ? 1 : 0);
    behind.reset();
    behind.set(Math.max(0, follower.told().seq - (await ledgerHead(db)).seq));
  };
}

/** One of each for the process, however often a server is built in it. */
const gaugeOf = (name: string, help: string, labelNames: string[] = []) =>
  (METRICS.getSingleMetric(name) as Gauge | undefined) ?? new Gauge({ name, help, labelNames, registers: [METRICS] });

function measured(read: () => Promise<Figures>): () => Promise<void> {
  const ready = gaugeOf('gongkai_ready', '1 when requests are taken');
  const pieces = gaugeOf('gongkai_outbox_pieces', 'Messages in the outbox by state', ['state']);
  const entries = gaugeOf('gongkai_ledger_entries', 'Entries of the ledger');
  const backup = gaugeOf('gongkai_last_backup_timestamp_seconds', 'When the last backup was taken');
  return async () => {
    ready.set(0);
    const figures = await read();
    ready.set(figures.ready ? 1 : 0);
    entries.set(figures.seq);
    pieces.reset();
    for (const [state, count] of figures.pieces) pieces.set({ state }, count);
    if (figures.backupAt !== undefined) backup.set(figures.backupAt);
  };
}
