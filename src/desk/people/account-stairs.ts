/** How changes of one's own account climb. The ledger tells that a password, an authenticator or an address was changed, nothing made from it. */
import { type AccountCommand, decide, permit } from '../../people/account.ts';
import { saveContact } from '../../people/store/contacts.ts';
import { savePassword } from '../../people/store/officers.ts';
import { beginSecondFactor, removeSecondFactor, spendCode } from '../../people/store/second-factors.ts';
import { closeOtherSessionsOf, closeSessionNamed, nameOfSession, sessionNamesOf } from '../../people/store/sessions.ts';
import type { Stairs } from '../../perform.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { Officer } from '../reach.ts';

const TRACES: Readonly<Record<AccountCommand['verb'], string>> = {
  changePassword: 'changedOwnPassword',
  changeContact: 'changedOwnContact',
  beginSecondFactor: 'beganSecondFactor',
  confirmSecondFactor: 'confirmedSecondFactor',
  removeSecondFactor: 'removedSecondFactor',
  closeSessions: 'closedOwnSessions',
};

/** @param sessionDigest of the session that goes on */
export function accountStairs(
  { id, agencyId }: Officer,
  sessionDigest: string,
  keys: Pick<KeyRing, 'seal'>,
): Stairs<readonly string[], AccountCommand, AccountCommand> {
  return {
    room: 'people',
    async load(tx, { verb }) {
      if (verb !== 'closeSessions') return [];
      return (await sessionNamesOf(tx, id)).filter((name) => name !== nameOfSession(sessionDigest));
    },
    permit,
    decide(others, command) {
      const next = decide(command, others);
      if (isRefusal(next)) return next;
      const { verb } = next;
      const content =
        verb === 'changeContact' ? { byMail: next.contact.byMail, bySms: next.contact.bySms } : { officerId: id };
      return { next, entry: { verb: TRACES[verb], subject: id, agencyId, basis: '本人办理', content } };
    },
    async save(tx, next, _others, { at }) {
      switch (next.verb) {
        case 'changeContact':
          return saveContact(tx, id, next.contact, keys);
        case 'changePassword':
          await savePassword(tx, id, next.passwordHash);
          return closeOtherSessionsOf(tx, id, sessionDigest);
        case 'beginSecondFactor':
          return beginSecondFactor(tx, id, next.secret, at, keys);
        case 'confirmSecondFactor':
          await spendCode(tx, id, next.step, at);
          return closeOtherSessionsOf(tx, id, sessionDigest);
        case 'removeSecondFactor':
          return removeSecondFactor(tx, id);
        case 'closeSessions':
          if (next.session === null) return closeOtherSessionsOf(tx, id, sessionDigest);
          return closeSessionNamed(tx, id, next.session);
      }
    },
  };
}
