/** 找错留言 on screen: the list by its day, and one. */
import { permitInSome } from '../../people/actor.ts';
import { namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { IDENTITY_REASONS } from '../../requests/identity-reasons.ts';
import { civilDateAt, yearOf } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { lightOf } from '../../statute/reply-clock/light.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { siteOfPage } from '../../supervision/mistakes/decide.ts';
import {
  MISTAKE_STATES,
  MISTAKE_VERDICTS,
  type MistakeReport,
  mistakeDue,
} from '../../supervision/mistakes/mistake.ts';
import { permitMistake } from '../../supervision/mistakes/permissions.ts';
import { findTicket } from '../../supervision/store/findings.ts';
import { NO_SUCH_MISTAKE } from '../../supervision/store/mistake-stairs.ts';
import { findMistake, hasContact, listMistakes, mistakeFigures } from '../../supervision/store/mistakes.ts';
import { watchedSites } from '../../supervision/store/sites.ts';
import { TICKET_STATES } from '../../supervision/ticket.ts';
import { type AgencyNames, agencyNames } from '../agency-names.ts';
import type { MistakeLine, MistakePage, MistakeView } from '../contract/mistakes.ts';
import { handOf } from '../people/hand-of.ts';
import { enter, type Officer } from '../reach.ts';
import type { MistakeQuery } from './mistake-schemas.ts';

const PAGE_SIZE = 50;

export async function mistakePage(
  officer: Officer,
  { page = 1, which = 'open' }: MistakeQuery,
  house: House,
): Promise<MistakePage | Refusal> {
  const agencies = enter('findings', officer);
  if (isRefusal(agencies)) return agencies;
  const nameOf = await agencyNames(house.db);
  const { lines, total } = await listMistakes(house.db, agencies, { number: page, size: PAGE_SIZE }, which);
  const today = civilDateAt(house.now());
  return {
    lines: lines.map((report) => mistakeLine(report, house, nameOf)),
    total,
    pageSize: PAGE_SIZE,
    figures: await mistakeFigures(house.db, agencies, yearOf(today), today),
  };
}

export function mistakeLine(report: MistakeReport, house: House, nameOf: AgencyNames): MistakeLine {
  const [today, calendar, dueOn] = [civilDateAt(house.now()), house.calendar(), mistakeDue(report)];
  return {
    id: report.id,
    number: report.queryNumber,
    says: report.says,
    page: report.page,
    agency: nameOf(report.agencyId),
    state: MISTAKE_STATES[report.state].term,
    light: report.state === 'answered' ? 'done' : lightOf(dueOn, false, today, calendar),
    receivedOn: report.receivedOn,
    dueOn,
    workdaysLeft: workdaysBetween(today, dueOn, calendar),
  };
}

/** The report, or the same answer whether it is another agency's or none at all. */
export async function mistakeFor(officer: Officer, id: string, { db }: House): Promise<MistakeReport | Refusal> {
  const agencies = enter('findings', officer);
  if (isRefusal(agencies)) return agencies;
  const report = await findMistake(db, id);
  return report && agencies.includes(report.agencyId) ? report : NO_SUCH_MISTAKE;
}

/** What an act was decided upon. */
export function seenOf({ state, ticketId }: MistakeReport): string {
  return `${state}-${ticketId ? 1 : 0}`;
}

export async function mistakeView(officer: Officer, id: string, house: House): Promise<MistakeView | Refusal> {
  const report = await mistakeFor(officer, id, house);
  if (isRefusal(report)) return report;
  const { ticketId, findingId, answeredBy, verdict } = report;
  const ticket = ticketId === null ? undefined : await findTicket(house.db, ticketId);
  const names = await namesOfOfficers(house.db, answeredBy === null ? [] : [answeredBy]);
  const acting = permitInSome(officer, (as) => permitMistake(as, 'answer', report));
  return {
    line: mistakeLine(report, house, await agencyNames(house.db)),
    state: report.state,
    seen: seenOf(report),
    wrong: report.wrong,
    ticket: ticket
      ? {
          id: ticket.ticket.id,
          number: ticket.ticket.number,
          state: TICKET_STATES[ticket.ticket.state].term,
          open: ticket.findings.some((one) => one.id === findingId && one.state === 'open'),
        }
      : null,
    site: siteOfPage(report.page, await watchedSites(house.db))?.name ?? null,
    verdict: verdict === null ? null : MISTAKE_VERDICTS[verdict].term,
    answer: report.answer,
    answeredOn: report.answeredOn,
    answeredBy: answeredBy === null ? null : handOf({ by: answeredBy }, names),
    acting: { allowed: acting.allowed, why: acting.allowed ? null : acting.refusal.says },
    verdicts: Object.entries(MISTAKE_VERDICTS).map(([name, { term }]) => ({ name, term })),
    hasContact: await hasContact(house.db, id),
    reasons: Object.entries(IDENTITY_REASONS).map(([name, { term }]) => ({ name, term })),
  };
}
