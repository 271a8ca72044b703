/**
 * 机构和人员管理 (三员分立): the security administrator gives and takes rights and does no business of his own. Nobody changes his own
 * rights [SEC-10], the last who may give rights stays [SEC-11], and the three administrators are three persons [SEC-52].
 */
import { type CivilDate, yearOf } from '../statute/civil-date.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import { type Actor, ALLOWED, denied, type Permission, requireRole } from './actor.ts';
import type { Agency, AgencyId } from './agency.ts';
import { ROLES, type RoleName } from './role.ts';
import { refuseTogether } from './three-officers.ts';

export interface Right {
  readonly role: RoleName;
  readonly agencyId: AgencyId;
}

/** 人员, as whoever administers rights sees him; the hash of his password leaves the store in no view. */
export interface OfficerRecord {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly name: string;
  readonly signInName: string;
  readonly active: boolean;
  readonly rights: readonly Right[];
}

export type AdministrationCommand =
  | {
      readonly verb: 'addOfficer';
      readonly agencyId: AgencyId;
      readonly name: string;
      readonly signInName: string;
      readonly passwordHash: string;
      readonly rights: readonly Right[];
    }
  | ({ readonly verb: 'addAgency' } & Omit<Agency, 'id' | 'parentId' | 'contact'> & { readonly parentId: AgencyId })
  /** 补填、更正成立日期; null: it was there before anybody asked. */
  | { readonly verb: 'setFounding'; readonly agencyId: AgencyId; readonly foundedOn: CivilDate | null }
  | { readonly verb: 'giveRoles'; readonly officerId: string; readonly rights: readonly Right[] }
  | { readonly verb: 'stop'; readonly officerId: string }
  | { readonly verb: 'resume'; readonly officerId: string }
  | { readonly verb: 'setPassword'; readonly officerId: string; readonly passwordHash: string };

/** What the store found. */
export interface AdministrationLoaded {
  readonly agencyIds: readonly AgencyId[];
  /** The officer spoken of; null where one is added, or an agency. */
  readonly officer: OfficerRecord | null;
  /** The agency whose founding day is set, and the years it has reported on; null otherwise. */
  readonly founding: { readonly agency: Agency; readonly reported: readonly number[] } | null;
  /** 登录名 or 机关名称 is in use. */
  readonly nameTaken: boolean;
  /** Other officers who are active and may give rights. */
  readonly otherAdministrators: number;
  /** This installation lets one person hold what should be apart. */
  readonly mayCombine: boolean;
}

/** What changes: the agency or the officer as it is from now on. */
export type AdministrationChange =
  | { readonly agency: Agency; readonly added: boolean }
  | { readonly officer: OfficerRecord; readonly passwordHash: string | null; readonly added: boolean };

const BASIS = '网络安全等级保护的要求（三员分立）';
const FOUNDING = '《条例》第四十九条';

export const ADMINISTRATION_VERBS = {
  addOfficer: '增加人员',
  addAgency: '增加机关',
  setFounding: '填写成立日期',
  giveRoles: '调整岗位',
  stop: '停用',
  resume: '恢复',
  setPassword: '重设密码',
} as const satisfies Record<AdministrationCommand['verb'], string>;

/** A right can be given, and taken, only by who holds the administration of the agency it is for. */
export function permit(actor: Actor, command: AdministrationCommand, { officer }: AdministrationLoaded): Permission {
  const refused = agenciesOf(command, officer)
    .map((agencyId) => requireRole(actor, ['securityAdmin'], agencyId))
    .find(({ allowed }) => !allowed);
  if (refused) return refused;
  if (officer?.id === actor.id && command.verb !== 'setPassword')
    return denied(refuse('NOT_YOUR_OWN', BASIS, '不能调整自己的岗位，也不能停用自己。请由另一位安全管理员办理。'));
  return ALLOWED;
}

function agenciesOf(command: AdministrationCommand, officer: OfficerRecord | null): readonly AgencyId[] {
  const given = 'rights' in command ? command.rights.map(({ agencyId }) => agencyId) : [];
  if (command.verb === 'addAgency') return [command.parentId];
  if (command.verb === 'setFounding') return [command.agencyId];
  if (command.verb === 'addOfficer') return [command.agencyId, ...given];
  const taken = command.verb === 'giveRoles' ? officer!.rights.map(({ agencyId }) => agencyId) : [];
  return [officer!.agencyId, ...given, ...taken];
}

/** @param id for what is new */
export function decide(
  loaded: AdministrationLoaded,
  command: AdministrationCommand,
  id: string,
): AdministrationChange | Refusal {
  if (command.verb === 'addAgency') return addAgency(loaded, command, id);
  if (command.verb === 'setFounding') return setFounding(loaded.founding!, command);
  if (command.verb === 'addOfficer') return addOfficer(loaded, command, id);
  const officer = loaded.officer!;
  switch (command.verb) {
    case 'giveRoles': {
      const rights = distinct(command.rights);
      const refusal = refuseRights(officer.name, rights, loaded) ?? refuseLast(officer, rights, loaded);
      return refusal ?? changed({ ...officer, rights });
    }
    case 'stop':
      if (!officer.active) return refuse('WRONG_STATE', BASIS, '这个账号已经停用。请刷新页面。');
      return refuseLast(officer, [], loaded) ?? changed({ ...officer, active: false });
    case 'resume':
      if (officer.active) return refuse('WRONG_STATE', BASIS, '这个账号没有停用。请刷新页面。');
      return refuseCombined(officer.name, officer.rights, loaded) ?? changed({ ...officer, active: true });
    case 'setPassword':
      return changed(officer, command.passwordHash);
  }
}

type Verb<V extends AdministrationCommand['verb']> = Extract<AdministrationCommand, { verb: V }>;

function addAgency({ nameTaken }: AdministrationLoaded, command: Verb<'addAgency'>, id: string) {
  const { parentId, kind, foundedOn } = command;
  const name = command.name.trim();
  if (nameTaken) return refuse('NAME_TAKEN', '机构和人员登记', `已经有名为“${name}”的机关，不用再加。`);
  return {
    agency: {
      id,
      parentId,
      kind,
      name,
      creditCode: command.creditCode,
      contact: {},
      ...(foundedOn ? { foundedOn } : {}),
    },
    added: true,
  };
}

/** 补填、更正成立日期 [ANR-90]. A report that is there was owed: no day makes it a report of the time before. */
function setFounding(
  { agency: { foundedOn: before, ...agency }, reported }: NonNullable<AdministrationLoaded['founding']>,
  { foundedOn }: Verb<'setFounding'>,
): AdministrationChange | Refusal {
  if ((before ?? null) === foundedOn) return refuse('NOTHING_CHANGED', FOUNDING, '成立日期和原来的一样，不用保存。');
  if (foundedOn === null) return { agency, added: false };
  if (agency.ended && foundedOn > agency.ended.on)
    return refuse(
      'ANR-90',
      FOUNDING,
      `${agency.name}已在 ${agency.ended.on} 撤销，成立日期不能晚于这一天。请照成立的文件填写。`,
    );
  const first = Math.min(...reported);
  if (first < yearOf(foundedOn))
    return refuse(
      'ANR-90',
      FOUNDING,
      `${agency.name}已经有 ${first} 年度的年报或者报送，成立日期不能晚于 ${first} 年 12 月 31 日。` +
        '请照成立的文件核对，填写这一天或者更早的日子；一直就有的，留空。',
    );
  return { agency: { ...agency, foundedOn }, added: false };
}

function addOfficer(loaded: AdministrationLoaded, command: Verb<'addOfficer'>, id: string) {
  const { agencyId, passwordHash } = command;
  const signInName = command.signInName.trim();
  if (!loaded.agencyIds.includes(agencyId))
    return refuse('NO_SUCH_AGENCY', '机构和人员登记', '没有这个机关，请重新选择。');
  if (loaded.nameTaken)
    return refuse('NAME_TAKEN', '机构和人员登记', `登录名“${signInName}”已经有人用，请换一个，例如加上工号。`);
  const rights = distinct(command.rights);
  const refusal = refuseRights(command.name.trim(), rights, loaded);
  if (refusal) return refusal;
  const officer = { id, agencyId, name: command.name.trim(), signInName, active: true, rights };
  return { officer, passwordHash, added: true };
}

function changed(officer: OfficerRecord, passwordHash: string | null = null): AdministrationChange {
  return { officer, passwordHash, added: false };
}

function refuseRights(whose: string, rights: readonly Right[], loaded: AdministrationLoaded): Refusal | undefined {
  const { agencyIds } = loaded;
  const unknown = rights.find(({ role, agencyId }) => !Object.hasOwn(ROLES, role) || !agencyIds.includes(agencyId));
  if (unknown) return refuse('NO_SUCH_ROLE', BASIS, '所选的岗位或者机关不存在，请从列表里重新选择。');
  return refuseCombined(whose, rights, loaded);
}

/** [SEC-52] */
function refuseCombined(
  whose: string,
  rights: readonly Right[],
  { mayCombine }: AdministrationLoaded,
): Refusal | undefined {
  if (mayCombine) return undefined;
  return refuseTogether(
    whose,
    rights.map(({ role }) => role),
  );
}

/** [SEC-11] */
function refuseLast(
  officer: OfficerRecord,
  rights: readonly Right[],
  { otherAdministrators }: AdministrationLoaded,
): Refusal | undefined {
  const administers = (held: readonly Right[]) => held.some(({ role }) => role === 'securityAdmin');
  if (!officer.active || !administers(officer.rights) || administers(rights) || otherAdministrators > 0)
    return undefined;
  return refuse('SEC-11', BASIS, '这是最后一位安全管理员，停用或者换岗以后没有人能再分配岗位。请先增加另一位。');
}

function distinct(rights: readonly Right[]): Right[] {
  return [...new Map(rights.map((right) => [`${right.role}|${right.agencyId}`, right])).values()];
}
