/**
 * 到日实施 [ORG-10, ORG-11]: what was planned is carried out on its day, with what is open then; and whatever turns up with an agency that has ended
 * (an application that was on its way, a reply that must be made anew) goes to its successor. Idempotent: where nothing is open nothing is done.
 */
import { SYSTEM } from '../../../people/actor.ts';
import { listReorganisations, lockTree, reorganisationsDue } from '../../../people/store/reorganisations.ts';
import { listAgencies } from '../../../people/store.ts';
import { type House, inTransaction } from '../../../perform.ts';
import { civilDateAt } from '../../../statute/civil-date.ts';
import { isRefusal } from '../../../statute/refusal.ts';
import { handOverAll, openMattersOf, reorganise } from './stairs.ts';

/** @returns how many orders were carried out, and how many matters went over late */
export async function carryOutDue(house: House): Promise<{ readonly orders: number; readonly late: number }> {
  let orders = 0;
  for (const reorganisationId of await reorganisationsDue(house.db, civilDateAt(house.now()))) {
    // What stands in its way is said on its page.
    if (!isRefusal(await reorganise(house, SYSTEM, { verb: 'carryOut', reorganisationId }))) orders += 1;
  }
  return { orders, late: await handOverLeft(house) };
}

async function handOverLeft(house: House): Promise<number> {
  let late = 0;
  for (const { id, ended } of await listAgencies(house.db)) {
    if (!ended || (await openMattersOf(house.db, [id])).length === 0) continue;
    late += await inTransaction(house.db, async (tx) => {
      await lockTree(tx);
      const order = (await listReorganisations(tx)).find(
        ({ state, kind, about }) => state === 'done' && kind !== 'rename' && about.includes(id),
      );
      if (!order) return 0;
      const matters = await openMattersOf(tx, [id], 'lock');
      await handOverAll(tx, house, SYSTEM, order, matters);
      return matters.length;
    });
  }
  return late;
}
