/** What a browser is told about a ready page: the encoding it takes, or 304 when it has this very page. */
import { MEDIA_TYPES, type ReadyPage } from './page-cache.ts';

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

function makeAnswers(page: ReadyPage, encoding: Encoding): Answers {
  const headers = {
    // Each encoding is a representation of its own (RFC 9110 §8.8.3.3).
    etag: `"${page.tag}${encoding ? `-${encoding}` : ''}"`,
    'cache-control': 'no-cache',
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

function encodingFor(accepted: string): Encoding {
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
