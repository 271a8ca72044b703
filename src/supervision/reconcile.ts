/**
 * 比对 [SUP-40…SUP-43]: the marks of a round beside the findings that are known. New ones are grouped into tickets by site and kind; one that returns reopens its
 * ticket; one that is gone counts as mended only where its address was really looked at; an accepted exception stays accepted.
 */
import type { CivilDate } from '../statute/civil-date.ts';
import type { WorkCalendar } from '../statute/work-calendar.ts';
import { addWorkdays } from '../statute/workdays.ts';
import { FINDING_KINDS, type FindingKindName, type Mark } from './finding-kinds.ts';
import type { WatchedSite } from './site.ts';
import type { SiteFinding, Ticket } from './ticket.ts';

export interface SeenMark extends Mark {
  readonly sources: readonly string[];
}

export interface Known {
  readonly site: Pick<WatchedSite, 'id' | 'agencyId'>;
  readonly findings: readonly SiteFinding[];
  readonly tickets: readonly Ticket[];
  /** Tickets of the year there are already. */
  readonly numbered: number;
}

export interface RoundSeen {
  readonly marks: readonly SeenMark[];
  /** Addresses nobody could look at: nothing is known of them. */
  readonly notLooked: ReadonlySet<string>;
}

export interface Reconciled {
  readonly findings: readonly SiteFinding[];
  readonly tickets: readonly Ticket[];
  readonly counts: { readonly fresh: number; readonly returned: number; readonly gone: number; readonly still: number };
}

export function reconcile(
  known: Known,
  seen: RoundSeen,
  today: CivilDate,
  calendar: WorkCalendar,
  newId: () => string,
): Reconciled {
  const before = new Map(known.findings.map((finding) => [keyOf(finding), finding]));
  const marked = new Set(seen.marks.map(keyOf));
  const tickets = new Map(known.tickets.map((ticket) => [ticket.id, ticket]));
  const changed = new Map<string, Ticket>();
  const findings: SiteFinding[] = [];
  const counts = { fresh: 0, returned: 0, gone: 0, still: 0 };
  let numbered = known.numbered;

  const put = (ticket: Ticket) => {
    tickets.set(ticket.id, ticket);
    changed.set(ticket.id, ticket);
    return ticket;
  };
  const due = (kind: FindingKindName) => addWorkdays(today, FINDING_KINDS[kind].dueWorkdays, calendar);
  const ticketFor = (kind: FindingKindName): Ticket => {
    const open = [...tickets.values()].find((ticket) => ticket.kind === kind && ticket.state === 'open');
    if (open) return open;
    numbered += 1;
    return put({
      id: newId(),
      number: `整改〔${today.slice(0, 4)}〕${numbered}号`,
      siteId: known.site.id,
      agencyId: known.site.agencyId,
      kind,
      state: 'open',
      openedOn: today,
      dueOn: due(kind),
      assigneeId: null,
      fixedSays: '',
      closedOn: null,
      lookBackOn: null,
      lookedBack: null,
      reopened: 0,
    });
  };
  const reopen = (ticket: Ticket): Ticket =>
    ticket.state === 'open'
      ? ticket
      : put({
          ...ticket,
          state: 'open',
          dueOn: due(ticket.kind),
          closedOn: null,
          lookBackOn: null,
          lookedBack: ticket.state === 'closed' ? 'failed' : ticket.lookedBack,
          reopened: ticket.reopened + 1,
        });

  for (const { sources, ...mark } of seen.marks) {
    const old = before.get(keyOf(mark));
    if (!old) {
      counts.fresh += 1;
      const ticketId = ticketFor(mark.kind).id;
      const { id: siteId, agencyId } = known.site;
      findings.push({
        ...mark,
        id: newId(),
        siteId,
        agencyId,
        ticketId,
        sources,
        state: 'open',
        firstSeen: today,
        lastSeen: today,
        times: 1,
        acceptedBecause: '',
      });
      continue;
    }
    const now = { ...old, says: mark.says, sources, lastSeen: today };
    if (old.state === 'gone') {
      counts.returned += 1;
      reopen(tickets.get(old.ticketId)!);
      findings.push({ ...now, state: 'open', times: old.times + 1 });
    } else {
      if (old.state === 'open') counts.still += 1;
      findings.push(now);
    }
  }
  // 网民找错 no round can see; that one is looked at again by its own words.
  for (const old of known.findings)
    if (old.kind !== 'reported' && old.state === 'open' && !marked.has(keyOf(old)) && !seen.notLooked.has(old.url)) {
      counts.gone += 1;
      findings.push({ ...old, state: 'gone' });
    }
  return { findings, tickets: [...changed.values()], counts };
}

export function keyOf({ kind, url, detail }: Pick<Mark, 'kind' | 'url' | 'detail'>): string {
  return `${kind}\n${url}\n${detail}`;
}
