/** 每日巡查的定时任务 [SUP-60]: asks each agency with a roster what is due; nothing due leaves no trace. */
import { SYSTEM } from '../../people/actor.ts';
import { type House, perform } from '../../perform.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { agenciesOnPatrol } from './patrol.ts';
import { patrolRoundStairs } from './patrol-stairs.ts';

/** @returns how many sheets were made or told to be missing */
export async function makePatrolSheets(house: House): Promise<number> {
  let sheets = 0;
  for (const agencyId of await agenciesOnPatrol(house.db)) {
    const made = await perform(house, patrolRoundStairs, SYSTEM, { verb: 'patrolRound', agencyId });
    if (!isRefusal(made)) sheets += made.length;
  }
  return sheets;
}
