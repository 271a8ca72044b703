/** 收费的两种算法 [FEE-5, FEE-8] while a notice is written: the count of the month, and what each tariff gives with its brackets. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { bothTariffs } from '../../requests/fees/both-tariffs.ts';
import { type PlaceInMonth, unitsOf } from '../../requests/fees/place-in-month.ts';
import { countPlace } from '../../requests/store/count-place.ts';
import { findRequest } from '../../requests/store/files.ts';
import { partsOf } from '../../statute/civil-date.ts';
import type { FeeReckoning } from '../../statute/fee-tariff.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { FeeQuery, FeeView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { enter, type Officer } from '../reach.ts';
import { NO_SUCH_FILE } from '../request-file-view.ts';
import { FeeQuerySchema, IdSchema } from '../schemas.ts';

export function feeRoute(desk: FastifyInstance, { house }: DeskDeps): void {
  desk
    .withTypeProvider<TypeBoxTypeProvider>()
    .get(
      '/api/requests/:id/fee',
      { schema: { params: IdSchema, querystring: FeeQuerySchema } },
      async (request, reply) =>
        answer(await feeView(house.db, request.params.id, officerOf(request), request.query), request, reply),
    );
}

async function feeView(
  db: DeskDeps['house']['db'],
  id: string,
  officer: Officer,
  { place, units = 1, pages }: FeeQuery,
): Promise<FeeView | Refusal> {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const request = await findRequest(db, id);
  if (!request || !agencies.includes(request.agencyId)) return NO_SUCH_FILE;
  const counted = await countPlace(db, id);
  const fees = bothTariffs({ place: place ?? counted?.place ?? null, units, pages: pages ?? null });
  if (isRefusal(fees)) return fees;
  const received = request.receivedOn && partsOf(request.receivedOn);
  return {
    month: received ? `${received.year}年${received.month}月` : null,
    counted: counted && countView(counted),
    items: fees.items && tariffView(fees.items),
    pages: fees.pages && tariffView(fees.pages),
  };
}

function countView({ place, before, after, leftOut }: PlaceInMonth): NonNullable<FeeView['counted']> {
  return { place, total: place + unitsOf(after), before, after, leftOut };
}

function tariffView({ amount, steps }: FeeReckoning): NonNullable<FeeView['items']> {
  return { yuan: amount, steps: steps.map(({ says, basis }) => ({ says, basis })) };
}
