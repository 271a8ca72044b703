/** 站点编排 [PRT-90…93]: what the public sees on the home page, first in a search, in which special columns, in which colours. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { AgencyId } from '../../people/agency.ts';
import { type House, perform } from '../../perform.ts';
import { columnStairs } from '../../publications/store/columns.ts';
import { siteStairs } from '../../publications/store/site.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { SiteActSchema, type SiteActSent } from '../publications/site-schemas.ts';
import { siteFor, siteView } from '../publications/site-view.ts';
import type { Officer } from '../reach.ts';

export function siteRoutes(desk: FastifyInstance, { house }: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  typed.get('/api/site', async (request, reply) => answer(await siteView(officerOf(request), house), request, reply));
  typed.post('/api/site/acts', { schema: { body: SiteActSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const agencyId = await siteFor(officer, house);
    if (isRefusal(agencyId)) return answer(agencyId, request, reply);
    const done = await carryOut(house, officer, agencyId, request.body);
    return answer(isRefusal(done) ? done : await siteView(officer, house), request, reply);
  });
}

function carryOut(house: House, officer: Officer, agencyId: AgencyId, act: SiteActSent) {
  switch (act.verb) {
    case 'openColumn':
      return perform(house, columnStairs, officer, { ...act, agencyId });
    case 'describeColumn':
    case 'closeColumn':
      return perform(house, columnStairs, officer, act);
    case 'orderGrey':
      return perform(house, siteStairs, officer, { ...act, from: civil(act.from), until: civil(act.until) });
    default:
      return perform(house, siteStairs, officer, act);
  }
}
