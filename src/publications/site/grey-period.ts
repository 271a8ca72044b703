/** 全站灰度 GreyPeriod [PRT-93]: the days on which the site is shown without colour, by whose order, for what. */
import type { AgencyId } from '../../people/agency.ts';
import type { CivilDate } from '../../statute/civil-date.ts';

export interface GreyPeriod {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly from: CivilDate;
  /** The last day. */
  readonly until: CivilDate;
  readonly orderedBy: string;
  readonly reason: string;
  readonly setBy: string;
  /** The first day with colour again, where it was ended before its time. */
  readonly ended: { readonly on: CivilDate; readonly by: string } | null;
}

/** Longer than that is not mourning but a mistake. */
export const LONGEST_GREY_DAYS = 31;

export function isGreyOn({ from, until, ended }: GreyPeriod, day: CivilDate): boolean {
  return from <= day && day <= until && (ended === null || day < ended.on);
}
