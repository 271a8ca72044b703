/**
 * 发送 [MSG-4, MSG-5, MSG-6]: the address is opened here, at the moment of sending, goes to the channel and is gone. What is kept is that the other
 * side has taken the message, or why not.
 */
import { mailAddressIn, mobileIn } from '../../people/contact.ts';
import { contactOf } from '../../people/store/contacts.ts';
import { isActive } from '../../people/store/officers.ts';
import type { Db } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import type { Outcome, Piece } from '../../platform/outbox/outbox.ts';
import { openApplicant } from '../../requests/store/applicants.ts';
import type { Channels } from '../channel.ts';
import { type MessageBody, mailOf, type Outsider, type Sender, smsOf } from '../message.ts';

/** A message that waits to be sent. */
export const SEND = 'send';

export interface Sending {
  readonly db: Db;
  readonly keys: Pick<KeyRing, 'open'>;
  readonly channels: Channels;
  readonly sender: Sender;
  readonly openWriter: OpenWriter;
}

/** How an outsider can be reached, as he left it. */
export interface Reach {
  readonly email: string;
  readonly phone: string;
}

/** Of who wrote a letter or reported a mistake, whose rooms know him; undefined where nothing is left of him. */
export type OpenWriter = (to: Extract<Outsider, { readonly kind: 'writer' }>) => Promise<Reach | undefined>;

interface Address {
  readonly by: 'mail' | 'sms';
  readonly address: string;
}

export async function send(sending: Sending, piece: Piece): Promise<Outcome> {
  const body = piece.body as MessageBody;
  const found = await addressOf(sending, body.to);
  if (!found) return { end: 'needless', said: '没有发送：收件人没有留下可以用的邮箱或者手机号码，或者已经不在岗。' };
  const { by, address } = found;
  const channel = sending.channels[by];
  if (!channel) return { end: 'never', said: by === 'mail' ? '没有配置邮件服务器。' : '没有配置短信网关。' };
  const message = by === 'mail' ? mailOf(body, sending.sender) : smsOf(body, sending.sender);
  const handed = await channel.send(piece.id, address, message);
  if (handed.sent) return { end: 'done', said: handed.answer };
  if (!handed.again) return { end: 'never', said: handed.why };
  return { end: 'later', said: handed.why, ...(handed.down ? { down: true } : {}) };
}

async function addressOf(
  { db, keys, channels, openWriter }: Sending,
  to: MessageBody['to'],
): Promise<Address | undefined> {
  if (to.kind === 'officer') {
    if (!(await isActive(db, to.officerId))) return undefined;
    const { email, mobile } = await contactOf(db, to.officerId, keys);
    return to.by === 'mail' ? addressed('mail', mailAddressIn(email)) : addressed('sms', mobileIn(mobile));
  }
  const left: Reach | undefined =
    to.kind === 'applicant' ? await openApplicant(db, to.requestId, keys) : await openWriter(to);
  if (!left) return undefined;
  // One message: by mail where he gave an address, otherwise to his mobile.
  return (
    (channels.mail && addressed('mail', mailAddressIn(left.email))) ||
    (channels.sms && addressed('sms', mobileIn(left.phone))) ||
    undefined
  );
}

function addressed(by: Address['by'], address: string | undefined): Address | undefined {
  return address === undefined ? undefined : { by, address };
}
