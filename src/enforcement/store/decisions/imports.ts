/** 一份表的登记 [ENF-14, ENF-19, ENF-20]: what it would do, doing it, and what was done before. */

import type { Selectable } from 'kysely';
import type { AgencyId } from '../../../people/agency.ts';
import { anyOf, type Database, type Db, type Tx } from '../../../platform/database.ts';
import { batchesOf, insertMany } from '../../../platform/insert-many.ts';
import {
  changedFields,
  type KeptDecision,
  type NamedChange,
  type PlannedChange,
  type PlannedImport,
  planImport,
} from '../../decisions/import-plan.ts';
import { publicWords } from '../../decisions/public-view.ts';
import type { ImportDecisions, ReadDecision } from '../../decisions/registered-decision.ts';
import { sameNumber } from '../../decisions/same-number.ts';
import { contextOf, jsonb, type Keys, type OfSheet } from './tables.ts';

/**
 * @param lock what is there is locked, so that the plan holds until it is carried out; of two sheets that add the same number the second meets a
 * unique violation and is planned anew
 */
export async function planSheet(
  db: Db,
  keys: Keys,
  sheet: Omit<ImportDecisions, 'verb'>,
  lock?: 'forUpdate',
): Promise<PlannedImport> {
  const kept = new Map<string, KeptDecision>();
  for (const batch of batchesOf(sheet.decisions))
    for (const one of await keptIn(db, sheet, batch, lock)) {
      kept.set(one.number, one);
      if (one.key !== null) kept.set(one.key, one);
    }
  const plan = planImport(sheet.decisions, sheet.kind, kept, (decision) => contentOf(decision, keys));
  return { plan, changes: await namedChanges(db, keys, plan.changed) };
}

async function keptIn(db: Db, { agencyId, kind }: OfSheet, batch: readonly ReadDecision[], lock?: 'forUpdate') {
  const query = db
    .selectFrom('registered_decisions as d')
    .leftJoin('decision_corrections as c', 'c.decision_id', 'd.id')
    .select(['d.id', 'd.number', 'd.number_key as key', 'd.state', 'd.content', 'c.content as waiting'])
    .where('d.agency_id', '=', agencyId)
    .where('d.kind', '=', kind)
    .where((e) =>
      e.or([
        e('d.number', '=', anyOf(batch.map(({ number }) => number))),
        e('d.number_key', '=', anyOf(batch.map(({ number }) => sameNumber(number)))),
      ]),
    );
  return (lock ? query.forUpdate('d') : query).execute();
}

/** Keyed: a plain hash over an identity number is guessed in minutes by whoever has a copy of the database. */
function contentOf({ shown, hidden }: Pick<ReadDecision, 'shown' | 'hidden'>, keys: Pick<Keys, 'digest'>): string {
  const sorted = (fields: Readonly<Record<string, string>>) =>
    Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return keys.digest(JSON.stringify([sorted(shown), sorted(hidden)]), 'registered_decisions.content');
}

/** Against what is registered; of what is taken back to what is shown, against the correction that goes. */
async function namedChanges(db: Db, keys: Keys, changed: readonly PlannedChange[]): Promise<NamedChange[]> {
  const named: NamedChange[] = [];
  for (const batch of batchesOf(changed)) {
    const ids = batch.map(({ id }) => id);
    const [rows, waiting] = await Promise.all([
      db.selectFrom('registered_decisions').select(['id', 'shown', 'sealed']).where('id', 'in', ids).execute(),
      db
        .selectFrom('decision_corrections')
        .select(['decision_id as id', 'shown', 'sealed'])
        .where('decision_id', 'in', ids)
        .execute(),
    ]);
    const [kept, corrections] = [rows, waiting].map((all) => new Map(all.map((row) => [row.id, row])));
    for (const { how, id, decision } of batch) {
      const row = (how === 'reverted' ? corrections : kept)?.get(id);
      const hidden = row?.sealed ? JSON.parse(keys.open(row.sealed, contextOf(id))) : {};
      const fields = changedFields({ ...row?.shown, ...hidden }, { ...decision.shown, ...decision.hidden });
      named.push({ number: decision.number, how, fields });
    }
  }
  return named;
}

interface Hand {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
  readonly newId: () => string;
  readonly keys: Keys;
}

/** As it was planned: what changed of what is shown waits beside it. */
export async function saveSheet(tx: Tx, sheet: OfSheet, planned: PlannedImport, hand: Hand): Promise<void> {
  const { plan, changes } = planned;
  const said = sayingOf(sheet, hand);
  const ofKind = (how: PlannedChange['how']) => plan.changed.filter((one) => one.how === how);
  const replaced = ofKind('replaced');
  for (const batch of batchesOf(replaced.map(({ id }) => id)))
    await tx.deleteFrom('registered_decisions').where('id', 'in', batch).execute();
  const added = plan.added.map((decision) => ({ id: hand.newId(), key: sameNumber(decision.number), decision }));
  await insertMany(tx, 'registered_decisions', [...added, ...replaced], ({ id, key, decision }) => ({
    ...{ id, agency_id: sheet.agencyId, kind: sheet.kind, number: decision.number, number_key: key },
    ...said(id, decision),
    ...{ state: 'registered' as const, published_by: null, published_at: null },
    ...{ revoked_on: null, withdrawn_why: null, withdrawn_at: null },
  }));
  const corrected = ofKind('corrected');
  for (const batch of batchesOf([...corrected, ...ofKind('reverted')].map(({ id }) => id)))
    await tx.deleteFrom('decision_corrections').where('decision_id', 'in', batch).execute();
  const fieldsOf = new Map(changes.map(({ number, fields }) => [number, fields]));
  await insertMany(tx, 'decision_corrections', corrected, ({ id, decision }) => ({
    ...{ decision_id: id, ...said(id, decision), fields: fieldsOf.get(decision.number) ?? [] },
  }));
  await tx
    .insertInto('decision_imports')
    .values({
      ...{ id: hand.id, agency_id: sheet.agencyId, kind: sheet.kind, imported_by: hand.by, imported_at: hand.at },
      ...{ added: plan.added.length, same: plan.same, changes: jsonb(changes), kept: jsonb(plan.kept) },
    })
    .execute();
}

function sayingOf({ kind }: OfSheet, { by, at, keys }: Hand) {
  return (id: string, decision: ReadDecision) => ({
    ...{ subject: decision.subject, subject_kind: decision.subjectKind, decided_on: decision.decidedOn },
    ...{ shown_until: decision.shownUntil, shown: decision.shown, content: contentOf(decision, keys) },
    public_words: publicWords({ kind, ...decision }),
    sealed: Object.keys(decision.hidden).length > 0 ? keys.seal(JSON.stringify(decision.hidden), contextOf(id)) : null,
    ...{ imported_by: by, imported_at: at },
  });
}

export interface ImportRecord extends OfSheet {
  readonly id: string;
  readonly importedBy: string;
  readonly importedAt: Date;
  readonly added: number;
  readonly same: number;
  readonly changes: readonly NamedChange[];
  readonly kept: readonly string[];
}

/** 登记记录, the newest first: one page of them, and how many there are. */
export async function listImports(
  db: Db,
  agencyIds: readonly AgencyId[],
  page: { readonly number: number; readonly size: number },
): Promise<{ readonly records: readonly ImportRecord[]; readonly total: number }> {
  if (agencyIds.length === 0) return { records: [], total: 0 };
  const query = importsOf(db, agencyIds);
  const [rows, { total }] = await Promise.all([
    query
      .selectAll()
      .orderBy('imported_at', 'desc')
      .orderBy('id')
      .limit(page.size)
      .offset((page.number - 1) * page.size)
      .execute(),
    query.select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ]);
  return { records: rows.map(toRecord), total };
}

export async function importRecord(
  db: Db,
  agencyIds: readonly AgencyId[],
  id: string,
): Promise<ImportRecord | undefined> {
  if (agencyIds.length === 0) return undefined;
  const row = await importsOf(db, agencyIds).selectAll().where('id', '=', id).executeTakeFirst();
  return row && toRecord(row);
}

const importsOf = (db: Db, agencyIds: readonly AgencyId[]) =>
  db.selectFrom('decision_imports').where('agency_id', 'in', agencyIds);

function toRecord({
  agency_id,
  imported_by,
  imported_at,
  ...record
}: Selectable<Database['decision_imports']>): ImportRecord {
  return { ...record, agencyId: agency_id, importedBy: imported_by, importedAt: imported_at };
}
