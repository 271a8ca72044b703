/** 渠道 Channel: one way out. It answers with what the other side said; only that makes a message sent [MSG-5]. */
import type { Message } from './message.ts';

/** `sent` with the answer of the other side; otherwise why not, whether another try may go well, and whether the whole channel is down. */
export type Handover =
  | { readonly sent: true; readonly answer: string }
  | { readonly sent: false; readonly why: string; readonly again: boolean; readonly down?: true };

export interface Channel {
  /** For the administrator: which server, never a secret. */
  readonly describes: string;
  /** @param id of the message: the same for a second try, so that the other side can recognise it */
  send(id: string, to: string, message: Message): Promise<Handover>;
}

/** What is not set up is null: nothing is queued for it. */
export interface Channels {
  readonly mail: Channel | null;
  readonly sms: Channel | null;
}

export const NO_CHANNELS: Channels = { mail: null, sms: null };

const MOST = 200;

/** [MSG-4] What another system says may repeat the address it was told: neither log nor record keeps it. */
export function withoutAddresses(said: string): string {
  return said
    .replace(/[^\s<>()"']+@[^\s<>()"']+/g, '…')
    .replace(/\d{7,}/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST);
}
