/** 专栏 SpecialColumn: a county's own door to documents on one matter, opened and closed on a day. */
import type { AgencyId } from '../people/agency.ts';
import { art } from '../statute/articles.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import type { Column } from './columns.ts';

export interface SpecialColumn {
  /** `special.` and a word of small letters, figures and hyphens. */
  readonly key: string;
  readonly agencyId: AgencyId;
  readonly name: string;
  readonly purpose: string;
  readonly openedOn: CivilDate;
  readonly closedOn: CivilDate | null;
}

/** 开设专栏. */
export interface OpenColumn {
  readonly verb: 'openColumn';
  readonly key: string;
  readonly agencyId: AgencyId;
  readonly name: string;
  readonly purpose: string;
}

/** 关闭专栏: its documents stay readable at their addresses and in their main columns. */
export interface CloseColumn {
  readonly verb: 'closeColumn';
  readonly key: string;
}

export type ColumnCommand = OpenColumn | CloseColumn;

export const SPECIAL_KEY = /^special\.[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function asColumn(special: SpecialColumn): Column {
  return { key: special.key, parent: 'special', name: special.name, basis: art(22), updateRule: 'whenChanged' };
}
