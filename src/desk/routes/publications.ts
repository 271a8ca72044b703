/** 主动公开的信息: the list of the officer's agencies, drafts first. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { AgencyId } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { Db } from '../../platform/database.ts';
import { STATE_TERMS } from '../../publications/document.ts';
import { DOCUMENT_KINDS } from '../../publications/document-kinds.ts';
import { documentsForDesk } from '../../publications/store/desk-lists.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { PublicationPage, PublicationQuery } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { enter } from '../reach.ts';
import { PublicationQuerySchema } from '../schemas.ts';

const PAGE_SIZE = 20;

export function publicationRoutes(desk: FastifyInstance, { house }: DeskDeps): void {
  desk
    .withTypeProvider<TypeBoxTypeProvider>()
    .get('/api/publications', { schema: { querystring: PublicationQuerySchema } }, async (request, reply) => {
      const agencyIds = enter('publications', officerOf(request));
      return answer(
        isRefusal(agencyIds) ? agencyIds : await pageOf(house.db, agencyIds, request.query),
        request,
        reply,
      );
    });
}

async function pageOf(
  db: Db,
  agencyIds: readonly AgencyId[],
  { title, page = 1 }: PublicationQuery,
): Promise<PublicationPage> {
  const wanted = title?.trim() ? { agencyIds, title: title.trim() } : { agencyIds };
  const [{ lines, total }, agencies] = await Promise.all([
    documentsForDesk(db, wanted, { number: page, size: PAGE_SIZE }),
    listAgencies(db),
  ]);
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  return {
    lines: lines.map((line) => ({
      id: line.id,
      title: line.title,
      kind: DOCUMENT_KINDS[line.kind].term,
      // A public document whose next edition is being edited stands among the drafts.
      state: line.inWork && line.state !== 'draft' ? `${STATE_TERMS[line.state]}，修改中` : STATE_TERMS[line.state],
      agency: names.get(line.agencyId) ?? '',
      docNo: line.docNo,
      writtenOn: line.writtenOn,
      publishedOn: line.publishedOn,
    })),
    total,
    pageSize: PAGE_SIZE,
  };
}
