/**
 * 催报 [ANR-50] (《条例》第四十九条): whoever has not handed up last year's figures is reminded once five workdays before the last workday, and once when
 * the day has passed. A server that was off tells what is true now; asked twice, the notice is there once.
 */
import { firstEntryAt } from '../../ledger/store.ts';
import { reportsOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import { type House, inTransaction, TELL } from '../../perform.ts';
import { queueWork } from '../../platform/outbox/outbox.ts';
import { civilDateAt, inProse, yearOf } from '../../statute/civil-date.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { isOverdue, reportDue } from '../due-day.ts';
import type { ReportNoticeName } from '../hand-up/notices.ts';
import { acceptedHandUps, latestHandUps } from './hand-ups.ts';

/** Long enough to compile, to sign and to hand up. */
const SOON_WORKDAYS = 5;

const DUE: ReportNoticeName = 'figuresDue';

/** @returns how many agencies are to be reminded today */
export async function remindReporters(house: House): Promise<number> {
  const { db, now } = house;
  const [at, calendar] = [now(), house.calendar()];
  const today = civilDateAt(at);
  const began = civilDateAt((await firstEntryAt(db)) ?? at);
  const year = yearOf(today) - 1;
  const agencies = (await listAgencies(db)).filter(
    // [ORG-6] An agency that ended reports once more, of the year in which it did.
    (agency) => agency.parentId !== null && reportsOf(year, agency),
  );
  const ids = agencies.map(({ id }) => id);
  const waiting = (await latestHandUps(db, ids, [year])).filter(({ state }) => state === 'waiting');
  const came = new Set([...waiting, ...(await acceptedHandUps(db, ids, [year]))].map(({ agencyId }) => agencyId));
  const pieces = agencies.flatMap(({ id, name, kind }) => {
    const { dueOn, remindOn } = reportDue(kind, year, calendar);
    const late = isOverdue(dueOn, today, began);
    if (
      came.has(id) ||
      (!late && today > dueOn) ||
      (!late && workdaysBetween(today, remindOn, calendar) > SOON_WORKDAYS)
    )
      return [];
    const body = {
      kind: DUE,
      subject: `${id}/${year}`,
      agencyId: id,
      to: { kind: 'roles', roles: ['reporter', 'officeHead'], agencyId: id, except: [] },
      particulars: { unit: name, year, dueOn: inProse(dueOn), late: late ? 1 : 0 },
    };
    return [{ id: `figures-due:${id}:${year}:${late ? 'late' : 'soon'}`, work: TELL, agencyId: id, body }];
  });
  await inTransaction(db, (tx) => queueWork(tx, pieces, at));
  return pieces.length;
}
