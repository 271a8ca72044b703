/** 月历: each day of patrol told by a word and a shape; the colour only repeats it. */
import { Link } from 'wouter';
import type { PatrolDayView, PatrolMonthView } from '../../../src/desk/contract.ts';
import { weeksOf } from './months.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** Beside the word, for who does not tell colours apart. */
const MARKS: Readonly<Record<PatrolDayView['standing'], string>> = {
  signed: '✓',
  late: '△',
  missed: '×',
  today: '●',
  ahead: '',
};

export function MonthGrid({ view }: { readonly view: PatrolMonthView }) {
  const { month, today, days, daysOff } = view;
  const patrols = new Map(days.map((one) => [one.day, one]));
  const names = new Map(daysOff.map(({ on, name }) => [on, name]));
  return (
    <table className="patrol-grid">
      <caption className="heard">巡查月历</caption>
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
        {weeksOf(month).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, place) =>
              day === null ? (
                <td key={WEEKDAYS[place]} />
              ) : (
                <DayCell key={day} day={day} isToday={day === today} off={names.get(day)} patrol={patrols.get(day)} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayCellProps {
  readonly day: string;
  readonly isToday: boolean;
  readonly off: string | undefined;
  readonly patrol: PatrolDayView | undefined;
}

function DayCell({ day, isToday, off, patrol }: DayCellProps) {
  const date = Number(day.slice(8));
  return (
    <td data-standing={patrol?.standing ?? 'none'} aria-current={isToday ? 'date' : undefined}>
      <span className="patrol-date">
        {date}
        {off && <span className="soft">{off}</span>}
      </span>
      {patrol && <PatrolWord patrol={patrol} />}
    </td>
  );
}

function PatrolWord({ patrol: { sheetId, standing, term, officer, problems } }: { readonly patrol: PatrolDayView }) {
  const word = (
    <>
      <span aria-hidden="true">{MARKS[standing]}</span>
      {term}
    </>
  );
  return (
    <>
      {sheetId ? (
        <Link href={`/patrol/${sheetId}`} className="patrol-word">
          {word}
        </Link>
      ) : (
        <span className="patrol-word">{word}</span>
      )}
      <span className="patrol-who">{officer}</span>
      {problems !== null && problems > 0 && <span className="patrol-problems">{`${problems} 处问题`}</span>}
    </>
  );
}
