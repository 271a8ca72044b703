/** 监测和整改 on screen: the sites with their last round, the tickets by their day, and one ticket. */

import { permitInSome } from '../../people/actor.ts';
import { holdersOf } from '../../people/store/holders.ts';
import { namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { lightOf } from '../../statute/reply-clock/light.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { TICKET_VERBS } from '../../supervision/commands.ts';
import { FINDING_KINDS, GRADES } from '../../supervision/finding-kinds.ts';
import { INDICATORS } from '../../supervision/indicators.ts';
import { permitTicket, SITE_ROLES, TICKET_ROLES } from '../../supervision/permissions.ts';
import { findTicket, listTickets, type TicketLine } from '../../supervision/store/findings.ts';
import { verdictsOf } from '../../supervision/store/probes.ts';
import { roundGrades } from '../../supervision/store/round-results.ts';
import { lastRound, openRound } from '../../supervision/store/rounds.ts';
import { watchedSites } from '../../supervision/store/sites.ts';
import { NO_SUCH_TICKET } from '../../supervision/store/stairs.ts';
import { FINDING_STATES, TICKET_STATES, type TicketFile } from '../../supervision/ticket.ts';
import { VERDICTS } from '../../supervision/verdict.ts';
import { agencyNames, agencyTerms } from '../agency-names.ts';
import type { FindingsPage, TicketLineView, TicketView } from '../contract/findings.ts';
import { agenciesWith, enter, type Officer } from '../reach.ts';

const PAGE_SIZE = 50;
const FINDINGS_SHOWN = 200;
type Names = Awaited<ReturnType<typeof agencyNames>>;

export async function findingsPage(officer: Officer, page: number, house: House): Promise<FindingsPage | Refusal> {
  const agencies = enter('findings', officer);
  if (isRefusal(agencies)) return agencies;
  const nameOf = await agencyNames(house.db);
  const { lines, total } = await listTickets(house.db, agencies, { number: page, size: PAGE_SIZE });
  const sites = (await watchedSites(house.db)).filter(({ agencyId }) => agencies.includes(agencyId));
  return {
    today: civilDateAt(house.now()),
    sites: await Promise.all(sites.map((site) => siteView(site, house, nameOf))),
    lines: lines.map((line) => lineView(line, house, nameOf)),
    total,
    pageSize: PAGE_SIZE,
    agencies: agencyTerms(agenciesWith(SITE_ROLES, officer), nameOf),
  };
}

async function siteView(
  { id, name, address, agencyId }: Awaited<ReturnType<typeof watchedSites>>[number],
  { db }: House,
  nameOf: Names,
): Promise<FindingsPage['sites'][number]> {
  const last = await lastRound(db, id);
  const grades = last ? await roundGrades(db, last.id) : {};
  return {
    id,
    name,
    address,
    agency: nameOf(agencyId),
    lookedOn: last ? civilDateAt(last.endedAt) : null,
    underWay: (await openRound(db, id)) !== undefined,
    verdicts: (await verdictsOf(db, id)).map(({ indicator, verdict }) => ({
      term: INDICATORS[indicator].term,
      state: VERDICTS[verdict.state].term,
      says: verdict.says,
    })),
    grades: (Object.keys(GRADES) as (keyof typeof GRADES)[]).flatMap((grade) =>
      grades[grade] ? [{ term: GRADES[grade].term, count: grades[grade] }] : [],
    ),
  };
}

export function lineView(
  { ticket, siteName, open, all, repeated }: TicketLine,
  house: House,
  nameOf: Names,
): TicketLineView {
  const [today, calendar] = [civilDateAt(house.now()), house.calendar()];
  return {
    id: ticket.id,
    number: ticket.number,
    kind: FINDING_KINDS[ticket.kind].term,
    site: siteName,
    agency: nameOf(ticket.agencyId),
    state: TICKET_STATES[ticket.state].term,
    light: ticket.state === 'closed' ? 'done' : lightOf(ticket.dueOn, false, today, calendar),
    dueOn: ticket.dueOn,
    workdaysLeft: workdaysBetween(today, ticket.dueOn, calendar),
    open,
    all,
    repeated,
  };
}

/** The ticket, or the same answer whether it is another agency's or none at all. */
export async function ticketFor(officer: Officer, id: string, { db }: House): Promise<TicketFile | Refusal> {
  const agencies = enter('findings', officer);
  if (isRefusal(agencies)) return agencies;
  const file = await findTicket(db, id);
  return file && agencies.includes(file.ticket.agencyId) ? file : NO_SUCH_TICKET;
}

/** What an act was decided upon. */
export function seenOf({ ticket, findings }: TicketFile): string {
  return `${ticket.state}-${ticket.reopened}-${findings.filter(({ state }) => state === 'open').length}`;
}

export async function ticketView(officer: Officer, id: string, house: House): Promise<TicketView | Refusal> {
  const file = await ticketFor(officer, id, house);
  if (isRefusal(file)) return file;
  const { ticket, findings } = file;
  const [site] = await watchedSites(house.db, [ticket.siteId]);
  const { advice, basis, certainty } = FINDING_KINDS[ticket.kind];
  const open = findings.filter(({ state }) => state === 'open');
  const line = {
    ticket,
    siteName: site?.name ?? '',
    open: open.length,
    all: findings.length,
    repeated: findings.filter(({ times }) => times > 1).length,
  };
  const holders = await holdersOf(house.db, TICKET_ROLES.reportFixed, civilDateAt(house.now()));
  const mending = [
    ...new Set(holders.filter(({ reach }) => reach.includes(ticket.agencyId)).map(({ officerId }) => officerId)),
  ];
  const names = await namesOfOfficers(house.db, [...mending, ...(ticket.assigneeId ? [ticket.assigneeId] : [])]);
  return {
    line: lineView(line, house, await agencyNames(house.db)),
    state: ticket.state,
    seen: seenOf(file),
    today: civilDateAt(house.now()),
    advice,
    basis,
    certainty,
    openedOn: ticket.openedOn,
    assignee: ticket.assigneeId ? (names.get(ticket.assigneeId) ?? null) : null,
    fixedSays: ticket.fixedSays,
    closedOn: ticket.closedOn,
    lookBackOn: ticket.lookBackOn,
    lookedBack: ticket.lookedBack,
    reopened: ticket.reopened,
    findings: [...open, ...findings.filter(({ state }) => state !== 'open')].slice(0, FINDINGS_SHOWN).map((one) => ({
      id: one.id,
      url: one.url,
      detail: one.detail,
      says: one.says,
      sources: one.sources,
      state: FINDING_STATES[one.state].term,
      isOpen: one.state === 'open',
      firstSeen: one.firstSeen,
      lastSeen: one.lastSeen,
      times: one.times,
      acceptedBecause: one.acceptedBecause,
    })),
    notShown: Math.max(0, findings.length - FINDINGS_SHOWN),
    verbs: (['reportFixed', 'assign', 'acceptFinding'] as const).map((verb) => {
      const permission = permitInSome(officer, (as) => permitTicket(as, verb, ticket.agencyId));
      return {
        verb,
        term: TICKET_VERBS[verb].term,
        allowed: permission.allowed,
        why: permission.allowed ? null : permission.refusal.says,
      };
    }),
    assignees: mending.map((name) => ({ name, term: names.get(name) ?? name })),
  };
}
