/** 到期: how long there is, and the day itself with its weekday. */
import { withWeekday } from './day.ts';
import { relativeDay, type Standing } from './relative-day.ts';
import './due-day.css';

export function DueDay(standing: Standing) {
  const late = standing.light === 'overdue' || standing.light === 'red';
  return (
    <span className="due-day">
      <span className={late ? 'pressing' : undefined}>{relativeDay(standing)}</span>
      {standing.dueOn && standing.light !== 'done' && (
        <time dateTime={standing.dueOn}>{withWeekday(standing.dueOn)}</time>
      )}
    </span>
  );
}
