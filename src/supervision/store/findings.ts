/** 问题和整改单的存取. */
import type { Selectable } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Database, Db, Tx } from '../../platform/database.ts';
import { type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import type { SiteFinding, Ticket, TicketFile, TicketState } from '../ticket.ts';

declare module '../../platform/database.ts' {
  interface Database {
    rectification_tickets: {
      id: string;
      number: string;
      site_id: string;
      agency_id: string;
      kind: Ticket['kind'];
      state: TicketState;
      opened_on: CivilDate;
      due_on: CivilDate;
      assignee_id: string | null;
      fixed_says: string;
      closed_on: CivilDate | null;
      look_back_on: CivilDate | null;
      looked_back: 'passed' | 'failed' | null;
      reopened: number;
      not_looked_at: Date | null;
    };
    site_findings: {
      id: string;
      site_id: string;
      agency_id: string;
      ticket_id: string;
      kind: SiteFinding['kind'];
      url: string;
      detail: string;
      says: string;
      sources: readonly string[];
      state: SiteFinding['state'];
      first_seen: CivilDate;
      last_seen: CivilDate;
      times: number;
      accepted_because: string;
    };
  }
}

export async function ticketsOfSite(db: Db, siteId: string): Promise<Ticket[]> {
  const rows = await db
    .selectFrom('rectification_tickets')
    .selectAll()
    .where('site_id', '=', siteId)
    .orderBy('opened_on')
    .execute();
  return rows.map(ticketFrom);
}

export async function findingsOfSite(db: Db, siteId: string): Promise<SiteFinding[]> {
  return (await db.selectFrom('site_findings').selectAll().where('site_id', '=', siteId).execute()).map(findingFrom);
}

/** So many tickets are numbered in a year already. */
export async function ticketsNumbered(db: Db, year: number): Promise<number> {
  const { n } = await db
    .selectFrom('rectification_tickets')
    .select((q) => q.fn.countAll<number>().as('n'))
    .where('number', 'like', `%〔${year}〕%`)
    .executeTakeFirstOrThrow();
  return Number(n);
}

export async function findTicket(db: Db, id: string, lock = false): Promise<TicketFile | undefined> {
  const row = await db
    .selectFrom('rectification_tickets')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst();
  if (!row) return undefined;
  const findings = await db
    .selectFrom('site_findings')
    .selectAll()
    .where('ticket_id', '=', id)
    .orderBy('first_seen')
    .orderBy('url')
    .execute();
  return { ticket: ticketFrom(row), findings: findings.map(findingFrom) };
}

export interface TicketLine {
  readonly ticket: Ticket;
  readonly siteName: string;
  readonly open: number;
  readonly all: number;
  /** Came back at least once. */
  readonly repeated: number;
}

/** The nearest day first; closed ones last. */
export async function listTickets(
  db: Db,
  agencyIds: readonly AgencyId[],
  page: { readonly number: number; readonly size: number },
  states?: readonly TicketState[],
): Promise<{ lines: TicketLine[]; total: number }> {
  if (agencyIds.length === 0 || states?.length === 0) return { lines: [], total: 0 };
  const chosen = db
    .selectFrom('rectification_tickets as t')
    .where('t.agency_id', 'in', agencyIds)
    .$if(states !== undefined, (q) => q.where('t.state', 'in', states!));
  const { n } = await chosen.select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  const rows = await chosen
    .innerJoin('watched_sites as s', 's.id', 't.site_id')
    .selectAll('t')
    .select((q) => [
      's.name as site_name',
      q
        .selectFrom('site_findings as f')
        .whereRef('f.ticket_id', '=', 't.id')
        .select(q.fn.countAll<number>().as('n'))
        .as('found'),
      q
        .selectFrom('site_findings as f')
        .whereRef('f.ticket_id', '=', 't.id')
        .where('f.state', '=', 'open')
        .select(q.fn.countAll<number>().as('n'))
        .as('left'),
      q
        .selectFrom('site_findings as f')
        .whereRef('f.ticket_id', '=', 't.id')
        .where('f.times', '>', 1)
        .select(q.fn.countAll<number>().as('n'))
        .as('again'),
    ])
    .orderBy((q) => q.case().when('t.state', '=', 'closed').then(1).else(0).end())
    .orderBy('t.due_on')
    .orderBy('t.number')
    .limit(page.size)
    .offset((page.number - 1) * page.size)
    .execute();
  const lines = rows.map((row) => ({
    ticket: ticketFrom(row),
    siteName: row.site_name,
    open: Number(row.left),
    all: Number(row.found),
    repeated: Number(row.again),
  }));
  return { lines, total: Number(n) };
}

/** 等机器看的: reported as mended, or due to be looked back at. */
/** 复查没有看到的, again after so long. */
const AGAIN_MS = 3_600_000;

/** Those nobody could look at lately wait, so that they neither fill the ledger nor keep the others back. */
export async function ticketsToRecheck(db: Db, at: Date, most: number): Promise<string[]> {
  const today = civilDateAt(at);
  const rows = await db
    .selectFrom('rectification_tickets')
    .select('id')
    .where((q) => q.or([q('state', '=', 'fixed'), q.and([q('state', '=', 'closed'), q('look_back_on', '<=', today)])]))
    .where((q) => q.or([q('not_looked_at', 'is', null), q('not_looked_at', '<=', new Date(at.getTime() - AGAIN_MS))]))
    .orderBy('not_looked_at', (order) => order.asc().nullsFirst())
    .orderBy('due_on')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** @param at null where everything was looked at */
export async function noteNotLooked(tx: Tx, ticketId: string, at: Date | null): Promise<void> {
  await tx.updateTable('rectification_tickets').set({ not_looked_at: at }).where('id', '=', ticketId).execute();
}

export async function saveTicket(tx: Tx, ticket: Ticket): Promise<void> {
  const row = {
    id: ticket.id,
    number: ticket.number,
    site_id: ticket.siteId,
    agency_id: ticket.agencyId,
    kind: ticket.kind,
    state: ticket.state,
    opened_on: ticket.openedOn,
    due_on: ticket.dueOn,
    assignee_id: ticket.assigneeId,
    fixed_says: ticket.fixedSays,
    closed_on: ticket.closedOn,
    look_back_on: ticket.lookBackOn,
    looked_back: ticket.lookedBack,
    reopened: ticket.reopened,
  };
  await tx
    .insertInto('rectification_tickets')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

const ROWS_AT_ONCE = 500;

export async function saveFindings(tx: Tx, findings: readonly SiteFinding[]): Promise<void> {
  for (let from = 0; from < findings.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto('site_findings')
      .values(
        findings.slice(from, from + ROWS_AT_ONCE).map((one) => ({
          id: one.id,
          site_id: one.siteId,
          agency_id: one.agencyId,
          ticket_id: one.ticketId,
          kind: one.kind,
          url: one.url,
          detail: one.detail,
          says: one.says,
          sources: [...one.sources],
          state: one.state,
          first_seen: one.firstSeen,
          last_seen: one.lastSeen,
          times: one.times,
          accepted_because: one.acceptedBecause,
        })),
      )
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((q) => ({
          says: q.ref('excluded.says'),
          sources: q.ref('excluded.sources'),
          state: q.ref('excluded.state'),
          last_seen: q.ref('excluded.last_seen'),
          times: q.ref('excluded.times'),
          accepted_because: q.ref('excluded.accepted_because'),
        })),
      )
      .execute();
}

type TicketRow = Selectable<Database['rectification_tickets']>;
type FindingRow = Selectable<Database['site_findings']>;

function ticketFrom(row: TicketRow): Ticket {
  return {
    id: row.id,
    number: row.number,
    siteId: row.site_id,
    agencyId: row.agency_id,
    kind: row.kind,
    state: row.state,
    openedOn: row.opened_on,
    dueOn: row.due_on,
    assigneeId: row.assignee_id,
    fixedSays: row.fixed_says,
    closedOn: row.closed_on,
    lookBackOn: row.look_back_on,
    lookedBack: row.looked_back,
    reopened: row.reopened,
  };
}

function findingFrom(row: FindingRow): SiteFinding {
  return {
    id: row.id,
    siteId: row.site_id,
    agencyId: row.agency_id,
    ticketId: row.ticket_id,
    kind: row.kind,
    url: row.url,
    detail: row.detail,
    says: row.says,
    sources: row.sources,
    state: row.state,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    times: row.times,
    acceptedBecause: row.accepted_because,
  };
}

/** Tickets that were open at some time of a period. */
export async function ticketsBetween(
  db: Db,
  agencyIds: readonly AgencyId[],
  from: CivilDate,
  to: CivilDate,
): Promise<TicketLine[]> {
  const { lines } = await listTickets(db, agencyIds, { number: 1, size: 2_000 });
  return lines.filter(({ ticket }) => ticket.openedOn <= to && (ticket.closedOn === null || ticket.closedOn >= from));
}

/** 没有改正的 by kind. */
export async function openFindings(db: Db, agencyIds: readonly AgencyId[]): Promise<Map<SiteFinding['kind'], number>> {
  if (agencyIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('site_findings')
    .select((q) => ['kind', q.fn.countAll<number>().as('n')])
    .where('agency_id', 'in', agencyIds)
    .where('state', '=', 'open')
    .groupBy('kind')
    .execute();
  return new Map(rows.map(({ kind, n }) => [kind, Number(n)]));
}
