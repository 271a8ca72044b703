/**
 * 一问一答: one request and its answer, with one bound on all the time it may take and one on its bytes. Many thousands are asked in a round, so there is no
 * stream between the line and the answer.
 */
import type { Dispatcher } from 'undici';
import { unpacked } from './read-body.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** One for each cookie that is set. */
  readonly cookies: readonly string[];
  readonly body: Buffer;
  /** The body is longer than was asked for, or packed in a way that cannot be unpacked within it. */
  readonly cut: boolean;
}

export interface Asking {
  readonly method: 'GET' | 'HEAD';
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** Thrown where the time was over. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/** Of an answer that only leads on nobody reads more. */
const MOST_OF_REDIRECT = 65_536;

export function ask(agent: Dispatcher, { origin, pathname, search }: URL, asking: Asking): Promise<Answer> {
  const { method, headers, timeoutMs } = asking;
  return new Promise((done, failed) => {
    let controller: Dispatcher.DispatchController | undefined;
    let over = false;
    const end = (settle: () => void) => {
      if (over) return;
      over = true;
      clearTimeout(clock);
      settle();
    };
    const clock = setTimeout(() => {
      end(() => failed(new TooLate('too late')));
      controller?.abort(LEFT);
    }, timeoutMs);
    let [status, length] = [0, 0];
    let told: Record<string, string> = {};
    let cookies: readonly string[] = [];
    let pieces: Buffer[] = [];
    let maxBytes = asking.maxBytes;
    const answer = (cut: boolean) =>
      end(() => {
        const whole = Buffer.concat(pieces);
        try {
          const read = cut
            ? { body: whole.subarray(0, maxBytes), cut }
            : unpacked(whole, told['content-encoding'], asking.maxBytes);
          done({ status, headers: told, cookies, ...read });
        } catch (error) {
          failed(error);
        }
      });
    agent.dispatch(
      { origin, path: `${pathname}${search}`, method, headers },
      {
        onRequestStart(now) {
          controller = now;
          if (over) now.abort(LEFT);
        },
        onResponseStart(_, code, sent) {
          if (code < 200) return;
          status = code;
          told = flat(sent);
          cookies = [sent['set-cookie'] ?? []].flat();
          if (code >= 300 && code < 400 && told.location !== undefined) maxBytes = MOST_OF_REDIRECT;
        },
        onResponseData(now, piece) {
          if (over) return;
          pieces.push(piece);
          length += piece.length;
          if (length <= maxBytes) return;
          answer(true);
          pieces = [];
          now.abort(LEFT);
        },
        onResponseEnd: () => answer(false),
        onResponseError: (_, error) => end(() => failed(error)),
      },
    );
  });
}

const LEFT = new Error('nobody waits for it any more');

function flat(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const told: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    told[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
  }
  return told;
}
