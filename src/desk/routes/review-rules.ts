/** 审校规则: which steps the documents of an agency pass; the head of the office makes them. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { listAgencies } from '../../people/store.ts';
import { type House, perform } from '../../perform.ts';
import { DOCUMENT_KINDS, kindOf } from '../../publications/document-kinds.ts';
import { PRESETS } from '../../publications/review/chains.ts';
import { reviewRuleStairs } from '../../publications/store/chains.ts';
import { allColumns } from '../../publications/store/columns.ts';
import { reviewRules } from '../../publications/store/marks.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { ReviewRulesView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { columnChoices } from '../publications/column-choices.ts';
import { ReviewRuleSchema } from '../publications/publication-schemas.ts';
import { enterWith, type Officer } from '../reach.ts';

export function reviewRuleRoutes(desk: FastifyInstance, { house }: DeskDeps): void {
  desk.get('/api/review-rules', async (request, reply) =>
    answer(await rulesView(officerOf(request), house), request, reply),
  );
  desk
    .withTypeProvider<TypeBoxTypeProvider>()
    .post('/api/review-rules', { schema: { body: ReviewRuleSchema } }, async (request, reply) => {
      const officer = officerOf(request);
      const command = { verb: 'setReviewRule', ...request.body } as const;
      const done = await perform(house, reviewRuleStairs, officer, command);
      return answer(isRefusal(done) ? done : await rulesView(officer, house), request, reply);
    });
}

async function rulesView(officer: Officer, { db }: House): Promise<ReviewRulesView | Refusal> {
  const reached = enterWith(['officeHead'], officer);
  if (isRefusal(reached)) return reached;
  const [agencies, columns, rules] = await Promise.all([listAgencies(db), allColumns(db), reviewRules(db)]);
  const nameOf = new Map(agencies.map(({ id, name }) => [id, name]));
  return {
    agencies: reached.map((id) => ({ name: id, term: nameOf.get(id) ?? '' })),
    kinds: Object.entries(DOCUMENT_KINDS).map(([name, { term }]) => ({ name, term })),
    columns: columnChoices(columns),
    presets: Object.entries(PRESETS).map(([name, { term, hint }]) => ({ name, term, hint })),
    rules: rules
      .filter(({ agencyId }) => reached.includes(agencyId))
      .map(({ agencyId, column, kind, preset }) => ({
        agencyId,
        agency: nameOf.get(agencyId) ?? '',
        column: column === null ? null : { name: column, term: columns.get(column)?.name ?? column },
        kind: kind === null ? null : { name: kind, term: kindOf(kind).term },
        preset: { name: preset, term: PRESETS[preset].term },
      })),
  };
}
