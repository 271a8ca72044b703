/** What a browser is told about a ready page: the encoding it takes, or 304 when it has this very page. */
import type { ReadyPage } from './page-cache.ts';

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

interface Asked {
  readonly 'accept-encoding'?: string | string[] | undefined;
  readonly 'if-none-match'?: string | undefined;
}

export function answerWith(page: ReadyPage, asked: Asked): PageAnswer {
  const encoding = encodingFor(String(asked['accept-encoding'] ?? ''));
  // Each encoding is a representation of its own (RFC 9110 §8.8.3.3).
  const etag = `"${page.tag}${encoding ? `-${encoding}` : ''}"`;
  const headers: Record<string, string> = {
    etag,
    'cache-control': 'no-cache',
    vary: 'accept-encoding, cookie',
  };
  if (page.status === 200 && isKnown(asked['if-none-match'], etag)) return { status: 304, headers, body: undefined };
  const body = encoding === 'br' ? page.brotli : encoding === 'gzip' ? page.gzip : page.plain;
  headers['content-type'] = 'text/html; charset=utf-8';
  headers['content-length'] = String(body.length);
  if (encoding) headers['content-encoding'] = encoding;
  return { status: page.status, headers, body };
}

function encodingFor(accepted: string): 'br' | 'gzip' | undefined {
  if (accepts(accepted, 'br')) return 'br';
  return accepts(accepted, 'gzip') ? 'gzip' : undefined;
}

function accepts(accepted: string, encoding: string): boolean {
  return accepted.split(',').some((part) => {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';');
    return name === encoding && !parameters.some((p) => /^\s*q=0(\.0*)?\s*$/.test(p));
  });
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  return ifNoneMatch.split(',').some((part) => {
    const tag = part.trim().replace(/^W\//, '');
    return tag === etag || tag === '*';
  });
}
