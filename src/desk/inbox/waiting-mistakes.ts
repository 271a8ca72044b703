/** 找错留言的待办 [SUP-65]: each that is not answered, with its month. */
import { holds } from '../../people/actor.ts';
import type { Holders } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { TICKET_ROLES } from '../../supervision/permissions.ts';
import { listMistakes } from '../../supervision/store/mistakes.ts';
import { agencyNames } from '../agency-names.ts';
import { agenciesIn, type Officer } from '../reach.ts';
import { mistakeLine } from '../supervision/mistake-view.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

const MOST = 200;
const ROLES = TICKET_ROLES.reportFixed;

export async function mistakesThatWait(officer: Officer, holders: Holders, house: House): Promise<Waiting[]> {
  const page = { number: 1, size: MOST };
  const { lines } = await listMistakes(house.db, agenciesIn('findings', officer), page, 'open');
  const nameOf = await agencyNames(house.db);
  return lines.map((report) => {
    const { id, agencyId } = report;
    const { light, dueOn, workdaysLeft, state, number, agency } = mistakeLine(report, house, nameOf);
    const { mine, actingFor } = turnOf(officer, (as) => ROLES.some((role) => holds(as, role, agencyId)));
    return {
      mine,
      row: {
        ...{ actingFor, key: `mistakes/${id}`, path: `/mistakes/${id}`, what: `网民找错：${report.says.slice(0, 60)}` },
        ...{ forWhom: agency, number, light, dueOn, workdaysLeft, state },
        step: report.state === 'received' ? '核实找错' : '答复找错',
        behind: whoMay(ROLES, holders(ROLES, agencyId)),
      },
    };
  });
}
