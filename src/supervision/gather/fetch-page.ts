/**
 * 取页面 [SUP-1…SUP-4]: one address over http or https, its redirects followed by hand so that each hop meets the guard, with bounds on time, bytes and hops.
 */
import { performance } from 'node:perf_hooks';
import { type Dispatcher, request } from 'undici';
import { Forbidden, forbiddenIn } from '../../platform/outgoing/guarded-agent.ts';
import { readBody } from '../../platform/outgoing/read-body.ts';
import type { Answered, FailureName, Fetched } from '../fetched.ts';

export interface FetchLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** 跳转不超过 8 次. */
export const MOST_REDIRECTS = 8;

/** Tells who looks, and that it is a machine. */
export const AGENT_NAME = 'GongkaiWatch';
const USER_AGENT = `Mozilla/5.0 (compatible; ${AGENT_NAME}/1.0)`;

export type FetchPage = (url: string, limits: FetchLimits, method?: 'GET' | 'HEAD') => Promise<Fetched>;

export function pageFetcher(agent: Dispatcher): FetchPage {
  return async (url, limits, method = 'GET') => {
    const begun = performance.now();
    const signal = AbortSignal.timeout(limits.timeoutMs);
    try {
      return await followed(agent, url, limits, method, signal, begun);
    } catch (error) {
      const forbidden = forbiddenIn(error);
      if (forbidden) return { outcome: 'forbidden', url, says: forbidden.message };
      return { outcome: 'failed', url, failure: failureOf(error, signal), millis: performance.now() - begun };
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
  limits: FetchLimits,
  method: 'GET' | 'HEAD',
  signal: AbortSignal,
  begun: number,
): Promise<Fetched> {
  const seen = new Set<string>();
  for (let at = url, hops = 0; ; hops += 1) {
    const parsed = openTo(at);
    if (seen.has(parsed.href)) return failed(url, 'redirect-loop', begun);
    if (hops > MOST_REDIRECTS) return failed(url, 'too-many-redirects', begun);
    seen.add(parsed.href);
    const answer = await request(parsed, {
      dispatcher: agent,
      method,
      signal,
      headers: { 'user-agent': USER_AGENT, accept: 'text/html,*/*;q=0.8', 'accept-encoding': 'identity' },
    });
    const headers = flat(answer.headers);
    const next = answer.statusCode >= 300 && answer.statusCode < 400 ? headers.location : undefined;
    if (next !== undefined) {
      await answer.body.dump({ limit: 65_536 });
      at = new URL(next, parsed).href;
      continue;
    }
    const { body, cut } = await readBody(answer.body, headers['content-encoding'], limits.maxBytes);
    const millis = performance.now() - begun;
    const done: Answered = {
      outcome: 'answered',
      url,
      finalUrl: parsed.href,
      hops,
      status: answer.statusCode,
      headers,
      body,
      cut,
      millis,
    };
    return done;
  }
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

function flat(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
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

function failureOf(error: unknown, signal: AbortSignal): FailureName {
  if (signal.aborted) return 'timeout';
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code)) return 'certificate';
  return CODES[code] ?? 'broken';
}
