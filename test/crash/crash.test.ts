import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCrashRounds } from './crash-rounds.ts';
import { deskWriter } from './desk-writer.ts';

const rounds = Number(process.env.GONGKAI_CRASH_ROUNDS ?? 3);
const home = mkdtempSync(join(tmpdir(), 'gongkai-crash-'));
chmodSync(home, 0o755);
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Finding which pids to kill needs /proc. */
describe.skipIf(process.platform !== 'linux')('kill -9 of the program and of PostgreSQL under load', () => {
  it(
    `REQ-45 LED-2 what was acknowledged is there with its number, and the ledger verifies, in ${rounds} rounds`,
    async () => {
      const dataFolder = join(home, 'data');
      const lost = await runCrashRounds({
        dataFolder,
        rounds,
        writer: deskWriter(dataFolder),
        killAfter: (round) => 10 + ((round * 23) % 60),
        tell: console.log,
      });
      expect(lost).toEqual([]);
    },
    rounds * 40_000,
  );

  it('notices when an acknowledged write is missing', async () => {
    const dataFolder = join(home, 'forgetful');
    const writer = deskWriter(dataFolder);
    const lost = await runCrashRounds({
      dataFolder,
      rounds: 1,
      writer: { ...writer, write: async (...given) => ({ ...(await writer.write(...given)), id: 'never-written' }) },
      killAfter: () => 3,
    });
    expect(lost.length).toBeGreaterThanOrEqual(3);
  }, 60_000);
});
