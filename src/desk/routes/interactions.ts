/** 互动回应: registered one by one, so that the year's figures open their records. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { countYear, heldBehind } from '../../exchange/store/accounts/year-interactions.ts';
import { INTERACTION_KINDS, type InteractionKindName } from '../../interaction/interaction.ts';
import { interactionStairs } from '../../interaction/store.ts';
import type { AgencyId } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import { perform } from '../../perform.ts';
import type { Db } from '../../platform/database.ts';
import { civil, yearOf } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import { InteractionQuerySchema, NewInteractionSchema } from '../calendar/county-schemas.ts';
import type { InteractionQuery, InteractionsView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { agenciesIn, type Officer, termsOf } from '../reach.ts';

const PAGE_SIZE = 20;
const KINDS = Object.keys(INTERACTION_KINDS) as InteractionKindName[];
const NO_SUCH_KIND = refuse('NO_SUCH_KIND', '接口约定', '没有这一类互动，请从列表里选择。');

export function interactionRoutes(desk: FastifyInstance, { house }: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();

  typed.get('/api/interactions', { schema: { querystring: InteractionQuerySchema } }, async (request, reply) =>
    answer(await interactionsView(house.db, officerOf(request), request.query), request, reply),
  );

  typed.post('/api/interactions', { schema: { body: NewInteractionSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const { agencyId, kind, title, heldOn } = request.body;
    if (!isKind(kind)) return answer(NO_SUCH_KIND, request, reply);
    const command = { verb: 'record', agencyId, kind, title, heldOn: civil(heldOn) } as const;
    const done = await perform(house, interactionStairs, officer, command);
    if (isRefusal(done)) return answer(done, request, reply);
    return answer(await interactionsView(house.db, officer, { year: yearOf(done.heldOn), kind }), request, reply);
  });
}

async function interactionsView(
  db: Db,
  officer: Officer,
  { year, kind, page = 1 }: InteractionQuery,
): Promise<InteractionsView | Refusal> {
  const agencyIds = agenciesToRead(officer);
  if (isRefusal(agencyIds)) return agencyIds;
  if (kind !== undefined && !isKind(kind)) return NO_SUCH_KIND;
  const kinds = kind === undefined ? KINDS : [kind];
  const [counts, agencies, ...held] = await Promise.all([
    countYear(db, agencyIds, year),
    listAgencies(db),
    ...kinds.map((one) => heldBehind(db, agencyIds, year, one)),
  ]);
  const newestFirst = held.flat().sort((a, b) => b.heldOn.localeCompare(a.heldOn));
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  return {
    year,
    counts: KINDS.map((name) => ({ name, ...INTERACTION_KINDS[name], count: counts[name] })),
    lines: newestFirst.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((one) => ({
      id: one.id,
      agency: names.get(one.agencyId) ?? '',
      kind: INTERACTION_KINDS[one.kind].term,
      title: one.title,
      heldOn: one.heldOn,
    })),
    total: newestFirst.length,
    pageSize: PAGE_SIZE,
  };
}

/** Whoever registers them, and whoever reads the report they are counted in. */
function agenciesToRead(officer: Officer): readonly AgencyId[] | Refusal {
  const agencies = new Set([...(officer.reach.editor ?? []), ...agenciesIn('reports', officer)]);
  if (agencies.size > 0) return [...agencies];
  return refuse('NOT_YOUR_ROOM', '岗位权限', `这里由${termsOf(['editor', 'reporter'])}使用，你没有其中的岗位。`);
}

function isKind(kind: string): kind is InteractionKindName {
  return Object.hasOwn(INTERACTION_KINDS, kind);
}
