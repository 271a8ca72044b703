/**
 * 适配器 PlatformAdapter: how an item reaches one kind of platform. One more kind is one file here with its line in `adapters.ts`, a line in `WAYS`
 * (`sharing/connection.ts`), and its fixtures in `adapters/fixtures/`, which one test plays to every adapter.
 */
import type { Handover } from '../channel.ts';
import type { DecisionReport } from '../credit/reported-decision.ts';
import type { Inventory, SharedFile, SharedMessage } from '../sharing/shared-copy.ts';

/** What goes out: something published, or a decision to a credit platform. */
export type Outgoing = SharedMessage | DecisionReport;

export interface FileToSend extends SharedFile {
  content(): AsyncIterable<Buffer>;
}

/** An item on its way with what belongs to it. */
export interface Parcel<Message extends Outgoing = Outgoing> {
  /** The same for a second try. */
  readonly key: string;
  readonly message: Message;
  readonly files: readonly FileToSend[];
}

/** What they hold, a page at a time; why it cannot be read; `untold` where this way has no such question. */
export type InventoryAnswer = Inventory | 'untold' | Extract<Handover, { sent: false }>;

export interface PlatformAdapter<Message extends Outgoing = Outgoing> {
  deliver(parcel: Parcel<Message>): Promise<Handover>;
  /** @param after the id after which the page begins; empty for the first */
  inventory(after: string): Promise<InventoryAnswer>;
}
