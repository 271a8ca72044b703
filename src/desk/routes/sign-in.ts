/** 登录、退出. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { browserName } from '../../people/browser-name.ts';
import { idTokenOfSession } from '../../people/store/provider-identities.ts';
import { closeSession, type SignInPlace } from '../../people/store/sessions.ts';
import { inTransaction } from '../../perform.ts';
import type { Tx } from '../../platform/database.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { OPEN, officerOf } from '../guard.ts';
import { clearSessionCookie, digestOfToken, SESSION_COOKIE, setSessionCookie } from '../people/session.ts';
import { sessionView } from '../people/session-view.ts';
import { signIn } from '../people/sign-in.ts';
import { signInLimit } from '../people/sign-in-limit.ts';
import { SignInSchema } from '../schemas.ts';

const FAILED: readonly string[] = ['SIGN_IN_REFUSED', 'WRONG_CODE'];

/** From where somebody signs in [SEC-41]. */
export function placeOf(request: FastifyRequest): SignInPlace {
  return { browser: browserName(request.headers['user-agent'] ?? ''), address: request.ip };
}

export function signInRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const { house, keys } = deps;
  const limit = signInLimit(house.now);
  /** @returns what signs him out at the provider, where he came by it */
  const close = async (tx: Tx, digest: string) => {
    const idToken = await idTokenOfSession(tx, digest, keys);
    await closeSession(tx, digest);
    return idToken;
  };
  desk
    .withTypeProvider<TypeBoxTypeProvider>()
    .post('/api/sign-in', { ...OPEN, schema: { body: SignInSchema } }, async (request, reply) => {
      const { signInName } = request.body;
      const refused = limit.refuses(request.ip, signInName);
      if (refused) return answer(refused, request, reply.header('retry-after', refused.seconds));
      const token = await signIn(deps, request.body, placeOf(request));
      // What is only asked for more was right so far.
      if (isRefusal(token) && FAILED.includes(token.code)) limit.failed(request.ip, signInName);
      else limit.forget(request.ip);
      if (!isRefusal(token)) {
        // [SEC-2] The one this browser had before is nobody's any more.
        const before = request.cookies[SESSION_COOKIE];
        if (before) await inTransaction(house.db, (tx) => closeSession(tx, digestOfToken(before)));
        setSessionCookie(request, reply, token);
      }
      return answer(isRefusal(token) ? token : { signedIn: true }, request, reply);
    });

  // Open: whoever signs out with a session that has ended is signed out all the same. [SEC-49] And then at the provider, by his own browser.
  desk.post('/api/sign-out', OPEN, async (request, reply) => {
    const token = request.cookies[SESSION_COOKIE];
    const idToken = token && (await inTransaction(house.db, (tx) => close(tx, digestOfToken(token))));
    clearSessionCookie(request, reply);
    const provider = idToken ? ((await deps.provider?.farewell(idToken)) ?? null) : null;
    return answer({ signedOut: true, provider }, request, reply);
  });

  desk.get('/api/session', async (request, reply) =>
    answer(await sessionView(officerOf(request), deps), request, reply),
  );
}
