/** How changes of one's own account climb. The ledger tells that a password or an address was changed, nothing made from it. */
import { type AccountChange, type AccountCommand, decide, permit } from '../people/account.ts';
import { saveContact } from '../people/store/contacts.ts';
import { savePassword } from '../people/store/officers.ts';
import { closeOtherSessionsOf } from '../people/store.ts';
import type { Stairs } from '../perform.ts';
import type { KeyRing } from '../platform/key-file.ts';
import { isRefusal } from '../statute/refusal.ts';
import type { Officer } from './reach.ts';

/** @param sessionDigest of the session that goes on */
export function accountStairs(
  officer: Officer,
  sessionDigest: string,
  keys: Pick<KeyRing, 'seal'>,
): Stairs<null, AccountChange, AccountCommand> {
  return {
    room: 'people',
    load: async () => null,
    permit,
    decide(_loaded, command) {
      const next = decide(officer.id, command);
      if (isRefusal(next)) return next;
      const verb = 'contact' in next ? 'changedOwnContact' : 'changedOwnPassword';
      const content =
        'contact' in next ? { byMail: next.contact.byMail, bySms: next.contact.bySms } : { officerId: officer.id };
      return { next, entry: { verb, subject: officer.id, agencyId: officer.agencyId, basis: '本人办理', content } };
    },
    async save(tx, next) {
      if ('contact' in next) return saveContact(tx, next.officerId, next.contact, keys);
      await savePassword(tx, next.officerId, next.passwordHash);
      await closeOtherSessionsOf(tx, next.officerId, sessionDigest);
    },
  };
}
