/**
 * The crash test: start, write under load, `kill -9` everything in the middle of it, start again, and see whether every
 * write that was acknowledged is there. The writer is given, so that a test can forget what was written.
 */
import { type RunningServer, startServer } from '../support/running-server.ts';

export interface CrashWriter<Receipt> {
  /** One write, resolved when the server has acknowledged it; rejects when the server is gone. */
  write(server: RunningServer, number: number): Promise<Receipt>;
  /** Everything that is not as it was acknowledged, a line each; nothing when all is well. */
  verify(server: RunningServer, acknowledged: readonly Receipt[]): Promise<readonly string[]>;
  /** Before the writes of each round, and before verifying. */
  connect?(server: RunningServer): Promise<void>;
  disconnect?(): Promise<void>;
}

export interface CrashRounds<Receipt> {
  readonly dataFolder: string;
  readonly rounds: number;
  readonly writer: CrashWriter<Receipt>;
  /** Kill after so many acknowledged writes of round n. */
  readonly killAfter: (round: number) => number;
  readonly tell?: (line: string) => void;
}

const WRITERS = 4;

/** @returns what was lost or damaged, a line each */
export async function runCrashRounds<Receipt>(options: CrashRounds<Receipt>): Promise<readonly string[]> {
  const { dataFolder, rounds, writer, tell = () => {} } = options;
  const acknowledged: Receipt[] = [];
  const env = { GONGKAI_DATA: dataFolder, GONGKAI_DEMO: 'off' };
  let server = await startServer(env);
  for (let round = 1; round <= rounds; round += 1) {
    await writer.connect?.(server);
    const before = acknowledged.length;
    await writeUntilKilled(server, writer, acknowledged, before + options.killAfter(round));
    await writer.disconnect?.();
    const since = performance.now();
    server = await startServer(env);
    const back = Math.round(performance.now() - since);
    await writer.connect?.(server);
    const wrong = await writer.verify(server, acknowledged);
    await writer.disconnect?.();
    tell(`round ${round}: ${acknowledged.length - before} acknowledged, back after ${back} ms, ${wrong.length} wrong`);
    if (wrong.length > 0) {
      await server.stop();
      return wrong;
    }
  }
  await server.stop();
  return [];
}

/** Several writers at once; the kill falls while the others are in the middle of theirs. */
async function writeUntilKilled<Receipt>(
  server: RunningServer,
  writer: CrashWriter<Receipt>,
  acknowledged: Receipt[],
  enough: number,
): Promise<void> {
  let killed: Promise<void> | undefined;
  let next = acknowledged.length * WRITERS;
  const work = async () => {
    while (!killed) {
      next += 1;
      const receipt = await writer.write(server, next).catch((error: unknown) => {
        if (!killed) throw error;
      });
      if (receipt !== undefined) acknowledged.push(receipt);
      if (acknowledged.length >= enough) killed ??= server.killAll();
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, work));
  await killed;
}
