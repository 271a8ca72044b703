/** 单个文件的网页（.mht、.mhtml）→ 网页: the page out of the parts in which a browser keeps it with its pictures (RFC 2557). */

const HEAD_BYTES = 8_000;
const PARTS_READ = 500;

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** @returns undefined where the file is no such page; the bytes of the page are in whatever encoding it was written */
export function mhtmlPage(file: Buffer): Buffer | undefined {
  if (!isMultipart(headersIn(file.toString('latin1', 0, HEAD_BYTES)))) return undefined;
  return pageIn(partOf(file.toString('latin1')));
}

/** The first page among the parts is the one that was saved; the others stand in its frames. */
function pageIn(part: Part, depth = 0): Buffer | undefined {
  const kind = part.headers.get('content-type') ?? '';
  if (/^text\/html\b/i.test(kind)) return decoded(part);
  const boundary = /boundary="?([^";]+)"?/i.exec(kind)?.[1];
  if (!isMultipart(part.headers) || boundary === undefined || depth > 1) return undefined;
  for (const text of part.body.split(`--${boundary}`).slice(1, PARTS_READ)) {
    const page = text.startsWith('--') ? undefined : pageIn(partOf(text.replace(/^\r?\n/, '')), depth + 1);
    if (page) return page;
  }
  return undefined;
}

function isMultipart(headers: ReadonlyMap<string, string>): boolean {
  return /^multipart\/(?:related|alternative|mixed)\b/i.test(headers.get('content-type') ?? '');
}

function partOf(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text);
  if (!end) return { headers: headersIn(text), body: '' };
  return { headers: headersIn(text.slice(0, end.index)), body: text.slice(end.index + end[0].length) };
}

/** Up to the first blank line; a line that begins with a blank goes on from the one before. */
function headersIn(text: string): Map<string, string> {
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.flatMap((line) => {
      const [, name, value] = /^([\w-]{1,60}):\s*(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value] as const];
    }),
  );
}

function decoded({ headers, body }: Part): Buffer {
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const whole = body.replace(/[ \t]*=[ \t]*\r?\n/g, '');
  return Buffer.from(
    whole.replace(/=([\dA-F]{2})/gi, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16))),
    'latin1',
  );
}
