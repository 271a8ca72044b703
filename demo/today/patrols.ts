/** 近两周的巡查: signed day by day by those on duty, one signed afterwards and one missed, so that the month shows each. */
import { type Actor, SYSTEM } from '../../src/people/actor.ts';
import type { CivilDate } from '../../src/statute/civil-date.ts';
import type { PatrolAnswer } from '../../src/supervision/patrol/patrol.ts';
import { PATROL_POINT_NAMES } from '../../src/supervision/patrol/points.ts';
import { sheetsBetween } from '../../src/supervision/store/patrol.ts';
import { patrolRoundStairs, rosterStairs, sheetStairs } from '../../src/supervision/store/patrol-stairs.ts';
import { OFFICE } from '../county.ts';
import { type Act, momentOf, type Stage } from '../replay.ts';

export interface OnDuty {
  readonly head: Actor;
  readonly handler: Actor;
  readonly liaison: Actor;
}

const WORKDAYS = 12;
/** Workdays before today. */
const MISSED = 4;
const SIGNED_LATE = 7;

const SEEN: Readonly<Record<number, PatrolAnswer>> = {
  2: { point: 'links', sight: 'problem', says: '“示例县农村客运时刻表”的附件打不开，已经告诉交通运输局。' },
  9: { point: 'accounts', sight: 'notLooked', says: '“示例县发布”的管理手机在送修。' },
};

export function patrolActs(ago: (workdays: number) => CivilDate, { head, handler, liaison }: OnDuty): Act[] {
  const team = [handler, liaison, head];
  const turnOn = (n: number) => team[(WORKDAYS - n) % team.length]!;
  const act = (n: number, hour: number, run: Act['run']): Act => ({ at: momentOf(ago(n), hour * 60), run });
  const officerIds = team.map(({ id }) => id);
  return [
    act(WORKDAYS, 8, async (stage) => {
      const command = {
        verb: 'setRoster',
        agencyId: OFFICE,
        from: ago(WORKDAYS),
        turn: 'day',
        days: 'workdays',
      } as const;
      await stage.perform(rosterStairs, head, { ...command, officerIds });
    }),
    ...Array.from({ length: WORKDAYS }, (_, i) => WORKDAYS - i).flatMap((n) => [
      act(n, 8.5, async (stage) => {
        await stage.perform(patrolRoundStairs, SYSTEM, { verb: 'patrolRound', agencyId: OFFICE });
      }),
      ...(n === MISSED || n === SIGNED_LATE ? [] : [act(n, 9.5, (stage) => sign(stage, ago(n), turnOn(n), SEEN[n]))]),
    ]),
    act(SIGNED_LATE - 1, 10, (stage) =>
      sign(stage, ago(SIGNED_LATE), turnOn(SIGNED_LATE), undefined, '当天下乡核查，没有网络。'),
    ),
  ];
}

async function sign(
  stage: Stage,
  day: CivilDate,
  by: Actor,
  seen: PatrolAnswer | undefined,
  lateBecause = '',
): Promise<void> {
  const [sheet] = await sheetsBetween(stage.tx, [OFFICE], day, day);
  const answers = PATROL_POINT_NAMES.map((point) =>
    point === seen?.point ? seen : ({ point, sight: 'fine', says: '' } as const),
  );
  await stage.perform(sheetStairs, by, { verb: 'sign', sheetId: sheet!.id, answers, lateBecause });
}
