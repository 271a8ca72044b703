/**
 * 取 over HTTP with JSON [XCH-33]: `GET /offers?after=` is the list, `GET /offers/{id}?after=` an item, `GET /offers/{id}/files/{sha256}` a file of it. Every
 * request is signed as in pushing. Another installation of this product answers so; any platform may.
 */
import { FILE_BYTES } from '../../../platform/files/limits.ts';
import { InventorySchema } from '../../sharing/shared-copy.ts';
import { fits } from '../fits.ts';
import { type Calling, type Fetched, notTaken, signedFetch } from '../signed-call.ts';
import type { NotGot, OfferAdapter } from './offer-adapter.ts';

const LIST_BYTES = 1_000_000;
/** As much as is taken of what is delivered. */
const MESSAGE_BYTES = 8 * 1024 * 1024;
/** Beyond it their clock and ours are said to differ: signatures are good for five minutes. */
const SKEW_MS = 4 * 60_000;

export function httpOffers(calling: Calling): OfferAdapter {
  const get = async (path: string, mostBytes: number): Promise<Fetched | NotGot> => {
    const answer = await signedFetch(calling, { method: 'GET', path }, mostBytes);
    if ('sent' in answer) return answer;
    if (answer.status >= 300) return notGot(answer, calling.now());
    return answer.cut ? wrong(`对方给的内容超过 ${Math.floor(mostBytes / 1_000_000)} MB，没有收。`) : answer;
  };
  return {
    async list(after) {
      const answer = await get(`/offers?after=${encodeURIComponent(after)}`, LIST_BYTES);
      if ('sent' in answer) return answer;
      return fits(InventorySchema, answer.said) ? answer.said : wrong('对方的清单格式不对，没有取。');
    },
    async copy(id, held) {
      const answer = await get(`/offers/${encodeURIComponent(id)}?after=${held}`, MESSAGE_BYTES);
      return 'sent' in answer ? answer : { message: answer.said };
    },
    async file(id, { sha256 }) {
      const answer = await get(`/offers/${encodeURIComponent(id)}/files/${sha256}`, FILE_BYTES);
      return 'sent' in answer ? answer : { content: answer.body };
    },
  };
}

const wrong = (why: string): NotGot => ({ sent: false, why, again: false });

function notGot(answer: Fetched, now: Date): NotGot {
  const { status, at } = answer;
  if (status === 404) return wrong('对方说没有这一条，或者地址不对、还没有给本站开通。');
  if ((status === 401 || status === 403) && at) {
    const apart = Math.abs(at.getTime() - now.getTime());
    if (apart > SKEW_MS)
      return {
        ...{ sent: false, again: true, down: true },
        why: `对方平台不认签名：两边的时钟相差 ${Math.round(apart / 60_000)} 分钟，请校准时钟。`,
      };
  }
  const failed = notTaken(answer);
  return failed.down ? failed : { ...failed, why: failed.why.replace('没有收下', '没有给') };
}
