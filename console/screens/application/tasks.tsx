/** 协办: what other departments were asked for, until when, what they have answered, and what can be done about each, in its place. */
import { Button } from 'antd';
import type { ActVerb } from '../../../src/desk/contract.ts';
import { withWeekday } from '../../components/day.ts';
import { Light } from '../../components/light.tsx';
import type { Stage } from './acts/act-field.ts';
import { openingValues } from './acts/act-of.ts';
import { ActPanel } from './acts/act-panel.tsx';
import { isTaskVerb, stepsOf } from './acts/task-steps.ts';
import type { ActingProps, FileVerbView } from './next-step.tsx';
import './tasks.css';

export function Tasks({ stage, turnedTo, onTurn, written, onWrite, ...acting }: ActingProps) {
  const { tasks, verbs } = stage.file;
  const find = (name: ActVerb) => verbs.find(({ verb }) => verb === name) as FileVerbView | undefined;
  const shown = isTaskVerb(turnedTo) ? find(turnedTo) : undefined;
  const mayAsk = find('sendTask')?.allowed ?? false;
  if (tasks.length === 0 && !mayAsk) return null;
  const turnTo = (verb: ActVerb, n?: number) => {
    onWrite(verb, { ...openingValues(verb, stage), ...(n !== undefined && { task: String(n) }) });
    onTurn(verb);
  };
  const form = shown && (
    <div className="task-form">
      <h3>{shown.term}</h3>
      <p className="soft">{shown.causes}</p>
      <AfterReply stage={stage} dueOn={written[shown.verb]?.dueOn} />
      <ActPanel
        key={`${shown.verb} ${written[shown.verb]?.task ?? ''}`}
        verb={shown}
        stage={stage}
        values={written[shown.verb] ?? openingValues(shown.verb, stage)}
        settled={shown.verb === 'sendTask' ? [] : ['task']}
        onWrite={(values) => onWrite(shown.verb, values)}
        {...acting}
      />
      <Button type="link" className="back" onClick={() => onTurn(null)}>
        不办了
      </Button>
    </div>
  );
  const formAt = shown && written[shown.verb]?.task;
  return (
    <section className="card tasks" aria-labelledby="tasks">
      <h2 id="tasks">协办</h2>
      <p className="soft">请其他机关检索、提供材料。协办不停止计算答复期限。</p>
      {tasks.length > 0 && (
        <ul>
          {tasks.map(({ n, name, what, state, dueOn, late, afterReply, waitsFor, answer, reminders }) => (
            <li key={n} className="task">
              <p className="task-head">
                <strong>{name}</strong>
                {late && <Light light="overdue" />}
                <span className="soft">
                  {state} · 限 {withWeekday(dueOn)}
                  {reminders > 0 && ` · 已催办 ${reminders} 次`}
                </span>
              </p>
              <p>{what}</p>
              {afterReply && <p className="after-reply">协办期限晚于应答复日，答复不会等它。</p>}
              {answer !== '' && <blockquote className="task-answer">{answer}</blockquote>}
              <p className="task-acts screen-only">
                {stepsOf(waitsFor)
                  .map(find)
                  .filter((verb) => verb?.allowed)
                  .map((verb) => (
                    <button
                      key={verb!.verb}
                      type="button"
                      className="step-button"
                      onClick={() => turnTo(verb!.verb, n)}
                    >
                      {verb!.term}
                    </button>
                  ))}
              </p>
              {formAt === String(n) && form}
            </li>
          ))}
        </ul>
      )}
      {mayAsk && shown?.verb !== 'sendTask' && (
        <p className="task-acts screen-only">
          <button type="button" className="step-button" onClick={() => turnTo('sendTask')}>
            {tasks.length > 0 ? '再请一个机关协办' : '请其他机关协办'}
          </button>
        </p>
      )}
      {shown?.verb === 'sendTask' && form}
    </section>
  );
}

/** [REQ-80] Told while the day is chosen, before anything is sent. */
function AfterReply({ stage: { file }, dueOn }: { readonly stage: Stage; readonly dueOn: string | undefined }) {
  const replyDue = file.line.closedOn === null ? file.line.dueOn : null;
  if (!dueOn || !replyDue || dueOn <= replyDue) return null;
  return (
    <p className="after-reply" role="status">
      应答复日是 {withWeekday(replyDue)}，协办期限比它晚：协办不停止计算，答复不会等它。请提前，或者先办延期。
    </p>
  );
}
