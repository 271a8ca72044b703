/** 快要静默的账号 [MSG-19]: each account in use that is near the end of its two weeks, or beyond. */
import { POST_ROLES } from '../../exchange/accounts/media-post.ts';
import { accountsOf } from '../../exchange/store/accounts/accounts.ts';
import { holds } from '../../people/actor.ts';
import type { Holders } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { civilDateAt, yearOf } from '../../statute/civil-date.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { agencyNames } from '../agency-names.ts';
import { lineOf } from '../exchange/media-accounts-view.ts';
import { agenciesIn, type Officer } from '../reach.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

export async function accountsThatWait(officer: Officer, holders: Holders, house: House): Promise<Waiting[]> {
  const today = civilDateAt(house.now());
  const accounts = await accountsOf(house.db, agenciesIn('findings', officer), yearOf(today));
  const nameOf = await agencyNames(house.db);
  return accounts.flatMap((counted) => {
    const { id, agencyId, silence, name, platformTerm, agency, lastPost } = lineOf(counted, today, nameOf);
    if (!silence || silence.light === 'green') return [];
    const { mine, actingFor } = turnOf(officer, (as) => POST_ROLES.some((role) => holds(as, role, agencyId)));
    const row = {
      ...{ actingFor, key: `media-accounts/${id}`, path: `/media-accounts/${id}`, what: `新媒体账号要更新：${name}` },
      ...{ forWhom: agency, number: platformTerm, light: silence.light, dueOn: silence.dueOn },
      workdaysLeft: workdaysBetween(today, silence.dueOn as typeof today, house.calendar()),
      state: lastPost ? `最近一次发布 ${lastPost}` : '还没有登记过发布',
      step: '发布并登记',
      behind: whoMay(POST_ROLES, holders(POST_ROLES, agencyId)),
    };
    return [{ mine, row }];
  });
}
