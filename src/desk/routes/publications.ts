/** 主动公开的信息: the list of the officer's agencies, what is in work first, each with its next step and whose it is. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { AgencyId } from '../../people/agency.ts';
import { holdersOfRoles, listAgencies } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { STATE_TERMS } from '../../publications/document.ts';
import { DOCUMENT_KINDS } from '../../publications/document-kinds.ts';
import { scheduledRelease } from '../../publications/review/schedule.ts';
import { chainsInForce } from '../../publications/store/chains.ts';
import { documentsForDesk } from '../../publications/store/desk-lists.ts';
import { documentsOf } from '../../publications/store/documents.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { PublicationPage, PublicationQuery } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { momentInShanghai } from '../in-shanghai.ts';
import { whoMay } from '../inbox/waiting.ts';
import { turnsOf } from '../publications/publication-turns.ts';
import { enter, type Officer } from '../reach.ts';
import { PublicationQuerySchema } from '../schemas.ts';

const PAGE_SIZE = 20;

export function publicationRoutes(desk: FastifyInstance, { house }: DeskDeps): void {
  desk
    .withTypeProvider<TypeBoxTypeProvider>()
    .get('/api/publications', { schema: { querystring: PublicationQuerySchema } }, async (request, reply) => {
      const officer = officerOf(request);
      const agencyIds = enter('publications', officer);
      return answer(
        isRefusal(agencyIds) ? agencyIds : await pageOf(house, officer, agencyIds, request.query),
        request,
        reply,
      );
    });
}

const NARROWED = {
  inWork: { inWork: true },
  published: { state: 'published' },
  withdrawn: { state: 'withdrawn' },
} as const;

async function pageOf(
  house: House,
  officer: Officer,
  agencyIds: readonly AgencyId[],
  { title, which, page = 1 }: PublicationQuery,
): Promise<PublicationPage> {
  const { db } = house;
  const wanted = { agencyIds, ...(title?.trim() && { title: title.trim() }), ...(which && NARROWED[which]) };
  const [{ lines, total }, agencies] = await Promise.all([
    documentsForDesk(db, wanted, { number: page, size: PAGE_SIZE }),
    listAgencies(db),
  ]);
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  const inWork = lines.filter((line) => line.inWork).map(({ id }) => id);
  const next = await nextSteps(inWork, officer, house);
  return {
    lines: lines.map((line) => ({
      id: line.id,
      title: line.title,
      kind: DOCUMENT_KINDS[line.kind].term,
      // A public document whose next edition is being edited stands among the drafts.
      state: line.inWork && line.state !== 'draft' ? `${STATE_TERMS[line.state]}，修改中` : STATE_TERMS[line.state],
      next: next.get(line.id) ?? null,
      agency: names.get(line.agencyId) ?? '',
      docNo: line.docNo,
      writtenOn: line.writtenOn,
      publishedOn: line.publishedOn,
    })),
    total,
    pageSize: PAGE_SIZE,
  };
}

/** 下一步: as the page of each says it, by whom it can be taken; or when it goes out by itself. */
async function nextSteps(ids: readonly string[], officer: Officer, house: House): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const now = house.now();
  const [documents, chainsOf, holders] = await Promise.all([
    documentsOf(house.db, ids),
    chainsInForce(house.db),
    holdersOfRoles(house.db, civilDateAt(now)),
  ]);
  return new Map(
    documents.flatMap((document) => {
      const { draft, agencyId, marks } = document;
      if (draft === null) return [];
      const set = scheduledRelease(marks, draft.hash);
      const turns = turnsOf(document, draft, chainsOf(document), officer, now);
      const said = turns.map(
        ({ term, roles, mine }) => `${term}：${mine ? '我' : whoMay(roles, holders(roles, agencyId))}`,
      );
      const told = said.length === 0 && set ? [`定于 ${momentInShanghai(set.from)} 发布`] : said;
      return told.length > 0 ? [[document.id, told.join('；')] as const] : [];
    }),
  );
}
