import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCrashRounds } from './crash-rounds.ts';
import { sqlWriter } from './sql-writer.ts';

const rounds = Number(process.env.GONGKAI_CRASH_ROUNDS ?? 3);
const home = mkdtempSync(join(tmpdir(), 'gongkai-crash-'));
chmodSync(home, 0o755);
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Finding which pids to kill needs /proc. */
describe.skipIf(process.platform !== 'linux')('kill -9 of the program and of PostgreSQL under load', () => {
  it(
    `loses nothing that was acknowledged, in ${rounds} rounds`,
    async () => {
      const dataFolder = join(home, 'data');
      const lost = await runCrashRounds({
        dataFolder,
        rounds,
        writer: sqlWriter(dataFolder),
        killAfter: (round) => 20 + ((round * 37) % 180),
        tell: console.log,
      });
      expect(lost).toEqual([]);
    },
    rounds * 20_000,
  );

  it('notices when an acknowledged write is missing', async () => {
    const dataFolder = join(home, 'forgetful');
    const writer = sqlWriter(dataFolder);
    const lost = await runCrashRounds({
      dataFolder,
      rounds: 1,
      writer: { ...writer, write: async (server, number) => (await writer.write(server, number)) + 1_000_000 },
      killAfter: () => 3,
    });
    expect(lost.length).toBeGreaterThanOrEqual(3);
  }, 60_000);
});
