/** 栏目的结论 [SUP-83]: from the columns that the last round saw, at its end and on every day until the next. */
import type { House } from '../../perform.ts';
import { addDays, type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import type { Judged } from '../alerts.ts';
import { columnsTogether } from '../checks/columns-together.ts';
import { saveVerdicts } from '../store/probes.ts';
import { columnsSeen } from '../store/round-results.ts';

/** Further back nothing is concluded from. */
const LOOKED_BACK = 90;

/** @returns nothing where no round came to its end */
export async function columnsJudged({ db }: Pick<House, 'db'>, siteId: string, today: CivilDate): Promise<Judged[]> {
  const last = (await columnsSeen(db, siteId, addDays(today, -LOOKED_BACK), today)).at(-1);
  return last ? [{ indicator: 'columns', verdict: columnsTogether(last.columns, today, last.on) }] : [];
}

export async function judgeColumns(house: Pick<House, 'db' | 'now'>, siteId: string): Promise<void> {
  const today = civilDateAt(house.now());
  const judged = await columnsJudged(house, siteId, today);
  await house.db.transaction().execute((tx) => saveVerdicts(tx, siteId, judged, today));
}
