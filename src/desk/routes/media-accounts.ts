/** 媒体账号台账 [MSG-15…MSG-19]: listed, opened, changed, filed, closed; what was posted on each; the ledger as a sheet. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { accountStairs } from '../../exchange/store/accounts/accounts.ts';
import { postStairs } from '../../exchange/store/accounts/posts.ts';
import { type House, perform } from '../../perform.ts';
import { writeFilled } from '../../platform/papers/sheet.ts';
import { civil, yearOf } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import {
  AccountActSchema,
  type AccountActSent,
  AccountQuerySchema,
  AccountsQuerySchema,
  NewAccountSchema,
  PostWithdrawnSchema,
} from '../exchange/media-account-schemas.ts';
import { accountFor, accountsPage, accountsSheet, accountView } from '../exchange/media-accounts-view.ts';
import { officerOf } from '../guard.ts';
import type { Officer } from '../reach.ts';
import { IdSchema } from '../schemas.ts';
import { sendFile, XLSX } from '../upload.ts';

export function mediaAccountRoutes(desk: FastifyInstance, { house }: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();

  typed.get('/api/media-accounts', { schema: { querystring: AccountsQuerySchema } }, async (request, reply) =>
    answer(await accountsPage(officerOf(request), request.query, house), request, reply),
  );

  typed.post('/api/media-accounts', { schema: { body: NewAccountSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const { agencyId, openedOn, ...particulars } = request.body;
    const command = { verb: 'openAccount', agencyId, openedOn: civil(openedOn), particulars } as const;
    const done = await perform(house, accountStairs, officer, command);
    return answer(isRefusal(done) ? done : await accountView(officer, done.account.id, {}, house), request, reply);
  });

  typed.post('/api/media-accounts/export', { schema: { querystring: AccountsQuerySchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const page = await accountsPage(officer, request.query, house);
    if (isRefusal(page)) return answer(page, request, reply);
    const sheet = accountsSheet(page, officer.name);
    return sendFile(reply, await writeFilled(sheet), XLSX, `${sheet.title}.xlsx`);
  });

  typed.get(
    '/api/media-accounts/:id',
    { schema: { params: IdSchema, querystring: AccountQuerySchema } },
    async (request, reply) =>
      answer(await accountView(officerOf(request), request.params.id, request.query, house), request, reply),
  );

  typed.post(
    '/api/media-accounts/:id/acts',
    { schema: { params: IdSchema, querystring: AccountQuerySchema, body: AccountActSchema } },
    async (request, reply) => {
      const officer = officerOf(request);
      const account = await accountFor(officer, request.params.id, house);
      const done = isRefusal(account) ? account : await actOn(account.id, request.body, officer, house);
      if (isRefusal(done)) return answer(done, request, reply);
      return answer(await accountView(officer, request.params.id, request.query, house), request, reply);
    },
  );

  typed.post(
    '/api/media-posts/:id/withdraw',
    { schema: { params: IdSchema, body: PostWithdrawnSchema } },
    async (request, reply) => {
      const officer = officerOf(request);
      const command = { verb: 'withdrawPost', postId: request.params.id, why: request.body.why } as const;
      const done = await perform(house, postStairs, officer, command);
      if (isRefusal(done)) return answer(done, request, reply);
      const { accountId, postedOn } = done[0]!;
      return answer(await accountView(officer, accountId, { year: yearOf(postedOn) }, house), request, reply);
    },
  );
}

async function actOn(accountId: string, act: AccountActSent, officer: Officer, house: House) {
  switch (act.verb) {
    case 'recordPosts':
      return perform(house, postStairs, officer, { verb: 'recordPosts', accountId, lines: act.lines });
    case 'change': {
      const { verb: _, agencyId, why, ...particulars } = act;
      return perform(house, accountStairs, officer, { verb: 'changeAccount', accountId, agencyId, why, particulars });
    }
    case 'file': {
      const { number, on } = act;
      return perform(house, accountStairs, officer, { verb: 'fileAccount', accountId, number, on: civil(on) });
    }
    case 'close': {
      const { why, on } = act;
      return perform(house, accountStairs, officer, { verb: 'closeAccount', accountId, why, on: civil(on) });
    }
  }
}
