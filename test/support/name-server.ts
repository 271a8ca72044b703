/** A name server on this machine that answers as the test says, and can answer otherwise the second time. */
import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { type Answer, decode, encode } from 'dns-packet';

export interface NameServer {
  /** As a resolver takes it: `127.0.0.1:5353`. */
  readonly address: string;
  /** How often the name was asked for an IPv4 address. */
  asked(name: string): number;
  stop(): Promise<void>;
}

/** @param zone for each name the answers in turn, the last for ever; each a list of addresses */
export async function startNameServer(
  zone: Readonly<Record<string, readonly (readonly string[])[]>>,
): Promise<NameServer> {
  const socket = createSocket('udp4');
  const count = new Map<string, number>();
  socket.on('message', (message, from) => {
    const { id, questions = [] } = decode(message);
    const { name, type } = questions[0]!;
    const turn = count.get(name) ?? 0;
    if (type === 'A') count.set(name, turn + 1);
    const turns = zone[name];
    const addresses = turns?.[Math.min(turn, turns.length - 1)] ?? [];
    const answers = addresses
      .filter((address) => (type === 'AAAA') === address.includes(':'))
      .map((data) => ({ type, name, ttl: 0, data }) as Answer);
    // NXDOMAIN for a name that is not in the zone.
    const flags = 0x0180 | (turns ? 0 : 3);
    socket.send(encode({ type: 'response', id: id!, flags, questions, answers }), from.port, from.address);
  });
  await new Promise<void>((bound) => socket.bind(0, '127.0.0.1', bound));
  return {
    address: `127.0.0.1:${(socket.address() as AddressInfo).port}`,
    asked: (name) => count.get(name) ?? 0,
    stop: () => new Promise((stopped) => socket.close(() => stopped())),
  };
}
