import { describe, expect, it, vi } from 'vitest';
import type { Fetched } from '../../fetched.ts';
import { HostLanes } from './host-lanes.ts';
import { robotsOf } from './robots.ts';
import { isTrap, roleOf } from './roles.ts';

describe('SUP-24 lanes of a host', () => {
  it('no more at once than the host allows, and every task once', async () => {
    const [now, most, done] = [new Map<string, number>(), new Map<string, number>(), [] as string[]];
    const work = async (task: string) => {
      const host = task[0]!;
      now.set(host, (now.get(host) ?? 0) + 1);
      most.set(host, Math.max(most.get(host) ?? 0, now.get(host)!));
      await new Promise((turn) => setImmediate(turn));
      now.set(host, now.get(host)! - 1);
      done.push(task);
      if (task === 'a5') for (let n = 6; n < 9; n += 1) lanes.add('a', `a${n}`);
    };
    const lanes = new HostLanes<string>(work, (host) => ({ parallel: host === 'a' ? 2 : 1, gapMs: 0 }), 10);
    for (let n = 0; n < 6; n += 1) for (const host of ['a', 'b']) lanes.add(host, `${host}${n}`);
    await lanes.ended();
    expect(Object.fromEntries(most)).toEqual({ a: 2, b: 1 });
    expect(new Set(done).size).toBe(15);
    expect(done).toHaveLength(15);
  });

  it('a host that wants a gap is given it, also when nothing waited in between', async () => {
    const times: number[] = [];
    const since = performance.now();
    const lanes = new HostLanes<number>(
      async () => void times.push(performance.now() - since),
      () => ({ parallel: 3, gapMs: 20 }),
      10,
    );
    for (let n = 0; n < 4; n += 1) lanes.add('a', n);
    await lanes.ended();
    // A busy machine may be late with one of them, never early; timers are whole milliseconds.
    expect(times.filter((at, n) => at < 20 * n - 2)).toEqual([]);
  });

  it('looks that hang keep no other waiting, as many of them as the host has lanes; the round ends with the last', async () => {
    const begun: string[] = [];
    let answer = () => {};
    const hung = new Promise<void>((done) => {
      answer = done;
    });
    const work = async (task: string) => {
      begun.push(task);
      if (task.startsWith('hangs')) await hung;
    };
    const lanes = new HostLanes<string>(work, () => ({ parallel: 1, gapMs: 0, patienceMs: 1 }), 1);
    for (const task of ['hangs 1', 'hangs 2', 'hangs 3', 'passes']) lanes.add('a', task);
    const ended = lanes.ended().then(() => 'ended');
    const hanging = () => begun.filter((task) => task.startsWith('hangs')).length;
    // One hangs beside the lane, the second within it.
    while (hanging() < 2) await new Promise((turn) => setImmediate(turn));
    expect(await Promise.race([ended, new Promise((turn) => setTimeout(turn, 20, 'waits'))])).toBe('waits');
    expect(hanging()).toBe(2);
    answer();
    expect(await ended).toBe('ended');
    expect(begun).toHaveLength(4);
  });

  it.each([
    ['a host that answers lets single pages hang beside it', 40, 6],
    ['a slow host is not looked at by more than its lanes', 0, 4],
  ])('SUP-24 %s', async (_, answered, most) => {
    let [hanging, top] = [0, 0];
    const held: (() => void)[] = [];
    const lanes = new HostLanes<'ok' | 'hang'>(
      async (page) => {
        if (page === 'ok') return;
        hanging += 1;
        top = Math.max(top, hanging);
        await new Promise<void>((done) => held.push(done));
        hanging -= 1;
      },
      () => ({ parallel: 2, gapMs: 0, patienceMs: 1, hanging: 4 }),
      100,
    );
    for (let n = 0; n < answered; n += 1) lanes.add('a', 'ok');
    await lanes.ended();
    for (let n = 0; n < 6; n += 1) lanes.add('a', 'hang');
    await vi.waitFor(() => expect(hanging).toBe(most), { interval: 2 });
    let over = false;
    void lanes.ended().then(() => {
      over = true;
    });
    while (!over) {
      held.shift()?.();
      await new Promise((next) => setImmediate(next));
    }
    expect(top).toBe(most);
  });

  it('the folders of a host take turns, and what is looked at again goes before all', async () => {
    const seen: string[] = [];
    const lanes: HostLanes<string> = new HostLanes(
      async (task) => {
        seen.push(task);
        if (task === 'a1') lanes.add('host', 'again', true);
      },
      () => ({ parallel: 1, gapMs: 0 }),
      1,
      (task) => task[0]!,
    );
    for (const task of ['a1', 'a2', 'a3', 'b1', 'c1']) lanes.add('host', task);
    await lanes.ended();
    expect(seen).toEqual(['a1', 'again', 'b1', 'c1', 'a2', 'a3']);
  });

  it('a host that is late with most is asked two things at once, and more when it is quick again', async () => {
    let [now, last] = [0, 0];
    const most: number[] = [];
    const lanes: HostLanes<number> = new HostLanes(
      async (n) => {
        now += 1;
        if (n >= 60) most.push(now);
        last = n;
        // Late, by the order of timers, or there before any timer.
        if (n < 90) await new Promise((late) => setTimeout(late, 20));
        else for (let turn = 0; turn < 20; turn += 1) await null;
        now -= 1;
      },
      () => ({ parallel: 8, gapMs: 0, patienceMs: 1 }),
      100,
      // One after the other.
      (n) => String(n).padStart(4, '0'),
    );
    for (let n = 0; n < 400; n += 1) lanes.add('host', n);
    await lanes.ended();
    expect([Math.max(...most.slice(0, 25)), Math.max(...most.slice(-50))]).toEqual([2, 8]);
    expect(last).toBeGreaterThan(390);
  });

  it('what a look throws ends the round', async () => {
    const lanes = new HostLanes<number>(
      async () => Promise.reject(new Error('broken')),
      () => ({ parallel: 1, gapMs: 0 }),
      1,
    );
    lanes.add('a', 1);
    lanes.add('a', 2);
    await expect(lanes.ended()).rejects.toThrow('broken');
  });
});

describe('SUP-25 robots.txt', () => {
  const host = (status: number, text: string, type = 'text/plain') => {
    let asked = 0;
    const rules = robotsOf(
      async (url): Promise<Fetched> => {
        asked += 1;
        return {
          outcome: 'answered',
          url,
          finalUrl: url,
          hops: 0,
          status,
          headers: { 'content-type': type },
          body: Buffer.from(text),
          cut: false,
          millis: 1,
        };
      },
      { timeoutMs: 1, maxBytes: 1 },
    );
    return { rules: () => rules('https://a.gov.cn'), asked: () => asked };
  };

  it('is asked once and obeyed', async () => {
    const { rules, asked } = host(200, 'User-agent: *\nCrawl-delay: 3\nDisallow: /inner/');
    expect((await rules()).allows('https://a.gov.cn/inner/1')).toBe(false);
    expect((await rules()).allows('https://a.gov.cn/open')).toBe(true);
    expect((await rules()).delaySeconds).toBe(3);
    expect(asked()).toBe(1);
  });

  it('one that is not there, or is a page, forbids nothing', async () => {
    for (const { rules } of [host(404, 'Disallow: /'), host(200, 'User-agent: *\nDisallow: /', 'text/html')])
      expect((await rules()).allows('https://a.gov.cn/x')).toBe(true);
  });
});

describe('SUP-28 addresses', () => {
  const hosts = new Set(['a.gov.cn']);
  it('are looked at as what they are', () => {
    expect(roleOf({ url: 'https://a.gov.cn/1.html', use: 'link' }, hosts)).toBe('page');
    expect(roleOf({ url: 'https://a.gov.cn/1.PDF', use: 'link' }, hosts)).toBe('file');
    expect(roleOf({ url: 'https://a.gov.cn/1.css', use: 'asset' }, hosts)).toBe('asset');
    expect(roleOf({ url: 'https://b.gov.cn/1.pdf', use: 'link' }, hosts)).toBe('outside');
  });

  it('that run in circles are left out', () => {
    expect(isTrap({ url: 'https://a.gov.cn/a/b/c.html', depth: 3 }, 1)).toBe(false);
    expect(isTrap({ url: 'https://a.gov.cn/a/a/a/c.html', depth: 3 }, 1)).toBe(true);
    expect(isTrap({ url: 'https://a.gov.cn/calendar', depth: 3 }, 5_001)).toBe(true);
  });
});
