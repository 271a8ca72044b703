/** 期限阶梯: a vertical line of dated knots, each with its article; where the clock stands still the line is dashed. */
import { inProse, inProseWithWeekday } from '../../statute/civil-date.ts';
import type { Knot } from '../../statute/reply-clock/knots.ts';

export function Ladder({ knots }: { readonly knots: readonly Knot[] }): JSX.Element {
  return (
    <ol class="ladder">
      {knots.map(({ on, says, basis, kind }) => (
        <li class={kind}>
          <time datetime={on} safe>
            {kind === 'due' ? inProseWithWeekday(on) : inProse(on)}
          </time>
          <div>
            <p safe>{says}</p>
            {basis ? (
              <p class="basis" safe>
                {basis}
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
