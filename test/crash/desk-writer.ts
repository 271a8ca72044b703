/**
 * Registers applications through the desk, as a clerk does: what it acknowledged must be there with its number after the kill, and
 * the ledger must verify. Each round signs in again, as people do after a power cut.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RegisteredView } from '../../src/desk/contract.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import { deskClient, foundCounty } from '../support/desk-client.ts';
import type { RunningServer } from '../support/running-server.ts';
import type { CrashWriter } from './crash-rounds.ts';

export const HANDLER = 'handler';

export function deskWriter(dataFolder: string): CrashWriter<RegisteredView> {
  let agencyId = '';
  let today = '';
  let running: RunningServer;
  const { call, signIn } = deskClient(() => running);

  return {
    async connect(server) {
      running = server;
      agencyId ||= await foundCounty(server, [{ name: '承办', signInName: HANDLER, roles: ['handler'] }]);
      await signIn(HANDLER);
      ({ today } = await call('GET /api/session'));
    },
    write: (_, number) =>
      call('POST /api/requests', {
        submission: randomBytes(16).toString('hex'),
        agencyId,
        on: today,
        channel: 'counter',
        applicantKind: 'natural',
        applicant: { name: `申请人${number}`, identity: '', phone: '', email: '', address: '', representative: '' },
        wanted: `第 ${number} 份文件`,
        formWanted: 'inspection',
      }),
    async verify(_, acknowledged) {
      const wrong: string[] = [];
      for (const { id, number } of acknowledged) {
        const file = await call('GET /api/requests/:id', undefined, id).catch(() => null);
        if (file?.line.number !== number) wrong.push(`${number} is gone`);
      }
      if (new Set(acknowledged.map(({ number }) => number)).size < acknowledged.length)
        wrong.push('two applications have one number');
      return [...wrong, ...(await verifyLedger(dataFolder))];
    },
  };
}

/** As the operator runs it, beside the running server. */
async function verifyLedger(dataFolder: string): Promise<readonly string[]> {
  const run = promisify(execFile);
  const env = { PATH: process.env.PATH, GONGKAI_DATA: dataFolder, GONGKAI_DEMO: 'off' };
  return run(process.execPath, [join(packageRoot(), 'bin', 'gongkai'), 'ledger', 'verify'], { env }).then(
    () => [],
    (error: { stdout: string; stderr: string }) => [`the ledger does not verify: ${error.stdout}${error.stderr}`],
  );
}
