/** 审校规则 that hold for a document, and the act that makes one. */
import { lineAbove } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { Stairs } from '../../perform.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { Document } from '../document.ts';
import { type Chains, chainsFor } from '../review/chains.ts';
import { decideRule, permitRule, type RuleCommand, type SetRule } from '../review/set-rule.ts';
import { allColumns } from './columns.ts';
import { reviewRules } from './marks.ts';
import './tables.ts';

export async function chainsOf(db: Db, document: Pick<Document, 'agencyId' | 'kind' | 'columns'>): Promise<Chains> {
  return (await chainsInForce(db))(document);
}

/** What tells the chains of any document: the rules are read once, however long a list is. */
export async function chainsInForce(
  db: Db,
): Promise<(document: Pick<Document, 'agencyId' | 'kind' | 'columns'>) => Chains> {
  const rules = await reviewRules(db);
  const agencies = rules.length > 0 ? await listAgencies(db) : [];
  return (document) => chainsFor(rules, lineAbove(document.agencyId, agencies), document);
}

export const reviewRuleStairs: Stairs<{ readonly agencyId: string }, SetRule, RuleCommand> = {
  room: 'publications',
  load,
  permit: permitRule,
  decide: decideRule,
  save,
};

async function load(tx: Tx, { agencyId, column }: RuleCommand): Promise<{ readonly agencyId: string } | Refusal> {
  const agency = (await listAgencies(tx)).find(({ id }) => id === agencyId);
  if (!agency) return refuse('NO_SUCH_AGENCY', '先审后发制度', '没有这个机关。请重新选择。');
  if (column !== null && !(await allColumns(tx)).has(column))
    return refuse('NO_SUCH_COLUMN', '先审后发制度', '没有这个栏目。请重新选择。');
  return { agencyId };
}

async function save(tx: Tx, { agencyId, column, kind, preset }: SetRule): Promise<void> {
  const key = { agency_id: agencyId, column_key: column ?? '', kind: kind ?? ('' as const) };
  if (preset === null) {
    await tx
      .deleteFrom('review_rules')
      .where('agency_id', '=', key.agency_id)
      .where('column_key', '=', key.column_key)
      .where('kind', '=', key.kind)
      .execute();
    return;
  }
  await tx
    .insertInto('review_rules')
    .values({ ...key, preset })
    .onConflict((c) => c.columns(['agency_id', 'column_key', 'kind']).doUpdateSet({ preset }))
    .execute();
}
