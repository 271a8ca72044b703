/** 投诉、举报的待办 [SUP-70]: each complaint about disclosure that is not answered, with its day. */
import { holds } from '../../people/actor.ts';
import type { Holders } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { civilDateAt, yearOf } from '../../statute/civil-date.ts';
import { OVERSIGHT_ROLES } from '../../supervision/accountability/permissions.ts';
import { complaintsOf } from '../../supervision/store/accountability.ts';
import { agencyNames } from '../agency-names.ts';
import { agenciesWith, type Officer } from '../reach.ts';
import { complaintLine } from '../supervision/oversight-view.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

export async function complaintsThatWait(officer: Officer, holders: Holders, house: House): Promise<Waiting[]> {
  const year = yearOf(civilDateAt(house.now()));
  const complaints = await complaintsOf(house.db, agenciesWith(OVERSIGHT_ROLES, officer), year);
  const nameOf = await agencyNames(house.db);
  return complaints
    .filter(({ answeredOn }) => answeredOn === null)
    .map((complaint) => {
      const { id, agencyId, number } = complaint;
      const { light, dueOn, workdaysLeft, ground, about } = complaintLine(complaint, house, nameOf);
      const { mine, actingFor } = turnOf(officer, (as) => OVERSIGHT_ROLES.some((role) => holds(as, role, agencyId)));
      return {
        mine,
        row: {
          ...{
            actingFor,
            key: `complaints/${id}`,
            path: `/accountability?year=${year}`,
            what: `投诉、举报：${ground}`,
          },
          ...{ forWhom: about, number, light, dueOn, workdaysLeft, state: '待答复' },
          step: '核实并答复投诉',
          behind: whoMay(OVERSIGHT_ROLES, holders(OVERSIGHT_ROLES, agencyId)),
        },
      };
    });
}
