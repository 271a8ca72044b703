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
  /** 封面文字: what it holds, shown at its head. */
  readonly purpose: string;
  /** Where it stands among the others; equal ones by the day they were opened. */
  readonly place: number;
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

/** 修改专栏的名称、封面文字和次序; its key, which is an address, stays. */
export interface DescribeColumn {
  readonly verb: 'describeColumn';
  readonly key: string;
  readonly name: string;
  readonly purpose: string;
  readonly place: number;
}

/** 关闭专栏: its documents stay readable at their addresses and in their main columns. */
export interface CloseColumn {
  readonly verb: 'closeColumn';
  readonly key: string;
}

export type ColumnCommand = OpenColumn | DescribeColumn | CloseColumn;

export const LONGEST_COLUMN = { name: 20, purpose: 500 } as const;
export const LAST_PLACE = 999;

export const SPECIAL_KEY = /^special\.[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function asColumn(special: SpecialColumn): Column {
  return { key: special.key, parent: 'special', name: special.name, basis: art(22), updateRule: 'whenChanged' };
}
