/** 签名的调用: one request to another platform, through the guard against addresses of one's own network, with bounds on time and on what is read. */
import { type Dispatcher, request } from 'undici';
import { type Forbidden, forbiddenIn } from '../../platform/outgoing/guarded-agent.ts';
import { readBody } from '../../platform/outgoing/read-body.ts';
import { type Handover, withoutAddresses } from '../channel.ts';
import { SIGNATURE_HEADERS, signatureOf } from './signature.ts';

export interface Calling {
  readonly agent: Dispatcher;
  /** Base address, without a slash at its end. */
  readonly base: string;
  readonly keyId: string;
  readonly secrets: readonly string[];
  readonly now: () => Date;
  readonly timeoutMs: number;
}

export interface Call {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST';
  /** Below the base, with a slash before it. */
  readonly path: string;
  readonly body?: Buffer;
  readonly type?: string;
  /** 幂等键: the same for a second try. */
  readonly key?: string;
}

export interface Answered {
  readonly status: number;
  readonly said: Readonly<Record<string, unknown>>;
  /** By the clock of the other side, where it tells. */
  readonly at?: Date;
}

/** The bytes themselves, as far as the bound. */
export interface Fetched extends Answered {
  readonly body: Buffer;
  /** There was more. */
  readonly cut: boolean;
}

export type NotSent = Extract<Handover, { sent: false }>;

const MOST_READ = 1_000_000;

export async function signedCall(calling: Calling, call: Call): Promise<Answered | NotSent> {
  return signedFetch(calling, call, MOST_READ);
}

export async function signedFetch(calling: Calling, call: Call, mostBytes: number): Promise<Fetched | NotSent> {
  const url = new URL(`${calling.base}${call.path}`);
  const body = call.body ?? Buffer.alloc(0);
  const at = calling.now().toISOString();
  const signed = { at, method: call.method, path: `${url.pathname}${url.search}`, body };
  try {
    const answer = await request(url, {
      dispatcher: calling.agent,
      method: call.method,
      signal: AbortSignal.timeout(calling.timeoutMs),
      headers: {
        [SIGNATURE_HEADERS.key]: calling.keyId,
        [SIGNATURE_HEADERS.time]: at,
        [SIGNATURE_HEADERS.signature]: signatureOf(signed, calling.secrets),
        ...(call.key ? { 'idempotency-key': call.key } : {}),
        ...(call.body ? { 'content-type': call.type ?? 'application/json' } : {}),
      },
      ...(call.body ? { body } : {}),
    });
    const read = await readBody(answer.body, undefined, mostBytes);
    const told = new Date(String(answer.headers.date ?? ''));
    const clock = Number.isNaN(told.getTime()) ? {} : { at: told };
    return { status: answer.statusCode, said: parsed(read.body), ...read, ...clock };
  } catch (error) {
    return unanswered(error);
  }
}

/** Nobody there: nothing else would go well now either. */
const NOBODY =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$|CERT|SSL|TLS|UNABLE_TO/;

export function unanswered(error: unknown): NotSent {
  const forbidden = forbiddenIn(error);
  if (forbidden) return { sent: false, why: outOfBounds(forbidden), again: true, down: true };
  const { name, code } = error as { readonly name?: string; readonly code?: unknown };
  if (NOBODY.test(String(code)))
    return { sent: false, why: '连不上对方平台，请核对地址、证书和防火墙。', again: true, down: true };
  if (name === 'TimeoutError' || /TIMEOUT/.test(String(code)))
    return { sent: false, why: '对方没有在限定的时间里应答。', again: true };
  return { sent: false, why: '线路中断，没有收到对方的应答。', again: true };
}

const outOfBounds = ({ message }: Forbidden) =>
  `不连接这个地址：${message}。内网的平台要由运行维护人员写进 GONGKAI_INTERNAL_SITES。`;

/** What an answer that is no success means. */
export function notTaken({ status, said }: Answered): NotSent {
  if (status === 401 || status === 403)
    return { sent: false, why: '对方平台不认签名，请核对接口账号、密钥文件和两边的时钟。', again: true, down: true };
  const reason = withoutAddresses(String(said.says ?? said.reason ?? said.message ?? '')) || `状态码 ${status}`;
  const again = status >= 500 || status === 408 || status === 429;
  return { sent: false, why: again ? `对方平台暂时没有收下：${reason}` : `对方平台没有收下：${reason}`, again };
}

function parsed(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}
