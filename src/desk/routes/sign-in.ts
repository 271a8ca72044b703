/** 登录、退出. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { browserName } from '../../people/browser-name.ts';
import { closeSession } from '../../people/store/sessions.ts';
import { inTransaction } from '../../perform.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { OPEN, officerOf } from '../guard.ts';
import { SignInSchema } from '../schemas.ts';
import { clearSessionCookie, digestOfToken, SESSION_COOKIE, setSessionCookie } from '../session.ts';
import { sessionView } from '../session-view.ts';
import { signIn } from '../sign-in.ts';

export function signInRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const { house } = deps;
  desk
    .withTypeProvider<TypeBoxTypeProvider>()
    .post('/api/sign-in', { ...OPEN, schema: { body: SignInSchema } }, async (request, reply) => {
      const place = { browser: browserName(request.headers['user-agent'] ?? ''), address: request.ip };
      const token = await signIn(house, deps.keys, request.body, place);
      if (!isRefusal(token)) setSessionCookie(request, reply, token);
      return answer(isRefusal(token) ? token : { signedIn: true }, request, reply);
    });

  // Open: whoever signs out with a session that has ended is signed out all the same.
  desk.post('/api/sign-out', OPEN, async (request, reply) => {
    const token = request.cookies[SESSION_COOKIE];
    if (token) await inTransaction(house.db, (tx) => closeSession(tx, digestOfToken(token)));
    clearSessionCookie(request, reply);
    return answer({ signedOut: true }, request, reply);
  });

  desk.get('/api/session', async (request, reply) =>
    answer(await sessionView(officerOf(request), deps), request, reply),
  );
}
