/** 平台接口 [XCH-9]: opened, changed and closed by the system administrator; what did not go he sends again or gives up. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { type Connection, NO_SUCH_CONNECTION } from '../../exchange/sharing/connection.ts';
import { deadLetterStairs } from '../../exchange/store/letters.ts';
import { COMPARE, connectionStairs, findConnection, SHARE } from '../../exchange/store/sharing/connections.ts';
import { sourceStairs } from '../../exchange/store/sharing/sources.ts';
import { perform } from '../../perform.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import {
  ConnectionActSchema,
  type ConnectionActSent,
  ConnectionSchema,
  SourceActSchema,
  SourceSchema,
} from '../exchange/connection-schemas.ts';
import { connectionsView, connectionView } from '../exchange/connections-view.ts';
import { officerOf } from '../guard.ts';
import { enter, type Officer } from '../reach.ts';
import { IdSchema } from '../schemas.ts';

export function connectionRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  const { house } = deps;
  const list = async (officer: Officer, done?: unknown) => {
    if (isRefusal(done)) return done;
    const agencies = enter('messages', officer);
    return isRefusal(agencies) ? agencies : connectionsView(deps, agencies);
  };

  typed.get('/api/connections', async (request, reply) => answer(await list(officerOf(request)), request, reply));

  typed.post('/api/connections', { schema: { body: ConnectionSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const agencies = enter('messages', officer);
    if (isRefusal(agencies)) return answer(agencies, request, reply);
    const act = { verb: 'openConnection', agencyId: agencies[0]!, settings: request.body } as const;
    return answer(await list(officer, await perform(house, connectionStairs, officer, act)), request, reply);
  });

  typed.get('/api/connections/:id', { schema: { params: IdSchema } }, async (request, reply) => {
    const connection = await connectionFor(officerOf(request), request.params.id, deps);
    return answer(isRefusal(connection) ? connection : await connectionView(deps, connection), request, reply);
  });

  typed.post(
    '/api/connections/:id/acts',
    { schema: { params: IdSchema, body: ConnectionActSchema } },
    async (request, reply) => {
      const officer = officerOf(request);
      const connection = await connectionFor(officer, request.params.id, deps);
      const done = isRefusal(connection) ? connection : await actOn(connection, request.body, officer, deps);
      if (isRefusal(done)) return answer(done, request, reply);
      const now = await connectionFor(officer, request.params.id, deps);
      return answer(isRefusal(now) ? now : await connectionView(deps, now), request, reply);
    },
  );

  typed.post('/api/sources', { schema: { body: SourceSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const agencies = enter('messages', officer);
    if (isRefusal(agencies)) return answer(agencies, request, reply);
    const act = { verb: 'admitSource', agencyId: agencies[0]!, settings: request.body } as const;
    return answer(await list(officer, await perform(house, sourceStairs, officer, act)), request, reply);
  });

  typed.post(
    '/api/sources/:id/acts',
    { schema: { params: IdSchema, body: SourceActSchema } },
    async (request, reply) => {
      const officer = officerOf(request);
      const [{ id }, sent] = [request.params, request.body];
      const act =
        sent.verb === 'change'
          ? ({ verb: 'changeSource', id, settings: sent.settings } as const)
          : ({ verb: SOURCE_VERBS[sent.verb], id } as const);
      const done = await perform(house, sourceStairs, officer, act);
      return answer(await list(officer, done), request, reply);
    },
  );
}

async function connectionFor(officer: Officer, id: string, { house }: DeskDeps): Promise<Connection | Refusal> {
  const agencies = enter('messages', officer);
  if (isRefusal(agencies)) return agencies;
  const connection = await findConnection(house.db, id);
  return connection && agencies.includes(connection.agencyId) ? connection : NO_SUCH_CONNECTION;
}

const SOURCE_VERBS = { close: 'closeSource', reopen: 'reopenSource', takeNow: 'takeNow' } as const;

const VERBS = {
  close: 'closeConnection',
  reopen: 'reopenConnection',
  compareNow: 'compareNow',
  sendAllAgain: 'sendAllAgain',
} as const;

async function actOn(
  { id }: Connection,
  act: ConnectionActSent,
  officer: Officer,
  deps: DeskDeps,
): Promise<Refusal | undefined> {
  const { house } = deps;
  if (act.verb === 'sendAgain' || act.verb === 'giveUp') return settle(id, act, officer, deps);
  const command =
    act.verb === 'change'
      ? ({ verb: 'changeConnection', id, settings: act.settings } as const)
      : { verb: VERBS[act.verb], id };
  const done = await perform(house, connectionStairs, officer, command);
  return isRefusal(done) ? done : undefined;
}

/** One of this connection's that did not go. */
async function settle(
  id: string,
  act: Extract<ConnectionActSent, { verb: 'sendAgain' | 'giveUp' }>,
  officer: Officer,
  { house }: DeskDeps,
): Promise<Refusal | undefined> {
  if (![SHARE, COMPARE].some((work) => act.piece.startsWith(`${work}:${id}:`))) return NO_SUCH_CONNECTION;
  const { piece, ...command } = act;
  const done = await perform(house, deadLetterStairs, officer, { ...command, id: piece });
  return isRefusal(done) ? done : undefined;
}
