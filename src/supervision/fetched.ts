/** 取到的页面 Fetched: what came back from one address, or why nothing did. “Could not look” is told apart from “is broken”. */

/** 没有取到的原因. */
export const FAILURES = {
  timeout: '超过时限没有打开',
  dns: '域名解析不到',
  connect: '连接不上',
  certificate: '安全证书有问题',
  'redirect-loop': '来回跳转，打不开',
  'too-many-redirects': '跳转次数太多',
  broken: '传输中断',
} as const;

export type FailureName = keyof typeof FAILURES;

export interface Answered {
  readonly outcome: 'answered';
  readonly url: string;
  /** After redirects. */
  readonly finalUrl: string;
  readonly hops: number;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The body is longer than was asked for. */
  readonly cut: boolean;
  /** From the first byte sent to the last received. */
  readonly millis: number;
}

export type Fetched =
  | Answered
  | { readonly outcome: 'failed'; readonly url: string; readonly failure: FailureName; readonly millis: number }
  /** 未能查看: the guard or a rule of the house forbade looking. */
  | { readonly outcome: 'forbidden'; readonly url: string; readonly says: string };
