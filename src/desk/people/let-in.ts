/** 进门 [SEC-2, SEC-47]: whoever was recognised, by whichever road, gets a session; the ledger tells that he came in and how. */
import { type Actor, ALLOWED } from '../../people/actor.ts';
import { SIGN_IN_WAYS } from '../../people/sign-in-way.ts';
import { type CameBy, dropEndedSessionsOf, openSession, type SignInPlace } from '../../people/store/sessions.ts';
import { climb, type House, type Stairs } from '../../perform.ts';
import type { Tx } from '../../platform/database.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { Officer } from '../reach.ts';
import { digestOfToken, newToken, sessionWindow } from './session.ts';

interface Entering {
  readonly verb: 'signIn';
  readonly tokenDigest: string;
  readonly place: SignInPlace;
  readonly by: CameBy;
}

function entranceOf({ id, agencyId }: Officer): Stairs<null, Entering, Entering> {
  return {
    room: 'people',
    load: async () => null,
    permit: (_actor: Actor) => ALLOWED,
    decide: (_loaded, command) => ({
      next: command,
      // Neither the token nor the place: those are gone with the session.
      entry: {
        ...{ verb: 'signedIn', subject: id, agencyId, basis: SIGN_IN_WAYS[command.by.way] },
        content: { way: command.by.way },
      },
    }),
    async save(tx, { tokenDigest, place, by }, _loaded, { at }) {
      await dropEndedSessionsOf(tx, id, sessionWindow(at));
      await openSession(tx, id, tokenDigest, at, place, by);
    },
  };
}

/** @returns the token for the browser */
export async function letIn(tx: Tx, house: House, officer: Officer, place: SignInPlace, by: CameBy): Promise<string> {
  const token = newToken();
  const command = { verb: 'signIn', tokenDigest: digestOfToken(token), place, by } as const;
  const entered = await climb(tx, house, entranceOf(officer), officer, command);
  if (isRefusal(entered)) throw new Error(entered.code);
  return token;
}
