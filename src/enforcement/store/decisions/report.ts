/** 报送的处理决定: what is or was shown, with the numbers of papers opened for the moment in which it is handed over [ENF-39]. */
import type { AgencyId } from '../../../people/agency.ts';
import { anyOf, type Db } from '../../../platform/database.ts';
import type { DecisionKindName } from '../../decisions/fields.ts';
import type { RegisteredDecision } from '../../decisions/registered-decision.ts';
import { contextOf, type Keys } from './tables.ts';

export interface ReportableDecision {
  readonly id: string;
  readonly kind: DecisionKindName;
  readonly number: string;
  /** Shown and hidden fields, by code. */
  readonly said: Readonly<Record<string, string>>;
  /** Keyed hash of both. */
  readonly content: string;
  readonly withdrawn: Pick<NonNullable<RegisteredDecision['withdrawn']>, 'revokedOn' | 'why'> | null;
}

/** Of these the ones that are or were shown, at an agency within reach. */
export async function reportableDecisions(
  db: Db,
  keys: Pick<Keys, 'open'>,
  ids: readonly string[],
  reach: readonly AgencyId[],
): Promise<ReportableDecision[]> {
  const rows = await db
    .selectFrom('registered_decisions')
    .select(['id', 'kind', 'number', 'shown', 'sealed', 'content', 'revoked_on', 'withdrawn_why'])
    .where('id', '=', anyOf(ids))
    .where('agency_id', '=', anyOf(reach))
    .where('state', '<>', 'registered')
    .orderBy('id')
    .execute();
  return rows.map(({ id, kind, number, shown, sealed, content, revoked_on, withdrawn_why }) => {
    const hidden = sealed ? JSON.parse(keys.open(sealed, contextOf(id))) : {};
    const withdrawn = revoked_on && { revokedOn: revoked_on, why: withdrawn_why ?? '' };
    return { id, kind, number, said: { ...shown, ...hidden }, content, withdrawn };
  });
}

export async function reportableDecisionIds(
  db: Db,
  reach: readonly AgencyId[],
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('registered_decisions')
    .select('id')
    .where('agency_id', '=', anyOf(reach))
    .where('state', '<>', 'registered')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** By id: what the number of the paper is. */
export async function numbersOfDecisions(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = db.selectFrom('registered_decisions').select(['id', 'number']).where('id', '=', anyOf(ids));
  return new Map((await found.execute()).map(({ id, number }) => [id, number]));
}
