/** The ladder as a vertical line of dated knots; where nothing is counted the line is grey and broken. */
import { withWeekday } from '../../../components/day.ts';
import type { Rung } from './rungs.ts';

export function Ladder({ rungs }: { readonly rungs: readonly Rung[] }) {
  if (rungs.length === 0) return null;
  return (
    <ol className="ladder" aria-label="期限阶梯">
      {rungs.map(({ on, says, basis, kind, below }) => (
        <li
          key={`${on} ${says}`}
          className={`rung ${kind} ${below}`}
          aria-current={kind === 'today' ? 'date' : undefined}
        >
          <time dateTime={on}>{withWeekday(on)}</time>
          <p>{says}</p>
          {basis && <p className="basis">{basis}</p>}
          {below === 'stands-still' && kind === 'waits' && <p className="not-counted">此后不计入期限</p>}
        </li>
      ))}
    </ol>
  );
}
