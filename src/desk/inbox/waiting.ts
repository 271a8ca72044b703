/** 一件待办, and whether it is this officer's to do. */
import { capacitiesOf } from '../../people/actor.ts';
import type { RoleName } from '../../people/role.ts';
import type { InboxRow } from '../contract.ts';
import { type Officer, termsOf } from '../reach.ts';

export interface Waiting {
  readonly mine: boolean;
  readonly row: InboxRow;
}

/** 轮到谁 [SEC-36]: whether it is the officer's, in his own name first, and for whom where it is only as a deputy. */
export function turnOf(
  officer: Officer,
  isHis: (as: Officer) => boolean,
): Pick<Waiting, 'mine'> & Pick<InboxRow, 'actingFor'> {
  const as = capacitiesOf(officer).find(isHis);
  return { mine: as !== undefined, actingFor: as?.actingFor ?? null };
}

/** 由谁办: by name where somebody holds the role; an empty post is what has to be told. */
export function whoMay(roles: readonly RoleName[], names: readonly string[]): string {
  return names.length > 0 ? names.join('、') : `${termsOf(roles)}（暂无人员）`;
}
