/** 频次限制: how often one address may do something anonymous. Counts in memory, forgets by itself, and stays bounded. */
export interface RateLimitSettings {
  readonly times: number;
  readonly withinMs: number;
  readonly now: () => Date;
  /** Addresses remembered at most; beyond that the longest known are forgotten. */
  readonly remembered?: number;
}

export class RateLimit {
  readonly #settings: RateLimitSettings;
  readonly #seen = new Map<string, number[]>();

  constructor(settings: RateLimitSettings) {
    this.#settings = settings;
  }

  /** Whether the address has used up its times. Does not count this one. */
  isUsedUp(address: string): boolean {
    return this.#recent(address).length >= this.#settings.times;
  }

  /** Milliseconds until the address has a time again; none while it has some left. */
  freeIn(address: string): number {
    const recent = this.#recent(address);
    const first = recent[recent.length - this.#settings.times];
    return first === undefined ? 0 : first + this.#settings.withinMs - this.#settings.now().getTime();
  }

  count(address: string): void {
    const times = [...this.#recent(address), this.#settings.now().getTime()];
    this.#seen.delete(address);
    this.#seen.set(address, times);
    if (this.#seen.size > (this.#settings.remembered ?? 10_000)) {
      for (const oldest of this.#seen.keys()) {
        this.#seen.delete(oldest);
        break;
      }
    }
  }

  /** Takes back what was counted last for the address. */
  uncount(address: string): void {
    this.#seen.set(address, this.#recent(address).slice(0, -1));
  }

  #recent(address: string): number[] {
    const since = this.#settings.now().getTime() - this.#settings.withinMs;
    return (this.#seen.get(address) ?? []).filter((time) => time > since);
  }
}
