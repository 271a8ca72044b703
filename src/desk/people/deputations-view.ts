/** 代理的视图: one's own, and for who administers people those of his agencies. */
import { type AgencyId, lineAbove, subtreeOf } from '../../people/agency.ts';
import { mayStandIn, rolesToLend } from '../../people/deputation.ts';
import { ROLES } from '../../people/role.ts';
import { type DeputationLine as Kept, listDeputations } from '../../people/store/deputations.ts';
import { listOfficers } from '../../people/store/officers.ts';
import { listAgencies } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import type { DeputationLine, DeputationsView, DeputyChoice, PrincipalChoice } from '../contract.ts';
import { agenciesIn, agenciesWith, type Officer } from '../reach.ts';

/** More than a county lends in years; the ledger has them all. */
const MOST = 500;

export async function deputationsView({ db, now }: House, officer: Officer): Promise<DeputationsView> {
  const today = civilDateAt(now());
  const [readable, administered] = [agenciesIn('people', officer), agenciesWith(['securityAdmin'], officer)];
  const agencies = await listAgencies(db);
  const line = [...lineAbove(officer.agencyId, agencies), ...subtreeOf(officer.agencyId, agencies)];
  const [kept, near, theirs] = await Promise.all([
    listDeputations(db, { officerId: officer.id, agencyIds: readable, most: MOST }),
    listOfficers(db, line),
    listOfficers(db, administered),
  ]);
  const agencyOf = (id: AgencyId) => agencies.find((agency) => agency.id === id)?.name ?? '';
  const choice = ({ id, name, agencyId }: { id: string; name: string; agencyId: AgencyId }): DeputyChoice => ({
    name: id,
    term: name,
    agency: agencyOf(agencyId),
  });
  const principals = (officers: typeof near): PrincipalChoice[] =>
    officers
      .filter((one) => one.active && rolesToLend(one).length > 0)
      .map((one) => ({
        ...choice(one),
        roles: rolesToLend(one).map((role) => ({ name: role, term: ROLES[role].term })),
      }));
  const deputies = (officers: typeof near) => officers.filter(mayStandIn).map(choice);
  const shown = (lines: readonly Kept[]) => lines.map((one) => lineView(one, officer, administered, today));
  return {
    today,
    given: shown(kept.filter(({ principalId }) => principalId === officer.id)),
    held: shown(kept.filter(({ deputyId }) => deputyId === officer.id)),
    own: principals(near).find(({ name }) => name === officer.id) ?? null,
    deputies: deputies(near).filter(({ name }) => name !== officer.id),
    county:
      readable.length === 0
        ? null
        : {
            lines: shown(kept.filter(({ agencyId }) => readable.includes(agencyId))),
            principals: principals(theirs),
            deputies: deputies(theirs),
          },
  };
}

function lineView(one: Kept, officer: Officer, administered: readonly AgencyId[], today: CivilDate): DeputationLine {
  const { id, principal, deputy, from, to, reason } = one;
  const open = one.endedAt === null && to >= today;
  const concerned = [one.principalId, one.deputyId].includes(officer.id) || administered.includes(one.agencyId);
  return {
    ...{ id, principal, deputy, from, to, reason },
    roles: one.roles.map((role) => ROLES[role].term),
    state: one.endedAt !== null ? '提前结束' : to < today ? '已经期满' : from > today ? '没有开始' : '代理中',
    open,
    mayEnd: open && concerned,
  };
}
