/** 我的账号 [SEC-20, SEC-21]: the officer's own, whoever he is. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkContact } from '../../people/contact.ts';
import { checkPassword } from '../../people/password-rules.ts';
import { SIGN_IN_WAYS } from '../../people/sign-in-way.ts';
import { contactOf } from '../../people/store/contacts.ts';
import { signInNameOf } from '../../people/store/officers.ts';
import { hasSecondFactor } from '../../people/store/second-factors.ts';
import { nameOfSession, sessionsOf } from '../../people/store/sessions.ts';
import { perform } from '../../perform.ts';
import { codeAddress } from '../../platform/one-time-code.ts';
import { qrPath } from '../../platform/qr-path.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { answer, answerIssues } from '../answer.ts';
import type { AccountView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { CHOSEN_KINDS, mayHear, NOTICE_KINDS } from '../exchange/notice-kinds.ts';
import {
  CodeSchema,
  FactorProofSchema,
  OwnContactSchema,
  OwnPasswordSchema,
  PasswordProofSchema,
  SessionsClosedSchema,
} from '../exchange/notice-schemas.ts';
import { officerOf } from '../guard.ts';
import { accountStairs } from '../people/account-stairs.ts';
import { changeOwnPassword } from '../people/own-password.ts';
import { begin, confirm, end, type Own } from '../people/second-factor.ts';
import { digestOfToken, SESSION_COOKIE, sessionWindow } from '../people/session.ts';

export function accountRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const { house, keys } = deps;
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  const ownOf = (request: FastifyRequest): Own => {
    const [officer, sessionDigest] = [officerOf(request), sessionOf(request)];
    return { house, keys, officer, sessionDigest };
  };

  desk.get('/api/account', async (request, reply) => answer(await accountView(ownOf(request), deps), request, reply));

  typed.post('/api/account/password', { schema: { body: OwnPasswordSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const names = [officer.name, await signInNameOf(house.db, officer.id)];
    const issues = checkPassword(request.body.password, names);
    if (issues.length > 0) return answerIssues(issues, request, reply);
    const refusal = await changeOwnPassword(house, officer, request.body, sessionOf(request), keys);
    return answer(refusal ?? (await accountView(ownOf(request), deps)), request, reply);
  });

  typed.post('/api/account/second-factor', { schema: { body: PasswordProofSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const secret = await begin(ownOf(request), request.body.password);
    if (isRefusal(secret)) return answer(secret, request, reply);
    const account = await signInNameOf(house.db, officer.id);
    // For this answer alone: no cache keeps it, and it is not shown again.
    const qr = qrPath(codeAddress(secret, '政务公开工作台', account));
    return answer({ secret, qr }, request, reply);
  });

  typed.post('/api/account/second-factor/confirmed', { schema: { body: CodeSchema } }, async (request, reply) => {
    const done = await confirm(ownOf(request), request.body.code);
    return answer(isRefusal(done) ? done : await accountView(ownOf(request), deps), request, reply);
  });

  typed.post('/api/account/second-factor/ended', { schema: { body: FactorProofSchema } }, async (request, reply) => {
    const done = await end(ownOf(request), request.body);
    return answer(isRefusal(done) ? done : await accountView(ownOf(request), deps), request, reply);
  });

  typed.post('/api/account/contact', { schema: { body: OwnContactSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const issues = checkContact(request.body);
    if (issues.length > 0) return answerIssues(issues, request, reply);
    const command = { verb: 'changeContact', contact: request.body, kinds: CHOSEN_KINDS } as const;
    const done = await perform(house, accountStairs(officer, sessionOf(request), keys), officer, command);
    return answer(isRefusal(done) ? done : await accountView(ownOf(request), deps), request, reply);
  });

  typed.post('/api/account/sessions/closed', { schema: { body: SessionsClosedSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const command = { verb: 'closeSessions', session: request.body.session } as const;
    const done = await perform(house, accountStairs(officer, sessionOf(request), keys), officer, command);
    return answer(isRefusal(done) ? done : await accountView(ownOf(request), deps), request, reply);
  });
}

async function accountView(
  { officer: { id, name, reach }, house, keys, sessionDigest }: Own,
  { channels }: DeskDeps,
): Promise<AccountView> {
  const here = nameOfSession(sessionDigest);
  const { email, mobile, byMail, bySms } = await contactOf(house.db, id, keys);
  return {
    name,
    signInName: await signInNameOf(house.db, id),
    email,
    mobile,
    secondFactor: await hasSecondFactor(house.db, id),
    sessions: (await sessionsOf(house.db, id, sessionWindow(house.now()))).map((one) => ({
      ...{ name: one.name, address: one.address, browser: one.browser, way: SIGN_IN_WAYS[one.way] },
      ...{ openedAt: one.openedAt.toISOString(), seenAt: one.seenAt.toISOString() },
      here: one.name === here,
    })),
    mail: channels.mail !== null,
    sms: channels.sms !== null,
    // Those of a former role stay to be taken back.
    kinds: CHOSEN_KINDS.filter(
      (kind) => mayHear(kind, Object.keys(reach)) || byMail.includes(kind) || bySms.includes(kind),
    ).map((kind) => ({
      name: kind,
      term: NOTICE_KINDS[kind]!.term,
      byMail: byMail.includes(kind),
      bySms: bySms.includes(kind),
    })),
  };
}

function sessionOf(request: FastifyRequest): string {
  return digestOfToken(request.cookies[SESSION_COOKIE] ?? '');
}
