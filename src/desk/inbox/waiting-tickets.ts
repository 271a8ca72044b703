/** 整改单的待办 [SUP-55]: each that is to be put right, with its day; the assignee's where there is one. */
import { holds } from '../../people/actor.ts';
import type { Holders } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { TICKET_ROLES } from '../../supervision/permissions.ts';
import { listTickets } from '../../supervision/store/findings.ts';
import { agencyNames } from '../agency-names.ts';
import { agenciesIn, type Officer } from '../reach.ts';
import { lineView } from '../supervision/finding-view.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

const MOST = 200;
const ROLES = TICKET_ROLES.reportFixed;

export async function ticketsThatWait(officer: Officer, holders: Holders, house: House): Promise<Waiting[]> {
  const { lines } = await listTickets(house.db, agenciesIn('findings', officer), { number: 1, size: MOST }, ['open']);
  const nameOf = await agencyNames(house.db);
  return lines.map((line) => {
    const { ticket } = line;
    const view = lineView(line, house, nameOf);
    const { mine, actingFor } = turnOf(officer, (as) =>
      ticket.assigneeId === null ? ROLES.some((role) => holds(as, role, ticket.agencyId)) : as.id === ticket.assigneeId,
    );
    return {
      mine,
      row: {
        actingFor,
        key: `tickets/${ticket.id}`,
        path: `/tickets/${ticket.id}`,
        what: `${view.kind}，${line.open} 处`,
        forWhom: view.site,
        number: view.number,
        light: view.light,
        dueOn: view.dueOn,
        workdaysLeft: view.workdaysLeft,
        state: view.state,
        step: '报告已改正',
        behind: whoMay(ROLES, holders(ROLES, ticket.agencyId)),
      },
    };
  });
}
