/** How the console speaks to the desk: JSON both ways, and a Problem in words for everything that is not done. */
import type { Problem, Routes } from '../../src/desk/contract.ts';
import { addressOf, type Given, type Parts, type Route } from './address.ts';

/** Thrown by a call that was not done; what the officer reads is in the problem. */
export class NotDone extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.says);
    this.problem = problem;
  }
}

/** Asks the desk: `call('GET /api/requests/:id', { path: { id } })`. @throws NotDone */
export async function call<R extends Route>(route: R, given: Given<R>): Promise<Routes[R]['answers']> {
  const { sends, signal, ...parts } = given as Parts & { sends?: unknown; signal?: AbortSignal };
  const { method, address } = addressOf(route, parts);
  const body = method === 'GET' ? {} : { body: JSON.stringify(sends ?? {}) };
  const answer = await fetch(address, { method, ...body, ...(signal ? { signal } : {}), headers: HEADERS }).catch(
    (error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new NotDone(UNREACHABLE);
    },
  );
  const said: unknown = await answer.json().catch(() => null);
  if (answer.ok && said !== null) return said as Routes[R]['answers'];
  throw new NotDone(isProblem(said) ? said : { ...BROKEN, status: answer.status });
}

/** The problem behind an error of a call; for an error of our own, an apology. */
export function problemOf(error: unknown): Problem {
  return error instanceof NotDone ? error.problem : BROKEN;
}

/** The session is over, or none was opened. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof NotDone && error.problem.code === 'SIGN_IN_FIRST';
}

/** The first proves to the guard of the desk that a page of ours speaks: other sites' pages cannot send it. */
const HEADERS = { 'x-gongkai-console': '1', 'content-type': 'application/json' };

const BROKEN: Problem = {
  status: 0,
  code: 'BROKEN',
  says: '页面出了故障，没有读懂服务器的回答。请刷新页面；仍然如此的，请告诉系统管理员。',
  basis: '',
  issues: [],
};
const UNREACHABLE: Problem = {
  ...BROKEN,
  code: 'UNREACHABLE',
  says: '连不上服务器。请检查网络后重试，已经填写的内容还在。',
};

function isProblem(said: unknown): said is Problem {
  return typeof said === 'object' && said !== null && 'says' in said && 'issues' in said;
}
