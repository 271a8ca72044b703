/**
 * 礼让 [SUP-24]: how many look at one host at once and how long they wait between two looks. Every host has lanes of its own, so that a slow one keeps no other
 * waiting, and a bound on all of them together.
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

export interface Lane {
  readonly parallel: number;
  readonly gapMs: number;
  /** A look that takes longer lets the next one begin, as long as no more than `parallel` hang so; without it all wait for it. */
  readonly patienceMs?: number;
  /** So many may hang instead, as long as the host answers most looks in time: it is these pages that are slow, and not the host. */
  readonly hanging?: number;
}

/** Of so many looks lately at least so many have to be answered in time. */
const LATELY = 200;
const IN_TIME = 0.5;
/** A host that is late with most of what it is asked is asked no more than two things at once, until it is quicker again. */
const TIRED_AFTER = 20;
const GENTLE = 2;

export class HostLanes<T> {
  readonly #work: (task: T) => Promise<void>;
  readonly #laneOf: (host: string) => Lane | Promise<Lane>;
  readonly #most: number;
  readonly #partOf: (task: T) => string;
  readonly #waiting = new Map<string, Parts<T>>();
  readonly #runners = new Map<string, number>();
  readonly #free: (() => void)[] = [];
  readonly #nextAt = new Map<string, number>();
  readonly #hanging = new Map<string, number>();
  readonly #lately = new Map<string, { looks: number; late: number }>();
  /** Looks under way, those that hang among them. */
  #underWay = 0;
  #running = 0;
  #pending = 0;
  #stopped = false;
  #fault: unknown;
  readonly #idle: (() => void)[] = [];

  /**
   * @param most looks under way at once, over all hosts
   * @param partOf the part of its host a task belongs to: parts take turns
   */
  constructor(
    work: (task: T) => Promise<void>,
    laneOf: (host: string) => Lane | Promise<Lane>,
    most: number,
    partOf: (task: T) => string = () => '',
  ) {
    this.#partOf = partOf;
    this.#work = work;
    this.#laneOf = laneOf;
    this.#most = most;
  }

  /** @param soon before what waits already: a second look shall not be what all wait for in the end */
  add(host: string, task: T, soon = false): void {
    this.#pending += 1;
    const queue = this.#waiting.get(host) ?? new Parts<T>();
    this.#waiting.set(host, queue);
    queue.add(soon ? SOON : this.#partOf(task), task);
    void this.#open(host);
  }

  /** Nothing new is begun any more; what is under way ends. */
  stop(): void {
    this.#stopped = true;
    this.#settle();
  }

  /** When nothing waits and nothing is under way. @throws what a look threw */
  async ended(): Promise<void> {
    if (this.#pending > 0 && !(this.#stopped && this.#underWay === 0))
      await new Promise<void>((done) => this.#idle.push(done));
    if (this.#fault) throw this.#fault;
  }

  async #open(host: string): Promise<void> {
    const lane = await this.#laneOf(host);
    const runners = this.#runners.get(host) ?? 0;
    if (runners >= this.#mayAsk(host, lane) || !this.#waiting.get(host)?.size) return;
    this.#runners.set(host, runners + 1);
    await this.#run(host, lane);
  }

  async #run(host: string, lane: Lane): Promise<void> {
    const { gapMs } = lane;
    const queue = this.#waiting.get(host)!;
    while (!this.#stopped && queue.size > 0) {
      if (gapMs > 0) await this.#turn(host, gapMs);
      await this.#enter();
      const task = this.#stopped ? undefined : queue.next();
      if (task !== undefined) await this.#lookWithPatience(host, task, lane);
      this.#leave();
      const [runners, may] = [this.#runners.get(host)!, this.#mayAsk(host, lane)];
      if (runners > may) break;
      if (runners < may && queue.size > 0) void this.#open(host);
    }
    // In the same breath as the queue was seen empty: what is added next opens a lane again.
    this.#runners.set(host, this.#runners.get(host)! - 1);
    this.#settle();
  }

  async #lookWithPatience(host: string, task: T, { parallel, patienceMs, hanging = parallel }: Lane): Promise<void> {
    const look = this.#look(task);
    if (patienceMs === undefined) return look;
    const hangs = await isLate(look, patienceMs);
    const before = this.#hanging.get(host) ?? 0;
    const may = this.#answersInTime(host, hangs) ? Math.max(parallel, hanging) : parallel;
    if (!hangs || before >= may || this.#isTired(host)) return look;
    this.#hanging.set(host, before + 1);
    void look.then(() => this.#hanging.set(host, this.#hanging.get(host)! - 1));
  }

  #mayAsk(host: string, { parallel, patienceMs }: Lane): number {
    return patienceMs !== undefined && this.#isTired(host) ? Math.min(GENTLE, parallel) : parallel;
  }

  #isTired(host: string): boolean {
    const { looks, late } = this.#lately.get(host) ?? { looks: 0, late: 0 };
    return looks >= TIRED_AFTER && late > looks * (1 - IN_TIME);
  }

  #answersInTime(host: string, hangs: boolean): boolean {
    const { looks, late } = this.#lately.get(host) ?? { looks: 0, late: 0 };
    const share = looks < LATELY ? 1 : 0.5;
    const now = { looks: looks * share + 1, late: late * share + (hangs ? 1 : 0) };
    this.#lately.set(host, now);
    return now.late <= now.looks * (1 - IN_TIME);
  }

  async #look(task: T): Promise<void> {
    this.#underWay += 1;
    try {
      await this.#work(task);
    } catch (error) {
      this.#fault ??= error;
      this.#stopped = true;
    }
    this.#underWay -= 1;
    this.#pending -= 1;
    this.#settle();
  }

  /** Waits for one's turn at a host that wants a gap, also when its queue was empty in between. */
  async #turn(host: string, gapMs: number): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#nextAt.get(host) ?? 0);
    this.#nextAt.set(host, at + gapMs);
    if (at > now) await pause(at - now);
  }

  async #enter(): Promise<void> {
    if (this.#running >= this.#most) await new Promise<void>((free) => this.#free.push(free));
    this.#running += 1;
  }

  #leave(): void {
    this.#running -= 1;
    this.#free.shift()?.();
    this.#settle();
  }

  #settle(): void {
    if (this.#pending === 0 || (this.#stopped && this.#underWay === 0)) for (const done of this.#idle.splice(0)) done();
  }
}

const SOON = Symbol('before all parts');

/** What waits at one host, its parts in turn: what is rare in a site, and may take long, is met while there is other work and not waited for when all is done. */
class Parts<T> {
  readonly #parts = new Map<string | typeof SOON, T[]>();
  size = 0;

  add(part: string | typeof SOON, task: T): void {
    this.size += 1;
    const tasks = this.#parts.get(part);
    if (tasks) tasks.push(task);
    else this.#parts.set(part, [task]);
  }

  next(): T | undefined {
    const part = this.#parts.has(SOON) ? SOON : this.#parts.keys().next().value;
    const tasks = part === undefined ? undefined : this.#parts.get(part);
    if (part === undefined || !tasks) return undefined;
    this.size -= 1;
    // Every fourth from the end, for what lies deep.
    const task = tasks.length % 4 === 0 ? tasks.pop() : tasks.shift();
    this.#parts.delete(part);
    if (tasks.length > 0) this.#parts.set(part, tasks);
    return task;
  }
}

/** Whether a look takes longer than one waits for it. */
export function isLate(look: Promise<unknown>, patienceMs: number): Promise<boolean> {
  return new Promise((told) => {
    const clock = setTimeout(() => told(true), patienceMs);
    const end = () => {
      clearTimeout(clock);
      told(false);
    };
    look.then(end, end);
  });
}
