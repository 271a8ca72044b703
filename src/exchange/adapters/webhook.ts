/**
 * 变更通知 by webhook [XCH-7]: a program is told what changed and where it stands, and fetches it by the open interface. Signed, with the moment in the
 * signature; `id` stays the same for a second try. Of a document changed several times quickly only the last may be told.
 */
import type { Handover } from '../channel.ts';
import type { SharedCopy, SharedMessage } from '../sharing/shared-copy.ts';
import type { PlatformAdapter } from './platform-adapter.ts';
import { type Calling, notTaken, signedCall } from './signed-call.ts';

export function webhook(calling: Calling): PlatformAdapter<SharedMessage> {
  return {
    async deliver({ key, message }): Promise<Handover> {
      const body = Buffer.from(JSON.stringify({ id: key, ...eventOf(message) }));
      const answer = await signedCall(calling, { method: 'POST', path: '', body, key });
      if ('sent' in answer) return answer;
      return answer.status < 300 ? { sent: true, answer: `对方应答 ${answer.status}` } : notTaken(answer);
    },
    inventory: async () => 'untold',
  };
}

const EVENTS = { document: 'document.changed', withdrawal: 'document.withdrawn', columns: 'columns.changed' } as const;

function eventOf({ item, revision }: SharedMessage): object {
  return { event: EVENTS[item.what], item: item.id, revision, ...particularsOf(item) };
}

function particularsOf(item: SharedCopy): object {
  if (item.what === 'document') {
    const { url, title, publishedAt, changedAt } = item;
    return { url, title, publishedAt, changedAt };
  }
  return item.what === 'withdrawal' ? { withdrawnOn: item.withdrawnOn } : {};
}
