/**
 * How changes of the working calendar and of the settings climb. The room stands left of the staircase and knows no officer, so the
 * face that offers the verbs ties them. One calendar counts for the whole county: who changes it answers for all of it.
 */
import { type Actor, denied, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { RoleName } from '../../people/role.ts';
import { listAgencies } from '../../people/store.ts';
import type { Decision, Scene, Stairs } from '../../perform.ts';
import type { Tx } from '../../platform/database.ts';
import { art, LAWS } from '../../statute/articles.ts';
import type { HolidayNotice } from '../../statute/holiday-notices.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { isSettingValue, SETTING_RULES, type StatuteSettings } from '../../statute/settings.ts';
import {
  addNotice,
  addSettingChange,
  type EnteredNotice,
  lockNotice,
  type SettingChange,
  saveWithdrawal,
  settingsOf,
} from '../../statute/store.ts';
import { checkNotice } from '../../statute/work-calendar.ts';

export type CalendarCommand =
  | { readonly verb: 'enterNotice'; readonly notice: HolidayNotice }
  | { readonly verb: 'withdrawNotice'; readonly noticeId: string; readonly why: string }
  | { readonly verb: 'changeSetting'; readonly name: string; readonly value: string | number; readonly why: string };

export interface CalendarLoaded {
  /** Agencies with none above them. */
  readonly roots: readonly AgencyId[];
  readonly notice: EnteredNotice | null;
  readonly settings: StatuteSettings;
}

export type CalendarChange =
  | { readonly entered: EnteredNotice }
  | { readonly withdrawn: EnteredNotice }
  | { readonly setting: SettingChange };

export const CALENDAR_ROLES: readonly RoleName[] = ['officeHead', 'securityAdmin'];

export const calendarStairs: Stairs<CalendarLoaded, CalendarChange, CalendarCommand> = {
  room: 'statute',
  load,
  permit: (actor, _, { roots }) => permitCalendar(actor, roots),
  decide,
  async save(tx, next) {
    if ('entered' in next) await addNotice(tx, next.entered);
    else if ('withdrawn' in next) await saveWithdrawal(tx, next.withdrawn);
    else await addSettingChange(tx, next.setting);
  },
};

export function permitCalendar(actor: Actor, roots: readonly AgencyId[]): Permission {
  const answers = roots.map((root) => requireRole(actor, CALENDAR_ROLES, root));
  return (
    answers.find(({ allowed }) => allowed) ??
    answers[0] ??
    denied(refuse('NO_SUCH_AGENCY', '岗位权限', '还没有建立机关，请先完成首次设置。'))
  );
}

export async function rootsOf(tx: Parameters<typeof listAgencies>[0]): Promise<readonly AgencyId[]> {
  return (await listAgencies(tx)).filter(({ parentId }) => parentId === null).map(({ id }) => id);
}

async function load(tx: Tx, command: CalendarCommand): Promise<CalendarLoaded | Refusal> {
  const loaded = { roots: await rootsOf(tx), notice: null, settings: await settingsOf(tx) };
  if (command.verb !== 'withdrawNotice') return loaded;
  const notice = await lockNotice(tx, command.noticeId);
  return notice
    ? { ...loaded, notice }
    : refuse('NO_SUCH_NOTICE', LAWS.holidays, '没有这份录入的通知；产品自带的通知不能撤回，只能录入后到的更正。');
}

function decide(loaded: CalendarLoaded, command: CalendarCommand, scene: Scene): Decision<CalendarChange> | Refusal {
  const agencyId = scene.actor.kind === 'officer' ? scene.actor.agencyId : (loaded.roots[0] ?? '');
  const entry = (verb: string, subject: string, content: unknown, basis: string) => ({
    entry: { verb, subject, agencyId, basis, content },
  });
  switch (command.verb) {
    case 'enterNotice': {
      const wrong = checkNotice(command.notice)[0];
      if (wrong) return refuse(wrong.code, wrong.basis, wrong.says + wrong.advice);
      const { id: by } = scene.actor;
      const entered = { ...command.notice, id: scene.newId(), enteredAt: scene.at, enteredBy: by, withdrawn: null };
      return { next: { entered }, ...entry('enteredNotice', entered.id, command.notice, LAWS.holidays) };
    }
    case 'withdrawNotice': {
      const notice = loaded.notice!;
      if (notice.withdrawn) return refuse('WRONG_STATE', LAWS.holidays, '这份通知已经撤回。请刷新页面。');
      if (!command.why.trim())
        return refuse('REASON_MISSING', LAWS.holidays, '请写明撤回的理由，日后有人会问期限为什么变过。');
      const withdrawn = { ...notice, withdrawn: { at: scene.at, by: scene.actor.id, why: command.why.trim() } };
      return { next: { withdrawn }, ...entry('withdrewNotice', notice.id, { why: command.why.trim() }, LAWS.holidays) };
    }
    case 'changeSetting': {
      const { name, value } = command;
      const why = command.why.trim();
      if (!isSettingValue(name, value))
        return refuse('NO_SUCH_SETTING', art(33), '没有这项口径或者这个选项，请刷新页面后重新选择。');
      const { basis, term } = SETTING_RULES[name];
      if (loaded.settings[name] === value) return refuse('WRONG_STATE', basis, `“${term}”现在就是这样，不用改。`);
      if (!why) return refuse('REASON_MISSING', basis, '请写明改口径的依据，例如上级的书面答复。');
      const setting = { name, value, why, at: scene.at, by: scene.actor.id };
      return { next: { setting }, ...entry('changedSetting', name, { value, why }, basis) };
    }
  }
}
