/**
 * 看线路: the end of a site's certificate, and whether its name has IPv6. The same guard as for pages: a name that points out of bounds is not looked at. Nothing is
 * sent, and a certificate that is no longer good is read all the same.
 */
import { Resolver } from 'node:dns/promises';
import { isIP, connect as openTcp } from 'node:net';
import { networkInterfaces } from 'node:os';
import { connect as openTls } from 'node:tls';
import { judgeAddress } from '../../platform/outgoing/address-guard.ts';
import { type ResolveHost, resolveAsMachine } from '../../platform/outgoing/resolve-host.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import type { CertificateSeen } from '../checks/certificate-expiry.ts';
import type { Ipv6Seen } from '../checks/ipv6-ready.ts';

export interface LineSettings {
  readonly listed: ReadonlySet<string>;
  readonly timeoutMs: number;
  readonly resolve?: ResolveHost;
  /** AAAA records of a name; the machine's name servers by default. */
  readonly resolveSix?: ResolveHost;
}

export interface SeenLine {
  readonly certificate: CertificateSeen;
  readonly ipv6: Ipv6Seen;
}

export type SeeLine = (address: string) => Promise<SeenLine>;

export function lineSeer(settings: LineSettings): SeeLine {
  return async (address) => {
    const url = new URL(address);
    return { certificate: await seeCertificate(url, settings), ipv6: await seeSix(url, settings) };
  };
}

const portOf = ({ port, protocol }: URL): number => Number(port) || (protocol === 'https:' ? 443 : 80);
const nameOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

async function seeCertificate(url: URL, settings: LineSettings): Promise<CertificateSeen> {
  if (url.protocol !== 'https:') return 'none';
  const address = await allowedAddress(url, settings.resolve ?? resolveAsMachine, settings);
  if (address === undefined) return 'notLooked';
  return new Promise((done) => {
    const name = nameOf(url);
    const line = openTls({
      ...{ host: address, port: portOf(url), timeout: settings.timeoutMs },
      // It is read, nothing is trusted to it.
      rejectUnauthorized: false,
      ...(isIP(name) ? {} : { servername: name }),
    });
    const end = (seen: CertificateSeen) => {
      line.destroy();
      done(seen);
    };
    line.once('secureConnect', () => {
      const until = new Date(line.getPeerCertificate().valid_to ?? '');
      end(Number.isNaN(until.getTime()) ? 'notLooked' : { until: civilDateAt(until) });
    });
    line.once('error', () => end('notLooked'));
    line.once('timeout', () => end('notLooked'));
  });
}

async function seeSix(url: URL, settings: LineSettings): Promise<Ipv6Seen> {
  // An address has no name whose records could be asked for.
  if (isIP(nameOf(url))) return 'notLooked';
  const answers = await (settings.resolveSix ?? resolveSix)(nameOf(url)).catch(noneOr);
  if (answers === undefined) return 'notLooked';
  const [address] = answers.filter((one) => judgeAddress(one, isListed(url, settings)).open);
  if (!address) return { addresses: 0, opened: 'noLine' };
  if (!hasLineOfSix()) return { addresses: answers.length, opened: 'noLine' };
  return { addresses: answers.length, opened: await answersAt(address, portOf(url), settings.timeoutMs) };
}

/** 没有 AAAA 记录 is an answer; a name server that does not answer is none. */
function noneOr({ code }: NodeJS.ErrnoException): readonly string[] | undefined {
  return code === 'ENODATA' || code === 'ENOTFOUND' ? [] : undefined;
}

const resolveSix: ResolveHost = (name) => new Resolver({ timeout: 3_000, tries: 2 }).resolve6(name);

/** Whether this machine has an address that the internet knows. */
function hasLineOfSix(): boolean {
  return Object.values(networkInterfaces())
    .flat()
    .some((one) => one?.family === 'IPv6' && !one.internal && /^[23]/.test(one.address));
}

function answersAt(host: string, port: number, timeout: number): Promise<boolean> {
  return new Promise((done) => {
    const line = openTcp({ host, port, timeout });
    const end = (opened: boolean) => {
      line.destroy();
      done(opened);
    };
    line.once('connect', () => end(true));
    line.once('error', () => end(false));
    line.once('timeout', () => end(false));
  });
}

async function allowedAddress(url: URL, resolve: ResolveHost, settings: LineSettings): Promise<string | undefined> {
  const name = nameOf(url);
  const addresses = isIP(name) ? [name] : await resolve(name).catch(() => []);
  const listed = isListed(url, settings);
  return addresses.every((one) => judgeAddress(one, listed).open) ? addresses[0] : undefined;
}

function isListed(url: URL, { listed }: LineSettings): boolean {
  return listed.has(`${nameOf(url)}:${portOf(url)}`);
}
