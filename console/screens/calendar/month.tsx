/** One month: days off, make-up days and weekends told by a word and a shape each; the colour only repeats it. */
import { weekdayOf } from '../../components/day.ts';
import type { DayKind, GridDay, GridMonth } from './month-grid.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** What stands in the box of a day, and what is heard of it. */
export const KINDS: Readonly<Record<DayKind, { readonly mark: string; readonly term: string }>> = {
  workday: { mark: '', term: '工作日' },
  dayOff: { mark: '休', term: '放假' },
  makeUp: { mark: '班', term: '调休上班' },
  weekend: { mark: '', term: '周末' },
};

export interface MonthProps {
  readonly month: GridMonth;
  readonly today: string;
}

export function Month({ month: { month, workdays, weeks }, today }: MonthProps) {
  return (
    <table className="month">
      <caption>
        {month}月<span className="soft">{workdays} 个工作日</span>
      </caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((day) => day !== null)?.on}>
            {week.map((day, place) =>
              day ? <Day key={day.on} day={day} isToday={day.on === today} /> : <td key={WEEKDAYS[place]} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day: { on, date, kind, name }, isToday }: { readonly day: GridDay; readonly isToday: boolean }) {
  const { mark, term } = KINDS[kind];
  return (
    <td title={`${on} ${weekdayOf(on)}，${name ?? term}`}>
      <time dateTime={on} className={`day ${kind}`} aria-current={isToday ? 'date' : undefined}>
        {date}
        {(mark || isToday) && <span aria-hidden="true">{mark || '今'}</span>}
        {kind !== 'workday' && <span className="heard">{name ? `${name}${term}` : term}</span>}
      </time>
    </td>
  );
}
