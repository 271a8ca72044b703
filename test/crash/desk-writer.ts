/**
 * Registers applications through the desk, as a clerk does: what it acknowledged must be there with its number after the kill, and
 * the ledger must verify. Each round signs in again, as people do after a power cut.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RegisteredView, Routes } from '../../src/desk/contract.ts';
import { CONSOLE_HEADER } from '../../src/desk/guard.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import type { RunningServer } from '../support/running-server.ts';
import type { CrashWriter } from './crash-rounds.ts';

export const PASSWORD = 'kill-and-start-again-9';
const ADMINISTRATOR = 'administrator';
export const HANDLER = 'handler';

export function deskWriter(dataFolder: string): CrashWriter<RegisteredView> {
  let agencyId = '';
  let today = '';
  let cookie = '';

  /** @throws Error with what the desk said when it was not done, or when the server is gone */
  async function call<R extends keyof Routes>(server: RunningServer, route: R, sends?: unknown, id = '') {
    const [method = '', path = ''] = route.split(' ');
    const answer = await fetch(`${server.desk}${path.replace(':id', id)}`, {
      method,
      headers: { 'content-type': 'application/json', [CONSOLE_HEADER]: '1', cookie },
      ...(method === 'POST' ? { body: JSON.stringify(sends ?? {}) } : {}),
    });
    const said: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${route}: ${answer.status} ${JSON.stringify(said)}`);
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return said as Routes[R]['answers'];
  }

  const signIn = (server: RunningServer, signInName: string) =>
    call(server, 'POST /api/sign-in', { signInName, password: PASSWORD });

  async function found(server: RunningServer): Promise<string> {
    const token = /set-up#([\w-]+)/.exec(server.output())?.[1];
    const agency = { agencyName: '示范县人民政府', creditCode: '11000000000000000A' };
    const officer = { name: '安管', signInName: ADMINISTRATOR, password: PASSWORD };
    await call(server, 'POST /api/setup', { token, ...agency, ...officer });
    await signIn(server, ADMINISTRATOR);
    const { agencies } = await call(server, 'GET /api/people');
    const county = agencies[0]!.name;
    const handler = { agencyId: county, name: '承办', signInName: HANDLER, password: PASSWORD, roles: ['handler'] };
    await call(server, 'POST /api/people/officers', handler);
    return county;
  }

  return {
    async connect(server) {
      agencyId ||= await found(server);
      await signIn(server, HANDLER);
      ({ today } = await call(server, 'GET /api/session'));
    },
    write: (server, number) =>
      call(server, 'POST /api/requests', {
        submission: randomBytes(16).toString('hex'),
        agencyId,
        on: today,
        channel: 'counter',
        applicantKind: 'natural',
        applicant: { name: `申请人${number}`, identity: '', phone: '', email: '', address: '', representative: '' },
        wanted: `第 ${number} 份文件`,
        formWanted: 'inspection',
      }),
    async verify(server, acknowledged) {
      const wrong: string[] = [];
      for (const { id, number } of acknowledged) {
        const file = await call(server, 'GET /api/requests/:id', undefined, id).catch(() => null);
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
