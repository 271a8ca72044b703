/** 巡查的动作 [SUP-57…SUP-61]: a roster set, a day handed over, a sheet signed. Pure. */
import type { AgencyId } from '../../people/agency.ts';
import type { Decision, Scene } from '../../perform.ts';
import { type CivilDate, inProse } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { PatrolAnswer, PatrolSheet } from './patrol.ts';
import { PATROL_POINT_NAMES, PATROL_POINTS, type PatrolPointName } from './points.ts';
import type { Roster } from './roster.ts';
import type { MachineWord } from './watch-facts.ts';

export interface SetRoster {
  readonly verb: 'setRoster';
  readonly agencyId: AgencyId;
  readonly from: CivilDate;
  readonly turn: Roster['turn'];
  readonly days: Roster['days'];
  readonly officerIds: readonly string[];
}

export type SheetCommand =
  | { readonly verb: 'handOver'; readonly sheetId: string; readonly to: string; readonly because: string }
  | {
      readonly verb: 'sign';
      readonly sheetId: string;
      readonly answers: readonly PatrolAnswer[];
      readonly lateBecause: string;
    };

export const PATROL_VERBS = { setRoster: { term: '安排值班' }, handOver: { term: '换班' }, sign: { term: '签巡查单' } };

const BASIS = '《条例》第四十六条';
const MOST = 60;

/** @param eligible officers who may be on duty there */
export function decideRoster(
  { agencyId, from, turn, days, officerIds }: SetRoster,
  eligible: ReadonlySet<string>,
  { today, newId }: Scene,
): Decision<Roster> | Refusal {
  if (from < today)
    return refuse('ROSTER_IN_THE_PAST', BASIS, '值班表从今天或者以后的一天起用，已经过去的日子不能改。请改起用日期。');
  if (officerIds.length === 0) return refuse('NOBODY_ON_DUTY', BASIS, '请至少安排一个人值班。');
  if (officerIds.length > MOST || new Set(officerIds).size < officerIds.length)
    return refuse('TWICE_ON_DUTY', BASIS, '同一个人在一轮里只能排一次，请删去重复的。');
  if (officerIds.some((id) => !eligible.has(id))) return CANNOT_BE_ON_DUTY;
  const next: Roster = { id: newId(), agencyId, from, turn, days, officerIds };
  return { next, entry: { verb: 'setRoster', subject: next.id, agencyId, basis: BASIS, content: next } };
}

const CANNOT_BE_ON_DUTY = refuse(
  'CANNOT_BE_ON_DUTY',
  BASIS,
  '选的人没有这个机关的编辑、部门联络员或者公开工作机构负责人岗位，请另选，或者请安全管理员先给岗位。',
);

export interface LoadedSheet {
  readonly sheet: PatrolSheet;
  readonly eligible: ReadonlySet<string>;
  readonly machine: Readonly<Record<PatrolPointName, MachineWord>>;
}

export function decideSheet(
  { sheet, eligible, machine }: LoadedSheet,
  command: SheetCommand,
  scene: Scene,
): Decision<PatrolSheet> | Refusal {
  if (sheet.signed)
    return refuse(
      'ALREADY_SIGNED',
      BASIS,
      `${inProse(sheet.day)}的巡查单已经签了，不能再改。发现新问题的，写在下一张里。`,
    );
  return command.verb === 'handOver' ? handOver(sheet, command, eligible, scene) : sign(sheet, command, machine, scene);
}

type HandingOver = Extract<SheetCommand, { verb: 'handOver' }>;

function handOver(
  sheet: PatrolSheet,
  { to, because }: HandingOver,
  eligible: ReadonlySet<string>,
  { today }: Scene,
): Decision<PatrolSheet> | Refusal {
  if (sheet.day < today)
    return refuse('DAY_IS_OVER', BASIS, '这一天已经过去，不能再换班。没有巡查的，由当天值班的人补签并写明原因。');
  if (to === sheet.officerId) return refuse('SAME_OFFICER', BASIS, '他已经是这一天值班的人，请选另一个人。');
  if (!eligible.has(to)) return CANNOT_BE_ON_DUTY;
  if (because.trim() === '') return refuse('REASON_MISSING', BASIS, '请写明为什么换班。');
  const made = { from: sheet.officerId, to, because: because.trim(), on: today };
  return decided({ ...sheet, officerId: to, handOvers: [...sheet.handOvers, made] }, 'handedOver', made);
}

type Signing = Extract<SheetCommand, { verb: 'sign' }>;

function sign(
  sheet: PatrolSheet,
  { answers, lateBecause }: Signing,
  machine: LoadedSheet['machine'],
  { actor, today }: Scene,
): Decision<PatrolSheet> | Refusal {
  const written = answers.map((one) => ({ ...one, says: one.says.trim() }));
  const missing = PATROL_POINT_NAMES.find((name) => written.filter(({ point }) => point === name).length !== 1);
  if (missing || written.length !== PATROL_POINT_NAMES.length)
    return refuse(
      'POINT_MISSING',
      BASIS,
      `每个要点都要看，“${PATROL_POINTS[missing ?? 'opens'].term}”还没有写看到的情况。`,
    );
  for (const { point, sight, says } of written) {
    const { term } = PATROL_POINTS[point];
    if (sight !== 'fine' && says === '')
      return refuse('SAYS_MISSING', BASIS, `“${term}”不是正常，请写明看到了什么，或者为什么没有看。`);
    if (sight === 'fine' && says === '' && contradicts(machine[point]))
      return refuse('SAYS_MISSING', BASIS, `系统看到“${term}”有问题，你看是正常的，请写明为什么。`);
  }
  const late = today > sheet.day;
  if (late && lateBecause.trim() === '')
    return refuse('LATE_REASON_MISSING', BASIS, `${inProse(sheet.day)}已经过去，补签要写明当天为什么没有签。`);
  const signed = { by: actor.id, on: today, answers: written, machine, lateBecause: late ? lateBecause.trim() : '' };
  return decided({ ...sheet, signed }, late ? 'signedLate' : 'signed', signed);
}

/** 系统看到的不一样: what is only warned of may well look fine. */
function contradicts({ state }: MachineWord): boolean {
  return state === 'failed' || state === 'urgent';
}

function decided(next: PatrolSheet, verb: string, content: unknown): Decision<PatrolSheet> {
  return { next, entry: { verb, subject: next.id, agencyId: next.agencyId, basis: BASIS, content } };
}
