/**
 * 取页面 [SUP-1…SUP-4]: one address over http or https, its redirects followed by hand so that each hop meets the guard, with bounds on time, bytes and hops.
 */
import { performance } from 'node:perf_hooks';
import type { Dispatcher } from 'undici';
import { ask, TooLate } from '../../platform/outgoing/ask.ts';
import { Forbidden, forbiddenIn } from '../../platform/outgoing/guarded-agent.ts';
import type { FailureName, Fetched } from '../fetched.ts';
import { AGENT_NAME } from '../site.ts';

export interface FetchLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** 跳转不超过 8 次. */
export const MOST_REDIRECTS = 8;

/** Tells who looks, and that it is a machine. */
const USER_AGENT = `Mozilla/5.0 (compatible; ${AGENT_NAME}/1.0)`;

export type FetchPage = (url: string, limits: FetchLimits, method?: 'GET' | 'HEAD') => Promise<Fetched>;

export function pageFetcher(agent: Dispatcher): FetchPage {
  return async (url, limits, method = 'GET') => {
    const begun = performance.now();
    try {
      return await followed(agent, url, limits, method, begun);
    } catch (error) {
      const forbidden = forbiddenIn(error);
      if (forbidden) return { outcome: 'forbidden', url, says: forbidden.message };
      return { outcome: 'failed', url, failure: failureOf(error), millis: performance.now() - begun };
    }
  };
}

/** 先 HEAD，不行再 GET: some servers answer HEAD wrongly. */
export async function probe(fetchPage: FetchPage, url: string, limits: FetchLimits): Promise<Fetched> {
  const head = await fetchPage(url, limits, 'HEAD');
  const settled = head.outcome === 'forbidden' || (head.outcome === 'answered' && head.status < 400);
  return settled ? head : fetchPage(url, limits, 'GET');
}

async function followed(
  agent: Dispatcher,
  url: string,
  { timeoutMs, maxBytes }: FetchLimits,
  method: 'GET' | 'HEAD',
  begun: number,
): Promise<Fetched> {
  const seen = new Set<string>();
  const cookies = new Map<string, string>();
  for (let at = url, hops = 0; ; hops += 1) {
    const parsed = openTo(at);
    const { href, host } = parsed;
    const cookie = cookies.get(host);
    // Some sites give a cookie and ask to come again with it; without one they would lead in circles for ever.
    const step = `${href} ${cookie ?? ''}`;
    if (seen.has(step)) return failed(url, 'redirect-loop', begun);
    if (hops > MOST_REDIRECTS) return failed(url, 'too-many-redirects', begun);
    seen.add(step);
    const answer = await ask(agent, parsed, {
      method,
      maxBytes,
      timeoutMs: begun + timeoutMs - performance.now(),
      headers: cookie === undefined ? HEADERS : { ...HEADERS, cookie },
    });
    const { status, headers, body, cut } = answer;
    const next = status >= 300 && status < 400 ? headers.location : undefined;
    if (next !== undefined) {
      const given = cookieOf(cookie, answer.cookies);
      if (given !== undefined) cookies.set(host, given);
      if (!URL.canParse(next, href)) return failed(url, 'broken', begun);
      at = new URL(next, href).href;
      continue;
    }
    const millis = performance.now() - begun;
    return { outcome: 'answered', url, finalUrl: href, hops, status, headers, body, cut, millis };
  }
}

const HEADERS = { 'user-agent': USER_AGENT, accept: 'text/html,*/*;q=0.8', 'accept-encoding': 'identity' };
const MOST_COOKIE = 4_000;

/** Kept for one way of redirects and no longer. */
function cookieOf(before: string | undefined, given: readonly string[]): string | undefined {
  if (given.length === 0) return before;
  const known = new Map((before ?? '').split('; ').map((pair) => [pair.split('=')[0], pair] as const));
  known.delete('');
  for (const one of given) {
    const pair = one.split(';')[0]!.trim();
    if (/^[\x21-\x7e]+=[\x20-\x7e]*$/.test(pair)) known.set(pair.split('=')[0], pair);
  }
  const all = [...known.values()].join('; ');
  return all === '' || all.length > MOST_COOKIE ? before : all;
}

/** @throws Forbidden for anything but plain http and https */
function openTo(url: string): URL {
  if (!URL.canParse(url)) throw new Forbidden('网址写得不对');
  const parsed = new URL(url);
  parsed.hash = '';
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')
    throw new Forbidden(`不查看 ${parsed.protocol} 网址`);
  if (parsed.username || parsed.password) throw new Forbidden('网址里带有用户名或者密码');
  return parsed;
}

function failed(url: string, failure: FailureName, begun: number): Fetched {
  return { outcome: 'failed', url, failure, millis: performance.now() - begun };
}

const CODES: Readonly<Record<string, FailureName>> = {
  ENOTFOUND: 'dns',
  ENODATA: 'dns',
  EAI_AGAIN: 'dns',
  ESERVFAIL: 'dns',
  EREFUSED: 'dns',
  ETIMEOUT: 'dns',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  ECONNREFUSED: 'connect',
  EHOSTUNREACH: 'connect',
  ENETUNREACH: 'connect',
};

function failureOf(error: unknown): FailureName {
  if (error instanceof TooLate) return 'timeout';
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code)) return 'certificate';
  return CODES[code] ?? 'broken';
}
