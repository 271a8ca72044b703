/** 取不到的来源单位 [XCH-35]: each from which nothing could be taken for a day. */
import { untakenSources } from '../../exchange/store/sharing/taking-alarms.ts';
import { holds } from '../../people/actor.ts';
import type { RoleName } from '../../people/role.ts';
import type { Holders } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { agencyNames } from '../agency-names.ts';
import { agenciesIn, type Officer } from '../reach.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

const ADMINS: readonly RoleName[] = ['systemAdmin'];

export async function sourcesThatWait(officer: Officer, holders: Holders, house: House): Promise<Waiting[]> {
  const agencies = agenciesIn('messages', officer);
  if (agencies.length === 0) return [];
  const silent = (await untakenSources(house.db, house.now())).filter(({ agencyId }) => agencies.includes(agencyId));
  const nameOf = await agencyNames(house.db);
  return silent.map(({ id, name, agencyId, failingSince, said }) => {
    const { mine, actingFor } = turnOf(officer, (as) => ADMINS.some((role) => holds(as, role, agencyId)));
    const row = {
      ...{ actingFor, key: `sources/${id}`, path: '/connections', what: `取不到共享信息：${name}` },
      ...{ forWhom: nameOf(agencyId), number: '', light: 'red' as const, dueOn: null, workdaysLeft: null },
      state: `从${civilDateAt(failingSince)}起没有取到：${said}`,
      step: '排除原因，再取一次',
      behind: whoMay(ADMINS, holders(ADMINS, agencyId)),
    };
    return { mine, row };
  });
}
