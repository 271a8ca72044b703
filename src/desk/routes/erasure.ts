/** 到期清除 [SEC-25, SEC-26]: what is due, and the confirmation of a list that was read. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { AgencyId } from '../../people/agency.ts';
import { namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { listOtherErasures } from '../../requests/store/erase-sealed.ts';
import { DUE_AT_MOST, listErasures } from '../../requests/store/erasure.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { SETTING_RULES } from '../../statute/settings.ts';
import { agencyNames, agencyTerms } from '../agency-names.ts';
import { answer } from '../answer.ts';
import type { ErasureView } from '../contract/erasure.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { enter, type Officer } from '../reach.ts';
import { ERASURE_KIND_NAMES, ERASURE_KINDS } from '../requests/erasure-kinds.ts';
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
  const nameOf = await agencyNames(house.db);
  const lists = await Promise.all(
    ERASURE_KIND_NAMES.map(async (name) => {
      const { term, due } = ERASURE_KINDS[name];
      return { kind: { name, term }, found: await due(house, agencyIds) };
    }),
  );
  return {
    kept: (SETTING_RULES.identityYears.choices as Readonly<Record<string, string>>)[
      house.calendar().settings.identityYears
    ]!,
    agencies: lists.flatMap(({ kind, found }) =>
      agencyTerms([...new Set(found.map(({ agencyId }) => agencyId))], nameOf).map((agency) => ({
        agency,
        kind,
        due: found
          .filter(({ agencyId }) => agencyId === agency.name)
          .map(({ fileId, number, closedOn, dueOn, files }) => ({ fileId, number, closedOn, dueOn, files })),
      })),
    ),
    more: lists.some(({ found }) => found.length === DUE_AT_MOST),
    confirmed: await confirmedIn(house, agencyIds, nameOf),
  };
}

/** Of every kind, the latest first. What lies on no disk is gone with the confirmation. */
async function confirmedIn({ db }: House, agencyIds: readonly AgencyId[], nameOf: (agencyId: AgencyId) => string) {
  const others = await listOtherErasures(db, agencyIds, CONFIRMED_SHOWN);
  const all = [
    ...(await listErasures(db, agencyIds, CONFIRMED_SHOWN)),
    ...others.map((one) => ({ ...one, erased_at: one.confirmed_at })),
  ].sort((a, b) => b.confirmed_at.getTime() - a.confirmed_at.getTime());
  const names = await namesOfOfficers(db, [...new Set(all.map(({ confirmed_by }) => confirmed_by))]);
  return all.slice(0, CONFIRMED_SHOWN).map((one) => ({
    number: one.number,
    agency: nameOf(one.agency_id),
    by: names.get(one.confirmed_by) ?? '',
    at: one.confirmed_at.toISOString(),
    erasedAt: one.erased_at?.toISOString() ?? null,
  }));
}

async function confirm({ kind, agencyId, fileIds }: ErasureSent, officer: Officer, deps: DeskDeps) {
  const agencyIds = enter('erasure', officer);
  if (isRefusal(agencyIds)) return agencyIds;
  const done = await ERASURE_KINDS[kind].confirm(deps, officer, agencyId, fileIds);
  return isRefusal(done) ? done : erasureView(officer, deps);
}
