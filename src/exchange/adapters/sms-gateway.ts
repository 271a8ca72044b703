/**
 * 短信 through a gateway that takes JSON over HTTP. The body is signed with the shared secret; `id` stays the same for a second try, so that the
 * gateway can leave it out. It answers `{ "accepted": true, "receipt": "…" }`, or `false` with `reason`.
 */
import { createHmac } from 'node:crypto';
import type { SmsSettings } from '../../platform/channel-settings.ts';
import { type Channel, type Handover, withoutAddresses } from '../channel.ts';

const TIMEOUT_MS = 20_000;
/** Bytes. */
const LONGEST_ANSWER = 10_000;

export function smsGateway({ url, key, secret, sign }: SmsSettings, now: () => Date): Channel {
  return {
    describes: `${new URL(url).host}，签名【${sign}】`,
    async send(id, to, { text }) {
      const body = JSON.stringify({ id, to, text: `【${sign}】${text}` });
      const at = now().toISOString();
      const signature = createHmac('sha256', secret).update(`${at}\n${body}`).digest('hex');
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-gongkai-key': key,
            'x-gongkai-time': at,
            'x-gongkai-signature': signature,
          },
          body,
          // Elsewhere nobody asked us to send numbers to.
          redirect: 'error',
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        return readAnswer(answer.status, await beginningOf(answer));
      } catch {
        return { sent: false, why: '连不上短信网关，请核对 GONGKAI_SMS_URL 和防火墙。', again: true, down: true };
      }
    },
  };
}

/** No more is read than a gateway has to say, whatever stands behind the address. */
async function beginningOf(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    parts.push(part);
    length += part.length;
    if (length >= LONGEST_ANSWER) break;
  }
  return Buffer.concat(parts).toString('utf8', 0, LONGEST_ANSWER);
}

/** Statuses after which the very same message may be taken: too many, too slow, or trouble of the gateway's own. */
const mayRecover = (status: number) => status >= 500 || status === 408 || status === 429;

function readAnswer(status: number, text: string): Handover {
  const said = parsed(text);
  if (status === 401 || status === 403)
    return { sent: false, why: '短信网关不认签名，请核对 GONGKAI_SMS_KEY 和密钥文件。', again: true, down: true };
  if (status === 200 && said?.accepted === true && typeof said.receipt === 'string' && said.receipt !== '')
    return { sent: true, answer: withoutAddresses(`回执 ${said.receipt}`) };
  const reason = typeof said?.reason === 'string' ? said.reason : `状态码 ${status}`;
  const again = status === 200 ? said?.accepted !== false : mayRecover(status);
  return { sent: false, why: `短信网关没有收下：${withoutAddresses(reason)}`, again };
}

function parsed(text: string): { accepted?: unknown; receipt?: unknown; reason?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
