/**
 * 眼下的工作: the weeks before the day of loading, so that inbox, lights and front page show a county at work. Played like the year,
 * and the same for the same day; nothing of it falls into 2024.
 */
import type { KeyRing } from '../../src/platform/key-file.ts';
import type { RequestId } from '../../src/requests/info-request.ts';
import { addDays, type CivilDate } from '../../src/statute/civil-date.ts';
import type { WorkCalendar } from '../../src/statute/work-calendar.ts';
import { type Cast, playApplication } from '../applications/play.ts';
import { type Desk, published, waiting } from '../publications/acts.ts';
import type { Item } from '../publications/items.ts';
import type { Act } from '../replay.ts';
import { consultationActs } from './consultations.ts';
import { decisionsOfToday } from './decisions.ts';
import { type Reviewers, reviewActs } from './in-review.ts';
import { OPEN_APPLICATIONS } from './open-applications.ts';
import { openRemedyActs } from './open-remedies.ts';
import { type OnDuty, patrolActs } from './patrols.ts';
import { DRAFTS, RECENT, type RecentItem } from './recent-items.ts';
import { voiceActs } from './voices.ts';
import { watchActs } from './watch.ts';

/** Applications of these weeks are numbered apart from those of the year. */
const FIRST_SERIAL = 101;

export function todayActs(
  today: CivilDate,
  calendar: WorkCalendar,
  cast: Cast,
  desk: Desk,
  reviewers: Reviewers,
  onDuty: OnDuty,
  keys: KeyRing,
  portal: string,
): Act[] {
  const ago = (workdays: number) => workdayBefore(today, workdays, calendar);
  const item = ({ ago: n, ...rest }: RecentItem): Item => ({ ...rest, writtenOn: ago(n), publishedOn: ago(n) });
  const files = new Map<string, RequestId>();
  return [
    ...OPEN_APPLICATIONS.flatMap(({ ago: n, steps, ...application }, i) =>
      playApplication({ ...application, on: ago(n) }, steps(ago), FIRST_SERIAL + i, cast, keys, (id) => {
        files.set(application.wanted, id);
      }),
    ),
    ...openRemedyActs(ago, cast, files),
    ...RECENT.map((recent, i) => published(item(recent), desk, i)),
    ...DRAFTS.map((draft, i) => waiting(item(draft), desk, i)),
    ...reviewActs(ago(1), item, desk, reviewers),
    ...patrolActs(ago, onDuty),
    ...watchActs(portal, ago, onDuty),
    ...voiceActs(portal, today, ago, onDuty, keys),
    ...decisionsOfToday(today, ago, desk, keys),
    ...consultationActs(today, desk.editor, desk.publisher, keys),
  ];
}

/** The n-th workday before a day, which itself does not count. */
export function workdayBefore(day: CivilDate, n: number, calendar: WorkCalendar): CivilDate {
  let found = day;
  for (let counted = 0; counted < n; ) {
    found = addDays(found, -1);
    if (calendar.isWorkday(found)) counted += 1;
  }
  return found;
}
