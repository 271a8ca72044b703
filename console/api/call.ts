/** How the console speaks to the desk: a body in, JSON or a file out, and a Problem in words for everything that is not done. */
import type { Problem, Routes } from '../../src/desk/contract.ts';
import { addressOf, type Given, type Parts, type Route } from './address.ts';
import { bodyOf } from './body.ts';

/** Routes that answer a file; they are asked by `download`. */
export type FileRoute = { [R in Route]: Routes[R]['answers'] extends Blob ? R : never }[Route];

/** Thrown by a call that was not done; what the officer reads is in the problem. */
export class NotDone extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.says);
    this.problem = problem;
  }
}

/** Asks the desk: `call('GET /api/requests/:id', { path: { id } })`. @throws NotDone */
export async function call<R extends Exclude<Route, FileRoute>>(
  route: R,
  given: Given<R>,
): Promise<Routes[R]['answers']> {
  const answer = await ask(route, given);
  const said = await saidBy(answer);
  if (answer.ok && said !== null) return said as Routes[R]['answers'];
  throw notDone(answer, said);
}

/** A file of the desk with the name it gives it. @throws NotDone */
export async function download<R extends FileRoute>(route: R, given: Partial<Given<R>> = {}): Promise<File> {
  const answer = await ask(route, given);
  const name = nameIn(answer.headers.get('content-disposition') ?? '');
  if (!answer.ok || name === null) throw notDone(answer, await saidBy(answer));
  return new File([await answer.blob()], name);
}

/** The problem behind an error of a call; for an error of our own, an apology. */
export function problemOf(error: unknown): Problem {
  return error instanceof NotDone ? error.problem : BROKEN;
}

/** The session is over, or none was opened. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof NotDone && error.problem.code === 'SIGN_IN_FIRST';
}

async function ask(route: Route, given: unknown): Promise<Response> {
  const { sends, signal, ...parts } = given as Parts & { sends?: unknown; signal?: AbortSignal };
  const { method, address } = addressOf(route, parts);
  const { body, headers } = bodyOf(sends);
  const sent = method === 'GET' ? { headers: OURS } : { headers: { ...OURS, ...headers }, body };
  return fetch(address, { method, ...sent, ...(signal ? { signal } : {}) }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new NotDone(UNREACHABLE);
  });
}

/** Proves to the guard of the desk that a page of ours speaks: other sites' pages cannot send it. */
const OURS = { 'x-gongkai-console': '1' };

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

async function saidBy(answer: Response): Promise<unknown> {
  return answer.json().catch(() => null);
}

function notDone({ status }: Response, said: unknown): NotDone {
  return new NotDone(isProblem(said) ? said : { ...BROKEN, status });
}

function isProblem(said: unknown): said is Problem {
  return typeof said === 'object' && said !== null && 'says' in said && 'issues' in said;
}

/** Names in Chinese come as `filename*=UTF-8''…` (RFC 6266). */
function nameIn(disposition: string): string | null {
  const [, name] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
  return name === undefined ? null : decodeURIComponent(name);
}
