/** 一件待办, and whether it is this officer's to do. */
import type { RoleName } from '../../people/role.ts';
import type { InboxRow } from '../contract.ts';
import { termsOf } from '../reach.ts';

export interface Waiting {
  readonly mine: boolean;
  readonly row: InboxRow;
}

/** 由谁办: by name where somebody holds the role; an empty post is what has to be told. */
export function whoMay(roles: readonly RoleName[], names: readonly string[]): string {
  return names.length > 0 ? names.join('、') : `${termsOf(roles)}（暂无人员）`;
}
