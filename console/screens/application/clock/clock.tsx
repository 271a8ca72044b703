/** 计时: the due day, how many workdays are left, the ladder that leads to it, and what else runs beside it. */
import type { RequestFileView } from '../../../../src/desk/contract.ts';
import { inProse, weekdayOf, withWeekday } from '../../../components/day.ts';
import { Light } from '../../../components/light.tsx';
import { relativeDay } from '../../../components/relative-day.ts';
import { Ladder } from './ladder.tsx';
import { rungsOf } from './rungs.ts';
import './clock.css';

export function Clock({ file }: { readonly file: RequestFileView }) {
  const { line, clock, today } = file;
  // A file that was opened again has a day of its own; its first period is over.
  const running = line.closedOn === null;
  const sideClocks = clock.sideClocks.filter(({ open }) => open);
  return (
    <section className="card clock" aria-labelledby="clock">
      <h2 id="clock">期限</h2>
      <div className="clock-due" aria-live="polite">
        <Light light={line.light} />
        {clock.due ? (
          <p className="clock-day">
            <time dateTime={clock.due}>
              {inProse(clock.due)} {weekdayOf(clock.due)}
            </time>
          </p>
        ) : (
          <p className="clock-day">{line.receivedOn === null ? '还没有起算' : '现在没有到期日'}</p>
        )}
        <p className={line.light === 'overdue' ? 'field-wrong' : 'soft'}>
          {running ? relativeDay(line) : line.late ? '逾期办结' : '按期办结'}
          {clock.provisional && '（暂估：放假安排还没有公布）'}
        </p>
      </div>
      {file.redo && (
        <p className="clock-redo">
          <strong>重新答复至 {withWeekday(line.dueOn ?? '')}</strong>
          <span className="basis">{file.redo}</span>
        </p>
      )}
      <Ladder rungs={rungsOf(clock.knots, today, running)} />
      {running && (clock.breaks.length > 0 || clock.makeUpDays.length > 0) && (
        <div className="clock-days">
          {clock.breaks.length > 0 && <p>其间放假：{clock.breaks.join('、')}</p>}
          {clock.makeUpDays.length > 0 && <p>其间调休上班：{clock.makeUpDays.join('、')}</p>}
        </div>
      )}
      {file.moves.length > 0 && (
        <div className="clock-days">
          {file.moves.map(({ at, from, to, because }) => (
            <p key={at}>
              {because}，应答复日由 {from ?? '没有'} 改为 {to ?? '没有'}
            </p>
          ))}
        </div>
      )}
      {sideClocks.length > 0 && (
        <>
          <h3>旁边的期限</h3>
          <ul className="side-clocks">
            {sideClocks.map(({ term, due, says }) => (
              <li key={term + says}>
                <span>{term}</span>
                {due ? <time dateTime={due}>{withWeekday(due)}</time> : <span className="soft">待定</span>}
                <p className="basis">{says}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {clock.steps.length > 0 && (
        <details>
          <summary>怎样算出来的</summary>
          <ol className="steps">
            {clock.steps.map(({ says, basis, certainty }) => (
              <li key={says}>
                {says}
                <p className="basis">
                  {basis} · {certainty}
                </p>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
