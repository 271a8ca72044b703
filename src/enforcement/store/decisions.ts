/** 登记的处理决定 as rows, and how they climb. Numbers of papers are sealed; nothing that reads for the public opens them. */
import { createHash } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Stairs } from '../../perform.ts';
import type { Database, Db, Tx } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { addMonths, type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { SHOWN_MONTHS } from '../decisions/clocks.ts';
import {
  type DecisionsChange,
  decideDecisions,
  type ImportTally,
  type LoadedDecisions,
  permitDecisions,
} from '../decisions/decide.ts';
import type { DecisionKindName } from '../decisions/fields.ts';
import { publicWords } from '../decisions/public-view.ts';
import type {
  DecisionCommand,
  DecisionState,
  ImportDecisions,
  ReadDecision,
  RegisteredDecision,
} from '../decisions/registered-decision.ts';
import { contextOf } from './decisions/tables.ts';

const NOT_FOUND = refuse(
  'NO_SUCH_DECISION',
  '《条例》第二十条',
  '没有找到这件处理决定，可能已经更正。请从列表重新进入。',
);

type Keys = Pick<KeyRing, 'seal'>;

export function decisionStairs(keys: Keys): Stairs<LoadedDecisions, DecisionsChange, DecisionCommand> {
  return {
    room: 'enforcement',
    load,
    permit: permitDecisions,
    decide: decideDecisions,
    async save(tx, next, _, { actor, at, newId }) {
      if (next.type === 'imported') return saveImport(tx, next, { by: actor.id, at, newId, keys });
      const ids = next.type === 'published' ? next.ids : [next.id];
      const set =
        next.type === 'published'
          ? ({
              state: 'published',
              published_by: actor.id,
              published_at: at,
              // 公示期 runs from the day it is shown, where the sheet names no other end.
              shown_until: sql<CivilDate | null>`case when kind = 'punishment' then coalesce(shown_until, ${addMonths(civilDateAt(at), SHOWN_MONTHS)}) end`,
            } as const)
          : ({ state: 'withdrawn', revoked_on: next.revokedOn, withdrawn_why: next.why, withdrawn_at: at } as const);
      await tx.updateTable('registered_decisions').set(set).where('id', 'in', ids).execute();
    },
  };
}

async function load(tx: Tx, command: DecisionCommand): Promise<LoadedDecisions | Refusal> {
  if (command.verb === 'importDecisions') {
    const tally = await tallyOf(tx, command, 'forUpdate');
    return { agencyId: command.agencyId, found: [], tally };
  }
  const ids = command.verb === 'withdrawDecision' ? [command.id] : [...new Set(command.ids)];
  if (ids.length === 0) return NOT_FOUND;
  const rows = await tx
    .selectFrom('registered_decisions')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  const agencyId = command.verb === 'withdrawDecision' ? rows[0]?.agency_id : command.agencyId;
  if (agencyId === undefined || rows.length < ids.length || rows.some((row) => row.agency_id !== agencyId))
    return NOT_FOUND;
  return { agencyId, found: rows.map(toDecision), tally: null };
}

const BATCH = 1_000;

function batchesOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, i) => all.slice(i * BATCH, (i + 1) * BATCH));
}

/** [ENF-14] What a sheet would add, change and leave: known by number, and by what it says. */
export async function tallyOf(
  db: Db,
  { agencyId, kind, decisions }: Omit<ImportDecisions, 'verb'>,
  lock?: 'forUpdate',
): Promise<ImportTally> {
  const tally = { added: 0, changed: 0, same: 0 };
  for (const batch of batchesOf(decisions)) {
    const kept = await contentsOf(db, agencyId, kind, batch, lock);
    for (const decision of batch) {
      const content = kept.get(decision.number);
      if (content === undefined) tally.added += 1;
      else if (content === contentOf(decision)) tally.same += 1;
      else tally.changed += 1;
    }
  }
  return tally;
}

async function contentsOf(
  db: Db,
  agencyId: AgencyId,
  kind: DecisionKindName,
  batch: readonly ReadDecision[],
  lock?: 'forUpdate',
): Promise<ReadonlyMap<string, string>> {
  const query = db
    .selectFrom('registered_decisions')
    .select(['number', 'content'])
    .where('agency_id', '=', agencyId)
    .where('kind', '=', kind)
    .where(
      'number',
      'in',
      batch.map(({ number }) => number),
    );
  const rows = await (lock ? query.forUpdate() : query).execute();
  return new Map(rows.map(({ number, content }) => [number, content]));
}

function contentOf({ shown, hidden }: ReadDecision): string {
  const sorted = (fields: Readonly<Record<string, string>>) =>
    Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([sorted(shown), sorted(hidden)]))
    .digest('hex');
}

interface Hand {
  readonly by: string;
  readonly at: Date;
  readonly newId: () => string;
  readonly keys: Keys;
}

/** What changed waits to be shown again: nobody has looked at it yet. */
async function saveImport(
  tx: Tx,
  { agencyId, kind, decisions }: Omit<ImportDecisions, 'verb'>,
  { by, at, newId, keys }: Hand,
): Promise<void> {
  for (const batch of batchesOf(decisions)) {
    const kept = await contentsOf(tx, agencyId, kind, batch);
    const fresh = batch.filter((decision) => kept.get(decision.number) !== contentOf(decision));
    if (fresh.length === 0) continue;
    // A changed one is a new row in place of the old, since what is sealed is bound to the row.
    await tx
      .deleteFrom('registered_decisions')
      .where('agency_id', '=', agencyId)
      .where('kind', '=', kind)
      .where(
        'number',
        'in',
        fresh.map(({ number }) => number),
      )
      .execute();
    const rows = fresh.map((decision) => {
      const id = newId();
      const isHidden = Object.keys(decision.hidden).length > 0;
      return {
        id,
        agency_id: agencyId,
        kind,
        number: decision.number,
        subject: decision.subject,
        subject_kind: decision.subjectKind,
        public_words: publicWords({ kind, ...decision }),
        decided_on: decision.decidedOn,
        shown_until: decision.shownUntil,
        shown: sql<Readonly<Record<string, string>>>`${JSON.stringify(decision.shown)}::jsonb`,
        sealed: isHidden ? keys.seal(JSON.stringify(decision.hidden), contextOf(id)) : null,
        content: contentOf(decision),
        state: 'registered' as const,
        imported_by: by,
        imported_at: at,
        published_by: null,
        published_at: null,
        revoked_on: null,
        withdrawn_why: null,
        withdrawn_at: null,
      };
    });
    await tx.insertInto('registered_decisions').values(rows).execute();
  }
}

export interface DecisionFilter {
  readonly agencyIds: readonly AgencyId[];
  readonly kind: DecisionKindName;
  readonly states: readonly DecisionState[];
  /** In the name or the number. */
  readonly words?: string;
  /** For the public: 公示期未满 on this day, and natural persons are not found by name. */
  readonly shownOn?: CivilDate;
  readonly order: 'newest' | 'due';
  readonly page: { readonly number: number; readonly size: number };
}

/** @returns one page, and how many there are */
export async function listDecisions(
  db: Db,
  { agencyIds, kind, states, words = '', shownOn, order, page }: DecisionFilter,
): Promise<{ readonly decisions: readonly RegisteredDecision[]; readonly total: number }> {
  if (agencyIds.length === 0) return { decisions: [], total: 0 };
  const sought = `%${words.trim().replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`;
  const query = db
    .selectFrom('registered_decisions')
    .where('agency_id', 'in', agencyIds)
    .where('kind', '=', kind)
    .where('state', 'in', states)
    .$if(words.trim() !== '', (q) =>
      q.where((e) =>
        // Found by his name, a person whose name is covered would be told all the same [ENF-18].
        shownOn === undefined
          ? e.or([e('subject', 'like', sought), e('number', 'like', sought)])
          : e('public_words', 'like', sought),
      ),
    )
    .$if(shownOn !== undefined, (q) => q.where(onShow(shownOn!)));
  const direction = order === 'due' ? 'asc' : 'desc';
  const [rows, { total }] = await Promise.all([
    query
      .selectAll()
      .orderBy('decided_on', direction)
      .orderBy('id')
      .limit(page.size)
      .offset((page.number - 1) * page.size)
      .execute(),
    query.select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ]);
  return { decisions: rows.map(toDecision), total };
}

/** 公示中 [ENF-21], as `isOnShow` says it of one. */
function onShow(today: CivilDate) {
  return sql<boolean>`state <> 'registered' and (shown_until is null or shown_until >= ${today})`;
}

export async function registeredDecision(db: Db, id: string): Promise<RegisteredDecision | undefined> {
  const row = await db.selectFrom('registered_decisions').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toDecision(row);
}

function toDecision(row: Selectable<Database['registered_decisions']>): RegisteredDecision {
  return {
    id: row.id,
    agencyId: row.agency_id,
    kind: row.kind,
    number: row.number,
    subject: row.subject,
    subjectKind: row.subject_kind,
    decidedOn: row.decided_on,
    shownUntil: row.shown_until,
    shown: row.shown,
    state: row.state,
    importedBy: row.imported_by,
    importedAt: row.imported_at,
    publishedBy: row.published_by,
    publishedAt: row.published_at,
    withdrawn:
      row.revoked_on && row.withdrawn_at
        ? { revokedOn: row.revoked_on, why: row.withdrawn_why ?? '', at: row.withdrawn_at }
        : null,
  };
}
