/**
 * 推送 over HTTP with JSON [XCH-4]: `PUT /items/{id}` takes a message, `HEAD` and `PUT /files/{sha256}` its files before it, `GET /inventory?after=` says what
 * is held. Every request is signed. Another installation of this product answers so; any platform may.
 */
import { isRefusal } from '../../statute/refusal.ts';
import type { Handover } from '../channel.ts';
import { type FieldMapping, mapped } from '../sharing/field-mapping.ts';
import type { SharedMessage } from '../sharing/shared-copy.ts';
import { InventorySchema } from '../sharing/shared-copy.ts';
import { fits } from './fits.ts';
import type { FileToSend, InventoryAnswer, PlatformAdapter } from './platform-adapter.ts';
import { type Calling, notTaken, signedCall } from './signed-call.ts';

export function httpJson(calling: Calling, mapping: FieldMapping): PlatformAdapter<SharedMessage> {
  return {
    async deliver({ key, message, files }): Promise<Handover> {
      const theirs = mapped(message, mapping);
      if (isRefusal(theirs)) return { sent: false, why: theirs.says, again: false };
      for (const file of files) {
        const failed = await sendFile(calling, file);
        if (failed) return failed;
      }
      const body = Buffer.from(JSON.stringify(theirs));
      const answer = await signedCall(calling, { method: 'PUT', path: `/items/${message.item.id}`, body, key });
      if ('sent' in answer) return answer;
      if (answer.status >= 300) return notTaken(answer);
      const receipt = answer.said.receipt;
      if (typeof receipt === 'string' && receipt !== '') return { sent: true, answer: receipt.slice(0, 100) };
      return { sent: false, why: '对方平台没有给回执。', again: true };
    },
    async inventory(after): Promise<InventoryAnswer> {
      const answer = await signedCall(calling, {
        method: 'GET',
        path: `/inventory?after=${encodeURIComponent(after)}`,
      });
      if ('sent' in answer) return answer;
      if (answer.status === 404) return 'untold';
      if (answer.status >= 300) return notTaken(answer);
      if (fits(InventorySchema, answer.said)) return answer.said;
      return { sent: false, why: '对方平台的持有清单格式不对，不能对账。', again: false };
    },
  };
}

/** @returns why it is not there; undefined when it is */
async function sendFile(calling: Calling, file: FileToSend): Promise<Extract<Handover, { sent: false }> | undefined> {
  const path = `/files/${file.sha256}`;
  const asked = await signedCall(calling, { method: 'HEAD', path });
  if ('sent' in asked) return asked;
  if (asked.status < 300) return undefined;
  if (asked.status !== 404) return notTaken(asked);
  const pieces: Buffer[] = [];
  for await (const piece of file.content()) pieces.push(piece);
  const type = 'application/octet-stream';
  // The kind goes with the name: the other side holds the content against it.
  const named = `${path}?kind=${encodeURIComponent(file.kind)}`;
  const sent = await signedCall(calling, {
    method: 'PUT',
    path: named,
    body: Buffer.concat(pieces),
    type,
    key: file.sha256,
  });
  if ('sent' in sent) return sent;
  return sent.status < 300 ? undefined : notTaken(sent);
}
