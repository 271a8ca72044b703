/** 监督保障的台阶: a round kept, a site listed, a step on a ticket; each with its trace. */
import { sql } from 'kysely';
import { type Actor, ALLOWED, denied, requireRole } from '../../people/actor.ts';
import type { Stairs } from '../../perform.ts';
import { yearOf } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { TicketCommand } from '../commands.ts';
import { decideTicket } from '../decide.ts';
import { decideSite, type ListSite } from '../list-site.ts';
import { permitTicket, SITE_ROLES } from '../permissions.ts';
import { type Known, type Reconciled, type RoundSeen, reconcile } from '../reconcile.ts';
import type { WatchedSite } from '../site.ts';
import type { TicketFile } from '../ticket.ts';
import { findingsOfSite, findTicket, saveFindings, saveTicket, ticketsNumbered, ticketsOfSite } from './findings.ts';
import { addSite, watchedSites } from './sites.ts';

const ROOM = 'supervision';

export const ticketStairs: Stairs<TicketFile, TicketFile, TicketCommand> = {
  room: ROOM,
  load: async (tx, { ticketId }) => (await findTicket(tx, ticketId, true)) ?? NO_SUCH_TICKET,
  permit: (actor, { verb }, { ticket }) => permitTicket(actor, verb, ticket.agencyId),
  decide: decideTicket,
  async save(tx, { ticket, findings }) {
    await saveTicket(tx, ticket);
    await saveFindings(tx, findings);
  },
};

export const NO_SUCH_TICKET: Refusal = refuse(
  'NO_SUCH_TICKET',
  '国办秘函〔2019〕19号',
  '没有这张整改单，请从列表里打开。',
);

interface KeepRound {
  readonly verb: 'keepRound';
  readonly siteId: string;
  readonly roundId: string;
  readonly seen: RoundSeen;
}

/** 比对一轮: only the machine does it. */
export const roundStairs: Stairs<Known, Reconciled, KeepRound> = {
  room: ROOM,
  async load(tx, { siteId }, { today }) {
    // One round of a site at a time, and one counter of numbers.
    await sql`select id from watched_sites order by id for update`.execute(tx);
    const [site] = await watchedSites(tx, [siteId]);
    if (!site) return NO_SUCH_SITE;
    return {
      site,
      findings: await findingsOfSite(tx, siteId),
      tickets: await ticketsOfSite(tx, siteId),
      numbered: await ticketsNumbered(tx, yearOf(today)),
    };
  },
  permit: (actor) => onlyMachine(actor),
  decide(known, { siteId, roundId, seen }, { today, calendar, newId }) {
    const next = reconcile(known, seen, today, calendar, newId);
    const entry = {
      verb: 'keptRound',
      subject: siteId,
      agencyId: known.site.agencyId,
      basis: '国办秘函〔2019〕19号',
      content: { roundId, ...next.counts },
    };
    return { next, entry };
  },
  async save(tx, { tickets, findings }) {
    for (const ticket of tickets) await saveTicket(tx, ticket);
    await saveFindings(tx, findings);
  },
};

const NO_SUCH_SITE: Refusal = refuse('NO_SUCH_SITE', '国办秘函〔2019〕19号', '没有这个站点。');

function onlyMachine(actor: Actor) {
  return actor.kind === 'system'
    ? ALLOWED
    : denied(refuse('MACHINE_ONLY', '国办秘函〔2019〕19号', '检查由系统自动进行。'));
}

export const siteStairs: Stairs<readonly WatchedSite[], WatchedSite, ListSite> = {
  room: ROOM,
  load: (tx) => watchedSites(tx),
  permit: (actor, { agencyId }) => requireRole(actor, SITE_ROLES, agencyId),
  decide: decideSite,
  save: (tx, site, _, { at }) => addSite(tx, site, at),
};
