import { describe, expect, it } from 'vitest';
import { type LiveEvent, liveStreams, STREAMS_PER_ADDRESS, type Wire } from './live-streams.ts';

interface Played extends Wire {
  readonly got: string[];
  ended: boolean;
  drop(): void;
}

/** A reader's end of the line. @param unread bytes he has not taken */
function wire(unread = 0): Played {
  const got: string[] = [];
  const heard: (() => void)[] = [];
  const played = {
    ...{ got, ended: false, writableLength: unread },
    write: (text: string) => got.push(text) > 0,
    end: () => {
      played.ended = true;
    },
    destroy: () => {
      played.ended = true;
    },
    on: (_: string, hear: () => void) => heard.push(hear),
    drop: () => {
      for (const hear of heard) hear();
    },
  };
  return played as unknown as Played;
}
const numbers = ({ got }: Played) => got.join('').match(/(?<=^id: )\d+/gm) ?? [];
/** Everything that is under way has its turn. */
const settled = async () => {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
};

function play() {
  const events: LiveEvent[] = [];
  const faults: unknown[] = [];
  let [asked, broken] = [0, false];
  const streams = liveStreams(
    async (_, n) => {
      asked += 1;
      if (broken) throw new Error('the database is away');
      return events.filter((event) => event.n > n);
    },
    (error) => faults.push(error),
  );
  return {
    streams,
    faults,
    asked: () => asked,
    break: (is: boolean) => {
      broken = is;
    },
    async say(n: number, last = false) {
      events.push({ n, name: 'line', text: `{"n":${n}}`, last });
      streams.wake('i');
      await settled();
    },
  };
}

describe('文字直播', () => {
  it('INT-39 whoever joins is told what came since his page, then each step once', async () => {
    const { streams, say, asked } = play();
    await say(1);
    await say(2);
    const [early, late] = [wire(), wire()];
    streams.open('i', early, '10.0.0.1', 0);
    await settled();
    streams.open('i', late, '10.0.0.2', 2);
    await settled();
    const before = asked();
    await say(3);
    expect([numbers(early), numbers(late), asked() - before]).toEqual([['1', '2', '3'], ['3'], 1]);
  });

  it('INT-39 what is said while the last was being read is read as well', async () => {
    const { streams, say } = play();
    const reader = wire();
    streams.open('i', reader, '10.0.0.1', 0);
    await Promise.all([say(1), say(2), say(3)]);
    expect(numbers(reader)).toEqual(['1', '2', '3']);
  });

  it('INT-39 with the database away nothing is lost: the next beat tells it', async () => {
    const game = play();
    const reader = wire();
    game.streams.open('i', reader, '10.0.0.1', 0);
    await settled();
    game.break(true);
    await game.say(1);
    expect([numbers(reader), game.faults.length]).toEqual([[], 1]);
    game.break(false);
    game.streams.beat();
    await settled();
    expect(numbers(reader)).toEqual(['1']);
    expect(reader.got).toContain(': \n\n');
  });

  it('INT-39 ends with the interview, and who does not take what is written is cut off', async () => {
    const { streams, say } = play();
    const [reader, stuck] = [wire(), wire(1_000_000)];
    streams.open('i', reader, '10.0.0.1', 0);
    streams.open('i', stuck, '10.0.0.2', 0);
    await settled();
    expect([reader.ended, stuck.ended, streams.count()]).toEqual([false, true, 1]);
    await say(1, true);
    expect([numbers(reader), reader.ended, streams.count()]).toEqual([['1'], true, 0]);
  });

  it('INT-45 so many from one network and no more; who leaves makes room', () => {
    const { streams } = play();
    const lines = Array.from({ length: STREAMS_PER_ADDRESS }, () => wire());
    for (const line of lines) streams.open('i', line, '2001:db8::1', 0);
    expect(streams.refuses('2001:db8::2')).toBe('address');
    expect(streams.refuses('10.0.0.1')).toBeUndefined();
    lines[0]!.drop();
    lines[0]!.drop();
    expect([streams.refuses('2001:db8::2'), streams.count()]).toEqual([undefined, STREAMS_PER_ADDRESS - 1]);
  });

  it('INT-45 a stop ends every stream and opens none', () => {
    const { streams } = play();
    const reader = wire();
    streams.open('i', reader, '10.0.0.1', 0);
    streams.close();
    expect([reader.ended, streams.count(), streams.refuses('10.0.0.9')]).toEqual([true, 0, 'closed']);
  });
});
