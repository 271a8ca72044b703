/** 收费的两种算法 [FEE-5, FEE-8] while a notice is written: the count of the month, what each tariff gives with its brackets, and which others may be told of
 * or were told of by the same paper [FEE-16]. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { tryClock } from '../../requests/deadlines.ts';
import { bothTariffs } from '../../requests/fees/both-tariffs.ts';
import { noticeNumber, OTHER_NAME, stillOwing } from '../../requests/fees/joint-notice.ts';
import { type PlaceInMonth, unitsOf } from '../../requests/fees/place-in-month.ts';
import type { RequestFile } from '../../requests/info-request.ts';
import { feeNotice } from '../../requests/standing.ts';
import { STATES } from '../../requests/states.ts';
import { countPlace } from '../../requests/store/count-place.ts';
import { filesOfNotice, joinable } from '../../requests/store/joint-files.ts';
import { loadRequestFile } from '../../requests/store/request-files.ts';
import { civilDateAt, partsOf } from '../../statute/civil-date.ts';
import { type FeeReckoning, unitPrice } from '../../statute/fee-tariff.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { FeeQuery, FeeView, JointChoice } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { enter, type Officer } from '../reach.ts';
import { NO_SUCH_FILE } from '../requests/request-file-view.ts';
import { FeeQuerySchema, IdSchema } from '../schemas.ts';

export function feeRoute(desk: FastifyInstance, deps: DeskDeps): void {
  desk
    .withTypeProvider<TypeBoxTypeProvider>()
    .get(
      '/api/requests/:id/fee',
      { schema: { params: IdSchema, querystring: FeeQuerySchema } },
      async (request, reply) =>
        answer(await feeView(deps, request.params.id, officerOf(request), request.query), request, reply),
    );
}

async function feeView(
  { house, keys }: DeskDeps,
  id: string,
  officer: Officer,
  { place, units = 1, pages }: FeeQuery,
): Promise<FeeView | Refusal> {
  const { db } = house;
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const file = await loadRequestFile(db, id);
  if (!file || !agencies.includes(file.request.agencyId)) return NO_SUCH_FILE;
  const { request, facts } = file;
  const counted = await countPlace(db, id, keys);
  const fees = bothTariffs({ place: place ?? counted?.place ?? null, units, pages: pages ?? null });
  if (isRefusal(fees)) return fees;
  const owing = counted ? await openToNotice(file, counted, officer, house) : [];
  const received = request.receivedOn && partsOf(request.receivedOn);
  return {
    month: received ? `${received.year}年${received.month}月` : null,
    counted: counted && countView(counted),
    items: fees.items && tariffView(fees.items),
    pages: fees.pages && tariffView(fees.pages),
    joinable: owing.flatMap(({ file: other, place, otherName }) =>
      otherName === undefined ? [choice(other, { place, yuan: unitPrice('items', place) }, house)] : [],
    ),
    notJoinable: owing.flatMap(({ file: { request: other }, place, otherName }) =>
      otherName === undefined
        ? []
        : [{ id: other.id, number: other.number, place, why: `${otherName}：${OTHER_NAME}` }],
    ),
    together: await togetherView(request, facts, house),
  };
}

async function openToNotice(file: RequestFile, counted: PlaceInMonth, officer: Officer, house: DeskDeps['house']) {
  const [today, calendar] = [civilDateAt(house.now()), house.calendar()];
  return joinable(house.db, file, counted, officer, today, calendar);
}

async function togetherView(
  request: RequestFile['request'],
  facts: RequestFile['facts'],
  house: DeskDeps['house'],
): Promise<FeeView['together']> {
  const notice = feeNotice(facts);
  const number = notice?.joint && noticeNumber(notice);
  if (!notice?.joint || !number) return null;
  const others = await filesOfNotice(house.db, request, facts);
  return {
    number,
    own: notice.yuan,
    files: others.flatMap((other) => {
      const listed = notice.joint!.files.find((one) => one.number === other.request.number);
      return listed ? [choice(other, listed, house)] : [];
    }),
  };
}

function choice(
  file: RequestFile,
  { place, yuan }: { readonly place: number; readonly yuan: number },
  house: DeskDeps['house'],
): JointChoice {
  const { id, number, wanted, state, closedOn } = file.request;
  const clock = tryClock(file, civilDateAt(house.now()), house.calendar());
  return {
    ...{ id, number, wanted, place, yuan },
    state: STATES[state].term,
    dueOn: isRefusal(clock) || closedOn !== null ? null : clock.due,
    owing: stillOwing([file]).length > 0,
    seen: file.facts.length,
  };
}

function countView({ place, before, after, leftOut }: PlaceInMonth): NonNullable<FeeView['counted']> {
  return { place, total: place + unitsOf(after), before, after, leftOut };
}

function tariffView({ amount, steps }: FeeReckoning): NonNullable<FeeView['items']> {
  return { yuan: amount, steps: steps.map(({ says, basis }) => ({ says, basis })) };
}
