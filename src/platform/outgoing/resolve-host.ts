/** 域名解析: every address a name has now. Asked once for each connection, and the connection goes to what was answered. */
import { lookup, Resolver } from 'node:dns/promises';

export type ResolveHost = (hostname: string) => Promise<readonly string[]>;

/** As the machine resolves: with its hosts file, as an office network may need. */
export const resolveAsMachine: ResolveHost = async (hostname) =>
  (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address);

/** Asks name servers of one's own choosing. @param servers `192.0.2.53` or `127.0.0.1:5353` */
export function resolveAt(servers: readonly string[]): ResolveHost {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  resolver.setServers([...servers]);
  return async (hostname) => {
    const answers = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    if (addresses.length > 0) return addresses;
    throw (answers[0] as PromiseRejectedResult).reason;
  };
}
