/**
 * 取的适配器 OfferAdapter [XCH-33]: how one kind of platform is asked for what it offers. One more kind is one file here with its line in `open-offers.ts` and its
 * double in `fixtures/`, which one test plays to every one of them.
 */
import type { Inventory, SharedFile } from '../../sharing/shared-copy.ts';
import type { NotSent } from '../signed-call.ts';

/** Asked for and not got; `again`: another try may go well, `down`: nothing else would go well now either. */
export type NotGot = NotSent;

export interface OfferAdapter {
  /** 清单, a page at a time. @param after where the page before ended; empty for the first */
  list(after: string): Promise<Inventory | NotGot>;
  /** One item in the format of a SharedMessage; whether it is one is looked at by whoever asked. @param held the revision that is held of it, 0 for none */
  copy(id: string, held: number): Promise<{ readonly message: unknown } | NotGot>;
  /** The content of a file that the item names. */
  file(id: string, file: SharedFile): Promise<{ readonly content: Buffer } | NotGot>;
}
