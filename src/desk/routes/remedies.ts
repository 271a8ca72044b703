/** 复议、诉讼案件: those of the agencies an officer reads, and what is recorded about them. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { AgencyId } from '../../people/agency.ts';
import { perform } from '../../perform.ts';
import { REMEDY_VERBS } from '../../requests/remedies/permissions.ts';
import type { RemedyCommand, RemedyFile } from '../../requests/remedies/remedy.ts';
import { REMEDY_FACT_TERMS } from '../../requests/remedies/remedy-facts.ts';
import {
  findRemedy,
  listRemedies,
  newRepliesTo,
  numbersOfRemedied,
  remedyStairs,
} from '../../requests/store/remedies.ts';
import { art } from '../../statute/articles.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { agencyNames, agencyTerms } from '../agency-names.ts';
import { answer } from '../answer.ts';
import type { RemedyPage, RemedyView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { unmoved } from '../on-screen.ts';
import { enterWith, type Officer, READERS } from '../reach.ts';
import { mayRecordRemedy, remedyView } from '../requests/remedy-view.ts';
import { IdSchema, NewRemedySchema, RemedyActSentSchema } from '../schemas.ts';

export function remedyRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  typed.get('/api/remedies', async (request, reply) =>
    answer(await remedyPage(officerOf(request), deps), request, reply),
  );
  typed.post('/api/remedies', { schema: { body: NewRemedySchema } }, async (request, reply) => {
    const command = { verb: 'recordRemedy', ...request.body } as RemedyCommand;
    return answer(await record(command, request.body.agencyId, officerOf(request), deps), request, reply);
  });
  typed.post(
    '/api/remedies/:id/acts',
    { schema: { params: IdSchema, body: RemedyActSentSchema } },
    async (request, reply) => {
      const { id } = request.params;
      const { seen, act } = request.body;
      const known = await findRemedy(deps.house.db, id);
      const command = { ...act, remedyId: id } as RemedyCommand;
      return answer(await record(command, known?.agencyId, officerOf(request), deps, seen), request, reply);
    },
  );
}

export const NO_SUCH_CASE = refuse('NO_SUCH_FILE', art(50), '没有这个案件，请刷新列表后重新选择。');

/** Who reads applications reads what followed from them; 统计 reads the cases as well, since he records those from before the product. */
function agenciesOf(officer: Officer): readonly AgencyId[] | Refusal {
  return enterWith([...new Set([...READERS.requests, ...REMEDY_VERBS.recordRemedy.roles])], officer);
}

/** 以所见为准 [SEC-8]: a case that has moved on since it was shown is not acted on; `seen` is 0 for one that is new. */
function onScreen(seen: number): typeof remedyStairs {
  return unmoved(remedyStairs, seen, {
    factsOf: ({ remedy }) => remedy?.facts,
    terms: REMEDY_FACT_TERMS,
    what: '案件',
    basis: art(50),
  });
}

/** @param agencyId of the case; a case out of reach is as if it were not there */
async function record(
  command: RemedyCommand,
  agencyId: AgencyId | undefined,
  officer: Officer,
  { house }: DeskDeps,
  seen = 0,
): Promise<RemedyView | Refusal> {
  const agencies = agenciesOf(officer);
  if (isRefusal(agencies)) return agencies;
  if (agencyId === undefined || !agencies.includes(agencyId)) return NO_SUCH_CASE;
  const remedy = await perform(house, onScreen(seen), officer, command);
  if (isRefusal(remedy)) return remedy;
  const [view] = await viewsOf([remedy], officer, house);
  return view!;
}

async function remedyPage(officer: Officer, { house }: DeskDeps): Promise<RemedyPage | Refusal> {
  const agencies = agenciesOf(officer);
  if (isRefusal(agencies)) return agencies;
  const lines = await viewsOf(await listRemedies(house.db, agencies), officer, house);
  const recordFor = agencies.filter((id) => mayRecordRemedy(officer, id).allowed);
  return {
    lines,
    record: mayRecordRemedy(officer, recordFor[0] ?? officer.agencyId),
    recordFor: agencyTerms(recordFor, await agencyNames(house.db)),
  };
}

async function viewsOf(
  remedies: readonly RemedyFile[],
  officer: Officer,
  { db, now, calendar }: DeskDeps['house'],
): Promise<RemedyView[]> {
  const [nameOf, numbers] = [await agencyNames(db), await numbersOfRemedied(db, remedies)];
  const facts = await newRepliesTo(db, remedies);
  const seen = { officer, nameOf, today: civilDateAt(now()), calendar: calendar() };
  return remedies.map((remedy) =>
    remedyView(remedy, { ...seen, number: numbers.get(remedy.id) ?? null, facts: facts.get(remedy.id) ?? [] }),
  );
}
