/** Where a face listens: `127.0.0.1:8080`, `[::1]:8080`. Port 0 lets the system choose a free one. */
import { isIPv6 } from 'node:net';

export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

const SHAPE = /^(?:\[([^\]]+)\]|([^:[\]\s/]+)):(\d{1,5})$/;

export function parseListenAddress(text: string): ListenAddress | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [, bracketed, plain, digits] = match;
  if (bracketed !== undefined && !isIPv6(bracketed)) return undefined;
  const port = Number(digits);
  return port > 65_535 ? undefined : { host: (bracketed ?? plain)!, port };
}

/** Only this machine reaches it. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/** `http://127.0.0.1:8080`, as a browser on this machine opens it. */
export function urlOf({ host, port }: ListenAddress): string {
  const shown = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${isIPv6(shown) ? `[${shown}]` : shown}:${port}`;
}
