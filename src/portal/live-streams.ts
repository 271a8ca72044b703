/**
 * 实时的页面 [INT-39]: readers of an interview that is under way, each on one open answer (server-sent events). What they are sent is read from the
 * database after the number they have, each time the ledger tells of an act on that interview, whichever process it was done in: so nothing is
 * missed and nothing comes twice, and who was cut off goes on from his number. How many stand open is bounded, for one address and in all.
 */
import type { ServerResponse } from 'node:http';
import { networkOf } from './network-of.ts';

/** An office or a school stands behind one address. */
export const STREAMS_PER_ADDRESS = 30;
export const STREAMS_IN_ALL = 2_000;

/** Proxies close what says nothing for a minute. */
export const BEAT_MS = 15_000;

/** Written and not taken: a reader who is that far behind comes again and is told from his number on. */
const MOST_UNREAD_BYTES = 256 * 1024;

/** How long a browser waits before it comes again. */
const RETRY_MS = 2_000;

export interface LiveEvent {
  readonly n: number;
  readonly name: string;
  readonly text: string;
  /** Nothing comes after it. */
  readonly last: boolean;
}

/** A response of which only this is used: told by tests. */
export type Wire = Pick<ServerResponse, 'write' | 'end' | 'destroy' | 'on' | 'writableLength'>;

interface Reader {
  readonly wire: Wire;
  readonly address: string;
  n: number;
}

interface Channel {
  readonly readers: Set<Reader>;
  reading: boolean;
  /** Something was done while it was being read, or it could not be read. */
  again: boolean;
}

export interface LiveStreams {
  /** Whether one more may be opened from there; why not, when not. */
  refuses(address: string): 'address' | 'all' | 'closed' | undefined;
  /** @param n everything up to it the reader has. Its head is written already */
  open(subject: string, wire: Wire, address: string, n: number): void;
  /** Something was done to it. */
  wake(subject: string): void;
  /** A sign of life to everybody, and what could not be read is tried again. */
  beat(): void;
  /** How many stand open. */
  count(): number;
  /** Ends every stream; none is opened any more. */
  close(): void;
}

/** @param after what came after a number, in order */
export function liveStreams(
  after: (subject: string, n: number) => Promise<readonly LiveEvent[]>,
  onFault: (error: unknown) => void,
): LiveStreams {
  const channels = new Map<string, Channel>();
  const perAddress = new Map<string, number>();
  let [all, closed] = [0, false];

  function leave(subject: string, channel: Channel, reader: Reader): void {
    if (!channel.readers.delete(reader)) return;
    if (channel.readers.size === 0) channels.delete(subject);
    all -= 1;
    const left = (perAddress.get(reader.address) ?? 1) - 1;
    if (left > 0) perAddress.set(reader.address, left);
    else perAddress.delete(reader.address);
  }

  /** One reading for all who read the same: from the number of whoever has least. */
  async function pump(subject: string, channel: Channel): Promise<void> {
    if (channel.reading) {
      channel.again = true;
      return;
    }
    channel.reading = true;
    try {
      do {
        channel.again = false;
        if (channel.readers.size === 0) return;
        const from = Math.min(...[...channel.readers].map(({ n }) => n));
        const events = await after(subject, from);
        for (const reader of [...channel.readers]) send(subject, channel, reader, events);
      } while (channel.again);
    } catch (error) {
      channel.again = true;
      onFault(error);
    } finally {
      channel.reading = false;
    }
  }

  function send(subject: string, channel: Channel, reader: Reader, events: readonly LiveEvent[]): void {
    for (const { n, name, text, last } of events) {
      if (n <= reader.n) continue;
      reader.wire.write(`id: ${n}\nevent: ${name}\ndata: ${text}\n\n`);
      reader.n = n;
      if (!last) continue;
      leave(subject, channel, reader);
      reader.wire.end();
      return;
    }
    if (reader.wire.writableLength <= MOST_UNREAD_BYTES) return;
    leave(subject, channel, reader);
    reader.wire.destroy();
  }

  return {
    refuses(from) {
      if (closed) return 'closed';
      if (all >= STREAMS_IN_ALL) return 'all';
      return (perAddress.get(networkOf(from)) ?? 0) >= STREAMS_PER_ADDRESS ? 'address' : undefined;
    },
    open(subject, wire, from, n) {
      const address = networkOf(from);
      const channel = channels.get(subject) ?? { readers: new Set(), reading: false, again: false };
      channels.set(subject, channel);
      const reader: Reader = { wire, address, n };
      channel.readers.add(reader);
      all += 1;
      perAddress.set(address, (perAddress.get(address) ?? 0) + 1);
      wire.on('close', () => leave(subject, channel, reader));
      wire.on('error', () => leave(subject, channel, reader));
      wire.write(`retry: ${RETRY_MS}\n\n`);
      // What was done between the page and this moment.
      void pump(subject, channel);
    },
    wake(subject) {
      const channel = channels.get(subject);
      if (channel) void pump(subject, channel);
    },
    beat() {
      for (const [subject, channel] of channels) {
        for (const reader of channel.readers) reader.wire.write(': \n\n');
        if (channel.again) void pump(subject, channel);
      }
    },
    count: () => all,
    close() {
      closed = true;
      for (const [subject, channel] of [...channels])
        for (const reader of [...channel.readers]) {
          leave(subject, channel, reader);
          reader.wire.end();
        }
    },
  };
}
