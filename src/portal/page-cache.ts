/**
 * 页面缓存: whole pages, compressed once, kept until something they show is published or withdrawn. A page names what it
 * shows (`document:ID`, `column:KEY`, `home`); publishing names what it changed; equal names meet, nothing else is dropped.
 */
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';

/** 内容类型 of what the portal makes itself: pages, what they are drawn with, and what is written for programs. */
export const MEDIA_TYPES = {
  html: 'text/html; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
  data: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  text: 'text/plain; charset=utf-8',
  css: 'text/css; charset=utf-8',
  script: 'text/javascript; charset=utf-8',
} as const;

export type MediaType = keyof typeof MEDIA_TYPES;

export interface Rendered {
  readonly text: string;
  readonly type: MediaType;
  /** What the page shows: the names under which publishing makes it stale. */
  readonly keys: readonly string[];
  /** 200 unless told; anything else is sent and not kept. */
  readonly status?: number;
}

export interface ReadyPage {
  readonly status: number;
  readonly type: MediaType;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
  /** Hash of the text, without quotes. */
  readonly tag: string;
  readonly keys: readonly string[];
}

interface Kept {
  readonly page: ReadyPage;
  /** Read since it was last considered for being thrown out: it is passed over once. To note a reading in the order itself would cost more than the answer. */
  readSince: boolean;
}

/** How long a reader waits for the news. */
const NEWS_MS = 1_000;

export interface PageCacheSettings {
  readonly maxBytes?: number;
  /** Pages speak of today (deadlines, validity), so a page never outlives the day it was built on. */
  readonly day?: () => string;
  /** Pages are not compressed, for who asks for none of them that way: they are written to files. */
  readonly plain?: boolean;
  /** Tells whether what other processes did has been read; absent where there are none. */
  readonly news?: PageNews;
}

export interface PageNews {
  isCurrent(): boolean;
  /** @throws when the database does not answer */
  catchUp(): Promise<void>;
}

export class PageCache {
  readonly #maxBytes: number;
  readonly #day: () => string;
  readonly #plain: boolean;
  readonly #news: PageNews | undefined;
  #builtOn = '';
  #clearings = 0;
  #bytes = 0;
  /** Those that are thrown out first stand first. */
  readonly #pages = new Map<string, Kept>();
  readonly #addressesOf = new Map<string, Set<string>>();
  /** Those who ask while a page is being built share it, until something changes. */
  readonly #flights = new Map<string, Promise<ReadyPage>>();
  /** Of each page being built, shared still or no more: the names made stale meanwhile. */
  readonly #staleSince = new Set<Set<string>>();

  constructor({ maxBytes = 64 * 1024 * 1024, day = () => '', plain = false, news }: PageCacheSettings = {}) {
    this.#maxBytes = maxBytes;
    this.#day = day;
    this.#plain = plain;
    this.#news = news;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The page if it is there; short, because it stands before routing. */
  ready(address: string): ReadyPage | undefined {
    return this.#news?.isCurrent() === false ? undefined : this.#kept(address);
  }

  #kept(address: string): ReadyPage | undefined {
    this.#turnDay();
    const kept = this.#pages.get(address);
    if (!kept) return undefined;
    kept.readSince = true;
    return kept.page;
  }

  /** The page, built at most once however many ask at the same time. A failed build is not kept. */
  async page(address: string, build: () => Promise<Rendered>): Promise<ReadyPage> {
    if (this.#news?.isCurrent() === false) await this.#readNews(this.#news);
    const page = this.#kept(address);
    if (page) return page;
    const running = this.#flights.get(address);
    if (running) return running;
    const flight = this.#build(address, build);
    this.#flights.set(address, flight);
    try {
      return await flight;
    } finally {
      if (this.#flights.get(address) === flight) this.#flights.delete(address);
    }
  }

  /**
   * With the database away nobody publishes, and what was kept is better than nothing: it is shown. Every reader asks, and nobody is spared it
   * for having seen another wait: the database may have come back, and with it what others published meanwhile.
   */
  async #readNews(news: PageNews): Promise<void> {
    const patience = new AbortController();
    const late = delay(NEWS_MS, undefined, { signal: patience.signal }).catch(() => {});
    await Promise.race([news.catchUp().catch(() => {}), late]);
    patience.abort();
  }

  /** Drops exactly the pages that show one of the names; who asks from now on gets a page built after the change. */
  invalidate(names: readonly string[]): void {
    for (const name of names) {
      for (const address of this.#addressesOf.get(name) ?? []) this.#drop(address);
    }
    for (const stale of this.#staleSince) for (const name of names) stale.add(name);
    this.#flights.clear();
  }

  /** Drops everything, and what is being built is not kept. */
  clear(): void {
    this.#pages.clear();
    this.#addressesOf.clear();
    this.#flights.clear();
    this.#bytes = 0;
    this.#clearings += 1;
  }

  async #build(address: string, build: () => Promise<Rendered>): Promise<ReadyPage> {
    const clearings = this.#clearings;
    const staleSince = new Set<string>();
    this.#staleSince.add(staleSince);
    try {
      const page = await makeReady(await build(), this.#plain);
      const outdated = clearings !== this.#clearings || page.keys.some((name) => staleSince.has(name));
      if (!outdated && page.status === 200) this.#keep(address, page);
      return page;
    } finally {
      this.#staleSince.delete(staleSince);
    }
  }

  #keep(address: string, page: ReadyPage): void {
    if (sizeOf(page) > this.#maxBytes) return;
    this.#drop(address);
    this.#pages.set(address, { page, readSince: false });
    this.#bytes += sizeOf(page);
    for (const name of page.keys) {
      const addresses = this.#addressesOf.get(name) ?? new Set();
      this.#addressesOf.set(name, addresses.add(address));
    }
    this.#makeRoom();
  }

  /** A page that was read goes to the end unread, so the loop ends: the second time it comes it is thrown out. */
  #makeRoom(): void {
    for (const [address, kept] of this.#pages) {
      if (this.#bytes <= this.#maxBytes) return;
      if (!kept.readSince) {
        this.#drop(address);
        continue;
      }
      this.#pages.delete(address);
      this.#pages.set(address, { ...kept, readSince: false });
    }
  }

  #drop(address: string): void {
    const page = this.#pages.get(address)?.page;
    if (!page) return;
    this.#pages.delete(address);
    this.#bytes -= sizeOf(page);
    for (const name of page.keys) {
      const addresses = this.#addressesOf.get(name);
      addresses?.delete(address);
      if (addresses?.size === 0) this.#addressesOf.delete(name);
    }
  }

  #turnDay(): void {
    const day = this.#day();
    if (day === this.#builtOn) return;
    this.clear();
    this.#builtOn = day;
  }
}

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

async function makeReady({ text, type, keys, status = 200 }: Rendered, plainOnly: boolean): Promise<ReadyPage> {
  const plain = Buffer.from(text);
  const tag = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  if (plainOnly) return { status, type, plain, gzip: plain, brotli: plain, tag, keys };
  const [zipped, brotli] = await Promise.all([
    toGzip(plain, { level: 9 }),
    // From 7 on the encoder clears tables of megabytes for every page: 5 ms instead of 0.3, for a hundredth fewer bytes.
    toBrotli(plain, {
      params: { [zlib.BROTLI_PARAM_QUALITY]: 6, [zlib.BROTLI_PARAM_SIZE_HINT]: plain.length },
    }),
  ]);
  return { status, type, plain, gzip: zipped, brotli, tag, keys };
}

function sizeOf(page: ReadyPage): number {
  return page.plain.length + page.gzip.length + page.brotli.length;
}
