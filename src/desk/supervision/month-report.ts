/** 监测和巡查月报 [SUP-84]: the tickets of a month and its patrol day by day, as a paper; each line can be counted again. */
import type { AgencyId } from '../../people/agency.ts';
import { namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { addDays, addMonths, type CivilDate, civil, civilDateAt, inProse } from '../../statute/civil-date.ts';
import type { Paper, PaperBlock, PaperTable } from '../../statute/paper.ts';
import { FINDING_KINDS } from '../../supervision/finding-kinds.ts';
import { type PatrolDay, patrolDays } from '../../supervision/patrol/month.ts';
import { PATROL_STANDINGS } from '../../supervision/patrol/patrol.ts';
import { PATROL_POINTS } from '../../supervision/patrol/points.ts';
import { plannedBetween } from '../../supervision/patrol/roster.ts';
import { type TicketLine, ticketsBetween } from '../../supervision/store/findings.ts';
import { rostersOf, sheetsBetween } from '../../supervision/store/patrol.ts';
import { TICKET_STATES } from '../../supervision/ticket.ts';
import { agencyNames } from '../agency-names.ts';
import { type Span, toldOfPatrols, toldOfTickets } from './quarter-report.ts';

interface MonthOfPatrols {
  readonly agency: string;
  readonly days: readonly PatrolDay[];
}

export async function monthPaper(house: House, agencies: readonly AgencyId[], month: string): Promise<Paper> {
  const first = civil(`${month}-01`);
  const span = { first, last: addDays(addMonths(first, 1), -1) };
  const today = civilDateAt(house.now());
  const tickets = await ticketsBetween(house.db, agencies, span.first, span.last);
  const patrols = await patrolsOf(house, agencies, span, today);
  const hands = patrols.flatMap(({ days }) => days.map(({ officerId }) => officerId));
  const names = await namesOfOfficers(house.db, [...new Set(hands)]);
  const told = [...(await toldOfTickets(house, agencies, span)), ...(await toldOfPatrols(house, agencies, span))];
  return {
    title: `政府网站监测和巡查月报（${first.slice(0, 4)}年${Number(first.slice(5, 7))}月）`,
    blocks: [
      text(`${inProse(span.first)}至${inProse(span.last)}，${inProse(today)}生成。`),
      ...told.map(text),
      { kind: 'heading', level: 1, text: '一、查到的问题和整改' },
      ...(tickets.length === 0 ? [text('本月没有办理中的整改单。')] : [kindTable(tickets), ticketTable(tickets)]),
      { kind: 'heading', level: 1, text: '二、每日巡查' },
      ...(patrols.length === 0 ? [text('没有安排值班。')] : []),
      ...patrols.flatMap(({ agency, days }): PaperBlock[] => [
        ...(patrols.length > 1 ? [{ kind: 'heading', level: 2, text: agency } as const] : []),
        dayTable(agency, days, (id) => names.get(id) ?? '已离任人员'),
      ]),
    ],
  };
}

/** Days that are over, or today's; what is ahead is told by no report. */
async function patrolsOf(
  { db, calendar }: House,
  agencies: readonly AgencyId[],
  { first, last }: Span,
  today: CivilDate,
): Promise<MonthOfPatrols[]> {
  const rosters = await rostersOf(db, agencies);
  const nameOf = await agencyNames(db);
  const found: MonthOfPatrols[] = [];
  for (const agencyId of new Set(rosters.map((one) => one.agencyId))) {
    const own = rosters.filter((one) => one.agencyId === agencyId);
    const sheets = await sheetsBetween(db, [agencyId], first, last);
    const days = patrolDays(plannedBetween(own, first, last, calendar()), sheets, today).filter(
      ({ standing }) => standing !== 'ahead',
    );
    if (days.length > 0) found.push({ agency: nameOf(agencyId), days });
  }
  return found;
}

function kindTable(tickets: readonly TicketLine[]): PaperTable {
  const kinds = [...new Set(tickets.map(({ ticket }) => ticket.kind))];
  const sum = (of: readonly TicketLine[], name: 'all' | 'open' | 'repeated') =>
    String(of.reduce((total, line) => total + line[name], 0));
  return table(
    '问题种类',
    ['问题种类', '整改单', '处数', '未改正', '屡查屡犯', '依据'],
    kinds.map((kind) => {
      const own = tickets.filter(({ ticket }) => ticket.kind === kind);
      const { term, basis, certainty } = FINDING_KINDS[kind];
      const counts = [String(own.length), sum(own, 'all'), sum(own, 'open'), sum(own, 'repeated')];
      return [term, ...counts, `${basis}，${certainty}`];
    }),
  );
}

function ticketTable(tickets: readonly TicketLine[]): PaperTable {
  return table(
    '整改单',
    ['整改单', '站点', '问题种类', '开单', '期限', '状态', '销号'],
    tickets.map(({ ticket, siteName }) => [
      ...[ticket.number, siteName, FINDING_KINDS[ticket.kind].term, ticket.openedOn, ticket.dueOn],
      ...[TICKET_STATES[ticket.state].term, ticket.closedOn ?? ''],
    ]),
  );
}

function dayTable(agency: string, days: readonly PatrolDay[], called: (id: string) => string): PaperTable {
  return table(
    `${agency}每日巡查`,
    ['日期', '值班', '状态', '不是正常的要点，或者没有签的原因'],
    days.map(({ day, officerId, standing, sheet }) => [
      ...[day, called(officerId), PATROL_STANDINGS[standing].term],
      [
        ...(sheet?.signed?.lateBecause ? [`补签：${sheet.signed.lateBecause}`] : []),
        ...(sheet?.signed?.answers ?? [])
          .filter(({ sight }) => sight !== 'fine')
          .map(({ point, says }) => `${PATROL_POINTS[point].term}：${says}`),
      ].join(' '),
    ]),
  );
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): PaperTable {
  return {
    kind: 'table',
    ...{ caption, columns: heads.length, headRows: 1 },
    rows: [
      heads.map((head) => ({ text: head, head: 'column', align: 'center' })),
      ...rows.map((cells) => cells.map((cell) => ({ text: cell, align: 'left' }) as const)),
    ],
  };
}

function text(said: string) {
  return { kind: 'paragraph', text: said } as const;
}
