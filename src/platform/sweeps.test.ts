import { describe, expect, it } from 'vitest';
import { openLog } from './log.ts';
import { createSweeper, type Sweep } from './sweeps.ts';

const held = (take: (done: () => void) => void) => new Promise<void>((done) => take(done));
const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1_000);

function scene(run: (now: Date) => Promise<void> = async () => {}) {
  const begun: number[] = [];
  const lines: string[] = [];
  const sweep: Sweep = {
    name: 'recheck-deadlines',
    everySeconds: 60,
    run: async (now) => {
      begun.push((now.getTime() - at(0).getTime()) / 1_000);
      await run(now);
    },
  };
  return {
    begun,
    lines,
    sweeper: createSweeper(
      [sweep],
      openLog('error', (line) => void lines.push(line)),
    ),
  };
}

describe('sweeps', () => {
  it('run in the first round, then at their own pace, and catch up with one run after a pause', async () => {
    const { sweeper, begun } = scene();
    for (const second of [0, 1, 59, 60, 61, 119, 120, 100_000, 100_001]) await sweeper.round(at(second));
    expect(begun).toEqual([0, 60, 120, 100_000]);
  });

  it('never overlap themselves', async () => {
    let finish = () => {};
    const { sweeper, begun } = scene(() =>
      held((done) => {
        finish = done;
      }),
    );
    const first = sweeper.round(at(0));
    await sweeper.round(at(200));
    expect(begun).toEqual([0]);
    finish();
    await first;
    const second = sweeper.round(at(201));
    await Promise.resolve();
    expect(begun).toEqual([0, 201]);
    finish();
    await second;
  });

  it('that fail are logged by name and tried again when next due', async () => {
    const { sweeper, begun, lines } = scene(() => Promise.reject(new Error('no disk')));
    await sweeper.round(at(0));
    await sweeper.round(at(60));
    expect(begun).toEqual([0, 60]);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { sweep: 'recheck-deadlines', err: { message: 'no disk' } },
      { sweep: 'recheck-deadlines' },
    ]);
  });

  it('one that fails does not keep another from running', async () => {
    const done: string[] = [];
    const failing: Sweep = {
      name: 'a',
      everySeconds: 1,
      run: () => {
        throw new Error('at once');
      },
    };
    const other: Sweep = { name: 'b', everySeconds: 1, run: async () => void done.push('b') };
    await createSweeper(
      [failing, other],
      openLog('error', () => {}),
    ).round(at(0));
    expect(done).toEqual(['b']);
  });

  it('under way are waited for when the server stops, and no new one starts', async () => {
    let finish = () => {};
    let finished = false;
    const { sweeper, begun } = scene(async () => {
      await held((done) => {
        finish = done;
      });
      finished = true;
    });
    void sweeper.round(at(0));
    await Promise.resolve();
    const stopped = sweeper.stop();
    finish();
    await stopped;
    expect(finished).toBe(true);
    await sweeper.round(at(1_000));
    expect(begun).toEqual([0]);
  });
});

describe('the end of the program', () => {
  it('OPS-13 waits for sweeps under way, but not for ever', async () => {
    let finish = () => {};
    const { lines, begun } = scene();
    const log = openLog('warn', (line) => void lines.push(line));
    const stuck: Sweep = { name: 'stuck', everySeconds: 1, run: () => held(() => {}) };
    const slow: Sweep = {
      name: 'slow',
      everySeconds: 1,
      run: () =>
        held((done) => {
          finish = done;
        }),
    };
    const patient = createSweeper([slow], log);
    const round = patient.round(at(0));
    await Promise.resolve();
    let ended = false;
    const stop = patient.stop().then(() => {
      ended = true;
    });
    await new Promise((done) => setImmediate(done));
    expect(ended).toBe(false);
    finish();
    await Promise.all([round, stop]);
    expect(lines).toEqual([]);

    const hasty = createSweeper([stuck], log, 1);
    void hasty.round(at(0));
    await hasty.stop();
    expect(JSON.parse(lines[0]!)).toMatchObject({ sweeps: ['stuck'], msg: 'sweeps cut off by the stop' });
    expect(begun).toEqual([]);
  });
});
