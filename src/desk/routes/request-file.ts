/** 一件申请: the file, what is done with it, and who applied. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { perform } from '../../perform.ts';
import type { FileCommand } from '../../requests/commands.ts';
import { CODE_ENDED, isIdentityErased } from '../../requests/store/erasure.ts';
import { findRequest } from '../../requests/store/files.ts';
import { identityStairs } from '../../requests/store/identity.ts';
import { performTogether } from '../../requests/store/joint-acts.ts';
import { withAttachments } from '../../requests/store/request-files.ts';
import { requestStairs } from '../../requests/store/stairs.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { ActSent, IdentityReason, IdentityView, RenewedCodeView, RequestFileView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { onScreen } from '../on-screen.ts';
import { enter, type Officer } from '../reach.ts';
import { handOver } from '../requests/hand-over.ts';
import { ActSentSchema } from '../requests/request-acts.ts';
import { NO_SUCH_FILE, requestFileView } from '../requests/request-file-view.ts';
import { triageAids } from '../requests/triage-aids.ts';
import { IdentityReasonSchema, IdSchema, RenewCodeSchema, type RenewCodeSent } from '../schemas.ts';

export function requestFileRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  typed.get('/api/requests/:id', { schema: { params: IdSchema } }, async (request, reply) =>
    answer(await requestFileView(request.params.id, officerOf(request), deps), request, reply),
  );
  typed.get('/api/requests/:id/aids', { schema: { params: IdSchema } }, async (request, reply) =>
    answer(await triageAids(request.params.id, officerOf(request), deps), request, reply),
  );
  typed.post('/api/requests/:id/acts', { schema: { params: IdSchema, body: ActSentSchema } }, async (request, reply) =>
    answer(await act(request.params.id, request.body, officerOf(request), deps), request, reply),
  );
  typed.post(
    '/api/requests/:id/code',
    { schema: { params: IdSchema, body: RenewCodeSchema } },
    async (request, reply) =>
      answer(await renewCode(request.params.id, request.body, officerOf(request), deps), request, reply),
  );
  typed.post(
    '/api/requests/:id/identity',
    { schema: { params: IdSchema, body: IdentityReasonSchema } },
    async (request, reply) =>
      answer(await identityOf(request.params.id, request.body, officerOf(request), deps), request, reply),
  );
}

/** @returns the file as it stands after the act */
async function act(
  id: string,
  { seen, act: sent, fileIds = [], along = [] }: ActSent,
  officer: Officer,
  deps: DeskDeps,
): Promise<RequestFileView | Refusal> {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  if (along.length > 0) {
    // What is asked of several is asked only of files he reads.
    const own = await findRequest(deps.house.db, id);
    if (!own || !agencies.includes(own.agencyId) || along.some((one) => one.id === id)) return NO_SUCH_FILE;
  }
  if (sent.verb === 'decideProactive' && sent.adopt) {
    const refused = await handOver({ id, seen, act: sent, officer, agencies }, deps);
    return refused ?? requestFileView(id, officer, deps);
  }
  const command = { ...sent, requestId: id } as FileCommand;
  const stairs = requestStairs(deps.keys);
  const seenOf = new Map(along.map((one) => [one.id, one.seen]));
  const done = await performTogether(deps.house, {
    ...{ actor: officer, command, keys: deps.keys },
    along: [...seenOf.keys()],
    stairsOf: (of) =>
      of === id
        ? withAttachments(onScreen(stairs, seen, agencies), fileIds)
        : onScreen(stairs, seenOf.get(of)!, agencies, '这件申请'),
  });
  return isRefusal(done) ? done : requestFileView(id, officer, deps);
}

/** 补发查询码 [REQ-92]: the code is told once, in this answer. */
async function renewCode(
  id: string,
  { seen, document }: RenewCodeSent,
  officer: Officer,
  deps: DeskDeps,
): Promise<RenewedCodeView | Refusal> {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  if (await isIdentityErased(deps.house.db, id)) return CODE_ENDED;
  const { code, digest } = deps.newQueryCode();
  const on = civilDateAt(deps.house.now());
  const command = { verb: 'renewCode', requestId: id, on, document, newDigest: digest } as const;
  const done = await perform(deps.house, onScreen(requestStairs(deps.keys), seen, agencies), officer, command);
  return isRefusal(done) ? done : { queryNumber: done.request.queryNumber, code };
}

async function identityOf(
  id: string,
  { reason }: IdentityReason,
  officer: Officer,
  deps: DeskDeps,
): Promise<IdentityView | Refusal> {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const known = await findRequest(deps.house.db, id);
  if (!known || !agencies.includes(known.agencyId)) return NO_SUCH_FILE;
  const command = { verb: 'openIdentity', requestId: id, reason } as const;
  const applicant = await perform(deps.house, identityStairs(deps.keys), officer, command);
  if (isRefusal(applicant)) return applicant;
  const { name, identity, phone, email, address, representative, agent, together = [] } = applicant;
  return {
    name,
    identity,
    phone,
    email,
    address,
    representative,
    agent: agent ? `${agent.name}，${agent.identity}，${agent.phone}` : '',
    together: together.join('、'),
  };
}
