/** 平台的调用: one request to the public platform, through the guard against addresses of one's own network, with bounds. The pass goes in the address, which is told nowhere. */
import { type Dispatcher, FormData, request } from 'undici';
import { readBody } from '../../../platform/outgoing/read-body.ts';
import { type Handover, withoutAddresses } from '../../channel.ts';
import { explained } from '../../wechat/wechat-errors.ts';
import { unanswered } from '../signed-call.ts';

export interface WechatGround {
  readonly agent: Dispatcher;
  /** `https://api.weixin.qq.com`, without a slash at its end. */
  readonly base: string;
  readonly timeoutMs: number;
}

export type NotTold = Extract<Handover, { sent: false }> & {
  /** Number of the platform; absent where nothing was answered, or not by it. */
  readonly code?: number;
  /** The call may have worked. */
  readonly unknown: boolean;
};

export type Told = { readonly sent: true; readonly said: Readonly<Record<string, unknown>> };

const MOST_READ = 2_000_000;

export interface PlatformFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

export async function wechatCall(
  { agent, base, timeoutMs }: WechatGround,
  path: string,
  token: string | null,
  content: object | PlatformFile,
): Promise<Told | NotTold> {
  const url = new URL(`${base}${path}`);
  if (token !== null) url.searchParams.set('access_token', token);
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method: 'POST',
      signal: AbortSignal.timeout(timeoutMs),
      ...('content' in content
        ? { body: formOf(content as PlatformFile) }
        : { headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(content) }),
    });
    const read = await readBody(answer.body, undefined, MOST_READ);
    return toldBy(answer.statusCode, parsed(read.body));
  } catch (error) {
    const failed = unanswered(error);
    return { ...failed, why: failed.why.replace('对方平台', '微信公众平台'), unknown: !failed.down };
  }
}

function formOf({ name, type, content }: PlatformFile): FormData {
  const form = new FormData();
  form.append('media', new Blob([new Uint8Array(content)], { type }), name);
  return form;
}

function toldBy(status: number, said: Readonly<Record<string, unknown>> | undefined): Told | NotTold {
  if (status >= 500 || said === undefined)
    return { sent: false, why: '微信公众平台没有正常应答，系统稍后自动再试。', again: true, unknown: true };
  const code = said.errcode;
  if (typeof code !== 'number' || code === 0) return { sent: true, said };
  const { says, again, down } = explained(code, withoutAddresses(String(said.errmsg ?? '')));
  // What was refused by a number was not done; only “busy” says nothing.
  return { sent: false, why: says, again, code, unknown: code === -1, ...(down ? { down } : {}) };
}

function parsed(body: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
