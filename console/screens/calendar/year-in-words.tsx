/** The year as a list, for whoever does not read it off the grids. */
import type { CalendarView } from '../../../src/desk/contract.ts';
import { weekdayOf, withWeekday } from '../../components/day.ts';
import { breaksOf } from './breaks.ts';

export function YearInWords({ view: { daysOff, makeUpDays } }: { readonly view: CalendarView }) {
  return (
    <section className="card year-in-words" aria-labelledby="in-words">
      <h2 id="in-words">放假和调休，逐段</h2>
      <dl>
        {breaksOf(daysOff).map(({ name, from, to, days }) => (
          <div key={from}>
            <dt>{name}</dt>
            <dd className="figures">
              {from === to ? withWeekday(from) : `${withWeekday(from)} 至 ${to.slice(5)} ${weekdayOf(to)}`}
              <span className="soft">{days} 天</span>
            </dd>
          </div>
        ))}
        <div>
          <dt>调休上班</dt>
          <dd className="figures">{makeUpDays.length === 0 ? '没有' : makeUpDays.map(withWeekday).join('，')}</dd>
        </div>
      </dl>
    </section>
  );
}
