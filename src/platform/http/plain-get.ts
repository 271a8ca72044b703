/**
 * 一个简单的请求: bytes that are one whole GET of a browser and nothing else, by the narrowest reading of RFC 9112. Whatever is
 * unusual (a body, a second request behind it, a line that is not in order) is not read here: Node's own parser has to.
 */
import { HOST } from './well-addressed.ts';

export interface PlainGet {
  /** As it was sent: path and query. */
  readonly url: string;
  /** The fields that choose the answer, by their names in small letters; each stood there once. */
  readonly headers: Readonly<Record<ChoosingField, string | undefined>>;
}

type ChoosingField = 'accept-encoding' | 'cookie' | 'if-none-match';

const MOST_BYTES = 8_192;
/** Request line, fields, empty line; nothing before, nothing behind, no line end but CR LF. */
const WHOLE = /^GET (\/[\x21-\x7e]*) HTTP\/1\.1\r\n(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+: ?[\x20-\x7e]*\r\n)+\r\n$/;
/** Those that decide, each in a group of its own; with any of the last ones a request is more than it seems. */
const DECIDING =
  /\n(?:(host)|(connection)|(accept-encoding)|(cookie)|(if-none-match)|content-length|transfer-encoding|expect|upgrade|trailer|http2-settings): ?([\x20-\x7e]*)/gi;

/** @returns undefined for anything but one whole, ordinary GET */
export function readPlainGet(bytes: Buffer): PlainGet | undefined {
  if (bytes.length > MOST_BYTES) return undefined;
  const text = bytes.toString('latin1');
  const url = WHOLE.exec(text)?.[1];
  if (url === undefined) return undefined;
  // Read for every page that is sent: names are compared by the expression alone, and no object is made but the one given back.
  let [host, connection, encoding, cookie, tag]: (string | undefined)[] = [];
  DECIDING.lastIndex = 0;
  for (let field = DECIDING.exec(text); field; field = DECIDING.exec(text)) {
    const value = field[6]!;
    if (field[1] && host === undefined) host = value;
    else if (field[2] && connection === undefined) connection = value;
    else if (field[3] && encoding === undefined) encoding = value;
    else if (field[4] && cookie === undefined) cookie = value;
    else if (field[5] && tag === undefined) tag = value;
    else return undefined;
  }
  if (host === undefined || !HOST.test(host) || (connection !== undefined && connection.toLowerCase() !== 'keep-alive'))
    return undefined;
  return { url, headers: { 'accept-encoding': encoding, cookie, 'if-none-match': tag } };
}
