/** How the address of an officer's calendar is made and ended. The ledger tells that it was, nothing made from the address. */
import { decide, type FeedChange, type FeedCommand, permit } from '../../people/calendar-feed.ts';
import { feedOf, saveFeed } from '../../people/store/calendar-feeds.ts';
import type { Stairs } from '../../perform.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { Officer } from '../reach.ts';

export function feedStairs({ id, agencyId }: Officer): Stairs<boolean, FeedChange, FeedCommand> {
  return {
    room: 'people',
    load: async (tx) => (await feedOf(tx, id)) !== undefined,
    permit,
    decide(isOpen, command) {
      const next = decide(id, isOpen, command);
      if (isRefusal(next)) return next;
      const verb = command.verb === 'openFeed' ? 'openedCalendarFeed' : 'closedCalendarFeed';
      return { next, entry: { verb, subject: id, agencyId, basis: '本人办理', content: { officerId: id } } };
    },
    save: (tx, next, _loaded, { at }) => saveFeed(tx, next, at),
  };
}
