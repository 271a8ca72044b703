/** 机构和人员的视图: officers and agencies the reader reaches. */
import { AGENCY_KINDS, type AgencyId } from '../../people/agency.ts';
import { ROLES } from '../../people/role.ts';
import { listOfficers } from '../../people/store/officers.ts';
import { boundSince } from '../../people/store/provider-identities.ts';
import { listAgencies } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import type { PeopleView, Term, VerbView } from '../contract.ts';
import { type Officer, termsOf } from '../reach.ts';

export async function peopleView(
  { db }: House,
  officer: Officer,
  agencyIds: readonly AgencyId[],
  provider: boolean,
): Promise<PeopleView> {
  const [officers, agencies] = await Promise.all([listOfficers(db, agencyIds), listAgencies(db)]);
  const bound = await boundSince(
    db,
    officers.map(({ id }) => id),
  );
  const nameOf = (id: AgencyId | null) => agencies.find((agency) => agency.id === id)?.name ?? null;
  return {
    officers: officers.map(({ id, name, signInName, agencyId, rights, active }) => ({
      id,
      name,
      signInName,
      agencyId,
      agency: nameOf(agencyId) ?? '',
      roles: [...new Set(rights.map(({ role }) => ROLES[role].term))],
      rights,
      active,
      boundSince: bound.get(id)?.toISOString() ?? null,
    })),
    agencies: agencies
      .filter(({ id }) => agencyIds.includes(id))
      .map(({ id, name, kind, parentId, creditCode, foundedOn = null, ended, formerNames = [] }) => ({
        name: id,
        term: name,
        kind: AGENCY_KINDS[kind].term,
        parent: nameOf(parentId),
        creditCode,
        foundedOn,
        ended: ended ? { on: ended.on, successors: ended.successors.map((to) => nameOf(to) ?? '') } : null,
        formerNames: formerNames.map((former) => ({ ...former })),
      })),
    roles: terms(ROLES).map((role) => ({ ...role, duty: ROLES[role.name as keyof typeof ROLES].duty })),
    agencyKinds: terms(AGENCY_KINDS),
    provider,
    administer: administer(officer),
  };
}

function administer(officer: Officer): VerbView {
  const allowed = (officer.reach.securityAdmin ?? []).length > 0;
  const roles = termsOf(['securityAdmin']);
  return {
    verb: 'administer',
    term: '增加机关、人员，调整岗位，填写成立日期',
    basis: '岗位权限',
    allowed,
    why: allowed ? null : `机构、人员和岗位由${roles}管理，你只能查看。`,
    causes: '立即生效，记入留痕。停用和重设密码的，正在使用的会话同时结束。',
    roles,
  };
}

function terms(table: Readonly<Record<string, { readonly term: string }>>): Term[] {
  return Object.entries(table).map(([name, { term }]) => ({ name, term }));
}
