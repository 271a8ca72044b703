/** 应收金额 while a fee notice is written, with the brackets it is summed from. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { feeOfNotice } from '../../requests/decide/notice-fee.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { FeeQuery, FeeView } from '../contract.ts';
import { FeeQuerySchema } from '../schemas.ts';

export function feeRoute(desk: FastifyInstance): void {
  desk
    .withTypeProvider<TypeBoxTypeProvider>()
    .get('/api/fee', { schema: { querystring: FeeQuerySchema } }, async (request, reply) =>
      answer(feeView(request.query), request, reply),
    );
}

function feeView({ tariff, quantity }: FeeQuery): FeeView | Refusal {
  const fee = feeOfNotice(tariff, quantity);
  return isRefusal(fee) ? fee : { yuan: fee.amount, steps: fee.steps.map(({ says, basis }) => ({ says, basis })) };
}
