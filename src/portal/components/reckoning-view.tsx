/** 期限的结果: the day, why this day, what else runs beside it. For the calculator and for the applicant's own file. */
import { inProseWithWeekday } from '../../statute/civil-date.ts';
import type { Knot } from '../../statute/reply-clock/knots.ts';
import type { Reckoning, SideClock } from '../../statute/reply-clock/reckoning.ts';
import { DatedText } from './dated-text.tsx';
import { Ladder } from './ladder.tsx';
import { StepList } from './step-list.tsx';

/** What the applicant's own page may know of a clock; the calculator knows more. */
export type ShownReckoning = Pick<Reckoning, 'received' | 'due' | 'provisional' | 'steps' | 'sideClocks'> &
  Partial<Pick<Reckoning, 'light' | 'late'>>;

export function ReckoningView({
  reckoning,
  knots,
}: {
  readonly reckoning: ShownReckoning;
  readonly knots: readonly Knot[];
}): JSX.Element {
  const { due, provisional, steps, sideClocks, late } = reckoning;
  return (
    <>
      <p class="soft">应当答复的最后一日</p>
      <p class="due-date">
        <span safe>{due ? inProseWithWeekday(due) : whyNone(reckoning)}</span>
        {provisional ? <small class="badge warning">（暂估）</small> : null}
      </p>
      {late ? (
        <p class="notice bad">
          <strong>已经超过答复期限。</strong>
        </p>
      ) : null}
      {provisional ? (
        <p class="notice warn">
          期限跨入还没有公布放假安排的年份，只扣除了周末和法定节日。国务院办公厅的通知公布后，日期可能提前或者推后。
        </p>
      ) : null}
      <h2>日期阶梯</h2>
      <Ladder knots={knots} />
      <h2>怎样算出来的</h2>
      <StepList steps={steps} />
      {sideClocks.length > 0 ? <SideClocks clocks={sideClocks} /> : null}
    </>
  );
}

function whyNone({ received, light }: ShownReckoning): string {
  if (light === 'done') return '已经办结';
  return received ? '期限暂停，收到回音后继续计算' : '还没有起算';
}

function SideClocks({ clocks }: { readonly clocks: readonly SideClock[] }): JSX.Element {
  return (
    <>
      <h2>同时在走的期限</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">期限</th>
            <th scope="col">最后一日</th>
            <th scope="col">说明和依据</th>
          </tr>
        </thead>
        <tbody>
          {clocks.map(({ term, who, due, provisional, says, basis }) => (
            <tr>
              <th scope="row" safe>
                {who ? `${term}（${who}）` : term}
              </th>
              <td class="nowrap">{due ? `${due}${provisional ? '（暂估）' : ''}` : '未定'}</td>
              <td>
                <DatedText text={says} />
                <br />
                <span class="small soft" safe>
                  {basis}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
