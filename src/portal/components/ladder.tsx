/** 期限阶梯: a vertical line of dated knots, each with its article; where the clock stands still the line is dashed. */
import { type CivilDate, inProse, inProseWithWeekday } from '../../statute/civil-date.ts';

export interface Knot {
  readonly on: CivilDate;
  readonly says: string;
  readonly basis: string;
  /** `paused`: what follows is not counted. `due`: the last day. */
  readonly kind?: 'paused' | 'due';
}

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
