/**
 * 对象存储的调用 [OPS-17]: requests signed with AWS Signature Version 4 to a store that speaks S3, tried again where that may help. Every call may be
 * sent twice without harm.
 */
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import { Agent, type Dispatcher, request } from 'undici';
import type { BucketSettings } from './bucket-settings.ts';
import { refused, unreachable } from './faults.ts';

export interface Call {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** Below the prefix of the settings; empty: the bucket itself. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Body;
}

export interface Body {
  readonly bytes: number;
  /** The store compares it with what arrives. */
  readonly sha256: string;
  /** Anew for every try. */
  content(): Readable;
}

export interface Answer {
  readonly headers: Dispatcher.ResponseData['headers'];
  readonly body: Dispatcher.ResponseData['body'];
}

export interface BucketSecrets extends BucketSettings {
  readonly secret: string;
}

/** @returns undefined when there is no such file @throws ShelfFault for every answer but those two */
export type BucketCall = (call: Call) => Promise<Answer | undefined>;

export interface Patience {
  /** Milliseconds before the second try, the third and so on. */
  readonly waits: readonly number[];
  readonly connectMs: number;
  /** Between two signs of life of the store. */
  readonly silentMs: number;
}

/** Somebody waits for it at a screen. */
export const PATIENCE: Patience = { waits: [250, 1_000], connectMs: 3_000, silentMs: 20_000 };

/** Of nothing. */
const NO_BODY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const DONE: readonly number[] = [200, 204, 206];
const BUSY: readonly number[] = [429, 500, 502, 503, 504];
/** What arrived was not what was sent. */
const BROKEN: readonly string[] = ['BadDigest', 'XAmzContentSHA256Mismatch', 'RequestTimeout', 'IncompleteBody'];

export function bucketCalls(settings: BucketSecrets, { waits, connectMs, silentMs }: Patience): BucketCall {
  const dispatcher = new Agent({ connect: { timeout: connectMs }, headersTimeout: silentMs, bodyTimeout: silentMs });
  const once = async (call: Call) => {
    const { url, headers } = await signed(settings, call);
    const answer = await request(url, { method: call.method, headers, dispatcher, body: call.body?.content() ?? null });
    if (DONE.includes(answer.statusCode)) return answer;
    const code = codeIn(await answer.body.text());
    return { status: answer.statusCode, code };
  };
  return async (call) => {
    for (let tries = 0; ; tries += 1) {
      const wait = waits[tries];
      const answer = await once(call).catch((error: Error) => error);
      if (answer instanceof Error) {
        if (wait === undefined) throw unreachable(settings, answer);
      } else if (!('code' in answer)) {
        return answer;
      } else {
        // 404 of a file that is not there and of a bucket that is not there are told apart by the code alone.
        if (answer.status === 404 && answer.code === 'NoSuchKey') return undefined;
        const again = BUSY.includes(answer.status) || BROKEN.includes(answer.code);
        if (!again || wait === undefined) throw refused(settings, answer.status, answer.code);
      }
      await delay(wait * (0.5 + Math.random()));
    }
  };
}

/** Where a call goes, and what it says of who sends it. */
export async function signed(settings: BucketSecrets, { method, key, query, headers, body }: Call) {
  const { region, secret, key: accessKeyId } = settings;
  const made = await new AwsV4Signer({
    ...{ method, region, accessKeyId, secretAccessKey: secret, service: 's3' },
    url: addressOf(settings, key, query),
    headers: { ...headers, 'x-amz-content-sha256': body?.sha256 ?? NO_BODY },
  }).sign();
  return {
    url: made.url.href,
    headers: { ...Object.fromEntries(made.headers), ...(body ? { 'content-length': `${body.bytes}` } : {}) },
  };
}

function addressOf({ endpoint, bucket, prefix, bucketInHost }: BucketSettings, key: string, query: Call['query'] = {}) {
  const url = new URL(endpoint);
  if (bucketInHost) url.hostname = `${bucket}.${url.hostname}`;
  // Without a slash at the end of a bucket: there are stores that sign the path so and no other way.
  url.pathname = `${bucketInHost ? '' : `/${bucket}`}${key === '' ? '' : `/${prefix}${key}`}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

const codeIn = (xml: string): string => /<Code>([\w.]{1,60})<\/Code>/.exec(xml)?.[1] ?? '';
