/** 每日巡查 (《条例》第四十六条): a month with its roster, one sheet and what is done on it, the month as a table. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { namesOfOfficers } from '../../people/store.ts';
import { type House, perform } from '../../perform.ts';
import { writeFilled } from '../../platform/papers/sheet.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { rosterStairs, sheetStairs } from '../../supervision/store/patrol-stairs.ts';
import { agencyNames } from '../agency-names.ts';
import { answer } from '../answer.ts';
import type { PatrolSheetView } from '../contract/patrol.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { type Officer, refuseAgency } from '../reach.ts';
import { IdSchema } from '../schemas.ts';
import { patrolMonthSheet } from '../supervision/patrol-month-sheet.ts';
import {
  type PatrolActSent,
  PatrolActSentSchema,
  PatrolMonthQuerySchema,
  PatrolQuerySchema,
  RosterSchema,
} from '../supervision/patrol-schemas.ts';
import { patrolMonth, patrolMonthView, patrolSheetView, seenOf, sheetFor } from '../supervision/patrol-view.ts';
import { sendFile, XLSX } from '../upload.ts';

export function patrolRoutes(desk: FastifyInstance, { house }: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  typed.get('/api/patrol', { schema: { querystring: PatrolQuerySchema } }, async (request, reply) =>
    answer(await patrolMonthView(officerOf(request), request.query, house), request, reply),
  );
  typed.post('/api/patrol/rosters', { schema: { body: RosterSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const { agencyId, from, ...rest } = request.body;
    const closed = refuseAgency('findings', officer, agencyId);
    if (closed) return answer(closed, request, reply);
    const command = { verb: 'setRoster', agencyId, from: civil(from), ...rest } as const;
    const set = await perform(house, rosterStairs, officer, command);
    const month = from.slice(0, 7);
    return answer(isRefusal(set) ? set : await patrolMonthView(officer, { agencyId, month }, house), request, reply);
  });
  typed.post('/api/patrol/export', { schema: { querystring: PatrolMonthQuerySchema } }, async (request, reply) => {
    const found = await patrolMonth(officerOf(request), request.query, house);
    if (isRefusal(found)) return answer(found, request, reply);
    const names = await namesOfOfficers(house.db, [...new Set(found.days.map(({ officerId }) => officerId))]);
    const agency = (await agencyNames(house.db))(found.agencyId);
    const sheet = patrolMonthSheet(found, agency, (id) => names.get(id) ?? '已离任人员');
    return sendFile(reply, await writeFilled(sheet), XLSX, `${sheet.title}.xlsx`);
  });
  typed.get('/api/patrol/:id', { schema: { params: IdSchema } }, async (request, reply) =>
    answer(await patrolSheetView(officerOf(request), request.params.id, house), request, reply),
  );
  typed.post(
    '/api/patrol/:id/acts',
    { schema: { params: IdSchema, body: PatrolActSentSchema } },
    async (request, reply) =>
      answer(await act(request.params.id, request.body, officerOf(request), house), request, reply),
  );
}

/** 以所见为准 [SEC-8]: what has moved on since it was shown is not acted on. */
async function act(
  id: string,
  { seen, act: sent }: PatrolActSent,
  officer: Officer,
  house: House,
): Promise<PatrolSheetView | Refusal> {
  const found = await sheetFor(officer, id, house);
  if (isRefusal(found)) return found;
  const onScreen: typeof sheetStairs = {
    ...sheetStairs,
    async load(tx, command, scene) {
      const loaded = await sheetStairs.load(tx, command, scene);
      return isRefusal(loaded) || seenOf(loaded.sheet) === seen ? loaded : STALE;
    },
  };
  const done = await perform(house, onScreen, officer, { ...sent, sheetId: id });
  return isRefusal(done) ? done : patrolSheetView(officer, id, house);
}

const STALE = refuse(
  'STALE',
  '《条例》第四十六条',
  '你打开这个页面以后，巡查单有了变化，这一步没有办理。请刷新页面，看过再定。',
);
