/** 消息 [MSG-7]: each officer's own, and nobody else's. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { markRead } from '../../exchange/store/officer-notices.ts';
import { inTransaction } from '../../perform.ts';
import { refuse } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { type NoticesRead, ReadSchema } from '../exchange/notice-schemas.ts';
import { noticesView } from '../exchange/notices-view.ts';
import { officerOf } from '../guard.ts';

const WHICH = refuse('NO_SUCH_NOTICE', '接口约定', '没有说明是哪一条消息，请刷新页面后重试。');

export function noticeRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const { house } = deps;

  desk.get('/api/notices', async (request, reply) =>
    answer(await noticesView(officerOf(request), deps), request, reply),
  );

  desk
    .withTypeProvider<TypeBoxTypeProvider>()
    .post('/api/notices/read', { schema: { body: ReadSchema } }, async (request, reply) => {
      const which = whichOf(request.body);
      if (!which) return answer(WHICH, request, reply);
      const officer = officerOf(request);
      await inTransaction(house.db, (tx) => markRead(tx, officer.id, which, house.now()));
      return answer(await noticesView(officer, deps), request, reply);
    });
}

function whichOf({ id, until }: NoticesRead): { readonly id: string } | { readonly until: Date } | undefined {
  if (id !== undefined) return { id };
  const moment = new Date(until ?? '');
  return Number.isNaN(moment.getTime()) ? undefined : { until: moment };
}
