/** 一个正式开通的县, through the desk as its officers work: set up, staffed, and with the calls a play needs. */
import type { Routes } from '../../src/desk/contract.ts';
import { CONSOLE_HEADER } from '../../src/desk/guard.ts';

export const PASSWORD = 'kill-and-start-again-9';
const GIVEN = 'what-the-office-gave-out';
const CREDIT_CODE = '11000000000000000A';

/** An officer signed in at whichever desk he is led to: sessions are in the database. */
export interface Seat {
  /** @throws Refused with the status, or what fetch throws when nobody answers */
  call<R extends keyof Routes>(desk: string, route: R, sends?: unknown, id?: string): Promise<Routes[R]['answers']>;
  /** A file for a document of the agency. @returns its id */
  attach(desk: string, agencyId: string, name: string, content: string): Promise<string>;
}

export class Refused extends Error {
  readonly status: number;
  constructor(status: number, says: string) {
    super(says);
    this.status = status;
  }
}

export function seat(): Seat {
  let cookie = '';
  return {
    async call(desk, route, sends, id = '') {
      const [method = '', path = ''] = route.split(' ');
      const answer = await fetch(`${desk}${path.replace(':id', id)}`, {
        method,
        headers: { 'content-type': 'application/json', [CONSOLE_HEADER]: '1', cookie },
        signal: AbortSignal.timeout(20_000),
        ...(method === 'POST' ? { body: JSON.stringify(sends ?? {}) } : {}),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Refused(answer.status, `${route}: ${answer.status} ${text}`);
      cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
      return JSON.parse(text);
    },
    async attach(desk, agencyId, name, content) {
      const body = new FormData();
      body.append('file', new Blob([content]), name);
      const answer = await fetch(`${desk}/api/publication-files?agencyId=${agencyId}`, {
        ...{ method: 'POST', headers: { [CONSOLE_HEADER]: '1', cookie }, body },
        signal: AbortSignal.timeout(20_000),
      });
      const said = await answer.text();
      if (!answer.ok) throw new Refused(answer.status, `attach: ${answer.status} ${said}`);
      return JSON.parse(said).id;
    },
  };
}

export async function signIn(desk: string, signInName: string): Promise<Seat> {
  const one = seat();
  await one.call(desk, 'POST /api/sign-in', { signInName, password: PASSWORD });
  return one;
}

export interface Officer {
  readonly signInName: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** @param token of the link that the first start printed @returns the id of its agency */
export async function found(desk: string, token: string, officers: readonly Officer[]): Promise<string> {
  const administrator = { name: '安管', signInName: 'administrator', password: PASSWORD };
  const agency = { agencyName: '示范县人民政府', creditCode: CREDIT_CODE };
  await seat().call(desk, 'POST /api/setup', { token, ...agency, ...administrator });
  const one = await signIn(desk, administrator.signInName);
  const county = (await one.call(desk, 'GET /api/people')).agencies[0]!.name;
  for (const officer of officers)
    await one.call(desk, 'POST /api/people/officers', { agencyId: county, password: GIVEN, ...officer });
  // [SEC-53] Each takes a word of his own when he comes in first.
  for (const { signInName } of officers)
    await seat().call(desk, 'POST /api/sign-in', { signInName, password: GIVEN, newPassword: PASSWORD });
  return county;
}
