/** 机构和人员: seen by the security administrator and the auditor, changed by the security administrator. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { requireRole } from '../../people/actor.ts';
import type { AdministrationCommand, Right } from '../../people/administration.ts';
import { checkAgency, checkFounding, checkOfficer, isAgencyKind } from '../../people/enrolment.ts';
import { checkPassword } from '../../people/password-rules.ts';
import { type BindingCommand, refuseSubject } from '../../people/provider-identity.ts';
import { listOfficers } from '../../people/store/officers.ts';
import { digestOfIdentity } from '../../people/store/provider-identities.ts';
import { actorOf } from '../../people/store.ts';
import { perform } from '../../perform.ts';
import { hashPassword } from '../../platform/passwords.ts';
import { civil, civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { answer, answerIssues } from '../answer.ts';
import { FoundingSchema, OfficerActSchema } from '../calendar/county-schemas.ts';
import type { OfficerAct } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { identityStairs } from '../people/identity-stairs.ts';
import { peopleStairs } from '../people/people-stairs.ts';
import { peopleView } from '../people/people-view.ts';
import { enter, type Officer } from '../reach.ts';
import { NewAgencySchema, NewOfficerSchema } from '../schemas.ts';

type BindingAct = Extract<OfficerAct, { verb: 'bindIdentity' | 'unbindIdentity' }>;

const OneSchema = Type.Object({ id: Type.String({ maxLength: 100 }) });

const NO_PROVIDER = refuse('SEC-43', '岗位权限', '本单位没有启用统一身份认证，不能绑定。请先由运行维护人员设置。');

export function peopleRoutes(desk: FastifyInstance, { house, keys, provider, config }: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();

  const show = async (officer: Officer) => {
    const agencyIds = enter('people', officer);
    return isRefusal(agencyIds) ? agencyIds : peopleView(house, officer, agencyIds, provider !== null);
  };
  const stairs = peopleStairs(config.officersCombined ?? false);
  const act = async (command: AdministrationCommand, request: FastifyRequest, reply: FastifyReply) => {
    const officer = officerOf(request);
    return shown(await perform(house, stairs, officer, command), request, reply);
  };
  const shown = async (done: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const officer = officerOf(request);
    if (isRefusal(done)) return answer(done, request, reply);
    // Read anew: a new agency lies within his reach from now on.
    const now = (await actorOf(house.db, officer.id, civilDateAt(house.now())))!;
    return answer(await show(now), request, reply);
  };

  const bindingOf = (officerId: string, act: BindingAct): BindingCommand | Refusal => {
    if (act.verb === 'unbindIdentity') return { verb: 'unbindIdentity', officerId };
    if (!provider) return NO_PROVIDER;
    const subject = act.subject.trim();
    const identityDigest = digestOfIdentity(provider.issuer, subject, keys);
    return refuseSubject(subject) ?? { verb: 'bindIdentity', officerId, identityDigest };
  };

  desk.get('/api/people', async (request, reply) => answer(await show(officerOf(request)), request, reply));

  typed.post('/api/people/officers', { schema: { body: NewOfficerSchema } }, async (request, reply) => {
    const refusal = refuseNonAdministrator(officerOf(request), request.body.agencyId);
    if (refusal) return answer(refusal, request, reply);
    const { agencyId, name, signInName, password, roles } = request.body;
    const issues = checkOfficer(request.body);
    if (issues.length > 0) return answerIssues(issues, request, reply);
    const rights = roles.map((role) => ({ role, agencyId })) as Right[];
    const passwordHash = await hashPassword(password);
    return act({ verb: 'addOfficer', agencyId, name, signInName, passwordHash, rights }, request, reply);
  });

  typed.post('/api/people/agencies', { schema: { body: NewAgencySchema } }, async (request, reply) => {
    const refusal = refuseNonAdministrator(officerOf(request), request.body.parentId);
    if (refusal) return answer(refusal, request, reply);
    const { kind, creditCode, foundedOn = '', ...form } = request.body;
    const issues = [...checkAgency(request.body), ...checkFounding(foundedOn, civilDateAt(house.now()))];
    if (issues.length > 0 || !isAgencyKind(kind)) return answerIssues(issues, request, reply);
    return act(
      {
        verb: 'addAgency',
        ...form,
        kind,
        creditCode: creditCode.trim(),
        ...(foundedOn ? { foundedOn: civil(foundedOn) } : {}),
      },
      request,
      reply,
    );
  });

  typed.post(
    '/api/people/agencies/:id/founding',
    { schema: { params: OneSchema, body: FoundingSchema } },
    async (request, reply) => {
      const agencyId = request.params.id;
      const refusal = refuseNonAdministrator(officerOf(request), agencyId);
      if (refusal) return answer(refusal, request, reply);
      const { foundedOn } = request.body;
      const issues = checkFounding(foundedOn, civilDateAt(house.now()));
      if (issues.length > 0) return answerIssues(issues, request, reply);
      return act({ verb: 'setFounding', agencyId, foundedOn: foundedOn ? civil(foundedOn) : null }, request, reply);
    },
  );

  typed.post(
    '/api/people/officers/:id/acts',
    { schema: { params: OneSchema, body: OfficerActSchema } },
    async (request, reply) => {
      const officer = officerOf(request);
      const refusal = refuseNonAdministrator(officer);
      if (refusal) return answer(refusal, request, reply);
      const { body, params } = request;
      if (body.verb === 'setPassword') {
        const agencyIds = enter('people', officer);
        const known = isRefusal(agencyIds) ? [] : await listOfficers(house.db, agencyIds);
        const names = known.filter(({ id }) => id === params.id).flatMap(({ name, signInName }) => [name, signInName]);
        const issues = checkPassword(body.password, names);
        if (issues.length > 0) return answerIssues(issues, request, reply);
      }
      if (body.verb === 'bindIdentity' || body.verb === 'unbindIdentity') {
        const command = bindingOf(params.id, body);
        const done = isRefusal(command) ? command : await perform(house, identityStairs, officer, command);
        return shown(done, request, reply);
      }
      return act(await commandOf(params.id, body), request, reply);
    },
  );
}

/** Asked before the form is read: who may not administer has no password hashed for him, which is dear. */
function refuseNonAdministrator(officer: Officer, agencyId?: string): Refusal | undefined {
  const room = enter('people', officer);
  if (isRefusal(room)) return room;
  const anywhere = officer.reach.securityAdmin?.[0] ?? officer.agencyId;
  const permission = requireRole(officer, ['securityAdmin'], agencyId ?? anywhere);
  return permission.allowed ? undefined : permission.refusal;
}

async function commandOf(officerId: string, act: Exclude<OfficerAct, BindingAct>): Promise<AdministrationCommand> {
  if (act.verb === 'setPassword')
    return { verb: 'setPassword', officerId, passwordHash: await hashPassword(act.password) };
  return act.verb === 'giveRoles'
    ? { verb: 'giveRoles', officerId, rights: act.rights as Right[] }
    : { verb: act.verb, officerId };
}
