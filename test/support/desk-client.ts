/** The desk as the console talks to it, over a real connection, by one person; and a county founded through it. */
import type { Routes } from '../../src/desk/contract.ts';
import { CONSOLE_HEADER } from '../../src/desk/guard.ts';
import type { RoleName } from '../../src/people/role.ts';
import type { RunningServer } from './running-server.ts';

export const PASSWORD = 'kill-and-start-again-9';
const GIVEN = 'what-the-office-gave-out';

export interface DeskClient {
  /** @throws Error with what the desk said when it was not done, or when the server is gone */
  call<R extends keyof Routes>(route: R, sends?: unknown, id?: string): Promise<Routes[R]['answers']>;
  signIn(signInName: string): Promise<void>;
  /** With the word of the administrator, and one of his own at once [SEC-53]. */
  begin(signInName: string): Promise<void>;
}

/** @param server asked anew with each call: a server that was started again has another address */
export function deskClient(server: () => RunningServer): DeskClient {
  let cookie = '';
  const call: DeskClient['call'] = async (route, sends, id = '') => {
    const [method = '', path = ''] = route.split(' ');
    const answer = await fetch(`${server().desk}${path.replace(':id', id)}`, {
      method,
      headers: { 'content-type': 'application/json', [CONSOLE_HEADER]: '1', cookie },
      ...(method === 'POST' ? { body: JSON.stringify(sends ?? {}) } : {}),
    });
    const said: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${route}: ${answer.status} ${JSON.stringify(said)}`);
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return said as never;
  };
  return {
    call,
    signIn: async (signInName) => void (await call('POST /api/sign-in', { signInName, password: PASSWORD })),
    begin: async (signInName) =>
      void (await call('POST /api/sign-in', { signInName, password: GIVEN, newPassword: PASSWORD })),
  };
}

export interface NewOfficer {
  readonly name: string;
  readonly signInName: string;
  readonly roles: readonly RoleName[];
}

const ADMINISTRATOR = 'administrator';

/** Sets up an empty server by the link it printed, and adds the officers. @returns the id of the county */
export async function foundCounty(server: RunningServer, officers: readonly NewOfficer[]): Promise<string> {
  const { call, signIn } = deskClient(() => server);
  const token = /set-up#([\w-]+)/.exec(server.output())?.[1];
  const agency = { agencyName: '示范县人民政府', creditCode: '11000000000000000A' };
  const officer = { name: '安管', signInName: ADMINISTRATOR, password: PASSWORD };
  await call('POST /api/setup', { token, ...agency, ...officer });
  await signIn(ADMINISTRATOR);
  const { agencies } = await call('GET /api/people');
  const agencyId = agencies[0]!.name;
  for (const one of officers) await call('POST /api/people/officers', { ...one, agencyId, password: GIVEN });
  for (const { signInName } of officers) await deskClient(() => server).begin(signInName);
  return agencyId;
}
