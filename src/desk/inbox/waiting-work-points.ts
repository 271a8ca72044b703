/** 工作要点的待办 [SUP-78]: what is near its day or over, for its owner; the rest of the year stands in the list. */
import { holds } from '../../people/actor.ts';
import type { Holders } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { addDays, civilDateAt } from '../../statute/civil-date.ts';
import { openPointsUntil } from '../../supervision/store/work-points.ts';
import { OWNER_ROLES } from '../../supervision/work-points/permissions.ts';
import { SOON_DAYS } from '../../supervision/work-points/reminders.ts';
import { agencyNames } from '../agency-names.ts';
import { agenciesIn, type Officer } from '../reach.ts';
import { workPointLine } from '../supervision/work-point-view.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

const MOST = 200;

export async function workPointsThatWait(officer: Officer, holders: Holders, house: House): Promise<Waiting[]> {
  const until = addDays(civilDateAt(house.now()), SOON_DAYS);
  const points = await openPointsUntil(house.db, agenciesIn('findings', officer), until, MOST);
  const nameOf = await agencyNames(house.db);
  return points.map((point) => {
    const { id, year, number, ownerId } = point;
    const { light, dueOn, workdaysLeft, term, owner } = workPointLine(point, house, nameOf);
    const { mine, actingFor } = turnOf(officer, (as) => OWNER_ROLES.some((role) => holds(as, role, ownerId)));
    return {
      mine,
      row: {
        ...{ actingFor, key: `work-points/${id}`, path: `/work-points/${id}`, what: `工作要点：${point.title}` },
        ...{ forWhom: owner, number: `${year}年第${number}项`, light, dueOn, workdaysLeft, state: term },
        step: point.proofs.length > 0 ? '报告完成' : '附上佐证',
        behind: whoMay(OWNER_ROLES, holders(OWNER_ROLES, ownerId)),
      },
    };
  });
}
