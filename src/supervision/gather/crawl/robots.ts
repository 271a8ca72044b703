/** robots.txt [SUP-25]: asked once for each host and round. Where there is none, or it cannot be had, nothing is forbidden. */
import robotsParser from 'robots-parser';
import { AGENT_NAME } from '../../site.ts';
import type { FetchLimits, FetchPage } from '../fetch-page.ts';

export interface HostRules {
  allows(url: string): boolean;
  /** Seconds between two looks, as the host asks for; at most ten. */
  readonly delaySeconds: number;
}

const MOST_DELAY = 10;

export function robotsOf(fetchPage: FetchPage, limits: FetchLimits): (origin: string) => Promise<HostRules> {
  const known = new Map<string, Promise<HostRules>>();
  return (origin) => {
    const rules = known.get(origin) ?? read(fetchPage, origin, limits);
    known.set(origin, rules);
    return rules;
  };
}

async function read(fetchPage: FetchPage, origin: string, limits: FetchLimits): Promise<HostRules> {
  const url = `${origin}/robots.txt`;
  const fetched = await fetchPage(url, { ...limits, maxBytes: 100_000 });
  const said =
    fetched.outcome === 'answered' && fetched.status === 200 && !/html/.test(fetched.headers['content-type'] ?? '');
  if (!said) return { allows: () => true, delaySeconds: 0 };
  const rules = robotsParser(url, fetched.body.toString('utf8'));
  return {
    allows: (target) => rules.isAllowed(target, AGENT_NAME) !== false,
    delaySeconds: Math.min(MOST_DELAY, rules.getCrawlDelay(AGENT_NAME) ?? 0),
  };
}
