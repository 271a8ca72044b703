/** 日历订阅 of the officer who asks. */
export interface FeedView {
  /** ISO time; null: there is no address. */
  readonly madeAt: string | null;
  /** When a calendar last read it. */
  readonly readAt: string | null;
}

/** A new address, shown once: only its digest is kept. */
export interface FeedMadeView {
  readonly address: string;
  readonly feed: FeedView;
}
