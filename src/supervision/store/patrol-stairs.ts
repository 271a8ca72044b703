/** 巡查的台阶: a roster set and a sheet signed by people, sheets made and missing ones told by the machine. */
import { type Actor, ALLOWED, denied } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import { holdersOf } from '../../people/store/holders.ts';
import type { Stairs } from '../../perform.ts';
import type { Db } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { decideRoster, decideSheet, type LoadedSheet, type SetRoster, type SheetCommand } from '../patrol/decide.ts';
import { decideRound, type KnownPatrols, type PatrolRound } from '../patrol/make-sheets.ts';
import type { PatrolSheet } from '../patrol/patrol.ts';
import { PATROL_ROLES, permitHandingOver, permitRoster, permitSigning } from '../patrol/permissions.ts';
import { machineWords } from '../patrol/points.ts';
import type { Roster } from '../patrol/roster.ts';
import { addRoster, findSheet, lastSheetDay, missedUntold, rostersOf, saveSheets } from './patrol.ts';
import { watchFacts } from './watch-facts.ts';

const ROOM = 'supervision';

export async function patrolOfficers(db: Db, agencyId: AgencyId, on: CivilDate): Promise<ReadonlySet<string>> {
  const holders = await holdersOf(db, PATROL_ROLES, on);
  return new Set(holders.filter(({ reach }) => reach.includes(agencyId)).map(({ officerId }) => officerId));
}

export const rosterStairs: Stairs<ReadonlySet<string>, Roster, SetRoster> = {
  room: ROOM,
  load: (tx, { agencyId }, { today }) => patrolOfficers(tx, agencyId, today),
  permit: (actor, { agencyId }) => permitRoster(actor, agencyId),
  decide: (eligible, command, scene) => decideRoster(command, eligible, scene),
  save: (tx, roster, _, { at }) => addRoster(tx, roster, at),
};

export const NO_SUCH_SHEET: Refusal = refuse(
  'NO_SUCH_SHEET',
  '《条例》第四十六条',
  '没有这张巡查单，请从巡查月历打开。',
);

export const sheetStairs: Stairs<LoadedSheet, PatrolSheet, SheetCommand> = {
  room: ROOM,
  async load(tx, { sheetId }, { today }) {
    const sheet = await findSheet(tx, sheetId, true);
    if (!sheet) return NO_SUCH_SHEET;
    const { agencyId } = sheet;
    return {
      sheet,
      eligible: await patrolOfficers(tx, agencyId, today),
      machine: machineWords(await watchFacts(tx, agencyId, today)),
    };
  },
  permit: (actor, { verb }, { sheet }) =>
    verb === 'sign' ? permitSigning(actor, sheet) : permitHandingOver(actor, sheet),
  decide: decideSheet,
  save: (tx, sheet) => saveSheets(tx, [sheet]),
};

/** 到期的巡查单: only the machine makes them. */
export const patrolRoundStairs: Stairs<KnownPatrols, readonly PatrolSheet[], PatrolRound> = {
  room: ROOM,
  async load(tx, { agencyId }, { today }) {
    // One round of an agency at a time, so that no day is made twice.
    await tx.selectFrom('agencies').select('id').where('id', '=', agencyId).forUpdate().execute();
    return {
      agencyId,
      rosters: await rostersOf(tx, [agencyId]),
      lastDay: await lastSheetDay(tx, agencyId),
      missed: await missedUntold(tx, agencyId, today),
    };
  },
  permit: (actor: Actor) =>
    actor.kind === 'system'
      ? ALLOWED
      : denied(refuse('MACHINE_ONLY', '《条例》第四十六条', '巡查单由系统按值班表生成。')),
  decide: (known, _, scene) => decideRound(known, scene),
  save: saveSheets,
};
