/** 暂存 [PUB-104]: what an editor is writing, kept for himself until it is saved as an edition or thrown away. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { permitInSome } from '../../people/actor.ts';
import { type House, inTransaction } from '../../perform.ts';
import { permit } from '../../publications/permissions.ts';
import {
  forgetWriting,
  type KeptWriting,
  keepWriting,
  keptWriting,
  keptWritings,
} from '../../publications/store/kept-writings.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { KeptWritingsView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { AboutSchema, ForgetSchema, KeepSchema } from '../publications/publication-schemas.ts';
import { documentFor } from '../publications/publication-view.ts';
import { agenciesWith, enter, type Officer } from '../reach.ts';

/** A body with its markup, written as JSON within JSON. */
const WRITING_BODY = 6 * 1024 * 1024;

export function keptWritingRoutes(desk: FastifyInstance, { house }: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  desk.get('/api/kept-writings', async (request, reply) =>
    answer(await listed(officerOf(request), house), request, reply),
  );
  typed.get('/api/kept-writings/:about', { schema: { params: AboutSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const mayNot = await refuseWriter(officer, request.params.about, house);
    if (mayNot) return answer(mayNot, request, reply);
    const kept = await keptWriting(house.db, officer.id, request.params.about);
    const found = kept && { content: kept.content, keptAt: kept.keptAt.toISOString(), version: kept.version };
    return answer({ found: found ?? null }, request, reply);
  });
  typed.post(
    '/api/kept-writings/:about',
    { schema: { params: AboutSchema, body: KeepSchema }, bodyLimit: WRITING_BODY },
    async (request, reply) => {
      const officer = officerOf(request);
      const { about } = request.params;
      const mayNot = await refuseWriter(officer, about, house);
      if (mayNot) return answer(mayNot, request, reply);
      const { window, after, ...written } = request.body;
      const [keptAt, version] = [house.now(), `${window}/${house.newId()}`];
      const kept: KeptWriting = { about, ...written, keptAt, version };
      const refusal = await inTransaction(house.db, (tx) => keepWriting(tx, officer.id, kept, { window, after }));
      return answer(refusal ?? { keptAt: keptAt.toISOString(), version }, request, reply);
    },
  );
  typed.post(
    '/api/kept-writings/:about/forget',
    { schema: { params: AboutSchema, body: ForgetSchema } },
    async (request, reply) => {
      const officer = officerOf(request);
      const { about } = request.params;
      const mayNot = await refuseWriter(officer, about, house);
      if (mayNot) return answer(mayNot, request, reply);
      await inTransaction(house.db, (tx) => forgetWriting(tx, officer.id, about, request.body));
      return answer(await listed(officer, house), request, reply);
    },
  );
}

async function listed(officer: Officer, { db }: House): Promise<KeptWritingsView | Refusal> {
  const closed = enter('publications', officer);
  if (isRefusal(closed)) return closed;
  const kept = await keptWritings(db, officer.id);
  return { writings: kept.map((one) => ({ ...one, keptAt: one.keptAt.toISOString() })) };
}

/** Kept for who could save it. */
async function refuseWriter(officer: Officer, about: string, house: House): Promise<Refusal | undefined> {
  if (about === 'new') return agenciesWith(['editor'], officer).length > 0 ? undefined : NO_EDITOR;
  const found = await documentFor(house, officer, about);
  if (isRefusal(found)) return found;
  const permission = permitInSome(officer, (as) => permit('revise', as, found.document));
  return permission.allowed ? undefined : permission.refusal;
}

const NO_EDITOR = refuse('NOT_YOUR_ROLE', '岗位权限', '信息由编辑起草，你没有这个岗位。需要的，请找安全管理员。');
