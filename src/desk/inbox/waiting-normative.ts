/** 规范性文件的待办 [PUB-97]: a document whose force ends soon, or that is to be looked at again, until somebody has said what becomes of it. */
import { holds } from '../../people/actor.ts';
import type { Holders } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { kindOf } from '../../publications/document-kinds.ts';
import { FORCE_REVIEWERS } from '../../publications/force-review.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { agencyNames } from '../agency-names.ts';
import { standingsOf } from '../publications/normative-view.ts';
import { agenciesIn, type Officer } from '../reach.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

/** More nobody works off in a day; the register has them all. */
const MOST = 100;

export async function normativesThatWait(officer: Officer, holders: Holders, house: House): Promise<Waiting[]> {
  const waiting = (await standingsOf(agenciesIn('publications', officer), house)).filter(
    ({ standing }) => standing.waits,
  );
  if (waiting.length === 0) return [];
  const nameOf = await agencyNames(house.db);
  const today = civilDateAt(house.now());
  return waiting
    .sort((a, b) => a.standing.dueOn!.localeCompare(b.standing.dueOn!))
    .slice(0, MOST)
    .map(({ document: { id, agencyId, title, docNo, kind }, standing: { dueOn, dueFor, light } }) => {
      const { mine, actingFor } = turnOf(officer, (as) => FORCE_REVIEWERS.some((role) => holds(as, role, agencyId)));
      return {
        mine,
        row: {
          actingFor,
          key: `normative/${id}`,
          path: `/normative?document=${encodeURIComponent(id)}`,
          what: title,
          forWhom: nameOf(agencyId),
          number: docNo ?? kindOf(kind).term,
          light,
          dueOn,
          workdaysLeft: dueOn && workdaysBetween(today, dueOn, house.calendar()),
          state: dueFor!,
          step: '登记清理结果',
          behind: whoMay(FORCE_REVIEWERS, holders(FORCE_REVIEWERS, agencyId)),
        },
      };
    });
}
