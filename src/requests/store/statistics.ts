/** 统计的底数 [STA-4]: the files 表三 counts for a year, each with what its own clock says. */
import type { AgencyId } from '../../people/agency.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { type CivilDate, civilFromParts } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { tryClock } from '../deadlines.ts';
import type { CountedFile } from '../statistics.ts';
import { factsByFile } from './lists.ts';
import { toRequest } from './tables.ts';

export async function countedFiles(
  db: Db | Tx,
  agencyIds: readonly AgencyId[],
  year: number,
  today: CivilDate,
  calendar: WorkCalendar,
): Promise<CountedFile[]> {
  if (agencyIds.length === 0) return [];
  const [from, to] = [civilFromParts(year, 1, 1), civilFromParts(year, 12, 31)];
  const rows = await db
    .selectFrom('info_requests')
    .selectAll()
    .where('agency_id', 'in', agencyIds)
    .where('received_on', '<=', to)
    .where((q) => q.or([q('closed_on', 'is', null), q('closed_on', '>=', from)]))
    .execute();
  const facts = await factsByFile(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const request = toRequest(row);
    const { agencyId, channel, repliedOn } = request;
    const receivedOn = request.receivedOn!;
    const closed = request.closedOn !== null && request.closedOn <= to;
    const clock = tryClock({ request, facts: facts.get(row.id) ?? [] }, today, calendar);
    return {
      id: row.id,
      agencyId,
      channel,
      receivedOn,
      closedOn: closed ? request.closedOn : null,
      reportRow: closed ? request.reportRow : null,
      workdays: closed && repliedOn ? workdaysBetween(receivedOn, repliedOn, calendar) : null,
      late: !isRefusal(clock) && clock.late,
    };
  });
}
