/**
 * 受控连接: an HTTP agent that resolves names itself, judges every address and connects to the very addresses it judged, so that a name which
 * answers otherwise the second time (DNS rebinding) gains nothing.
 */
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { judgeAddress } from './address-guard.ts';
import { type ResolveHost, resolveAsMachine } from './resolve-host.ts';

/** Thrown inside undici and read again by the fetcher: the guard refused. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
}

/** Where it stands in what a connection threw. */
export function forbiddenIn(error: unknown): Forbidden | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof Forbidden) return at;
    const inner = (at as AggregateError).errors?.find((one) => one instanceof Forbidden);
    if (inner) return inner;
  }
  return undefined;
}

export interface AgentSettings {
  readonly resolve?: ResolveHost;
  /** 内部站点: `host:port` of the sites that may stand in one's own network. */
  readonly listed?: ReadonlySet<string>;
  readonly timeoutMs: number;
  /** A certificate to be trusted besides those everybody trusts: offices sign their inner sites themselves. */
  readonly ca?: string;
  /** Connections to one host at once. */
  readonly connections?: number;
}

export function guardedAgent({
  resolve = resolveAsMachine,
  listed,
  timeoutMs,
  ca,
  connections = 16,
}: AgentSettings): Agent {
  // One for what is listed and one for the rest: sessions of encryption are taken up again by the connections after the first.
  const connectorFor = (internal: boolean) =>
    buildConnector({ timeout: timeoutMs, lookup: pinned(resolve, internal), ...(ca ? { ca } : {}) });
  const [outward, inward] = [connectorFor(false), connectorFor(true)];
  return new Agent({
    connections,
    pipelining: 1,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxHeaderSize: 32_768,
    connect(options, callback) {
      const internal = listed?.has(`${options.hostname}:${portOf(options)}`) ?? false;
      const host = options.hostname.replace(/^\[|\]$/g, '');
      const verdict = isIP(host) ? judgeAddress(host, internal) : undefined;
      if (verdict && !verdict.open) return callback(new Forbidden(verdict.says), null);
      (internal ? inward : outward)(options, callback);
    },
  });
}

function portOf({ port, protocol }: buildConnector.Options): string {
  return port || (protocol === 'https:' ? '443' : '80');
}

/** One address out of bounds spoils the name: whoever answers with both means the other one. */
function pinned(resolve: ResolveHost, internal: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const bad = addresses.map((address) => judgeAddress(address, internal)).find((verdict) => !verdict.open);
        if (bad && !bad.open) return callback(new Forbidden(`${hostname} 指向 ${bad.says}`), '', 0);
        const all = addresses.map((address) => ({ address, family: isIP(address) }));
        const first = all[0];
        if (!first) return callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0);
        if (options.all) callback(null, all);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}
