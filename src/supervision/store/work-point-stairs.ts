/** 工作要点的台阶: listed and worked on by people, reminded of by the machine. */
import { type Actor, ALLOWED, denied, SYSTEM } from '../../people/actor.ts';
import { subtreeOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import { type House, perform, type Stairs } from '../../perform.ts';
import type { Tx } from '../../platform/database.ts';
import { addDays } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import {
  decideListing,
  decidePoint,
  type ListPoint,
  type LoadedList,
  POINT_BASIS,
  type PointCommand,
} from '../work-points/decide.ts';
import { permitList, permitPoint } from '../work-points/permissions.ts';
import { decideReminders, type RemindOwners, SOON_DAYS } from '../work-points/reminders.ts';
import type { WorkPoint } from '../work-points/work-point.ts';
import {
  agenciesWithPoints,
  findPoint,
  isListed,
  lastPointNumber,
  openPointsOfList,
  savePoint,
} from './work-points.ts';

const ROOM = 'supervision';

export const listPointStairs: Stairs<LoadedList, WorkPoint, ListPoint> = {
  room: ROOM,
  async load(tx, command) {
    const { agencyId, year, ownerId, title } = command;
    // One series of numbers for a list: two at once wait for one another.
    await tx.selectFrom('agencies').select('id').where('id', '=', agencyId).forUpdate().execute();
    return {
      numbered: await lastPointNumber(tx, agencyId, year),
      ownerBelow: await isBelow(tx, agencyId, ownerId),
      alreadyThere: await isListed(tx, { agencyId, year, ownerId, title: title.trim() }),
    };
  },
  permit: (actor, { agencyId }) => permitList(actor, agencyId),
  decide: decideListing,
  save: savePoint,
};

export const NO_SUCH_POINT: Refusal = refuse('NO_SUCH_POINT', POINT_BASIS, '没有这一项工作要点，请从列表里打开。');

export const pointStairs: Stairs<{ readonly point: WorkPoint; readonly ownerBelow: boolean }, WorkPoint, PointCommand> =
  {
    room: ROOM,
    async load(tx, command) {
      const point = await findPoint(tx, command.pointId, true);
      if (!point) return NO_SUCH_POINT;
      const ownerBelow = command.verb !== 'revise' || (await isBelow(tx, point.agencyId, command.ownerId));
      return { point, ownerBelow };
    },
    permit: (actor, { verb }, { point }) => permitPoint(actor, verb, point),
    decide: decidePoint,
    save: savePoint,
  };

async function isBelow(tx: Tx, agencyId: string, ownerId: string): Promise<boolean> {
  return subtreeOf(agencyId, await listAgencies(tx)).includes(ownerId);
}

const remindStairs: Stairs<readonly WorkPoint[], readonly WorkPoint[], RemindOwners> = {
  room: ROOM,
  async load(tx, { agencyId }, { today }) {
    // One telling of a list at a time, so that no two servers say the same.
    await tx.selectFrom('agencies').select('id').where('id', '=', agencyId).forUpdate().execute();
    return openPointsOfList(tx, agencyId, addDays(today, SOON_DAYS));
  },
  permit: (actor: Actor) =>
    actor.kind === 'system' ? ALLOWED : denied(refuse('MACHINE_ONLY', POINT_BASIS, '提醒由系统发出。')),
  decide: (open, { agencyId }, scene) => decideReminders(open, agencyId, scene),
  async save(tx, points) {
    for (const point of points) await savePoint(tx, point);
  },
};

/** 定时任务 [SUP-78]. @returns how many points were told of */
export async function remindOwners(house: House): Promise<number> {
  let told = 0;
  for (const agencyId of await agenciesWithPoints(house.db)) {
    const done = await perform(house, remindStairs, SYSTEM, { verb: 'remindOwners', agencyId });
    if (!isRefusal(done)) told += done.length;
  }
  return told;
}
