/** 整改月报 [SUP-54]: the tickets that were open in a month, with what became of each; every line is a ticket, so that the figures can be counted again. */

import type { AgencyId } from '../../people/agency.ts';
import type { Db } from '../../platform/database.ts';
import type { FilledSheet } from '../../platform/papers/sheet.ts';
import { addDays, addMonths, type CivilDate, civil } from '../../statute/civil-date.ts';
import { FINDING_KINDS } from '../../supervision/finding-kinds.ts';
import { ticketsBetween } from '../../supervision/store/findings.ts';
import { TICKET_STATES } from '../../supervision/ticket.ts';
import type { agencyNames } from '../agency-names.ts';

type NameOf = Awaited<ReturnType<typeof agencyNames>>;

export async function monthSheet(
  db: Db,
  agencies: readonly AgencyId[],
  month: string,
  nameOf: NameOf,
  today: CivilDate,
): Promise<FilledSheet> {
  const first = civil(`${month}-01`);
  const last = addDays(addMonths(first, 1), -1);
  const tickets = await ticketsBetween(db, agencies, first, last);
  const closed = tickets.filter(({ ticket }) => ticket.state === 'closed').length;
  const late = tickets.filter(({ ticket }) => (ticket.closedOn ?? today) > ticket.dueOn).length;
  return {
    title: `网站监测整改月报 ${month}`,
    heads: [
      '整改单',
      '站点',
      '主管机关',
      '问题种类',
      '处数',
      '未改正',
      '屡查屡犯',
      '开单日期',
      '期限',
      '状态',
      '销号日期',
      '回头看',
      '重开次数',
      '依据',
    ],
    lines: tickets.map(({ ticket, siteName, open, all, repeated }) => [
      ticket.number,
      siteName,
      nameOf(ticket.agencyId),
      FINDING_KINDS[ticket.kind].term,
      all,
      open,
      repeated,
      ticket.openedOn,
      ticket.dueOn,
      TICKET_STATES[ticket.state].term,
      ticket.closedOn ?? '',
      ticket.lookedBack === null ? '' : ticket.lookedBack === 'passed' ? '合格' : '不合格',
      ticket.reopened,
      `${FINDING_KINDS[ticket.kind].basis}，${FINDING_KINDS[ticket.kind].certainty}`,
    ]),
    notes: [`${first} 至 ${last} 办理中的整改单 ${tickets.length} 张，已销号 ${closed} 张，超过期限 ${late} 张。`],
  };
}
