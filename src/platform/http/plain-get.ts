/**
 * 一个简单的请求: bytes that are one whole GET of a browser and nothing else, by the narrowest reading of RFC 9112. Whatever is
 * unusual (a body, a second request behind it, a line that is not in order) is not read here: Node's own parser has to.
 */
export interface PlainGet {
  /** As it was sent: path and query. */
  readonly url: string;
  /** The fields that choose the answer, by their names in small letters; each stood there once. */
  readonly headers: Readonly<Partial<Record<ChoosingField, string>>>;
}

type ChoosingField = 'accept-encoding' | 'cookie' | 'if-none-match';
type DecidingField = ChoosingField | 'host' | 'connection';

const MOST_BYTES = 8_192;
/** Request line, fields, empty line; nothing before, nothing behind, no line end but CR LF. */
const WHOLE = /^GET (\/[\x21-\x7e]*) HTTP\/1\.1\r\n(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+: ?[\x20-\x7e]*\r\n)+\r\n$/;
/** Those that decide: the first group chooses the answer, with any of the second a request is more than it seems. */
const DECIDING =
  /\n(?:(host|connection|accept-encoding|cookie|if-none-match)|content-length|transfer-encoding|expect|upgrade|trailer|http2-settings): ?([\x20-\x7e]*)/gi;

/** @returns undefined for anything but one whole, ordinary GET */
export function readPlainGet(bytes: Buffer): PlainGet | undefined {
  if (bytes.length > MOST_BYTES) return undefined;
  const text = bytes.toString('latin1');
  const url = WHOLE.exec(text)?.[1];
  if (url === undefined) return undefined;
  const found: Partial<Record<DecidingField, string>> = {};
  DECIDING.lastIndex = 0;
  for (let field = DECIDING.exec(text); field; field = DECIDING.exec(text)) {
    const name = field[1]?.toLowerCase() as DecidingField | undefined;
    if (name === undefined || found[name] !== undefined) return undefined;
    found[name] = field[2]!;
  }
  const { host, connection = 'keep-alive', ...headers } = found;
  if (host === undefined || connection.toLowerCase() !== 'keep-alive') return undefined;
  return { url, headers };
}
