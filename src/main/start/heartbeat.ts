/** 心跳: once a minute the running server notes that its sweeps go round and which of them fail, for the check-up to read beside it. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failingSweeps } from '../../platform/pulse.ts';
import type { Sweep } from '../../platform/sweeps.ts';

export interface Heartbeat {
  /** ISO 8601. */
  readonly at: string;
  readonly pid: number;
  readonly failing: readonly string[];
  /** Where it keeps files. */
  readonly files?: string;
}

const noteIn = (dataFolder: string) => join(dataFolder, 'heartbeat.json');

export function heartbeat(dataFolder: string, files: string): Sweep {
  return {
    name: 'note-heartbeat',
    everySeconds: 60,
    async run(now) {
      const draft = `${noteIn(dataFolder)}.${process.pid}`;
      const beat: Heartbeat = { at: now.toISOString(), pid: process.pid, failing: failingSweeps(), files };
      writeFileSync(draft, `${JSON.stringify(beat)}\n`, { mode: 0o600 });
      renameSync(draft, noteIn(dataFolder));
    },
  };
}

export function lastHeartbeat(dataFolder: string): Heartbeat | undefined {
  try {
    return JSON.parse(readFileSync(noteIn(dataFolder), 'utf8')) as Heartbeat;
  } catch {
    return undefined;
  }
}
