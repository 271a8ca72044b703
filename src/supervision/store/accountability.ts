/** 考核、评议、追究和投诉的存取, and how they climb. */
import { type Selectable, sql } from 'kysely';
import { type AgencyId, subtreeOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { Stairs } from '../../perform.ts';
import type { Database, Db, Tx } from '../../platform/database.ts';
import { type CivilDate, civilFromParts, yearOf } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import {
  type ComplaintCommand,
  decideComplaint,
  decideRecord,
  type LoadedComplaint,
  type RecordCommand,
} from '../accountability/decide.ts';
import type { DisclosureComplaint, OversightRecord } from '../accountability/oversight.ts';
import { permitOversight } from '../accountability/permissions.ts';
import { oversightText } from '../accountability/year-text.ts';

declare module '../../platform/database.ts' {
  interface Database {
    oversight_records: {
      id: string;
      agency_id: string;
      kind: OversightRecord['kind'];
      about_id: string;
      happened_on: CivilDate;
      title: string;
      result: string;
      recorded_by: string;
      withdrawn_because: string | null;
    };
    disclosure_complaints: {
      id: string;
      number: string;
      agency_id: string;
      about_id: string;
      ground: DisclosureComplaint['ground'];
      received_on: CivilDate;
      says: string;
      verdict: DisclosureComplaint['verdict'];
      measure: DisclosureComplaint['measure'];
      answer: string;
      answered_on: CivilDate | null;
      recorded_by: string;
      answered_by: string | null;
    };
  }
}

const ROOM = 'supervision';
const NO_SUCH_RECORD: Refusal = refuse('NO_SUCH_RECORD', '《条例》第四十六条', '没有这条记录，请刷新列表后重新选择。');

interface LoadedRecord {
  readonly record: OversightRecord | null;
  readonly aboutKnown: boolean;
  readonly agencyId: AgencyId;
}

export const oversightStairs: Stairs<LoadedRecord, OversightRecord, RecordCommand> = {
  room: ROOM,
  async load(tx, command) {
    if (command.verb === 'record') {
      const { agencyId, aboutId } = command;
      return { record: null, agencyId, aboutKnown: await isBelow(tx, agencyId, aboutId) };
    }
    const row = await tx
      .selectFrom('oversight_records')
      .selectAll()
      .where('id', '=', command.recordId)
      .forUpdate()
      .executeTakeFirst();
    return row ? { record: recordFrom(row), agencyId: row.agency_id, aboutKnown: true } : NO_SUCH_RECORD;
  },
  permit: (actor, _, { agencyId }) => permitOversight(actor, agencyId),
  decide: decideRecord,
  async save(tx, record) {
    const row = {
      ...{ id: record.id, agency_id: record.agencyId, kind: record.kind, about_id: record.aboutId },
      ...{ happened_on: record.on, title: record.title, result: record.result },
      ...{ recorded_by: record.recordedBy, withdrawn_because: record.withdrawnBecause },
    };
    await tx
      .insertInto('oversight_records')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  },
};

export const complaintStairs: Stairs<
  LoadedComplaint & { readonly agencyId: AgencyId },
  DisclosureComplaint,
  ComplaintCommand
> = {
  room: ROOM,
  async load(tx, command) {
    if (command.verb === 'receive') {
      const { agencyId, aboutId, receivedOn } = command;
      // One series of numbers for all: two at once wait for one another.
      await sql`select id from agencies order by id for update`.execute(tx);
      const aboutKnown = await isBelow(tx, agencyId, aboutId);
      return { complaint: null, agencyId, aboutKnown, numbered: await complaintsNumbered(tx, yearOf(receivedOn)) };
    }
    const row = await tx
      .selectFrom('disclosure_complaints')
      .selectAll()
      .where('id', '=', command.complaintId)
      .forUpdate()
      .executeTakeFirst();
    return row
      ? { complaint: complaintFrom(row), agencyId: row.agency_id, aboutKnown: true, numbered: 0 }
      : NO_SUCH_RECORD;
  },
  permit: (actor, _, { agencyId }) => permitOversight(actor, agencyId),
  decide: decideComplaint,
  async save(tx, one) {
    const row = {
      ...{ id: one.id, number: one.number, agency_id: one.agencyId, about_id: one.aboutId, ground: one.ground },
      ...{ received_on: one.receivedOn, says: one.says, verdict: one.verdict, measure: one.measure },
      ...{ answer: one.answer, answered_on: one.answeredOn, recorded_by: one.recordedBy, answered_by: one.answeredBy },
    };
    await tx
      .insertInto('disclosure_complaints')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  },
};

async function isBelow(tx: Tx, agencyId: AgencyId, aboutId: AgencyId): Promise<boolean> {
  return subtreeOf(agencyId, await listAgencies(tx)).includes(aboutId);
}

async function complaintsNumbered(db: Db, year: number): Promise<number> {
  const { n } = await db
    .selectFrom('disclosure_complaints')
    .select((q) => q.fn.countAll<number>().as('n'))
    .where('number', 'like', `%〔${year}〕%`)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Of a year, the latest first; withdrawn ones among them. */
export async function oversightOf(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<OversightRecord[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('oversight_records')
    .selectAll()
    .where('agency_id', 'in', agencyIds)
    .where('happened_on', '>=', civilFromParts(year, 1, 1))
    .where('happened_on', '<=', civilFromParts(year, 12, 31))
    .orderBy('happened_on', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(recordFrom);
}

/** Received in a year, and those of earlier years that are not answered yet. */
export async function complaintsOf(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
): Promise<DisclosureComplaint[]> {
  if (agencyIds.length === 0) return [];
  const [first, last] = [civilFromParts(year, 1, 1), civilFromParts(year, 12, 31)];
  const rows = await db
    .selectFrom('disclosure_complaints')
    .selectAll()
    .where('agency_id', 'in', agencyIds)
    .where('received_on', '<=', last)
    .where((q) => q.or([q('received_on', '>=', first), q('answered_on', 'is', null)]))
    .orderBy('received_on', 'desc')
    .orderBy('number', 'desc')
    .execute();
  return rows.map(complaintFrom);
}

/** 监督保障情况 for the draft of a report. */
export async function oversightYear(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<string> {
  const complaints = await complaintsOf(db, agencyIds, year);
  return oversightText(
    await oversightOf(db, agencyIds, year),
    complaints.filter(({ receivedOn }) => yearOf(receivedOn) === year),
  );
}

function recordFrom(row: Selectable<Database['oversight_records']>): OversightRecord {
  return {
    ...{ id: row.id, agencyId: row.agency_id, kind: row.kind, aboutId: row.about_id },
    ...{ on: row.happened_on, title: row.title, result: row.result },
    ...{ recordedBy: row.recorded_by, withdrawnBecause: row.withdrawn_because },
  };
}

function complaintFrom(row: Selectable<Database['disclosure_complaints']>): DisclosureComplaint {
  return {
    ...{ id: row.id, number: row.number, agencyId: row.agency_id, aboutId: row.about_id, ground: row.ground },
    ...{ receivedOn: row.received_on, says: row.says, verdict: row.verdict, measure: row.measure },
    ...{ answer: row.answer, answeredOn: row.answered_on, recordedBy: row.recorded_by, answeredBy: row.answered_by },
  };
}
