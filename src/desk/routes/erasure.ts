/** 到期清除 [SEC-25, SEC-26]: what is due, and the confirmation of a list that was read. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { namesOfOfficers } from '../../people/store.ts';
import { perform } from '../../perform.ts';
import { confirmErasureStairs, DUE_AT_MOST, dueErasures, listErasures } from '../../requests/store/erasure.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { SETTING_RULES } from '../../statute/settings.ts';
import { agencyNames, agencyTerms } from '../agency-names.ts';
import { answer } from '../answer.ts';
import type { ErasureView } from '../contract/erasure.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { enter, type Officer } from '../reach.ts';
import { type ErasureSent, ErasureSentSchema } from '../schemas.ts';

const CONFIRMED_SHOWN = 50;

export function erasureRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  typed.get('/api/erasure', async (request, reply) =>
    answer(await erasureView(officerOf(request), deps), request, reply),
  );
  typed.post('/api/erasure', { schema: { body: ErasureSentSchema } }, async (request, reply) =>
    answer(await confirm(request.body, officerOf(request), deps), request, reply),
  );
}

async function erasureView(officer: Officer, { house }: DeskDeps): Promise<ErasureView | Refusal> {
  const agencyIds = enter('erasure', officer);
  if (isRefusal(agencyIds)) return agencyIds;
  const { settings } = house.calendar();
  const due = await dueErasures(house.db, agencyIds, civilDateAt(house.now()), settings);
  const confirmed = await listErasures(house.db, agencyIds, CONFIRMED_SHOWN);
  const nameOf = await agencyNames(house.db);
  const names = await namesOfOfficers(house.db, [...new Set(confirmed.map(({ confirmed_by }) => confirmed_by))]);
  return {
    kept: (SETTING_RULES.identityYears.choices as Readonly<Record<string, string>>)[settings.identityYears]!,
    agencies: agencyTerms([...new Set(due.map(({ agencyId }) => agencyId))], nameOf).map((agency) => ({
      agency,
      due: due
        .filter(({ agencyId }) => agencyId === agency.name)
        .map(({ requestId, number, closedOn, dueOn, files }) => ({ requestId, number, closedOn, dueOn, files })),
    })),
    more: due.length === DUE_AT_MOST,
    confirmed: confirmed.map((one) => ({
      number: one.number,
      agency: nameOf(one.agency_id),
      by: names.get(one.confirmed_by) ?? '',
      at: one.confirmed_at.toISOString(),
      erasedAt: one.erased_at?.toISOString() ?? null,
    })),
  };
}

async function confirm(sent: ErasureSent, officer: Officer, deps: DeskDeps): Promise<ErasureView | Refusal> {
  const agencyIds = enter('erasure', officer);
  if (isRefusal(agencyIds)) return agencyIds;
  const done = await perform(deps.house, confirmErasureStairs, officer, { verb: 'confirmErasure', ...sent });
  return isRefusal(done) ? done : erasureView(officer, deps);
}
