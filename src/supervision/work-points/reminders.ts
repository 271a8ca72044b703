/**
 * 要点的提醒 [SUP-78]: each owner is told once that a day is near and once that it is over, of all his points together. What came due while the server was off is
 * told with the rest, as one message.
 */
import type { AgencyId } from '../../people/agency.ts';
import type { Notice } from '../../people/notice.ts';
import type { Decision, Scene } from '../../perform.ts';
import { addDays } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { isQuiet } from '../alerts.ts';
import { SUPERVISION_NOTICES } from '../notices.ts';
import { POINT_BASIS } from './decide.ts';
import type { WorkPoint } from './work-point.ts';

/** 到期以前多少天提醒. */
export const SOON_DAYS = 15;

export interface RemindOwners {
  readonly verb: 'remindOwners';
  readonly agencyId: AgencyId;
}

/** @param open points of one list that are neither done nor withdrawn */
export function decideReminders(
  open: readonly WorkPoint[],
  agencyId: AgencyId,
  { at, today, calendar }: Scene,
): Decision<readonly WorkPoint[]> | Refusal {
  if (isQuiet(at) || !calendar.isWorkday(today)) return NOTHING_DUE;
  const late = open.filter(({ dueOn, toldLateOn }) => dueOn < today && toldLateOn === null);
  const soon = open.filter(
    ({ dueOn, toldSoonOn }) => dueOn >= today && dueOn <= addDays(today, SOON_DAYS) && toldSoonOn === null,
  );
  if (late.length + soon.length === 0) return NOTHING_DUE;
  const owners = [...new Set([...late, ...soon].map(({ ownerId }) => ownerId))];
  const content = { late: late.map(({ number }) => number), soon: soon.map(({ number }) => number) };
  return {
    next: [
      ...late.map((point) => ({ ...point, toldLateOn: today })),
      ...soon.map((point) => ({ ...point, toldSoonOn: today })),
    ],
    entry: { verb: 'remindedOwners', subject: agencyId, agencyId, basis: POINT_BASIS, content },
    notices: owners.map((ownerId) => noticeOf(ownerId, late, soon)),
  };
}

function noticeOf(ownerId: AgencyId, late: readonly WorkPoint[], soon: readonly WorkPoint[]): Notice {
  const own = (points: readonly WorkPoint[]) => points.filter((point) => point.ownerId === ownerId);
  const years = [...own(late), ...own(soon)].map(({ year }) => year);
  return {
    kind: 'workPointsDue',
    subject: String(Math.min(...years)),
    agencyId: ownerId,
    to: { kind: 'roles', roles: SUPERVISION_NOTICES.workPointsDue.heardBy, agencyId: ownerId, except: [] },
    particulars: { late: own(late).length, soon: own(soon).length },
  };
}

const NOTHING_DUE = refuse('NOTHING_DUE', POINT_BASIS, '没有要提醒的工作要点。');
