/** What a browser is told about a ready page: the encoding it takes, or 304 when it has this very page. */
import { MEDIA_TYPES, type MediaType, type ReadyPage } from './page-cache.ts';

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

export interface Asked {
  readonly 'accept-encoding'?: string | string[] | undefined;
  readonly 'if-none-match'?: string | undefined;
}

export function answerWith(page: ReadyPage, asked: Asked): PageAnswer {
  const { whole, known } = answersFor(page, encodingFor(String(asked['accept-encoding'] ?? '')));
  return page.status === 200 && isKnown(asked['if-none-match'], known.headers.etag!) ? known : whole;
}

type Encoding = 'br' | 'gzip' | undefined;

interface Answers {
  readonly whole: PageAnswer;
  /** The browser has it already. */
  readonly known: PageAnswer;
}

/** Said a thousand times a second: made once for as long as the page lies ready. */
const made = new WeakMap<ReadyPage, Map<Encoding, Answers>>();

function answersFor(page: ReadyPage, encoding: Encoding): Answers {
  const ofPage = made.get(page) ?? new Map<Encoding, Answers>();
  if (ofPage.size === 0) made.set(page, ofPage);
  const answers = ofPage.get(encoding) ?? makeAnswers(page, encoding);
  ofPage.set(encoding, answers);
  return answers;
}

/** Their address carries the hash of their text. */
const KEPT_FOR_EVER: ReadonlySet<MediaType> = new Set<MediaType>(['css', 'script']);

function makeAnswers(page: ReadyPage, encoding: Encoding): Answers {
  const headers = {
    // Each encoding is a representation of its own (RFC 9110 §8.8.3.3).
    etag: `"${page.tag}${encoding ? `-${encoding}` : ''}"`,
    'cache-control': KEPT_FOR_EVER.has(page.type) ? 'public, max-age=31536000, immutable' : 'no-cache',
    // How a reader wants pages is in his cookie; a program is told the same as every other.
    vary: page.type === 'html' ? 'accept-encoding, cookie' : 'accept-encoding',
  };
  const body = encoding === 'br' ? page.brotli : encoding === 'gzip' ? page.gzip : page.plain;
  const ofBody = {
    'content-type': MEDIA_TYPES[page.type],
    'content-length': String(body.length),
    ...(encoding ? { 'content-encoding': encoding } : {}),
  };
  return {
    whole: { status: page.status, headers: { ...headers, ...ofBody }, body },
    known: { status: 304, headers, body: undefined },
  };
}

/** Named, and not with a weight of nothing. */
const TAKES = { br: takes('br'), gzip: takes('gzip') };

function takes(encoding: string): RegExp {
  return new RegExp(`(?:^|,)\\s*${encoding}\\s*(?:$|,|;(?!\\s*q=0(?:\\.0*)?\\s*(?:$|,|;)))`, 'i');
}

/** Nearly all browsers say the same: what was read last is not read again. */
let last: { readonly accepted: string; readonly encoding: Encoding } = { accepted: '', encoding: undefined };

function encodingFor(accepted: string): Encoding {
  if (accepted !== last.accepted) {
    const encoding = TAKES.br.test(accepted) ? 'br' : TAKES.gzip.test(accepted) ? 'gzip' : undefined;
    last = { accepted, encoding };
  }
  return last.encoding;
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  return ifNoneMatch.split(',').some((part) => {
    const tag = part.trim().replace(/^W\//, '');
    return tag === etag || tag === '*';
  });
}
