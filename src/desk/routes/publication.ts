/** 一条信息: drafted, edited, reviewed, let out and taken back. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { holds } from '../../people/actor.ts';
import { listAgencies } from '../../people/store.ts';
import { climb, type House, inTransaction, perform } from '../../perform.ts';
import type { PublicationCommand } from '../../publications/commands.ts';
import type { Document } from '../../publications/document.ts';
import { DOCUMENT_KINDS } from '../../publications/document-kinds.ts';
import { ENDING_KINDS } from '../../publications/normative.ts';
import { OPEN_MODES, type Particulars } from '../../publications/particulars.ts';
import { allColumns } from '../../publications/store/columns.ts';
import { forgetWriting } from '../../publications/store/kept-writings.ts';
import { publicationStairs } from '../../publications/store/stairs.ts';
import { WITHDRAWAL_REASONS } from '../../publications/withdrawal.ts';
import { civil, civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { PublicationWords } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { columnChoices } from '../publications/column-choices.ts';
import { publicationOnScreen } from '../publications/publication-on-screen.ts';
import {
  DraftSchema,
  type ParticularsOfForm,
  PublicationActSchema,
  type PublicationActSent,
} from '../publications/publication-schemas.ts';
import { documentFor, publicationView } from '../publications/publication-view.ts';
import { agenciesIn, enter, type Officer } from '../reach.ts';
import { IdSchema } from '../schemas.ts';

/** A body with its markup, and what stands around it. */
const DOCUMENT_BODY = 4 * 1024 * 1024;

export function publicationRoute(desk: FastifyInstance, deps: DeskDeps): void {
  const { house } = deps;
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();

  desk.get('/api/publication-words', async (request, reply) => {
    const officer = officerOf(request);
    const agencies = enter('publications', officer);
    return answer(isRefusal(agencies) ? agencies : await wordsFor(officer, house), request, reply);
  });

  typed.get('/api/publications/:id', { schema: { params: IdSchema } }, async (request, reply) =>
    answer(await publicationView(deps, officerOf(request), request.params.id), request, reply),
  );

  typed.post(
    '/api/publications',
    { schema: { body: DraftSchema }, bodyLimit: DOCUMENT_BODY },
    async (request, reply) => {
      const { particulars, kept, ...sent } = request.body;
      const command = { ...sent, verb: 'draft', particulars: particularsFrom(particulars) } as const;
      const officer = officerOf(request);
      const made = await inTransaction(house.db, async (tx) => {
        if (kept) await forgetWriting(tx, officer.id, 'new', kept);
        return climb(tx, house, publicationStairs, officer, command);
      });
      return answer(isRefusal(made) ? made : await publicationView(deps, officer, made.id), request, reply);
    },
  );

  typed.post(
    '/api/publications/:id/acts',
    { schema: { params: IdSchema, body: PublicationActSchema }, bodyLimit: DOCUMENT_BODY },
    async (request, reply) => {
      const officer = officerOf(request);
      const { id } = request.params;
      const found = await documentFor(house, officer, id);
      if (isRefusal(found)) return answer(found, request, reply);
      const done = await carryOut(request.body, found.document, officer, house);
      if (isRefusal(done)) return answer(done, request, reply);
      return answer(await publicationView(deps, officer, id), request, reply);
    },
  );
}

async function carryOut(
  sent: PublicationActSent,
  { id: documentId, draft, live }: Document,
  officer: Officer,
  house: House,
): Promise<Document | Refusal> {
  const stairs = publicationOnScreen(documentId, sent);
  if (sent.verb !== 'revise') {
    const { seen: _, ...act } = sent;
    return perform(house, stairs, officer, { ...act, documentId } as PublicationCommand);
  }
  const { columns, particulars, kept, edition: _, seen: __, ...content } = sent;
  return inTransaction(house.db, async (tx) => {
    // [PUB-104] Saved, it is kept no longer; refused, it stays with the rest as it was.
    if (kept) await forgetWriting(tx, officer.id, documentId, kept);
    const { issue } = (draft ?? live)!.particulars;
    const revise = { ...content, documentId, particulars: particularsFrom(particulars, issue) } as const;
    const revised = await climb(tx, house, stairs, officer, revise);
    if (isRefusal(revised) || [...revised.columns].join() === columns.join()) return revised;
    return climb(tx, house, publicationStairs, officer, { verb: 'placeInColumn', documentId, columns });
  });
}

/** @param issue 公报期次, which the form does not know and a revision keeps */
function particularsFrom(typed: ParticularsOfForm, issue: Particulars['issue'] = null): Particulars {
  const dayOrNull = (day: string) => (day === '' ? null : civil(day));
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    title: typed.title.trim(),
    issuer: typed.issuer.trim(),
    docNo: orNull(typed.docNo),
    writtenOn: civil(typed.writtenOn),
    topic: typed.topic.trim(),
    genre: typed.genre.trim(),
    summary: typed.summary.trim(),
    keywords: typed.keywords.map((word) => word.trim()).filter((word) => word !== ''),
    effectiveOn: dayOrNull(typed.effectiveOn),
    expiresOn: dayOrNull(typed.expiresOn),
    openMode: typed.openMode,
    openModeReason: orNull(typed.openModeReason),
    issue,
  };
}

async function wordsFor(officer: Officer, house: House): Promise<PublicationWords> {
  const [agencies, columns] = [await listAgencies(house.db), await allColumns(house.db)];
  const reached = agenciesIn('publications', officer);
  return {
    agencies: agencies
      .filter(({ id }) => reached.includes(id) && holds(officer, 'editor', id))
      .map(({ id, name }) => ({ name: id, term: name })),
    kinds: Object.entries(DOCUMENT_KINDS)
      // 公报 is made up of what is published, issue by issue.
      .filter(([name]) => name !== 'gazette')
      .map(([name, { term, requires, ...kind }]) => ({
        name,
        term,
        requires,
        interprets: 'interprets' in kind,
      })),
    columns: columnChoices(columns),
    openModes: Object.entries(OPEN_MODES).map(([name, { term }]) => ({ name, term })),
    withdrawalReasons: Object.entries(WITHDRAWAL_REASONS).map(([name, { term }]) => ({ name, term })),
    endings: (['repealed', 'declaredVoid'] as const).map((name) => ({ name, term: ENDING_KINDS[name].term })),
    today: civilDateAt(house.now()),
  };
}
