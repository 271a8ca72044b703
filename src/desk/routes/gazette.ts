/** 政府公报 [PUB-72…74]: the issues, and compiling one from what is published. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { isRefusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { IssueSchema } from '../publications/gazette-schemas.ts';
import { compileIssue, gazetteView } from '../publications/gazette-view.ts';
import { refuseAgency } from '../reach.ts';

export function gazetteRoutes(desk: FastifyInstance, { house }: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  typed.get('/api/gazette', async (request, reply) =>
    answer(await gazetteView(officerOf(request), house), request, reply),
  );
  typed.post('/api/gazette', { schema: { body: IssueSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const foreign = refuseAgency('publications', officer, request.body.agencyId);
    if (foreign) return answer(foreign, request, reply);
    const done = await compileIssue(officer, request.body, house);
    return answer(isRefusal(done) ? done : await gazetteView(officer, house), request, reply);
  });
}
