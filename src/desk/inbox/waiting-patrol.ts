/** 巡查的待办 [SUP-60]: today's sheet for the one on duty, and those he left unsigned. */
import { namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { civilDateAt, inProse } from '../../statute/civil-date.ts';
import { lightOf } from '../../statute/reply-clock/light.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { PATROL_STANDINGS, standingOf } from '../../supervision/patrol/patrol.ts';
import { unsignedSheets } from '../../supervision/store/patrol.ts';
import { agencyNames } from '../agency-names.ts';
import { agenciesIn, type Officer } from '../reach.ts';
import { turnOf, type Waiting } from './waiting.ts';

/** Older ones stand in the months. */
const MOST = 31;

export async function patrolsThatWait(officer: Officer, house: House): Promise<Waiting[]> {
  const sheets = await unsignedSheets(house.db, agenciesIn('findings', officer), MOST);
  const names = await namesOfOfficers(house.db, [...new Set(sheets.map(({ officerId }) => officerId))]);
  const nameOf = await agencyNames(house.db);
  const [today, calendar] = [civilDateAt(house.now()), house.calendar()];
  return sheets.map((sheet) => {
    const { id, day, agencyId, officerId } = sheet;
    const { mine, actingFor } = turnOf(officer, (as) => as.id === officerId);
    return {
      mine,
      row: {
        actingFor,
        key: `patrol/${id}`,
        path: `/patrol/${id}`,
        what: `${inProse(day)}的巡查`,
        forWhom: nameOf(agencyId),
        number: '',
        light: lightOf(day, false, today, calendar),
        dueOn: day,
        workdaysLeft: workdaysBetween(today, day, calendar),
        state: PATROL_STANDINGS[standingOf(sheet, today)].term,
        step: '签巡查单',
        behind: names.get(officerId) ?? '已离任人员',
      },
    };
  });
}
